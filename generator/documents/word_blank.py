"""An empty Word document in our look: A4, our styles, header, footer and page numbers."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime, time

from docx import Document
from docx.document import Document as Blank
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from generator.documents.archive import fact
from generator.documents.imprint import PAGE_NUMBER
from generator.documents.outline import Outline
from generator.documents.style import Style

_MARGIN = 2
_MARK = Cm(0.8)
_COUNTED = {"{page}": "PAGE", "{pages}": "NUMPAGES"}


def blank_document(outline: Outline, style: Style, logo: bytes) -> Blank:
    """Make the empty document for an outline, editable in Word and WPS.

    `logo` is the mark (PNG) of those that bear it.
    """
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    if outline.landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(_MARGIN)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2)
    sizes, compact = style.sizes, outline.compact
    if compact:
        section.top_margin, section.bottom_margin = Cm(1.9), Cm(1.6)
        section.header_distance = section.footer_distance = Cm(0.9)
    for name, size in (
        ("Title", sizes.word_title),
        ("Heading 1", sizes.word_heading_compact if compact else sizes.word_heading),
        ("Normal", sizes.word_text),
        ("List Bullet", sizes.word_text),
        ("Header", sizes.word_note),
        ("Footer", sizes.word_note),
    ):
        _dress(document, name, size, style)
    normal = document.styles["Normal"].paragraph_format
    normal.space_after, normal.line_spacing = (Pt(3), 1.2) if compact else (Pt(6), 1.4)
    normal.widow_control = True
    heading = document.styles["Heading 1"].paragraph_format
    heading.space_before, heading.space_after = (Pt(8), Pt(2)) if compact else (Pt(14), Pt(6))
    _set_facts(document, outline)
    header = section.header.paragraphs[0]
    if outline.imprint.logo:
        mark = header.add_run().add_picture(io.BytesIO(logo), height=_MARK)
        mark._inline.docPr.set("descr", outline.imprint.publisher)
        header.add_run("　")
    header.add_run(outline.imprint.header)
    _fill_footer(section.footer.paragraphs[0], f"{outline.imprint.checked}　{PAGE_NUMBER}")
    return document


def text_width(outline: Outline) -> float:
    """Give how wide the text of an outline's pages is, in centimetres."""
    return (29.7 if outline.landscape else 21) - 2 * _MARGIN


def rgb(colour: str) -> RGBColor:
    """Turn #rrggbb into a colour of the Office libraries."""
    return RGBColor.from_string(colour.lstrip("#").upper())


def _set_facts(document: Blank, outline: Outline) -> None:
    imprint, facts = outline.imprint, document.core_properties
    publisher = fact(imprint.publisher)
    facts.title, facts.author = fact(f"{imprint.title}：{outline.name}"), publisher
    facts.last_modified_by, facts.comments = publisher, ""
    midnight = datetime.combine(imprint.day, time(), UTC)
    facts.created = facts.modified = facts.last_printed = midnight
    facts.revision, facts.language = 1, "zh-CN"


def _dress(document: Blank, name: str, size: float, look: Style) -> None:
    style = document.styles[name]
    style.font.name = look.office_font
    style.font.size = Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for slot in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{slot}"), look.office_font)
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    if name == "Normal":
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), "zh-CN")
        language.set(qn("w:eastAsia"), "zh-CN")
        style.element.get_or_add_rPr().append(language)
    if name.startswith(("Title", "Heading")):
        style.font.bold = True
        style.font.color.rgb = rgb(look.colours.pine)
        style.paragraph_format.keep_with_next = True
    if name == "Title":
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(0), Pt(6)
        for border in style.element.findall(f".//{qn('w:pBdr')}"):
            border.getparent().remove(border)


def _fill_footer(paragraph: Paragraph, text: str) -> None:
    """Write a text in which Word and WPS themselves count `{page}` and `{pages}`."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for part in re.split(r"(\{\w+\})", text):
        if part in _COUNTED:
            _add_field(paragraph, _COUNTED[part])
        elif part:
            paragraph.add_run(part)


def _add_field(paragraph: Paragraph, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)
