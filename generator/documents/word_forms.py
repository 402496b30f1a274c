"""Tables, forms and signatures in Word documents."""

from __future__ import annotations

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Length, Pt
from docx.table import Table as Grid
from docx.table import _Cell
from docx.text.run import Run

from generator.documents.outline import Column, Form, Look, Section, Signatures, Table
from generator.documents.style import Style
from generator.documents.word_blank import rgb
from generator.documents.word_table import add_grid, repeat, shade

CELL_SPACING = 1.25
_LABELS = {1: 3.6, 2: 2.6}  # centimetres, by how many fields stand beside each other
_PLACE_TO_SIGN = Cm(0.95)
_MIDDLE = {Look.CENTRED, Look.STRONG}


class Forms:
    """Adds what stands in lines and columns to a document whose text is `width` cm wide."""

    def __init__(self, document: Document, width: float, style: Style) -> None:
        """Take the document, the width of its text, and the look of all documents."""
        self._document = document
        self._width = width
        self._style = style

    def table(self, table: Table) -> None:
        """Add a table with a head, which is repeated on each of its pages."""
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

    def _write(self, cell: _Cell, text: str, look: Look) -> Run:
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.line_spacing = CELL_SPACING if text else 1
        run: Run = paragraph.add_run(text)
        run.bold = look is Look.STRONG
        if look in _MIDDLE:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if look is Look.QUIET:
            run.font.size = Pt(self._style.sizes.word_note)
            run.font.color.rgb = rgb(self._style.colours.soft)
        return run

    def form(self, form: Form) -> None:
        """Add fields to fill in, each with its label."""
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

    def signatures(self, signatures: Signatures) -> None:
        """Add numbered places to sign."""
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

    def _grid(self, rows: int, widths: list[float]) -> Grid:
        return add_grid(self._document, rows, widths, self._style.colours.line)


def _shares(columns: tuple[Column, ...], width: float) -> list[float]:
    """Give how wide columns are, in centimetres, so that together they fill a page's width."""
    total = sum(column.width for column in columns)
    return [column.width * width / total for column in columns]
