"""Outlines as Word documents."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from itertools import zip_longest
from typing import assert_never

from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt
from docx.table import Table as Grid
from docx.table import _Cell
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
    Signatures,
    Steps,
    Table,
    Title,
    Together,
)
from generator.documents.qr import qr_png
from generator.documents.style import Style
from generator.documents.tone import colour_of, soft_colour_of
from generator.documents.word_blank import blank_document, rgb, text_width
from generator.documents.word_table import add_grid, add_panel, repeat, shade

_INDENT = Cm(0.9)
_STEP_WIDTH = 4  # centimetres
_CODE_WIDTH = Cm(2.1)
_LABELS = {1: 3.6, 2: 2.6}  # centimetres, by how many fields stand beside each other
_PLACE_TO_SIGN = Cm(0.95)
_ONE_LINE = 42  # characters
_CELL_SPACING = 1.25
_GAP = Pt(8)
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
                self._steps(block)
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
            case Signatures():
                self._signatures(block)
            case Together():
                self._together(block)
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
        if bullets.small:
            self._small_bullets(bullets.lines)
            return
        for line in bullets.lines:
            self._document.add_paragraph(line, style="List Bullet")

    def _small_bullets(self, lines: Iterable[str]) -> None:
        """Write lines in two columns; Word makes them alike before a section on the same page."""
        self._columns(2)
        for line in lines:
            paragraph = self._document.add_paragraph(style="List Bullet")
            paragraph.paragraph_format.line_spacing = _CELL_SPACING
            self._quiet(paragraph.add_run(line))
        self._columns(1)
        self._gap()

    def _columns(self, count: int) -> None:
        """Set what follows in so many columns, on the same page."""
        section = self._document.add_section(WD_SECTION.CONTINUOUS)
        section._sectPr.find(qn("w:cols")).set(qn("w:num"), str(count))
        last = self._document.paragraphs[-1]
        self._shrink(last, Pt(1))
        last.paragraph_format.keep_with_next = True

    def _steps(self, steps: Steps) -> None:
        pictured = zip_longest(steps.lines, steps.pictures, fillvalue="")
        for number, (line, picture) in enumerate(pictured, 1):
            paragraph = self._document.add_paragraph()
            paragraph.paragraph_format.left_indent = _INDENT
            paragraph.paragraph_format.first_line_indent = -_INDENT
            lead = paragraph.add_run(f"{number}．")
            lead.bold = True
            lead.font.color.rgb = rgb(self._style.colours.pine)
            words = paragraph.add_run(line)
            if picture in self._pictures:
                words.add_break()
                self._picture(paragraph, picture, _STEP_WIDTH)

    def _box(self, box: Box) -> None:
        colours = self._style.colours
        edge = colour_of(box.tone, colours)
        cell = add_panel(
            self._document, self._width, ground=soft_colour_of(box.tone, colours), edge=edge
        )
        head = cell.paragraphs[0].add_run(box.title)
        head.bold = True
        head.font.color.rgb = rgb(edge)
        for line in box.lines:
            cell.add_paragraph(line, style="List Bullet")
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.space_after = Pt(2)
            paragraph.paragraph_format.line_spacing = _CELL_SPACING
        self._gap()

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
        head.paragraph_format.keep_together = True
        for place, line in enumerate(rows, 1):
            paragraph = self._document.add_paragraph(line)
            paragraph.paragraph_format.left_indent = _INDENT
            paragraph.paragraph_format.space_after = Pt(10 if place == len(rows) else 1)
            paragraph.paragraph_format.line_spacing = 1.2
            paragraph.paragraph_format.keep_with_next = place < len(rows)
            paragraph.paragraph_format.keep_together = True

    def _table(self, table: Table) -> None:
        colours = self._style.colours
        grid = self._grid(1 + len(table.rows), _shares(table.columns, self._width))
        rows = list(grid.rows)
        for cell, column in zip(rows[0].cells, table.columns, strict=True):
            centred = Look.CENTRED if column.look in _MIDDLE else Look.PLAIN
            self._write(cell, column.head, centred).bold = True
            shade(cell, colours.pine_soft)
        repeat(rows[0])
        for row, texts in zip(rows[1:], table.rows, strict=True):
            if table.height:
                row.height = Cm(table.height)
            if isinstance(texts, Section):
                across = row.cells[0].merge(row.cells[-1])
                self._write(across, texts.title, Look.PLAIN).bold = True
                shade(across, colours.paper)
            else:
                for cell, column, text in zip(row.cells, table.columns, texts, strict=True):
                    self._write(cell, text, column.look)
        self._gap()

    def _write(self, cell: _Cell, text: str, look: Look) -> Run:
        paragraph: Line = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.line_spacing = _CELL_SPACING if text else 1
        run = paragraph.add_run(text)
        run.bold = look is Look.STRONG
        if look in _MIDDLE:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if look is Look.QUIET:
            self._quiet(run)
        return run

    def _form(self, form: Form) -> None:
        across = form.across
        label_width, whole = _LABELS[across], self._width / across
        widths = [label_width, whole - label_width] * across
        grid = self._grid(-(-len(form.fields) // across), widths)
        cells = [cell for row in grid.rows for cell in row.cells]
        for place, field in enumerate(form.fields):
            label, beside = cells[2 * place : 2 * place + 2]
            self._write(label, field.label, Look.PLAIN).bold = True
            shade(label, self._style.colours.pine_soft)
            self._write(beside, field.text, Look.PLAIN)
            row = grid.rows[place // across]
            row.height = max(Cm(field.height), row.height or Length(0))
        self._gap()

    def _signatures(self, signatures: Signatures) -> None:
        across = signatures.across
        share = self._width / across
        grid = self._grid(1 + -(-signatures.places // across), [share] * across)
        first, *others = grid.rows
        head = first.cells[0].merge(first.cells[-1])
        self._write(head, signatures.title, Look.PLAIN).bold = True
        shade(head, self._style.colours.pine_soft)
        for row in others:
            row.height = _PLACE_TO_SIGN
        cells = [cell for row in others for cell in row.cells]
        for place, cell in enumerate(cells[: signatures.places], 1):
            self._write(cell, str(place), Look.QUIET)
        self._gap()

    def _together(self, together: Together) -> None:
        """Draw blocks, and keep each of their paragraphs with the next."""
        before = len(list(self._document.element.body))
        for block in together.blocks:
            self.draw(block)
        drawn = list(self._document.element.body)[before - 1 : -1]
        paragraphs = [each for part in drawn for each in part.iter(qn("w:p"))]
        for paragraph in paragraphs[:-1]:
            Line(paragraph, self._document._body).paragraph_format.keep_with_next = True

    def _grid(self, rows: int, widths: list[float]) -> Grid:
        return add_grid(self._document, rows, widths, self._style.colours.line)

    def _gap(self) -> None:
        """Leave some room after a table, which two tables need between them."""
        self._shrink(self._document.add_paragraph(), _GAP)

    @staticmethod
    def _shrink(paragraph: Line, height: Length) -> None:
        """Make an empty paragraph as high as a gap."""
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.line_spacing = height


def _shares(columns: tuple[Column, ...], width: float) -> list[float]:
    """Give how wide columns are, in centimetres, so that together they fill a page's width."""
    total = sum(column.width for column in columns)
    return [column.width * width / total for column in columns]
