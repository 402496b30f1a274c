"""Tables of Word documents: light lines, room in the cells, rows that are never cut in two."""

from __future__ import annotations

from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm
from docx.table import Table, _Cell, _Row

_PADDING = {"top": 0.15, "left": 0.2, "bottom": 0.15, "right": 0.2}  # centimetres
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_THIN, _BROAD = 4, 24  # eighths of a point


def add_grid(document: Document, rows: int, widths: list[float], line: str) -> Table:
    """Add a table whose columns are so wide (cm), with light lines of the colour `line`."""
    table = _added(document, rows, widths)
    _draw_edges(table, dict.fromkeys(_EDGES, (_THIN, line)))
    return table


def add_panel(document: Document, width: float, *, ground: str, edge: str) -> _Cell:
    """Add a tinted panel with a broad edge on its left; gives the cell to write in."""
    table = _added(document, 1, [width])
    _draw_edges(table, {"left": (_BROAD, edge)})
    cell = table.cell(0, 0)
    shade(cell, ground)
    return cell


def add_pair(document: Document, widths: list[float]) -> tuple[_Cell, _Cell]:
    """Add two cells beside each other, without lines; the first one has no paragraph yet."""
    table = _added(document, 1, widths)
    _draw_edges(table, {})
    first, second = table.rows[0].cells
    first._tc.remove(first.paragraphs[0]._p)
    return first, second


def repeat(row: _Row) -> None:
    """Repeat a row on every page that its table goes on."""
    _mark(row, "w:tblHeader")


def shade(cell: _Cell, colour: str) -> None:
    """Give a table cell a background."""
    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:color"), "auto")
    shading.set(qn("w:fill"), colour.lstrip("#"))
    _insert(cell._tc.get_or_add_tcPr(), shading, before="w:vAlign")


def _added(document: Document, rows: int, widths: list[float]) -> Table:
    """Add a table: padded, its texts in the middle of their rows, each row whole."""
    table: Table = document.add_table(rows, len(widths))
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    _pad(table)
    _set_widths(table, widths)
    for row in table.rows:
        _mark(row, "w:cantSplit")
        for cell in row.cells:
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    return table


def _set_widths(table: Table, widths: list[float]) -> None:
    """Fix the widths of columns, in the grid as well as in each cell: WPS reads both."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)


def _pad(table: Table) -> None:
    padding = OxmlElement("w:tblCellMar")
    for side, width in _PADDING.items():
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), str(Cm(width).twips))
        edge.set(qn("w:type"), "dxa")
        padding.append(edge)
    _insert(table._tbl.tblPr, padding, before="w:tblLook")


def _draw_edges(table: Table, lines: dict[str, tuple[int, str]]) -> None:
    """Draw the lines of a table: for each edge its breadth and colour, none for the others."""
    borders = OxmlElement("w:tblBorders")
    for side in _EDGES:
        edge = OxmlElement(f"w:{side}")
        breadth, colour = lines.get(side, (0, "auto"))
        edge.set(qn("w:val"), "single" if breadth else "nil")
        edge.set(qn("w:sz"), str(breadth))
        edge.set(qn("w:space"), "0")
        edge.set(qn("w:color"), colour.lstrip("#"))
        borders.append(edge)
    _insert(table._tbl.tblPr, borders, before="w:tblLayout")


def _insert(properties: BaseOxmlElement, element: BaseOxmlElement, *, before: str) -> None:
    """Put an element where the format wants it: before another, at the end where that is not."""
    follower = properties.find(qn(before))
    if follower is None:
        properties.append(element)
    else:
        follower.addprevious(element)


def _mark(row: _Row, name: str) -> None:
    mark = OxmlElement(name)
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)
