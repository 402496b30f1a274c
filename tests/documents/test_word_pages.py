"""Word documents as they lie on their pages: what is kept together, and how tables look."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import pairwise

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.table import Table as Grid

from generator.documents.maker import Maker
from generator.documents.outline import (
    Block,
    Box,
    Bullets,
    Call,
    Column,
    Field,
    Form,
    Heading,
    Outline,
    Paragraph,
    Question,
    Signatures,
    Steps,
    Table,
)
from generator.documents.tone import Tone
from generator.model.library import Library
from generator.packs.forms import evaluation, record
from generator.packs.lesson import Lesson
from generator.packs.paper import paper
from generator.packs.talk import talk
from tests.documents.conftest import IMPRINT
from tests.documents.word_height import share_of_page, shares_of_pages

TABLE = Table((Column("查什么", 9), Column("来源", 4)), (("插座", "标准"), ("电线", "标准")))
FORM = Form((Field("培训主题", text="用电"), Field("学时", text="2")), across=2)
BOX = Box("千万不要", ("用手去拉", "泼水"), Tone.CINNABAR)
SIGNATURES = Signatures("听讲人签名", 4, across=2)


@pytest.fixture(scope="module")
def lesson(fixture_library: Library) -> Lesson:
    return Lesson(fixture_library.courses["fire"], fixture_library)


def word(maker: Maker, *blocks: Block) -> Document:
    return opened(maker, Outline(name="讲义", imprint=IMPRINT, blocks=blocks))


def opened(maker: Maker, outline: Outline) -> Document:
    return docx.Document(io.BytesIO(maker.document(outline, "docx")))


def fill(table: Grid, row: int, column: int) -> str:
    """The background of a cell; "" for none."""
    shade = table.cell(row, column)._tc.find(f".//{qn('w:shd')}")
    return "" if shade is None else str(shade.get(qn("w:fill")))


def test_texts_do_not_touch_the_lines_of_their_tables(maker: Maker) -> None:
    for table in word(maker, TABLE, FORM, BOX, SIGNATURES).tables:
        padding = table._tbl.tblPr.find(qn("w:tblCellMar"))
        room = {each.tag: int(each.get(qn("w:w"))) for each in padding}
        assert room[qn("w:top")] == room[qn("w:bottom")] == Cm(0.15).twips
        assert room[qn("w:left")] == room[qn("w:right")] == Cm(0.2).twips


def test_the_lines_of_tables_are_light(maker: Maker) -> None:
    table, box = word(maker, TABLE, BOX).tables
    lines = {each.get(qn("w:color")) for each in table._tbl.tblPr.find(qn("w:tblBorders"))}
    assert lines == {"d9d0bf"}
    edges = box._tbl.tblPr.find(qn("w:tblBorders"))
    assert [each.tag for each in edges if each.get(qn("w:val")) != "nil"] == [qn("w:left")]


def test_the_first_row_is_a_head_only_where_it_is_one(maker: Maker) -> None:
    table, form = word(maker, TABLE, FORM).tables
    assert fill(table, 0, 0) == fill(table, 0, 1) == "e4f0ea"
    assert fill(table, 1, 0) == ""
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert [fill(form, 0, column) for column in range(4)] == ["e4f0ea", "", "e4f0ea", ""]
    assert form._tbl.find(f".//{qn('w:tblHeader')}") is None
    assert [cell.text for cell in form.rows[0].cells] == ["培训主题", "用电", "学时", "2"]


def test_no_row_and_no_box_breaks_over_pages(maker: Maker) -> None:
    for table in word(maker, TABLE, FORM, BOX, SIGNATURES).tables:
        for row in table.rows:
            assert row._tr.trPr.find(qn("w:cantSplit")) is not None


def test_steps_show_their_pictures_below_the_words(maker: Maker) -> None:
    made = word(maker, Steps(("拉闸", "喊人", "等人"), pictures=("cut-power", "unknown")))
    (shown,) = made.inline_shapes
    assert shown._inline.docPr.get("descr") == "一个人拉下电闸"
    pictured = [each.text for each in made.paragraphs if each._p.findall(f".//{qn('w:drawing')}")]
    assert pictured == ["1．拉闸\n"]


@pytest.mark.parametrize(("picture", "beside"), [("cut-power", True), ("two-frames", False)])
def test_the_picture_of_all_steps_stands_beside_them_or_above(
    maker: Maker, picture: str, beside: bool
) -> None:
    made = word(maker, Steps(("拉闸", "喊人"), picture=picture))
    assert len(made.inline_shapes) == 1
    assert len(made.tables) == int(beside)
    if beside:
        words, shown = made.tables[0].rows[0].cells
        assert words.text == "1．拉闸\n2．喊人"
        assert shown._tc.findall(f".//{qn('w:drawing')}")


def test_no_line_stands_alone(maker: Maker) -> None:
    made = word(maker, Heading("一"), Paragraph("二"))
    assert made.styles["Normal"].paragraph_format.widow_control
    assert made.styles["Heading 1"].paragraph_format.keep_with_next
    (called,) = word(maker, Call("电话：急救 120")).paragraphs
    assert called.paragraph_format.keep_with_next


def test_the_last_question_is_on_the_page_of_the_one_before(maker: Maker, lesson: Lesson) -> None:
    made = opened(maker, paper(lesson)).paragraphs
    *others, last = [place for place, each in enumerate(made) if "（　　）" in each.text]
    between = made[others[-1] : last]
    assert len(between) >= 1
    assert all(each.paragraph_format.keep_with_next for each in between)
    before = made[others[-2] : others[-1]]
    assert not before[-1].paragraph_format.keep_with_next


def test_a_question_is_not_cut(maker: Maker) -> None:
    made = word(maker, Question("1．先做什么？", ("断开电源" * 5, "喊人" * 10)))
    lines = [each for each in made.paragraphs if each.text]
    assert len(lines) == 3
    assert all(each.paragraph_format.keep_together for each in lines)
    assert [each.paragraph_format.keep_with_next for each in lines] == [True, True, False]


def test_sources_stand_in_two_columns_and_what_follows_does_not(maker: Maker) -> None:
    sources = Bullets(("《安全生产法》第四条", "《消防法》第五条"), small=True)
    made = word(maker, Heading("本课依据"), sources, Paragraph("再说一句"))
    counts = [each._sectPr.find(qn("w:cols")).get(qn("w:num")) for each in made.sections]
    assert counts == [None, "2", "1"]
    held = [text for each in made.sections for text in [_texts(each)]]
    assert held == [["本课依据"], ["《安全生产法》第四条", "《消防法》第五条"], ["再说一句"]]
    heads = made.paragraphs[:2]
    assert all(_kept(each) for each in heads)


def _texts(section: docx.section.Section) -> list[str]:
    return [each.text for each in section.iter_inner_content() if each.text]


def _kept(paragraph: docx.text.paragraph.Paragraph) -> bool:
    own = paragraph.paragraph_format.keep_with_next
    return bool(paragraph.style.paragraph_format.keep_with_next if own is None else own)


@pytest.mark.parametrize(("arrange", "pages"), [(talk, 1), (record, 2), (evaluation, 1)])
def test_forms_have_a_page_each(maker: Maker, lesson: Lesson, arrange, pages: int) -> None:
    shares = list(shares_of_pages(opened(maker, arrange(lesson))))
    assert len(shares) == pages
    assert max(shares) <= 1


def test_a_long_talk_and_its_signatures_have_one_page(maker: Maker, lesson: Lesson) -> None:
    spoken = lesson.course.talk
    points = tuple("要" * length for length in (34, 23, 56, 34, 24, 36))
    update = {"opening": "开" * 91, "points": points, "ask": ("问" * 24,) * 4}
    course = lesson.course.model_copy(update={"talk": spoken.model_copy(update=update)})
    made = opened(maker, talk(replace(lesson, course=course)))
    assert len(list(shares_of_pages(made))) == 1
    assert share_of_page(made) <= 1


def test_two_tables_never_touch(maker: Maker) -> None:
    body = word(maker, TABLE, FORM, BOX, SIGNATURES).element.body
    tags = [each.tag for each in body]
    assert (qn("w:tbl"), qn("w:tbl")) not in set(pairwise(tags))
