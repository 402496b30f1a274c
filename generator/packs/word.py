"""Word documents: one blank with our styles, header, footer and page numbers."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from generator.packs.archive import fact, settled
from generator.packs.style import Style

_SIZES = {"Title": 22, "Heading 1": 16, "Heading 2": 13, "Normal": 11, "List Bullet": 11}
_SIZES |= {"List Number": 11, "Header": 9, "Footer": 9}

_ONE_LINE = 42


class Word:
    """A document under construction, in our look; A4 portrait, editable in Word and WPS."""

    def __init__(self, *, title: str, values: dict[str, Any], style: Style, day: date) -> None:
        """Start a document called `title` about the course or sector in `values`."""
        self._document = Document()
        self._style = style
        self._set_up(title, values, day)
        self._document.add_paragraph(title, style="Title")

    def heading(self, text: str, level: int = 1) -> None:
        """Add a heading."""
        self._document.add_heading(text, level)

    def text(self, text: str, *, bold: bool = False, colour: str | None = None) -> Paragraph:
        """Add paragraphs, one for each line."""
        for line in text.split("\n"):
            if line.strip():
                paragraph = self._document.add_paragraph()
                run = paragraph.add_run(line.strip())
                run.bold = bold
                if colour:
                    run.font.color.rgb = rgb(colour)
        return paragraph

    def small(self, text: str) -> None:
        """Add a small, quiet paragraph, such as a source line."""
        run = self._document.add_paragraph().add_run(text)
        run.font.size = Pt(9)
        run.font.color.rgb = rgb(self._style.colours.soft)

    def bullets(self, lines: Iterable[str]) -> None:
        """Add a list."""
        for line in lines:
            self._document.add_paragraph(line, style="List Bullet")

    def steps(self, lines: Iterable[str]) -> None:
        """Add numbered steps; each call counts from 1 again."""
        for number, line in enumerate(lines, 1):
            paragraph = self._document.add_paragraph()
            paragraph.paragraph_format.left_indent = Cm(0.9)
            paragraph.paragraph_format.first_line_indent = Cm(-0.9)
            lead = paragraph.add_run(f"{number}．")
            lead.bold = True
            lead.font.color.rgb = rgb(self._style.colours.pine)
            paragraph.add_run(line)

    def choices(self, lines: Iterable[str]) -> None:
        """Add the choices of a question: close together, moved in, on the page of the question."""
        self._document.paragraphs[-1].paragraph_format.keep_with_next = True
        filled = list(lines)
        together = "　　".join(filled)
        rows = [together] if len(together) <= _ONE_LINE else filled
        for place, line in enumerate(rows, 1):
            paragraph = self._document.add_paragraph(line)
            paragraph.paragraph_format.left_indent = Cm(0.9)
            paragraph.paragraph_format.space_after = Pt(10 if place == len(rows) else 1)
            paragraph.paragraph_format.line_spacing = 1.2
            paragraph.paragraph_format.keep_with_next = place < len(rows)

    def box(self, title: str, lines: Iterable[str], *, fill: str, colour: str) -> None:
        """Add a tinted box with a bold first line."""
        cell = self._grid(1, 1).cell(0, 0)
        shade(cell, fill)
        head = cell.paragraphs[0].add_run(title)
        head.bold = True
        head.font.color.rgb = rgb(colour)
        for line in lines:
            cell.add_paragraph(line)
        self._document.add_paragraph()

    def table(self, rows: Iterable[Iterable[str]], *, widths: Iterable[float]) -> Table:
        """Add a table whose first row is its head; widths in centimetres."""
        filled = [list(row) for row in rows]
        table = self._grid(len(filled), len(filled[0]))
        for place, line in enumerate(filled):
            for cell, text in zip(table.rows[place].cells, line, strict=True):
                cell.paragraphs[0].text = text
                cell.paragraphs[0].paragraph_format.space_after = Pt(2)
        self._dress(table, list(widths))
        return table

    def form(self, rows: Iterable[tuple[str, float]], *, label_width: float = 3.6) -> None:
        """Add a form: a label on the left, room to write of the given height (cm) on the right."""
        filled = list(rows)
        table = self._grid(len(filled), 2)
        for row, (label, height) in zip(table.rows, filled, strict=True):
            row.height = Cm(height)
            row.cells[0].paragraphs[0].add_run(label).bold = True
            shade(row.cells[0], self._style.colours.pine_soft)
        _columns(table, [label_width, 17 - label_width])
        self._document.add_paragraph()

    def new_page(self) -> None:
        """Begin a new page."""
        self._document.add_page_break()  # type: ignore[no-untyped-call]

    def finish(self) -> bytes:
        """Give the file's bytes, the same each time."""
        whole = io.BytesIO()
        self._document.save(whole)
        return settled(whole.getvalue())

    def _set_up(self, title: str, values: dict[str, Any], day: date) -> None:
        section = self._document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2)
        section.top_margin, section.bottom_margin = Cm(2.2), Cm(2)
        for name, size in _SIZES.items():
            self._dress_style(name, size)
        normal = self._document.styles["Normal"].paragraph_format
        normal.space_after, normal.line_spacing = Pt(6), 1.4
        facts = self._document.core_properties
        midnight = datetime.combine(day, time(), UTC)
        publisher = fact(values["publisher"])
        facts.title, facts.author = fact(f"{values['title']}：{title}"), publisher
        facts.last_modified_by, facts.comments = publisher, ""
        facts.created = facts.modified = facts.last_printed = midnight
        facts.revision, facts.language = 1, "zh-CN"
        section.header.paragraphs[0].text = f"{values['site']}　{values['title']}"
        _page_numbers(section.footer.paragraphs[0], values["publisher"])

    def _dress_style(self, name: str, size: int) -> None:
        style = self._document.styles[name]
        style.font.name = self._style.office_font
        style.font.size = Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for slot in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{slot}"), self._style.office_font)
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        if name == "Normal":
            language = OxmlElement("w:lang")
            language.set(qn("w:val"), "zh-CN")
            language.set(qn("w:eastAsia"), "zh-CN")
            style.element.get_or_add_rPr().append(language)
        if name.startswith(("Title", "Heading")):
            style.font.bold = True
            style.font.color.rgb = rgb(self._style.colours.pine)
            style.paragraph_format.space_before = Pt(14)
            style.paragraph_format.space_after = Pt(6)
            style.paragraph_format.keep_with_next = True
        if name == "Title":
            style.paragraph_format.space_before = Pt(0)
            for border in style.element.findall(f".//{qn('w:pBdr')}"):
                border.getparent().remove(border)

    def _grid(self, rows: int, columns: int) -> Table:
        table: Table = self._document.add_table(rows, columns, style="Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        return table

    def _dress(self, table: Table, widths: list[float]) -> None:
        for cell in table.rows[0].cells:
            shade(cell, self._style.colours.pine_soft)
            for run in cell.paragraphs[0].runs:
                run.bold = True
        repeat = OxmlElement("w:tblHeader")
        repeat.set(qn("w:val"), "true")
        table.rows[0]._tr.get_or_add_trPr().append(repeat)
        _columns(table, widths)


def rgb(colour: str) -> RGBColor:
    """Turn #rrggbb into a colour of the Office libraries."""
    return RGBColor.from_string(colour.lstrip("#").upper())


def shade(cell: _Cell, colour: str) -> None:
    """Give a table cell a background."""
    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:color"), "auto")
    shading.set(qn("w:fill"), colour.lstrip("#"))
    cell._tc.get_or_add_tcPr().append(shading)


def _columns(table: Table, widths: list[float]) -> None:
    """Fix the widths (cm) of columns, in the grid as well as in each cell: WPS reads both."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)


def _page_numbers(paragraph: Paragraph, publisher: str) -> None:
    """Write `publisher　第 X 页　共 Y 页` with fields that Word and WPS count themselves."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(f"{publisher}　第 ")
    _field(paragraph, "PAGE")
    paragraph.add_run(" 页　共 ")
    _field(paragraph, "NUMPAGES")
    paragraph.add_run(" 页")


def _field(paragraph: Paragraph, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)
