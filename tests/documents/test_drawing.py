"""Every document is arranged once, and every back end draws all of it."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import docx
import openpyxl
import pptx
import pytest
from docx.opc.package import OpcPackage
from docx.oxml.ns import qn
from docx.text.run import Run
from lxml import etree  # type: ignore[import-untyped]
from PIL import Image
from pypdf import PdfReader

from generator.documents.deck import (
    Agenda,
    Caption,
    Case,
    Cover,
    Deck,
    Gallery,
    Never,
    Number,
    Points,
    Questions,
    Rescue,
    Slide,
    Sources,
)
from generator.documents.maker import Content, Maker
from generator.documents.notice import Emergency, Notice, Said
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
    Picture,
    Question,
    Reason,
    Reasons,
    Section,
    Signatures,
    Steps,
    Table,
    Title,
    Together,
)
from generator.documents.poster import Paper
from generator.documents.tone import Tone
from generator.documents.workbook import Annex, Choice, Count, SheetColumn, Workbook
from generator.load import load
from tests.conftest import FIXTURE, ROOT
from tests.documents.conftest import DRAWINGS, IMPRINT
from tests.documents.test_posters import POSTER

BLOCKS: tuple[Block, ...] = (
    Title("用电安全讲义", under="发给大家带走", code=True),
    Heading("先断电"),
    Paragraph("第一段话。\n第二段话。"),
    Picture("cut-power", 6),
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
    Form((Field("签名", 1.5), Field("学时", text="二"))),
    Signatures("听讲人签名", 3, across=2),
    Together((Note("连在一起"), Bullets(("不分开",)))),
    PageBreak(),
    Heading("第二页"),
)
WORDS = (
    *("用电安全讲义", "发给大家带走", "先断电", "第一段话。", "第二段话。", "依据某某规定"),
    *("看插座", "看电线", "小字一条", "拉闸", "喊人", "电话：急救 120", "千万不要", "用手去拉"),
    *("要这样做", "站在干木板上", "不要这样做", "泼水", "人走断电。", "没人看着，火起来没人知道。"),
    *("居民", "1．灯不亮先做什么？（　　）", "A．", "断开电源", "B．", "摸一摸灯头"),
    *("序号", "查什么", "来源", "厨房", "插座没有烧焦", "某某标准", "签名", "第二页"),
    *("学时", "二", "听讲人签名", "3", "连在一起", "不分开"),
    *("样例县平安站", "2026年11月1日核对"),
)
SLIDES: tuple[Slide, ...] = (
    Cover(title="用电安全", summary="怎么用电不出事。", line="适用：居民", picture="cut-power"),
    Agenda(label="目标", title="今天学什么", lines=("会断电。", "会喊人。"), notes="先问。"),
    Points(
        label="应当怎么做",
        title="两件事",
        lines=("先断电。", "再喊人。"),
        tone=Tone.PINE,
        notes="照着讲。",
    ),
    Rescue(
        label="出事了怎么办",
        title="有人触电",
        steps=("拉闸", "喊人"),
        calls=(Number("120", "急救"), Number("119", "火警")),
        notes="说一遍。",
        picture="cut-power",
    ),
    Gallery(
        label="看图",
        title="要这样做",
        captions=(Caption("cut-power", "先拉闸"), Caption("unknown", "没有图的不说")),
        tone=Tone.PINE,
        notes="看。",
    ),
    Never(label="出事了", title="千万不要", lines=("用手去拉",), notes="念。"),
    Case(
        label="想一想",
        title="错在哪里",
        lines=("他没拉闸。",),
        notes="问。",
        picture="cut-power",
    ),
    Questions(label="考一考", title="答一答", lines=("先做什么？",), notes="拉闸。"),
    Sources(label="依据", title="写在哪里", lines=("甲规定", "乙规定", "丙规定"), notes="念。"),
)

DECK = Deck(name="课件", imprint=IMPRINT, slides=SLIDES)
NOTICE = Notice(
    name="提示单",
    imprint=IMPRINT,
    form="wall",
    title="用电安全",
    summary="怎么用电不出事。",
    picture="cut-power",
    emergency=Emergency(
        title="触电",
        picture="",
        calls=(Number("120", "急救"),),
        steps=("拉闸", "喊人"),
        more=0,
        never_title="千万不要",
        never=("用手去拉",),
    ),
    dos=(Said("人走断电"),),
    donts=(Said("不用湿手碰插座", "cut-power"),),
    others=("电器着火",),
    numbers=(Number("120", "急救"),),
)
WORKBOOK = Workbook(
    name="清单",
    imprint=IMPRINT,
    title="用电清单",
    note="点开选择",
    columns=(
        SheetColumn(head="查什么", width=30),
        SheetColumn(head="结果", width=9, choices=(Choice("好", Tone.PINE), Choice("坏", None))),
    ),
    rows=(("插座", ""), ("电线", "")),
    frozen=1,
    summary="汇总",
    counts=(Count(label="总数"), Count(label="坏的", criteria=(("结果", "坏"),))),
    annex=Annex(name="依据", columns=(SheetColumn(head="写在哪里", width=30),), rows=(("甲",),)),
)


SVG_BLIP = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"


def outline(*blocks: Block, landscape: bool = False) -> Outline:
    return Outline(name="讲义", imprint=IMPRINT, blocks=blocks, landscape=landscape)


def bare(text: str) -> str:
    """A text without spaces and line breaks, which PDF readers put where they like."""
    return re.sub(r"\s+", "", text)


def slides_of(maker: Maker, *slides: Slide) -> Any:
    """What PowerPoint finds in a deck of these slides."""
    return pptx.Presentation(io.BytesIO(maker.document(replace(DECK, slides=slides), "pptx")))


def pdf(content: Content, maker: Maker) -> PdfReader:
    return PdfReader(io.BytesIO(maker.document(content, "pdf")))


def test_word_draws_every_block(maker: Maker) -> None:
    made = docx.Document(io.BytesIO(maker.document(outline(*BLOCKS), "docx")))
    section = made.sections[0]
    parts = (made.element, section.header._element, section.footer._element)
    read = bare("".join(text.text or "" for part in parts for text in part.iter(qn("w:t"))))
    code, drawing = made.inline_shapes
    assert drawing._inline.docPr.get("descr") == "一个人拉下电闸"
    assert drawing.width.cm == pytest.approx(6, abs=0.01)
    assert code._inline.docPr.get("descr") == "扫码打开网页：https://sample.example/power.html"
    assert {type(block) for block in BLOCKS} == set(get_args(Block))
    assert [words for words in WORDS if bare(words) not in read] == []


def test_typst_draws_every_block(maker: Maker) -> None:
    reader = pdf(outline(*BLOCKS), maker)
    read = bare("".join(page.extract_text() for page in reader.pages))
    lettered = {"A．", "B．"}
    assert [words for words in WORDS if words not in lettered and bare(words) not in read] == []
    assert bare(reader.pages[-1].extract_text()).count("第二页") == 1
    assert "连在一起" not in reader.pages[-1].extract_text()
    assert reader.metadata is not None
    assert reader.metadata.title == "用电安全：讲义"


def test_a_question_stays_on_the_page_of_its_choices(maker: Maker) -> None:
    questions = (Question("1．先做什么？", ("断电", "喊人")), Question("2．说一说。", ()))
    made = docx.Document(io.BytesIO(maker.document(outline(*questions), "docx")))
    kept = {each.text: each.paragraph_format.keep_with_next for each in made.paragraphs}
    assert kept["1．先做什么？"]
    assert not kept["2．说一说。"]


def test_a_slide_shows_the_first_two_numbers_to_call(maker: Maker) -> None:
    calls = tuple(Number(number, "某处") for number in ("120", "119", "110"))
    rescue = SLIDES[3]
    assert isinstance(rescue, Rescue)
    (slide,) = slides_of(maker, replace(rescue, calls=calls)).slides
    shown = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    assert [text for text in shown if "某处" in text] == ["120\n某处", "119\n某处"]


def test_an_outline_across_is_wide_in_word_and_pdf(maker: Maker) -> None:
    wide = outline(Title("清单"), landscape=True)
    page = pdf(wide, maker).pages[0].mediabox
    section = docx.Document(io.BytesIO(maker.document(wide, "docx"))).sections[0]
    assert page.width > page.height
    assert section.page_width is not None
    assert section.page_height is not None
    assert section.page_width > section.page_height


def test_powerpoint_and_pdf_show_the_same_words(maker: Maker) -> None:
    assert {type(slide) for slide in SLIDES} == set(get_args(Slide))
    made = pptx.Presentation(io.BytesIO(maker.document(DECK, "pptx")))
    pages = pdf(DECK, maker).pages
    assert len(pages) == len(made.slides) == len(SLIDES)
    for number, (slide, page) in enumerate(zip(made.slides, pages, strict=True), 1):
        read = bare(page.extract_text())
        for shape in slide.shapes:
            if shape.has_text_frame:
                for paragraph in shape.text_frame.paragraphs:
                    shown = paragraph.text.replace("‹#›", str(number))
                    assert bare(shown) in read


def test_the_trainers_words_are_in_the_notes(maker: Maker) -> None:
    made = pptx.Presentation(io.BytesIO(maker.document(DECK, "pptx")))
    notes = [slide.notes_slide.notes_text_frame.text for slide in made.slides]
    assert notes[0] == "今天学：用电安全。怎么用电不出事。"
    assert notes[1:] == [slide.notes for slide in SLIDES if not isinstance(slide, Cover)]


def test_a_workbook_counts_by_the_heads_of_its_columns(maker: Maker) -> None:
    book = openpyxl.load_workbook(io.BytesIO(maker.document(WORKBOOK, "xlsx")))
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
    other = Maker(library.site, tmp_path, drawings=DRAWINGS)
    assert other.document(outline(*BLOCKS), "docx") == first


def office_drawings(office_file: bytes) -> list[bytes]:
    """The SVG of every picture that an Office file shows as one, as its program finds it."""
    package = OpcPackage.open(io.BytesIO(office_file))
    return [
        part.related_parts[blip.get(qn("r:embed"))].blob
        for part in package.iter_parts()
        if part.partname.endswith(".xml")
        for blip in etree.fromstring(part.blob).iter(SVG_BLIP)
    ]


def alternatives(structure: Any) -> list[str]:
    """What a PDF says for the pictures below an element of its structure, in order."""
    element = structure.get_object()
    if isinstance(element, list):
        return [said for each in element for said in alternatives(each)]
    if not isinstance(element, dict):
        return []
    said = [str(element["/Alt"])] if "/Alt" in element else []
    return said + (alternatives(element["/K"]) if "/K" in element else [])


def test_word_holds_the_drawing_and_dots_for_programs_without_svg(maker: Maker) -> None:
    twice = outline(Picture("cut-power", 6), Picture("cut-power", 60), Picture("unknown", 6))
    made = maker.document(twice, "docx")
    svg = DRAWINGS["cut-power"].svg.encode()
    assert office_drawings(made) == [svg, svg]
    _, second = docx.Document(io.BytesIO(made)).inline_shapes
    assert second.width.cm == pytest.approx(17, abs=0.01)
    with zipfile.ZipFile(io.BytesIO(made)) as packed:
        (dots,) = (name for name in packed.namelist() if name.startswith("word/media/image"))
        assert [name for name in packed.namelist() if name.endswith(".svg")] == [
            "word/media/drawing1.svg"
        ]
        picture = Image.open(io.BytesIO(packed.read(dots))).convert("RGBA")
    assert picture.size == (720, 540)
    assert picture.getpixel((360, 270)) == pytest.approx((0x14, 0x59, 0x4A, 255), abs=2)
    assert picture.getpixel((0, 0)) == pytest.approx((0, 0, 0, 0), abs=2)


def test_a_picture_in_a_pdf_says_what_it_shows(maker: Maker) -> None:
    reader = pdf(outline(Title("一"), Picture("cut-power", 6)), maker)
    assert "一个人拉下电闸" in alternatives(reader.root_object["/StructTreeRoot"])


def test_a_document_is_made_anew_when_its_picture_changes(maker: Maker, tmp_path: Path) -> None:
    (tmp_path / "theme").symlink_to(ROOT / "theme")
    library = load(FIXTURE).library
    assert library is not None
    shown, without = outline(Picture("cut-power", 6)), outline(Title("一"))
    first = Maker(library.site, tmp_path, drawings=DRAWINGS)
    before = [first.document(each, "pdf") for each in (shown, without)]
    old = DRAWINGS["cut-power"]
    redrawn = {"cut-power": replace(old, svg=old.svg.replace('r="50"', 'r="20"'))}
    second = Maker(library.site, tmp_path, drawings=redrawn)
    after = [second.document(each, "pdf") for each in (shown, without)]
    assert before[0] != after[0]
    assert before[1] == after[1]


def drawn_sizes(maker: Maker) -> set[float]:
    """Every size of type that each back end draws, in points; a poster is drawn as on A3."""
    found: set[float] = set()
    for compact in (False, True):
        words = replace(outline(*BLOCKS), compact=compact)
        word = docx.Document(io.BytesIO(maker.document(words, "docx")))
        runs = [run.font.size for run in _runs(word.element.body)]
        named = ("Title", "Heading 1", "Normal", "Footer")
        styles = [word.styles[name].font.size for name in named]
        found |= {size.pt for size in (*runs, *styles) if size is not None}
    slides = pptx.Presentation(io.BytesIO(maker.document(DECK, "pptx")))
    for part in (*slides.slides, *slides.slide_layouts):
        found |= {int(size) / 100 for size in part._element.xpath(".//*/@sz") if size.isdigit()}
    book = openpyxl.load_workbook(io.BytesIO(maker.document(WORKBOOK, "xlsx")))
    for sheet in book:
        found |= {cell.font.size for row in sheet for cell in row if cell.value is not None}
    card = replace(outline(*BLOCKS), card=True)
    notices = NOTICE, replace(NOTICE, form="pocket")
    for content in (outline(*BLOCKS), card, DECK, replace(POSTER, paper=Paper.A3), *notices):
        for page in pdf(content, maker).pages:
            page.extract_text(
                visitor_text=lambda text, _, matrix, font, size: (
                    found.add(round(size * abs(matrix[0]), 2)) if text.strip() else None
                )
            )
    return found


def _runs(body: Any) -> Iterator[Run]:
    return (Run(each, body) for each in body.iter(qn("w:r")))


def test_every_size_of_type_is_one_of_the_palette(maker: Maker, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "theme", tmp_path / "theme")
    path = tmp_path / "theme/palette.yml"
    before, _, after = path.read_text(encoding="utf-8").partition("\ndocument_sizes:\n")
    names, _, rest = after.partition("\nfonts:")
    sizes = {name: 5 + place / 2 for place, name in enumerate(re.findall(r"\w+(?=:)", names))}
    given = "".join(f"  {name}: {size}\n" for name, size in sizes.items())
    path.write_text(f"{before}\ndocument_sizes:\n{given}\nfonts:{rest}", encoding="utf-8")
    library = load(FIXTURE).library
    assert library is not None
    drawn = drawn_sizes(Maker(library.site, tmp_path))
    assert drawn - {*sizes.values()} == set()
    assert {name for name, size in sizes.items() if size not in drawn} == {
        *("slide_text", "poster_text"),  # all that is drawn has a size of its own
        *(name for name in sizes if re.fullmatch(r"slide_(?!caption)\w+_(tight|least)", name)),
        *("wall_text_near", "wall_text_tight", "pocket_text_least"),
    }
