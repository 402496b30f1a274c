"""Outlines as Word documents."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from typing import assert_never

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table as Grid
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph as Line
from docx.text.run import Run

from generator.documents.archive import settled
from generator.documents.office_picture import SVG_TYPE, OfficePicture, show_svg
from generator.documents.outline import (
    Block,
    Box,
    Bullets,
    Call,
    Column,
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
    Reasons,
    Section,
    Steps,
    Table,
    Title,
)
from generator.documents.qr import qr_png
from generator.documents.style import Style
from generator.documents.tone import colour_of, soft_colour_of
from generator.documents.word_blank import blank_document, rgb, text_width

_INDENT = Cm(0.9)
_CODE_WIDTH = Cm(2.1)
_LABEL = 3.6  # centimetres
_ONE_LINE = 42  # characters
_LETTERS = "ABCDEF"
_MIDDLE = {Look.CENTRED, Look.STRONG}


def docx(
    outline: Outline,
    style: Style,
    logo: bytes = b"",
    pictures: Mapping[str, OfficePicture] | None = None,
) -> bytes:
    """Draw an outline, with the mark (PNG) if it bears it; the same bytes each time.

    `pictures` are those that it names, by id; it goes without any other.
    """
    word = _Word(outline, style, logo, pictures or {})
    for block in outline.blocks:
        word.draw(block)
    return word.finish()


class _Word:
    """A document under construction."""

    def __init__(
        self,
        outline: Outline,
        style: Style,
        logo: bytes,
        pictures: Mapping[str, OfficePicture],
    ) -> None:
        self._document = blank_document(outline, style, logo)
        self._width = text_width(outline)
        self._style = style
        self._small = Pt(style.sizes.word_note)
        self._imprint = outline.imprint
        self._pictures = pictures
        self._vectors: dict[str, str] = {}

    def finish(self) -> bytes:
        whole = io.BytesIO()
        self._document.save(whole)
        return settled(whole.getvalue())

    def draw(self, block: Block) -> None:  # noqa: PLR0912 - a case for each block
        match block:
            case Title():
                self._title(block)
            case Heading():
                self._document.add_heading(block.text, 1)
            case Paragraph():
                for line in filter(str.strip, block.text.split("\n")):
                    self._document.add_paragraph(line.strip())
            case Picture():
                self._picture(self._document.add_paragraph(), block.id, block.width)
            case Note():
                self._quiet(self._document.add_paragraph().add_run(block.text))
            case Bullets():
                self._bullets(block)
            case Steps():
                self._steps(block.lines)
            case Call():
                run = self._document.add_paragraph().add_run(block.text)
                run.bold = True
                run.font.color.rgb = rgb(self._style.colours.cinnabar)
            case Box():
                self._box(block)
            case Pair():
                self._box(block.left)
                self._box(block.right)
            case Reasons():
                self._reasons(block)
            case Question():
                self._question(block)
            case Table():
                self._table(block)
            case Form():
                self._form(block)
            case PageBreak():
                self._document.add_page_break()  # type: ignore[no-untyped-call]
            case _:
                assert_never(block)

    def _title(self, title: Title) -> None:
        self._document.add_paragraph(title.text, style="Title")
        if title.under:
            self._quiet(self._document.add_paragraph().add_run(title.under))
        if title.code and self._imprint.url:
            picture = self._document.add_picture(
                io.BytesIO(qr_png(self._imprint.url)), width=_CODE_WIDTH
            )
            picture._inline.docPr.set("descr", self._imprint.code_words)

    def _picture(self, paragraph: Line, id_: str, width: float) -> None:
        """Put a picture into a paragraph, `width` centimetres wide, or as wide as the page."""
        shown = self._pictures.get(id_)
        if shown is None:
            return
        run = paragraph.add_run()
        drawn = run.add_picture(io.BytesIO(shown.png), width=Cm(min(width, self._width)))
        drawn._inline.docPr.set("descr", shown.text)
        (blip,) = drawn._inline.xpath(".//a:blip")
        show_svg(blip, self._vector(shown))

    def _vector(self, shown: OfficePicture) -> str:
        """Put the SVG of a picture into the file, once; give its relation."""
        if shown.id not in self._vectors:
            part, number = self._document.part, len(self._vectors) + 1
            uri = PackURI(f"/word/media/drawing{number}.svg")
            svg = Part(uri, SVG_TYPE, shown.svg, part.package)
            self._vectors[shown.id] = part.relate_to(svg, RELATIONSHIP_TYPE.IMAGE)
        return self._vectors[shown.id]

    def _quiet(self, run: Run) -> None:
        run.font.size = self._small
        run.font.color.rgb = rgb(self._style.colours.soft)

    def _bullets(self, bullets: Bullets) -> None:
        for line in bullets.lines:
            run = self._document.add_paragraph(style="List Bullet").add_run(line)
            if bullets.small:
                run.font.size = self._small

    def _steps(self, lines: Iterable[str]) -> None:
        for number, line in enumerate(lines, 1):
            paragraph = self._document.add_paragraph()
            paragraph.paragraph_format.left_indent = _INDENT
            paragraph.paragraph_format.first_line_indent = -_INDENT
            lead = paragraph.add_run(f"{number}．")
            lead.bold = True
            lead.font.color.rgb = rgb(self._style.colours.pine)
            paragraph.add_run(line)

    def _box(self, box: Box) -> None:
        cell = self._grid(1, 1).cell(0, 0)
        _shade(cell, soft_colour_of(box.tone, self._style.colours))
        head = cell.paragraphs[0].add_run(box.title)
        head.bold = True
        head.font.color.rgb = rgb(colour_of(box.tone, self._style.colours))
        for line in box.lines:
            cell.add_paragraph(line)
        self._document.add_paragraph()

    def _reasons(self, reasons: Reasons) -> None:
        for line in reasons.lines:
            paragraph = self._document.add_paragraph(style="List Bullet")
            paragraph.add_run(line.text).bold = True
            paragraph.add_run(f" {line.why}")
            self._quiet(paragraph.add_run(f"（{line.whom}）"))

    def _question(self, question: Question) -> None:
        """Write a question; its choices are close together, moved in, and on its page."""
        lettered = [
            f"{letter}．{choice}"
            for letter, choice in zip(_LETTERS, question.choices, strict=False)
        ]
        together = "　　".join(lettered)
        rows = [together] if lettered and len(together) <= _ONE_LINE else lettered
        head = self._document.add_paragraph(question.text)
        head.paragraph_format.keep_with_next = bool(rows)
        for place, line in enumerate(rows, 1):
            paragraph = self._document.add_paragraph(line)
            paragraph.paragraph_format.left_indent = _INDENT
            paragraph.paragraph_format.space_after = Pt(10 if place == len(rows) else 1)
            paragraph.paragraph_format.line_spacing = 1.2
            paragraph.paragraph_format.keep_with_next = place < len(rows)

    def _table(self, table: Table) -> None:
        grid = self._grid(1 + len(table.rows), len(table.columns))
        rows = list(grid.rows)
        for cell, column in zip(rows[0].cells, table.columns, strict=True):
            self._write(cell, column.head, Look.CENTRED if column.look in _MIDDLE else Look.PLAIN)
            cell.paragraphs[0].runs[0].bold = True
            _shade(cell, self._style.colours.pine_soft)
        _repeat(rows[0])
        for row in rows:
            _keep_whole(row)
        for row, texts in zip(rows[1:], table.rows, strict=True):
            if isinstance(texts, Section):
                across = row.cells[0].merge(row.cells[-1])
                self._write(across, texts.title, Look.STRONG)
                _shade(across, self._style.colours.paper)
            else:
                for cell, column, text in zip(row.cells, table.columns, texts, strict=True):
                    self._write(cell, text, column.look)
        _set_widths(grid, _shares(table.columns, self._width))

    def _write(self, cell: _Cell, text: str, look: Look) -> None:
        paragraph: Line = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(2)
        run = paragraph.add_run(text)
        run.bold = look is Look.STRONG
        if look in _MIDDLE:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if look is Look.QUIET:
            self._quiet(run)

    def _form(self, form: Form) -> None:
        grid = self._grid(len(form.fields), 2)
        for row, field in zip(grid.rows, form.fields, strict=True):
            row.height = Cm(field.height)
            row.cells[0].paragraphs[0].add_run(field.label).bold = True
            _shade(row.cells[0], self._style.colours.pine_soft)
        _set_widths(grid, [_LABEL, self._width - _LABEL])
        self._document.add_paragraph()

    def _grid(self, rows: int, columns: int) -> Grid:
        grid: Grid = self._document.add_table(rows, columns, style="Table Grid")
        grid.alignment = WD_TABLE_ALIGNMENT.CENTER
        return grid


def _shares(columns: tuple[Column, ...], width: float) -> list[float]:
    """Give how wide columns are, in centimetres, so that together they fill a page's width."""
    total = sum(column.width for column in columns)
    return [column.width * width / total for column in columns]


def _set_widths(grid: Grid, widths: list[float]) -> None:
    """Fix the widths (cm) of columns, in the grid as well as in each cell: WPS reads both."""
    grid.autofit = False
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Cm(width)
    for row in grid.rows:
        cells = row._tr.tc_lst
        for cell, width in zip(cells, widths if len(cells) > 1 else [sum(widths)], strict=True):
            cell.width = Cm(width)


def _repeat(row: _Row) -> None:
    """Repeat a row on every page that its table goes on."""
    repeat = OxmlElement("w:tblHeader")
    repeat.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(repeat)


def _keep_whole(row: _Row) -> None:
    """Begin a row on the next page where it would be cut in two."""
    whole = OxmlElement("w:cantSplit")
    whole.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(whole)


def _shade(cell: _Cell, colour: str) -> None:
    """Give a table cell a background."""
    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:color"), "auto")
    shading.set(qn("w:fill"), colour.lstrip("#"))
    cell._tc.get_or_add_tcPr().append(shading)
