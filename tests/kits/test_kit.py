"""Kits: each channel's text says what the theme says, in the shape that the channel takes."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pptx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from generator.kits.article import article_styles
from generator.kits.sms import parts
from generator.kits.spoken import read_number, reading_seconds, spoken
from generator.load import load
from generator.look import look_of
from generator.model.library import Library
from tests.conftest import FIXTURE, ROOT

HOTLINES = frozenset({"119", "120", "110", "12350"})


@pytest.fixture(scope="module")
def library() -> Library:
    loaded = load(FIXTURE)
    assert loaded.library is not None
    return loaded.library


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig")


def test_every_theme_campaign_and_alert_has_a_kit(fixture_site: Path, library: Library) -> None:
    folders = [f"themes/{each}" for each in library.themes]
    folders += [f"campaigns/{each}" for each in library.campaigns]
    folders += [f"alerts/{each.id}" for each in library.alerts.values()]
    for folder in folders:
        kit = fixture_site / "kit" / folder
        names = {path.name for path in kit.iterdir()}
        assert names == {
            "article.html",
            "sms.txt",
            "group.txt",
            "broadcast.txt",
            "led.txt",
            "press.txt",
            "poster-a3.pdf",
            "poster-a4.pdf",
            "poster.png",
            "poster-phone.png",
            "poster-screen.png",
            "cover.png",
            "slides.pptx",
            "kit.zip",
        }
        assert (fixture_site / "kit" / f"{folder}.html").is_file()
        assert len(zipfile.ZipFile(kit / "kit.zip").namelist()) == 13


def test_the_kit_page_keeps_each_file_beside_its_name(fixture_site: Path) -> None:
    page = read(fixture_site / "kit/themes/06.html")
    rows = re.findall(
        r"<li>\s*(?:<img[^>]*>\s*<div>\s*)?<span>([^<]+)</span>\s*<a\s[^>]*href=\"06/([^\"]+)", page
    )
    assert dict(rows) == {
        "海报 A3": "poster-a3.pdf",
        "海报 A4": "poster-a4.pdf",
        "会前四页课件": "slides.pptx",
        "海报图片": "poster.png",
        "手机海报": "poster-phone.png",
        "公众号封面": "cover.png",
        "电子屏图片": "poster-screen.png",
    }


@pytest.mark.parametrize(
    ("name", "dots"),
    [("poster-phone", (1080, 1920)), ("cover", (900, 383)), ("poster-screen", (1920, 1080))],
)
def test_pictures_for_screens_have_the_dots_that_screens_want(
    fixture_site: Path, name: str, dots: tuple[int, int]
) -> None:
    for folder in ("themes/06", "alerts/winter"):
        assert Image.open(fixture_site / f"kit/{folder}/{name}.png").size == dots


def carried(kit: Path) -> str:
    """The page in a kit's ZIP that holds its article, which carries its styles along."""
    with zipfile.ZipFile(kit) as packed:
        name = next(name for name in packed.namelist() if name.endswith(".html"))
        return packed.read(name).decode()


def test_the_article_survives_the_editor_of_wechat(fixture_site: Path, library: Library) -> None:
    for path in sorted((fixture_site / "kit").rglob("kit.zip")):
        whole = carried(path)
        assert whole.startswith('<!doctype html>\n<html lang="zh-CN">')
        assert '<meta name="robots" content="noindex">' in whole
        assert whole.count("<h1") == whole.count("<main>") == 1
        assert not re.search(r"<(script|style|link|iframe)|class=|data-", whole)
        text = whole.partition("<main>")[2].partition("</main>")[0]
        assert not re.search(r"<(div|h\d|ul|table)|id=|on\w+=", text)
        assert text.count("style=") > 10
    june = carried(fixture_site / "kit/themes/06/kit.zip")
    theme = library.themes["06"]
    assert theme.title in june
    assert all(tip.text in june for tip in theme.tips)
    assert all(row.setting.label in june for row in theme.outreach)


def test_the_article_on_the_site_says_the_same_with_classes(fixture_site: Path) -> None:
    for path in sorted((fixture_site / "kit").rglob("article.html")):
        page, file = read(path), carried(path.with_name("kit.zip"))
        assert page.startswith('<!doctype html>\n<html lang="zh-CN">')
        assert '<meta name="robots" content="noindex">' in page
        shown = page.partition("<main")[2].partition(">")[2]
        told = file.partition("<main>")[2]
        assert re.sub(r' class="[^"]+"', "", shown) == re.sub(r' style="[^"]+"', "", told)


def test_the_stylesheet_of_the_article_has_nothing_to_spare() -> None:
    styles = set(article_styles(look_of(ROOT)).declarations)
    templates = "".join(read(path) for path in (ROOT / "theme/channels").glob("article*.j2"))
    assert set(re.findall(r'styled\("([a-z]+)"\)', templates)) == styles


def test_slogans_for_screens_fit(fixture_site: Path) -> None:
    for path in sorted((fixture_site / "kit").rglob("led.txt")):
        lines = read(path).splitlines()
        assert len(lines) >= 4
        assert all(0 < len(line) <= 20 for line in lines), path


def test_short_messages_are_signed_and_counted(fixture_site: Path, library: Library) -> None:
    for path in sorted((fixture_site / "kit").rglob("sms.txt")):
        text = read(path).strip()
        assert text.startswith(f"【{library.site.name}】")
        count = parts(text)
        assert 1 <= count <= 3
        page = read(path.parent.with_suffix(".html"))
        assert f"{len(text)} 字，按 {count} 条计费" in page


def test_the_broadcast_has_no_digit_left(fixture_site: Path) -> None:
    for path in sorted((fixture_site / "kit").rglob("broadcast.txt")):
        text = read(path)
        assert not re.search(r"\d", text), path
        slow, fast = reading_seconds(text)
        assert 30 <= fast <= slow <= 240, (path, slow)
    assert "幺幺九" in read(fixture_site / "kit/themes/11/broadcast.txt")


def test_the_four_slides_are_four(fixture_site: Path, library: Library) -> None:
    deck = pptx.Presentation(str(fixture_site / "kit/themes/06/slides.pptx"))
    assert len(deck.slides) == 4
    words = "".join(
        shape.text_frame.text
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_text_frame
    )
    poster = library.themes["06"].poster
    assert poster is not None
    assert all(line in words for line in poster.lines)


@pytest.mark.parametrize(
    ("text", "count"),
    [("好" * 70, 1), ("好" * 71, 2), ("好" * 134, 2), ("好" * 135, 3), ("😀" * 35, 1)],
)
def test_parts_of_a_message(text: str, count: int) -> None:
    assert parts(text) == count


@pytest.mark.parametrize(
    ("written", "aloud"),
    [
        ("打119", "打幺幺九"),
        ("12350举报", "幺二三五零举报"),
        ("2023年6月16日", "二零二三年六月十六日"),
        ("每2小时", "每二小时"),
        ("10-20分钟", "十到二十分钟"),
        ("10%", "百分之十"),
        ("3.5吨", "三点五吨"),
        ("105人", "一百零五人"),
        ("1200元", "一千二百元"),
        ("20000", "二万"),
        ("10500", "一万零五百"),
    ],
)
def test_numbers_are_read_as_people_read_them(written: str, aloud: str) -> None:
    assert spoken(written, hotlines=HOTLINES) == aloud


@given(st.integers(min_value=0, max_value=99_999_999))
def test_every_number_has_a_reading_that_means_it(number: int) -> None:
    aloud = read_number(str(number))
    assert _value(aloud) == number
    assert "零零" not in aloud


def _value(aloud: str) -> int:
    head, _, tail = aloud.rpartition("万")
    return _small(head) * 10_000 + _small(tail) if head else _small(aloud)


def _small(text: str) -> int:
    total, digit = 0, 0
    for character in text:
        if character in "零一二三四五六七八九":
            digit = "零一二三四五六七八九".index(character)
        else:
            total += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[character]
            digit = 0
    return total + digit


def test_the_article_says_what_to_do_and_what_never(fixture_site: Path, library: Library) -> None:
    fire = library.situations["home-fire"]
    for address in ("themes/06", "alerts/winter"):
        page = read(fixture_site / f"kit/{address}/article.html")
        for line in (fire.title, *(step.text for step in fire.steps), *fire.never):
            assert line in page
