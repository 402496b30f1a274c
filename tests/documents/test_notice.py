"""Notices: all that the paper holds, in type that is read from where one stands, on one page."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from generator.documents.deck import Number
from generator.documents.maker import Maker
from generator.documents.notice import Emergency, Form, Notice, Said
from generator.look import look_of
from generator.palette import palette_of
from tests.conftest import ROOT
from tests.documents.conftest import IMPRINT
from tests.documents.pdf_tags import tags
from tests.documents.pdf_text import Sign, signs_of, sizes_of, words_of

SIZES = palette_of(look_of(ROOT)).document_sizes
LARGEST = {"wall": SIZES.wall_text, "pocket": SIZES.pocket_text}
LEAST = {"wall": SIZES.wall_text_least, "pocket": SIZES.pocket_text_least}
FORMS: tuple[Form, ...] = ("wall", "pocket")
every_form = pytest.mark.parametrize("form", FORMS)


def lines(count: int, length: int, kind: str) -> tuple[Said, ...]:
    """Lines that differ from their first characters on, so that each is found again."""
    return tuple(Said(f"{kind}{place}" + "甲" * (length - 2)) for place in range(count))


def notice(form: Form, *, count: int = 4, length: int = 12) -> Notice:
    return Notice(
        name="安全提示单",
        imprint=IMPRINT,
        form=form,
        title="家庭用电",
        summary="家里怎么用电不出事。",
        picture="two-frames",
        emergency=Emergency(
            title="有人触电",
            picture="cut-power",
            calls=(Number("120", "急救"), Number("119", "火警")),
            steps=tuple(f"步{place}拉闸断电不用手碰" for place in range(5)),
            more=2,
            never_title="千万不要",
            never=("不要用手去拉", "不要泼水"),
        ),
        dos=lines(count, length, "要"),
        donts=lines(count, length, "别"),
        others=("电线掉在地上", "电器着火"),
        numbers=(Number("120", "急救"), Number("119", "火警"), Number("95598", "供电服务")),
    )


def page(maker: Maker, content: Notice) -> list[Sign]:
    (only,) = signs_of(maker.document(content, "pdf"))
    return only


def shown(signs: list[Sign], wanted: tuple[Said, ...]) -> list[bool]:
    """Tell which lines stand there whole."""
    return [each.text in words_of(signs) for each in wanted]


@every_form
def test_a_short_notice_is_in_large_type_with_every_line(maker: Maker, form: Form) -> None:
    content = notice(form)
    signs = page(maker, content)
    assert all(shown(signs, (*content.dos, *content.donts)))
    assert content.emergency
    for words in (content.dos[0].text, content.donts[-1].text, content.emergency.steps[-1]):
        assert sizes_of(signs, words) == {LARGEST[form]}
    said = words_of(signs)
    assert all(words in said for words in ("有人触电", "120", "千万不要", "不要用手去拉"))
    assert "样例县安委办2026年11月1日核对" in said


@every_form
def test_longer_lines_are_in_smaller_type_and_all_there(maker: Maker, form: Form) -> None:
    content = notice(form, count={"wall": 6, "pocket": 5}[form], length=24)
    signs = page(maker, content)
    assert all(shown(signs, (*content.dos, *content.donts)))
    (size,) = sizes_of(signs, content.dos[0].text)
    assert LEAST[form] <= size < LARGEST[form]


@every_form
def test_what_no_paper_holds_goes_from_the_end_and_never_below_the_least_size(
    maker: Maker, form: Form
) -> None:
    content = notice(form, count=6, length=70)
    signs = page(maker, content)
    for wanted in (content.dos, content.donts):
        found = shown(signs, wanted)
        assert found[0]
        assert not found[-1]
        assert found == sorted(found, reverse=True)
        assert wanted[-1].text[:4] not in words_of(signs)
    assert sizes_of(signs, content.dos[0].text) == {LEAST[form]}
    assert content.emergency
    assert all(step in words_of(signs) for step in content.emergency.steps[:3])


@every_form
def test_the_longest_lines_that_content_may_have_stay_on_the_page(maker: Maker, form: Form) -> None:
    content = notice(form, count=9, length=300)
    assert content.emergency
    long = replace(
        content.emergency, title="有" * 60, steps=("步" * 30,) * 5, never=("不" * 300,) * 6
    )
    made = replace(content, title="电" * 60, summary="家" * 120, emergency=long)
    signs = page(maker, made)
    assert min(each.size for each in signs if each.text in "步甲") >= LEAST[form]


def test_nothing_on_a_wall_is_smaller_than_the_least(maker: Maker) -> None:
    assert min(each.size for each in page(maker, notice("wall"))) >= SIZES.wall_text_least >= 14
    assert SIZES.wall_text_usual >= 16


def test_a_wall_says_how_much_stands_on_the_page_only(maker: Maker) -> None:
    content = notice("wall")
    assert "还有2步、别的情形、更多做法和依据，扫码看网页" in words_of(page(maker, content))
    assert content.emergency
    whole = replace(content, emergency=replace(content.emergency, more=0))
    assert "还有" not in words_of(page(maker, whole))


@every_form
def test_without_an_address_there_is_no_code_to_scan(maker: Maker, form: Form) -> None:
    content = notice(form)
    made = replace(content, imprint=replace(content.imprint, url=""))
    assert "扫码" in words_of(page(maker, content))
    assert "扫码" not in words_of(page(maker, made))
    assert "看网页" in words_of(page(maker, made))


@every_form
def test_a_field_without_an_emergency_or_pictures_has_a_notice_too(
    maker: Maker, form: Form
) -> None:
    content = replace(notice(form), emergency=None, picture="", others=(), numbers=())
    signs = page(maker, content)
    assert all(shown(signs, (*content.dos, *content.donts)))
    assert "出事了" not in words_of(signs)


@every_form
def test_a_notice_is_headings_and_lists_for_those_who_hear_it(maker: Maker, form: Form) -> None:
    found = tags(PdfReader(io.BytesIO(maker.document(notice(form), "pdf"))))
    ends = [path.rpartition("/")[2] for path in found]
    assert ends.count("H1") == 1
    assert ends.index("H1") < ends.index("H2")
    assert ends.count("H2") == {"wall": 3, "pocket": 4}[form]
    lists = [path for path in found if path.endswith("/L")]
    assert len(lists) == {"wall": 3, "pocket": 5}[form]
    assert ends.count("Figure") == 1, "the code; words beside the pictures say what they show"


def test_the_inner_half_of_a_pocket_card_stands_on_its_head(maker: Maker) -> None:
    content = notice("pocket")
    signs = page(maker, content)
    turned = words_of([each for each in signs if each.turn == 180])
    upright = words_of([each for each in signs if each.turn == 0])
    assert len(turned) + len(upright) == len(signs)
    assert content.emergency
    for words in (content.emergency.steps[0], content.dos[0].text, content.donts[0].text):
        assert words in turned
    for words in (content.title, "95598", "电线掉在地上", "先上下对折"):
        assert words in upright
    reader = PdfReader(io.BytesIO(maker.document(content, "pdf")))
    assert [round(float(side) / 72 * 2.54, 1) for side in reader.pages[0].mediabox[2:]] == [
        21,
        29.7,
    ]
