"""Posters: the scene above, whole lines, a footer that can be read; exact dots on screens."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from PIL import Image
from pypdf import PdfReader

from generator.documents.maker import Maker
from generator.documents.poster import Paper, Poster, Warned
from tests.documents.conftest import IMPRINT

CINNABAR, PINE = (171, 35, 24), (20, 89, 74)
POSTER = Poster(
    imprint=IMPRINT,
    paper=Paper.A4,
    picture="cut-power",
    headline="先断电再救人",
    lines=("拉下电闸", "拨开电线", "打急救电话"),
    never_title="千万不要",
    warned=(Warned("触电", "不要用手拉"), Warned("着火", "不要泼水")),
    call="120",
    call_name="急救",
    near="避难场所：中心小学操场",
)
LONGEST = replace(
    POSTER,
    headline="十二个字的标题也要放得下",
    lines=("十八个字的一条也不许拆成两行来写一定",) * 5,
    warned=(
        Warned("自己在井、罐、池里头晕，或者仪器响了", "不要回去拿工具、拿衣服、拿手机"),
        Warned("有限空间作业，里面的人出事", "不要没戴空气呼吸器就进去拉人"),
    ),
    call="12350",
    call_name="安全举报",
)


def rows(maker: Maker, poster: Poster) -> list[tuple[float, float, str]]:
    """The lines of a poster from top to bottom: how high they stand, their size, their words."""
    (page,) = PdfReader(io.BytesIO(maker.document(poster, "pdf"))).pages
    found: dict[float, tuple[float, str]] = {}

    def note(text: str, outer: list[float], inner: list[float], font: object, size: float) -> None:
        if text.strip():
            up = round(inner[4] * outer[1] + inner[5] * outer[3] + outer[5], 1)
            _, before = found.get(up, (0, ""))
            found[up] = (size * abs(inner[0]), before + re.sub(r"\s+", "", text))

    page.extract_text(visitor_text=note)
    return [(up, *found[up]) for up in sorted(found, reverse=True)]


def drawn(maker: Maker, poster: Poster) -> Image.Image:
    return Image.open(io.BytesIO(maker.document(poster, "png"))).convert("RGB")


def test_a_poster_is_a_page_and_a_picture(maker: Maker) -> None:
    said = "".join(words for _, _, words in rows(maker, POSTER))
    expected = (
        *(POSTER.headline, *POSTER.lines, "急救打", "120", "千万不要", "触电：不要用手拉"),
        *("着火：不要泼水", POSTER.near, "样例县安委办", "扫码学习和自测"),
    )
    assert [words for words in expected if words not in said] == []
    picture = drawn(maker, POSTER)
    assert picture.height / picture.width == pytest.approx(297 / 210, abs=0.01)


def test_posters_of_different_hazards_are_told_apart_by_their_upper_half(maker: Maker) -> None:
    picture = drawn(maker, POSTER)
    width, height = picture.size
    scene = picture.crop((0, 0, width, height * 36 // 100))
    assert scene.getpixel((width // 2, height * 19 // 100)) == pytest.approx(PINE, abs=3)
    (dark, _), *_ = sorted(scene.getcolors(1 << 20) or [], key=lambda each: each[1])
    assert dark > 0.25 * scene.width * scene.height
    other = drawn(maker, replace(POSTER, picture="two-frames"))
    assert other.crop((0, 0, *scene.size)).tobytes() != scene.tobytes()


@pytest.mark.parametrize("paper", Paper)
def test_no_hairline_is_left_at_an_edge(maker: Maker, paper: Paper) -> None:
    picture = drawn(maker, replace(POSTER, paper=paper))
    colour = PINE if paper is Paper.COVER else CINNABAR
    width, height = picture.size
    foot = [(x, height - 1) for x in range(width if paper is not Paper.COVER else 0)]
    side = [(width - 1, y) for y in range(height - height // 8, height)]
    assert {picture.getpixel(spot) for spot in (*foot, *side)} == {
        picture.getpixel((width - 9, height - 9))
    }
    assert picture.getpixel((width - 9, height - 9)) == pytest.approx(colour, abs=3)


@pytest.mark.parametrize("poster", [POSTER, LONGEST], ids=["usual", "longest"])
def test_the_lines_of_the_footer_do_not_touch(maker: Maker, poster: Poster) -> None:
    found = [row for row in rows(maker, poster) if "扫码" not in row[2]]
    foot = [row for row in found if row[0] < 842 * 0.175]
    assert "出事了" in foot[0][2]
    smaller = [row for row in foot if poster.call not in row[2]]
    for (upper, _, _), (lower, size, words) in pairwise(smaller):
        assert upper - lower >= 1.05 * size, words


@pytest.mark.parametrize("paper", [Paper.A3, Paper.A4, Paper.PHONE])
@pytest.mark.parametrize("picture", ["cut-power", ""], ids=["pictured", "bare"])
def test_no_line_of_a_poster_is_broken_or_covered(maker: Maker, paper: Paper, picture: str) -> None:
    found = rows(maker, replace(LONGEST, paper=paper, picture=picture))
    words = [words for _, _, words in found]
    whole = [LONGEST.headline, *LONGEST.lines, *(f"{w.title}：{w.never}" for w in LONGEST.warned)]
    for line in whole:
        assert any(line in each for each in words), line
    told = [row for row in found if any(line in row[2] for line in whole)]
    for (upper, _, _), (lower, size, line) in pairwise(told):
        assert upper - lower >= 0.95 * size, line


def test_the_code_is_large_enough_to_be_read_from_a_step_away(maker: Maker) -> None:
    """Three and a half centimetres on A4; its words are no smaller than the publisher's name."""
    found = rows(maker, POSTER)
    size = {words: size for _, size, words in found}
    assert size["扫码学习和自测"] >= size["样例县安委办"]
    picture = drawn(maker, POSTER)
    width, height = picture.size
    row = picture.convert("L").crop((width // 2, height * 97 // 100, width, height * 97 // 100 + 1))
    white = [x for x, light in enumerate(row.tobytes()) if light > 250]
    assert (white[-1] - white[0]) / width * 21 > 3.5


@pytest.mark.parametrize(
    ("paper", "dots"),
    [(Paper.PHONE, (1080, 1920)), (Paper.COVER, (900, 383)), (Paper.SCREEN, (1920, 1080))],
)
def test_a_poster_for_a_screen_has_its_dots_and_shows_the_scene(
    maker: Maker, paper: Paper, dots: tuple[int, int]
) -> None:
    poster = replace(POSTER, paper=paper)
    picture = drawn(maker, poster)
    assert picture.size == dots
    bare = drawn(maker, replace(poster, picture=""))
    assert picture.tobytes() != bare.tobytes()
    said = "".join(words for _, _, words in rows(maker, poster))
    assert POSTER.headline in said
    if paper is not Paper.COVER:
        assert all(line in said for line in (*POSTER.lines, POSTER.call))
    assert len(maker.document(poster, "png")) < 150_000
