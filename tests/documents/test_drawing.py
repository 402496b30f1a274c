"""Every document is arranged once, and every back end draws all of it."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path
from typing import get_args

import docx
import openpyxl
import pptx
import pytest
from docx.oxml.ns import qn
from PIL import Image
from pypdf import PdfReader

from generator.documents.deck import Cards, Cover, Deck, Lines, Number, Rescue, Slide
from generator.documents.imprint import Imprint
from generator.documents.maker import Content, Maker
from generator.documents.outline import (
    Block,
    Box,
    Bullets,
    Call,
    Column,
    Field,
    Form,
    Heading,
    Look,
    Note,
    Outline,
    PageBreak,
    Pair,
    Paragraph,
    Question,
    Reason,
    Reasons,
    Section,
    Steps,
    Table,
    Title,
)
from generator.documents.poster import Poster
from generator.documents.tone import Tone
from generator.documents.workbook import Choice, Count, SheetColumn, Workbook
from generator.load import load
from tests.conftest import FIXTURE, ROOT

IMPRINT = Imprint(
    site="样例县平安站",
    publisher="样例县安委办",
    title="用电安全",
    day=date(2026, 11, 1),
    url="https://sample.example/power.html",
    checked="样例县安委办　2026年11月1日核对",
)
BLOCKS: tuple[Block, ...] = (
    Title("用电安全讲义", under="发给大家带走", code=True),
    Heading("先断电"),
    Paragraph("第一段话。\n第二段话。"),
    Note("依据某某规定"),
    Bullets(("看插座", "看电线")),
    Bullets(("小字一条",), small=True),
    Steps(("拉闸", "喊人")),
    Call("电话：急救 120"),
    Box("千万不要", ("用手去拉",), Tone.CINNABAR),
    Pair(
        Box("要这样做", ("站在干木板上",), Tone.PINE),
        Box("不要这样做", ("泼水",), Tone.CINNABAR),
    ),
    Reasons((Reason("人走断电。", "没人看着，火起来没人知道。", "居民"),)),
    Question("1．灯不亮先做什么？（　　）", ("断开电源", "摸一摸灯头")),
    Table(
        (Column("序号", 2, Look.CENTRED), Column("查什么", 9), Column("来源", 4, Look.QUIET)),
        (Section("厨房"), ("1", "插座没有烧焦", "某某标准")),
    ),
    Form((Field("签名", 1.5),)),
    PageBreak(),
    Heading("第二页"),
)
WORDS = (
    *("用电安全讲义", "发给大家带走", "先断电", "第一段话。", "第二段话。", "依据某某规定"),
    *("看插座", "看电线", "小字一条", "拉闸", "喊人", "电话：急救 120", "千万不要", "用手去拉"),
    *("要这样做", "站在干木板上", "不要这样做", "泼水", "人走断电。", "没人看着，火起来没人知道。"),
    *("居民", "1．灯不亮先做什么？（　　）", "A．", "断开电源", "B．", "摸一摸灯头"),
    *("序号", "查什么", "来源", "厨房", "插座没有烧焦", "某某标准", "签名", "第二页"),
    *("样例县平安站", "2026年11月1日核对"),
)
SLIDES: tuple[Slide, ...] = (
    Cover(title="用电安全", summary="怎么用电不出事。", line="适用：居民"),
    Cards(
        label="应当怎么做",
        title="两件事",
        lines=("先断电。", "再喊人。"),
        tone=Tone.PINE,
        notes="照着讲。",
        numbered=True,
    ),
    Rescue(
        label="出事了怎么办",
        title="有人触电",
        steps=("拉闸", "喊人"),
        calls=(Number("120", "急救"), Number("119", "火警")),
        never_title="千万不要",
        never=("用手去拉",),
        notes="说一遍。",
    ),
    Lines(label="依据", title="写在哪里", lines=("甲规定", "乙规定", "丙规定"), notes="念。"),
)


@pytest.fixture(scope="module")
def maker(tmp_path_factory: pytest.TempPathFactory) -> Maker:
    """A maker with the real look, which keeps what it makes for itself."""
    root = tmp_path_factory.mktemp("project")
    (root / "theme").symlink_to(ROOT / "theme")
    library = load(FIXTURE).library
    assert library is not None
    return Maker(library.site, root)


def outline(*blocks: Block, landscape: bool = False) -> Outline:
    return Outline(name="讲义", imprint=IMPRINT, blocks=blocks, landscape=landscape)


def bare(text: str) -> str:
    """A text without spaces and line breaks, which PDF readers put where they like."""
    return re.sub(r"\s+", "", text)


def pdf(content: Content, maker: Maker) -> PdfReader:
    return PdfReader(io.BytesIO(maker.document(content, "pdf")))


def test_word_draws_every_block(maker: Maker) -> None:
    made = docx.Document(io.BytesIO(maker.document(outline(*BLOCKS), "docx")))
    section = made.sections[0]
    parts = (made.element, section.header._element, section.footer._element)
    read = bare("".join(text.text or "" for part in parts for text in part.iter(qn("w:t"))))
    (code,) = made.inline_shapes
    assert code._inline.docPr.get("descr") == "扫码打开网页：https://sample.example/power.html"
    assert {type(block) for block in BLOCKS} == set(get_args(Block))
    assert [words for words in WORDS if bare(words) not in read] == []


def test_typst_draws_every_block(maker: Maker) -> None:
    reader = pdf(outline(*BLOCKS), maker)
    read = bare("".join(page.extract_text() for page in reader.pages))
    lettered = {"A．", "B．"}
    assert [words for words in WORDS if words not in lettered and bare(words) not in read] == []
    assert len(reader.pages) == 2
    assert reader.metadata is not None
    assert reader.metadata.title == "用电安全：讲义"


def test_an_outline_across_is_wide_in_word_and_pdf(maker: Maker) -> None:
    wide = outline(Title("清单"), landscape=True)
    page = pdf(wide, maker).pages[0].mediabox
    section = docx.Document(io.BytesIO(maker.document(wide, "docx"))).sections[0]
    assert page.width > page.height
    assert section.page_width is not None
    assert section.page_height is not None
    assert section.page_width > section.page_height


def test_powerpoint_and_pdf_show_the_same_words(maker: Maker) -> None:
    deck = Deck(name="课件", imprint=IMPRINT, slides=SLIDES)
    assert {type(slide) for slide in SLIDES} == set(get_args(Slide))
    made = pptx.Presentation(io.BytesIO(maker.document(deck, "pptx")))
    pages = pdf(deck, maker).pages
    assert len(pages) == len(made.slides) == len(SLIDES)
    for number, (slide, page) in enumerate(zip(made.slides, pages, strict=True), 1):
        read = bare(page.extract_text())
        for shape in slide.shapes:
            if shape.has_text_frame:
                for paragraph in shape.text_frame.paragraphs:
                    shown = paragraph.text.replace("‹#›", str(number))
                    assert bare(shown) in read


def test_the_trainers_words_are_in_the_notes(maker: Maker) -> None:
    deck = Deck(name="课件", imprint=IMPRINT, slides=SLIDES)
    made = pptx.Presentation(io.BytesIO(maker.document(deck, "pptx")))
    notes = [slide.notes_slide.notes_text_frame.text for slide in made.slides]
    assert notes == ["今天学：用电安全。怎么用电不出事。", "照着讲。", "说一遍。", "念。"]


def test_a_poster_is_a_page_and_a_picture(maker: Maker) -> None:
    poster = Poster(
        imprint=IMPRINT,
        paper="a4",
        headline="先断电",
        lines=("拉闸", "喊人", "打 120"),
        call="120",
        call_name="急救",
    )
    (page,) = pdf(poster, maker).pages
    assert [words for words in (*poster.lines, "急救") if words not in page.extract_text()] == []
    picture = Image.open(io.BytesIO(maker.document(poster, "png")))
    assert picture.height / picture.width == pytest.approx(297 / 210, abs=0.01)


def test_a_workbook_counts_by_the_heads_of_its_columns(maker: Maker) -> None:
    workbook = Workbook(
        name="清单",
        imprint=IMPRINT,
        title="用电清单",
        note="点开选择",
        columns=(
            SheetColumn(head="查什么", width=30),
            SheetColumn(
                head="结果", width=9, choices=(Choice("好", Tone.PINE), Choice("坏", None))
            ),
        ),
        rows=(("插座", ""), ("电线", "")),
        frozen=1,
        summary="汇总",
        counts=(Count(label="总数"), Count(label="坏的", criteria=(("结果", "坏"),))),
    )
    book = openpyxl.load_workbook(io.BytesIO(maker.document(workbook, "xlsx")))
    counted = [[cell.value for cell in row] for row in book["汇总"].iter_rows(min_row=2)]
    assert counted == [
        ["总数", "=ROWS(清单!$A$4:$A$5)"],
        ["坏的", '=COUNTIFS(清单!$B$4:$B$5,"坏")'],
    ]
    (rule,) = book["清单"].data_validations.dataValidation
    assert (rule.formula1, str(rule.sqref)) == ('"好,坏"', "B4:B5")


def test_no_content_is_drawn_as_what_it_is_not(maker: Maker) -> None:
    with pytest.raises(TypeError, match="Outline is not drawn as xlsx"):
        maker.document(outline(Title("讲义")), "xlsx")


def test_another_maker_makes_the_same_bytes(maker: Maker, tmp_path: Path) -> None:
    first = maker.document(outline(*BLOCKS), "docx")
    (tmp_path / "theme").symlink_to(ROOT / "theme")
    library = load(FIXTURE).library
    assert library is not None
    assert Maker(library.site, tmp_path).document(outline(*BLOCKS), "docx") == first
