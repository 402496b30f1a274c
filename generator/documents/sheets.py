"""Workbooks as XLSX files: fill in, filter, count."""

from __future__ import annotations

import io
from datetime import UTC, datetime, time
from typing import TypedDict, Unpack

from xlsxwriter import Workbook as Book
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from generator.documents.archive import fact, settled
from generator.documents.imprint import PAGE_NUMBER, Imprint
from generator.documents.style import Style
from generator.documents.tone import colour_of, soft_colour_of
from generator.documents.workbook import Count, SheetColumn, Workbook

_HEAD = 3
_FOOTER = 100  # a footer is 255 characters with its signs, of which & counts twice
_A4 = 9
_TOP, _SIDE, _BOTTOM = 0.5, 0.4, 0.6  # inches
_SUMMARY = "汇总"
_ACTIVE = ("=", "+", "-", "@")
_LINE = 15  # points
_CHARACTERS = 2.2  # a Chinese character is as wide as that many of a column's width


class _Features(TypedDict, total=False):
    """Features of a cell's format, named as the library names them."""

    align: str
    bg_color: str
    bold: bool
    border: int
    border_color: str
    font_color: str
    font_size: float
    quote_prefix: bool
    text_wrap: bool


def xlsx(workbook: Workbook, style: Style) -> bytes:
    """Make the list, a sheet that counts it and its annex; the same bytes each time."""
    whole = io.BytesIO()
    # How wide a column is follows from the digits of the book's first font: ours, so that as much
    # stands on a page where the program has no Calibri.
    size = style.sizes.sheet_text
    font = {"font_name": style.office_font, "font_size": size, "font_scheme": "none"}
    options = {"in_memory": True, "strings_to_formulas": False, "default_format_properties": font}
    book = Book(whole, options)
    book.set_properties(
        {
            "title": fact(workbook.title),
            "author": fact(workbook.imprint.publisher),
            "created": datetime.combine(workbook.imprint.day, time(), UTC),
        }
    )
    sheet = book.add_worksheet(workbook.name)
    summary = book.add_worksheet(_SUMMARY)
    annex = book.add_worksheet(workbook.annex.name)
    _fill(_Page(book, sheet, style), workbook)
    _count(_Page(book, summary, style), workbook)
    _attach(_Page(book, annex, style), workbook)
    sheet.activate()
    book.close()
    return settled(whole.getvalue())


class _Page:
    """A worksheet with the formats of our look."""

    def __init__(self, book: Book, sheet: Worksheet, style: Style) -> None:
        self.sheet = sheet
        self._book = book
        self._font = style.office_font
        self.colours = style.colours
        self._sizes = style.sizes

    def format(self, **features: Unpack[_Features]) -> Format:
        shared: _Features = {"font_size": self._sizes.sheet_text, "text_wrap": True}
        fixed = {"font_name": self._font, "valign": "vcenter"}
        return self._book.add_format({**fixed, **shared, **features})

    def title(self, *, wrapped: bool) -> Format:
        """Give the format of the title of a sheet."""
        size, colour = self._sizes.sheet_title, self.colours.pine
        return self.format(bold=True, font_size=size, font_color=colour, text_wrap=wrapped)

    def write(self, row: int, column: int, text: str, **features: Unpack[_Features]) -> None:
        """Write a text as a text; what a spreadsheet might run is marked as quoted."""
        if text.startswith(_ACTIVE):
            features["quote_prefix"] = True
        self.sheet.write_string(row, column, text, self.format(**features))


def _fill(page: _Page, workbook: Workbook) -> None:
    sheet, colours = page.sheet, page.colours
    width = len(workbook.columns) - 1
    last = _last(workbook)
    sheet.merge_range(0, 0, 0, width, workbook.title, page.title(wrapped=False))
    sheet.merge_range(1, 0, 1, width, workbook.note, page.format(font_color=colours.soft))
    _list(page, _HEAD - 1, workbook.columns, workbook.rows)
    for place, column in enumerate(workbook.columns):
        _offer(page, place, column, last)
    sheet.set_row(0, 28)
    sheet.set_row(1, 30)
    sheet.set_landscape()
    _print_on_a4(page, workbook)
    sheet.repeat_rows(_HEAD - 1)
    sheet.freeze_panes(_HEAD, workbook.frozen)
    sheet.print_area(0, 0, last, width)
    sheet.autofilter(_HEAD - 1, 0, last, width)


def _attach(page: _Page, workbook: Workbook) -> None:
    """Fill the sheet to look something up in."""
    _list(page, 0, workbook.annex.columns, workbook.annex.rows)
    _print_on_a4(page, workbook)
    page.sheet.repeat_rows(0)
    page.sheet.freeze_panes(1, 0)


def _list(
    page: _Page,
    head: int,
    columns: tuple[SheetColumn, ...],
    rows: tuple[tuple[str | int, ...], ...],
) -> None:
    """Write columns with their heads in the row `head`, and the rows below it."""
    looks: _Features = {
        "bold": True,
        "border": 1,
        "border_color": page.colours.line,
        "bg_color": page.colours.pine_soft,
        "align": "center",
    }
    for place, column in enumerate(columns):
        page.sheet.set_column(place, place, column.width)
        page.write(head, place, column.head, **looks)
    for place, cells in enumerate(rows, head + 1):
        for across, (cell, column) in enumerate(zip(cells, columns, strict=True)):
            _write(page, place, across, cell, _features(column, page))
        page.sheet.set_row(place, _height(cells, columns))


def _print_on_a4(page: _Page, workbook: Workbook) -> None:
    page.sheet.set_paper(_A4)
    page.sheet.set_margins(left=_SIDE, right=_SIDE, top=_TOP, bottom=_BOTTOM)
    page.sheet.fit_to_pages(1, 0)
    page.sheet.set_footer(_footer(workbook.imprint))


def _last(workbook: Workbook) -> int:
    """Give the index of the last row of the list."""
    return _HEAD + len(workbook.rows) - 1


def _write(page: _Page, row: int, column: int, cell: str | int, features: _Features) -> None:
    if isinstance(cell, int):
        page.sheet.write_number(row, column, cell, page.format(**features))
    elif cell:
        page.write(row, column, cell, **features)
    else:
        page.sheet.write_blank(row, column, None, page.format(**features))


def _features(column: SheetColumn, page: _Page) -> _Features:
    features: _Features = {"border": 1, "border_color": page.colours.line}
    if column.centred or column.choices:
        features["align"] = "center"
    if column.tone is not None:
        features["font_color"] = colour_of(column.tone, page.colours)
    return features


def _height(cells: tuple[str | int, ...], columns: tuple[SheetColumn, ...]) -> int:
    """Give how high a row must be for its longest text, in points."""
    lines = [
        len(cell) * _CHARACTERS / column.width
        for cell, column in zip(cells, columns, strict=True)
        if isinstance(cell, str)
    ]
    return max(2 * _LINE, _LINE * (int(max(lines)) + 1))


def _offer(page: _Page, place: int, column: SheetColumn, last: int) -> None:
    """Add the choices of a column, and the colours that follow from them."""
    if not column.choices:
        return
    words = [choice.word for choice in column.choices]
    cells = (_HEAD, place, last, place)
    page.sheet.data_validation(*cells, {"validate": "list", "source": words})
    for choice in column.choices:
        if choice.tone is not None:
            look = page.format(
                bg_color=soft_colour_of(choice.tone, page.colours),
                font_color=colour_of(choice.tone, page.colours),
                bold=True,
            )
            value = f'"{choice.word}"'
            page.sheet.conditional_format(
                *cells, {"type": "cell", "criteria": "==", "value": value, "format": look}
            )


def _footer(imprint: Imprint) -> str:
    publisher = imprint.publisher[:_FOOTER].replace("&", "&&")
    return f"&C{publisher}　{PAGE_NUMBER.format(page='&P', pages='&N')}"


def _count(page: _Page, workbook: Workbook) -> None:
    sheet, colours = page.sheet, page.colours
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 14)
    sheet.merge_range(0, 0, 0, 1, workbook.summary, page.title(wrapped=True))
    sheet.set_row(0, 44)
    for row, count in enumerate(workbook.counts, 1):
        look: _Features = {"border": 1, "border_color": colours.line}
        if count.urgent:
            look |= {"bold": True, "font_color": colours.cinnabar}
        page.write(row, 0, count.label, **look)
        number = page.format(**look | {"align": "center"})
        value = 0 if count.criteria else len(workbook.rows)
        sheet.write_formula(row, 1, _formula(count, workbook), number, value)
        sheet.set_row(row, 24)
    sheet.set_paper(_A4)
    sheet.print_area(0, 0, len(workbook.counts), 1)


def _formula(count: Count, workbook: Workbook) -> str:
    if not count.criteria:
        return f"=ROWS({_range(workbook.columns[0].head, workbook)})"
    pairs = (f'{_range(head, workbook)},"{criterion}"' for head, criterion in count.criteria)
    return f"=COUNTIFS({','.join(pairs)})"


def _range(head: str, workbook: Workbook) -> str:
    """Give the cells of a column as a formula names them."""
    place = [column.head for column in workbook.columns].index(head)
    letter = xl_col_to_name(place)
    return f"{workbook.name}!${letter}${_HEAD + 1}:${letter}${_last(workbook) + 1}"
