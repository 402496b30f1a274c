"""Each document, read back as its reader's program reads it."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import openpyxl
import pptx
import pytest
from docx.oxml.ns import qn
from PIL import Image
from pptx.oxml.ns import qn as slide_qn
from pypdf import PdfReader

from generator.look import look_of
from generator.model.course import Course
from generator.model.library import Library
from generator.model.vocabulary import QuestionKind
from generator.palette import palette_of
from tests.conftest import ROOT
from tests.documents import pdf_text
from tests.documents.pdf_text import signs_of
from tests.documents.word_height import share_of_page
from tests.sheets import sheets_of

COURSES = (
    "non-coal-mine",
    "hazardous-chemicals",
    "industry-trade",
    "road-transport",
    "fire",
    "town-gas",
    "construction",
    "confined-space",
    "combustible-dust",
    "e-bike",
    "first-lesson",
    "new-worker",
)

every_course = pytest.mark.parametrize("id_", COURSES)


def course(library: Library, id_: str) -> Course:
    return library.courses[id_]


def bare(text: str) -> str:
    """A text without spaces and line breaks, which PDF readers put where they like."""
    return re.sub(r"\s+", "", text)


def words_of(document: docx.document.Document) -> str:
    texts = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        texts += [cell.text for row in table.rows for cell in row.cells]
    return bare("".join(texts))


def test_there_is_a_course_for_every_field_that_the_county_names(library: Library) -> None:
    assert set(COURSES) <= library.courses.keys()


@every_course
def test_the_slides_say_what_the_course_says(files: Path, library: Library, id_: str) -> None:
    deck = pptx.Presentation(str(files / id_ / f"{id_}-slides.pptx"))
    assert 12 <= len(deck.slides) <= 60
    wanted = course(library, id_)
    shown = ""
    notes = ""
    for slide in deck.slides:
        assert slide.shapes.title.text
        shown += "".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        notes += slide.notes_slide.notes_text_frame.text
    for slide in wanted.slides:
        assert slide.title in shown
        for point in slide.points:
            assert point.replace("**", "") in shown
        assert bare(slide.notes.replace("**", ""))[:40] in bare(notes)
    for situation in library.situations_of(wanted):
        assert situation.title in shown
        assert all(number in shown for number in situation.call[:2])
        assert all(line in shown for line in situation.never)


def test_the_slides_are_wide_and_carry_our_theme(files: Path) -> None:
    deck = pptx.Presentation(str(files / "fire/fire-slides.pptx"))
    assert deck.slide_width / deck.slide_height == pytest.approx(16 / 9, abs=0.01)
    theme = next(
        part for part in deck.part.package.iter_parts() if part.partname == "/ppt/theme/theme1.xml"
    )
    xml = theme.blob.decode()
    colours = palette_of(look_of(ROOT)).documents
    for slot, colour in (("dk1", colours.ink), ("accent1", colours.pine), ("lt2", colours.paper)):
        assert f'<a:{slot}><a:srgbClr val="{colour[1:].upper()}"/></a:{slot}>' in xml
    assert len(re.findall('<a:ea typeface="微软雅黑"', xml)) == 2
    for slide in deck.slides:
        for shape in slide.shapes:
            inside = shape.left >= 0 and shape.top >= 0
            inside = inside and shape.left + shape.width <= deck.slide_width + 9525
            inside = inside and shape.top + shape.height <= deck.slide_height + 9525
            assert inside, (slide.shapes.title.text, shape.name)


@every_course
def test_the_handout_holds_the_whole_lesson(files: Path, library: Library, id_: str) -> None:
    wanted = course(library, id_)
    read = words_of(docx.Document(str(files / id_ / f"{id_}-handout.docx")))
    for slide in wanted.slides:
        assert bare(slide.notes.replace("**", "")) in read
    situations = library.situations_of(wanted)
    for thing in (*situations, *library.procedures_of(situations)):
        for line in (*(step.text for step in thing.all_steps), *thing.never):
            assert bare(line) in read


def test_word_documents_use_a_chinese_font_and_number_their_pages(files: Path) -> None:
    for path in sorted((files / "fire").glob("*.docx")):
        document = docx.Document(str(path))
        fonts = document.styles["Normal"].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) == "微软雅黑"
        footer = document.sections[0].footer._element.xml
        assert "PAGE" in footer
        assert "NUMPAGES" in footer
        assert "消防安全培训" in document.sections[0].header.paragraphs[0].text


@every_course
def test_the_checklist_can_be_filled_in_and_counts_what_is_open(
    files: Path, library: Library, id_: str
) -> None:
    wanted = course(library, id_)
    book = openpyxl.load_workbook(files / id_ / f"{id_}-checklist.xlsx")
    sheet = book["隐患排查清单"]
    rows = [row for row in sheet.iter_rows(min_row=4, values_only=True) if row[0]]
    assert len(rows) == len(wanted.checklist) >= 20
    assert [row[2] for row in rows] == [row.item.replace("**", "") for row in wanted.checklist]
    assert [row[4] == "★" for row in rows] == [row.major for row in wanted.checklist]
    sources = [row for row in book["依据"].iter_rows(min_row=2, values_only=True) if row[0]]
    assert [row[0] for row in sources] == [row[0] for row in rows]
    assert all("《" in row[2] for row in sources)
    lists = {rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert '"合格,不合格,不适用"' in lists
    assert sheet.freeze_panes == "D4"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.paperSize == 9
    assert sheet.print_area
    assert len(sheet.conditional_formatting) >= 2
    summary = book["汇总"]
    formulas = {row[0].value: row[1].value for row in summary.iter_rows(min_row=2, max_col=2)}
    assert "不合格" in formulas["还没整改完的隐患"]
    assert "<>已整改" in formulas["还没整改完的隐患"]


@pytest.mark.parametrize("name", ["handout", "talk", "paper", "key"])
def test_word_and_pdf_say_the_same(files: Path, name: str) -> None:
    document = docx.Document(str(files / f"fire/fire-{name}.docx"))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    held = [*document.paragraphs, *(each for cell in cells for each in cell.paragraphs)]
    numbers = re.compile(r"^([A-F]|\d+)．")
    said = [numbers.sub("", part) for each in held for part in each.text.split("　　")]
    read = bare("".join(sheets_of(files / f"fire/fire-{name}.pdf")))
    beginnings = [bare(text)[:8] for text in said if text.strip("＿　 ")]
    assert len(beginnings) > 20
    assert [text for text in beginnings if text not in read] == []


@every_course
def test_the_paper_has_no_answers_and_the_key_has_them_all(
    files: Path, library: Library, id_: str
) -> None:
    wanted = course(library, id_)
    assert len(wanted.quiz) >= 20
    paper = words_of(docx.Document(str(files / id_ / f"{id_}-paper.docx")))
    table = docx.Document(str(files / id_ / f"{id_}-key.docx")).tables[0]
    key = [[cell.text for cell in row.cells] for row in table.rows][1:]
    assert [row[1] for row in key] == [question.answer for question in wanted.paper]
    for question, row in zip(wanted.paper, key, strict=True):
        assert bare(question.text.replace("**", "")) in paper
        assert bare(question.explanation.replace("**", "")) not in paper
        assert row[2] == question.explanation.replace("**", "")
        assert "《" in row[3]
        for letter, text in question.choices:
            if letter != text:
                assert bare(f"{letter}．{text}".replace("**", "")) in paper


@every_course
def test_the_talk_and_its_signatures_are_on_one_page(files: Path, id_: str) -> None:
    assert len(PdfReader(files / id_ / f"{id_}-talk.pdf").pages) == 1
    made = docx.Document(str(files / id_ / f"{id_}-talk.docx"))
    assert share_of_page(made) <= 1
    assert "听讲人签名" in words_of(made)


def _beginning(text: str) -> str:
    """Give a text up to its first Latin letter: from there on, a PDF tells it in another order."""
    return re.split("[A-Za-z（(]", bare(text))[0] or bare(text)


@pytest.mark.parametrize(("kind", "least"), [("sheet", 14), ("pocket", 10)])
def test_the_notices_of_every_sector_are_one_page_of_large_type(
    files: Path, library: Library, kind: str, least: float
) -> None:
    for sector in library.sectors.values():
        (signs,) = signs_of((files / f"sectors/{sector.id}-{kind}.pdf").read_bytes())
        said = pdf_text.words_of(signs)
        first = library.situations_of(sector)[0]
        assert bare(first.title) in said, sector.id
        assert all(_beginning(step.text) in said for step in first.steps[:3]), sector.id
        for lines in (sector.dos, sector.donts):
            shown = [_beginning(each.text) in said for each in lines]
            assert sum(shown) >= 3, sector.id
            assert shown == sorted(shown, reverse=True), sector.id
            sizes = pdf_text.sizes_of(signs, bare(lines[0].text))
            assert min(sizes) >= least, sector.id
            if not all(shown):
                assert sizes == {least}, sector.id


def test_the_record_asks_for_what_an_inspection_asks_for(files: Path) -> None:
    read = words_of(docx.Document(str(files / "fire/fire-record.docx")))
    for word in ("培训时间", "讲师", "学时", "签名", "考核成绩", "负责人签名", "签到表"):
        assert word in read


@every_course
@pytest.mark.parametrize(
    "name", ["slides", "handout", "talk", "checklist", "paper", "key", "poster-a3", "poster-a4"]
)
def test_a_pdf_gives_its_chinese_back_and_brings_its_fonts(
    files: Path, library: Library, id_: str, name: str
) -> None:
    wanted = course(library, id_)
    path = files / id_ / f"{id_}-{name}.pdf"
    reader = PdfReader(path)
    read = bare("".join(sheets_of(path)))
    expected = {
        "slides": [slide.title for slide in wanted.slides],
        "handout": [slide.title for slide in wanted.slides],
        "talk": list(wanted.talk.points),
        "checklist": [row.item for row in wanted.checklist],
        "paper": [question.text for question in wanted.quiz],
        "key": [question.answer for question in wanted.quiz],
        "poster-a3": [wanted.poster.headline, *wanted.poster.lines],
        "poster-a4": [wanted.poster.headline, *wanted.poster.lines],
    }[name]
    for text in expected:
        assert bare(text.replace("**", ""))[:12] in read, text
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.metadata.title.startswith(wanted.title)
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            descriptor = inner["/FontDescriptor"].get_object()
            assert "/FontFile3" in descriptor or "/FontFile2" in descriptor


def tags(reader: PdfReader) -> list[str]:
    """The kinds of all tagged parts of a PDF, in reading order."""

    def within(part: object) -> list[str]:
        part = part.get_object() if hasattr(part, "get_object") else part
        if isinstance(part, list):
            return [tag for each in part for tag in within(each)]
        if not isinstance(part, dict):
            return []
        own = [str(part["/S"])] if "/S" in part else []
        return own + within(part.get("/K"))

    return within(reader.trailer["/Root"]["/StructTreeRoot"])


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("slides", {"/H1"}),
        ("handout", {"/H1", "/H2", "/LI"}),
        ("talk", {"/H1", "/H2", "/LI"}),
        ("checklist", {"/H1", "/TH"}),
        ("paper", {"/H1", "/H2", "/LI"}),
        ("key", {"/H1", "/TH"}),
        ("poster-a3", {"/H1"}),
        ("poster-a4", {"/H1"}),
    ],
)
def test_a_pdf_is_tagged_for_screen_readers(files: Path, name: str, wanted: set[str]) -> None:
    reader = PdfReader(files / f"fire/fire-{name}.pdf")
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "zh-CN"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data()
    found = tags(reader)
    assert wanted <= set(found)
    assert found.index("/H1") == min(found.index(each) for each in found if each[:2] == "/H")
    assert name == "slides" or found.count("/H1") == 1


def test_the_options_of_a_question_are_a_list(files: Path, library: Library) -> None:
    found = tags(PdfReader(files / "fire/fire-paper.pdf"))
    options = [
        question.choices
        for question in course(library, "fire").quiz
        if question.kind is not QuestionKind.TRUE_FALSE
    ]
    assert found.count("/LI") == sum(len(choices) for choices in options)


def test_posters_have_the_size_of_their_paper_and_a_code(files: Path, library: Library) -> None:
    for paper, millimetres in (("a3", 297), ("a4", 210)):
        page = PdfReader(files / f"fire/fire-poster-{paper}.pdf").pages[0]
        assert float(page.mediabox.width) / 72 * 25.4 == pytest.approx(millimetres, abs=1)
    assert Image.open(files / "fire/fire-poster.png").width >= 1100


@every_course
def test_slides_have_no_words_in_a_latin_only_font(files: Path, id_: str) -> None:
    deck = pptx.Presentation(str(files / id_ / f"{id_}-slides.pptx"))
    for slide in deck.slides:
        for latin in slide._element.iter(slide_qn("a:latin")):
            assert latin.get("typeface").startswith("+")
