"""A table that people fill in, as XLSX: headings, an example, lists to choose from, a guide."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from xlsxwriter import Workbook as Book
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from generator.documents.archive import fact, settled
from generator.documents.style import Style, style_of
from generator.look import look_of
from generator.palette import palette_of

_ABOUT = "说明"
_LISTS = "可以写的"
_TEXT = "@"
_HINT = 250  # what a spreadsheet shows beside a cell is 255 characters at most
_HEAD_HEIGHT, _ROW_HEIGHT = 30, 48


@dataclass(frozen=True, kw_only=True)
class BlankColumn:
    """A column: its heading, its width in characters, what to write, what is offered."""

    head: str
    width: int
    about: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class BlankTable:
    """A table to fill in; `title` is its sheet's name, `rows` how many rows offer choices.

    `rules` are pairs for the guide, besides what it says of each column. `lists` are columns of
    the third sheet: heading, width, words; the heading of one that is offered is its column's.
    """

    title: str
    author: str
    day: date
    columns: tuple[BlankColumn, ...]
    example: tuple[str, ...]
    rows: int
    rules: tuple[tuple[str, str], ...]
    lists: tuple[tuple[str, int, tuple[str, ...]], ...]


def blank_xlsx(table: BlankTable, root: Path, *, colour: str) -> bytes:
    """Make it in the look of the project at `root`; the same bytes each time.

    `colour` is the county's own, "" for none. Raises `BrokenTemplateError` where the palette is
    broken.
    """
    whole = io.BytesIO()
    book = Book(whole, {"in_memory": True, "strings_to_formulas": False})
    created = datetime.combine(table.day, time(), UTC)
    properties = {"title": fact(table.title), "author": fact(table.author), "created": created}
    book.set_properties(properties)
    formats = _Formats(book, style_of(palette_of(look_of(root, colour=colour))))
    _fill(book.add_worksheet(table.title), table, formats)
    _explain(book.add_worksheet(_ABOUT), table, formats)
    _list(book.add_worksheet(_LISTS), table, formats)
    book.close()
    return settled(whole.getvalue())


class _Formats:
    """The formats of the cells: all of them are texts, whatever is typed."""

    def __init__(self, book: Book, style: Style) -> None:
        shared = {
            "font_name": style.office_font,
            "font_size": style.sizes.sheet_text,
            "valign": "vcenter",
            "text_wrap": True,
            "num_format": _TEXT,
        }
        colours = style.colours
        head = {"bold": True, "border": 1, "bg_color": colours.pine_soft, "align": "center"}
        self.text: Format = book.add_format(shared)
        self.head: Format = book.add_format({**shared, **head})
        self.example: Format = book.add_format(
            {**shared, "italic": True, "font_color": colours.soft}
        )


def _fill(sheet: Worksheet, table: BlankTable, formats: _Formats) -> None:
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, column.width, formats.text)
        sheet.write_string(0, place, column.head, formats.head)
        hint = {"input_title": column.head, "input_message": column.about[:_HINT]}
        source = _source(column, table)
        # A list is offered, and other words than those are taken too.
        rule = {"validate": "list", "source": source} if source else {"validate": "any"}
        sheet.data_validation(1, place, table.rows, place, {**rule, **hint, "show_error": False})
    for place, words in enumerate(table.example):
        sheet.write_string(1, place, words, formats.example)
    sheet.set_row(0, _HEAD_HEIGHT)
    sheet.set_row(1, _ROW_HEIGHT)
    sheet.freeze_panes(1, 0)
    sheet.activate()


def _source(column: BlankColumn, table: BlankTable) -> str:
    """Give the cells of the third sheet in which a column's choices stand."""
    heads = [head for head, _, _ in table.lists]
    if not column.choices:
        return ""
    letter = xl_col_to_name(heads.index(column.head))
    return f"='{_LISTS}'!${letter}$2:${letter}${len(column.choices) + 1}"


def _explain(sheet: Worksheet, table: BlankTable, formats: _Formats) -> None:
    sheet.set_column(0, 0, 16, formats.text)
    sheet.set_column(1, 1, 90, formats.text)
    for row, (name, words) in enumerate(_guide(table)):
        look = formats.text if row else formats.head
        sheet.write_string(row, 0, name, look)
        sheet.write_string(row, 1, words, look)
    sheet.freeze_panes(1, 0)


def _guide(table: BlankTable) -> Iterator[tuple[str, str]]:
    yield "哪一列", "怎么写"
    yield from ((column.head, column.about) for column in table.columns)
    yield from table.rules


def _list(sheet: Worksheet, table: BlankTable, formats: _Formats) -> None:
    for place, (head, width, words) in enumerate(table.lists):
        sheet.set_column(place, place, width, formats.text)
        sheet.write_string(0, place, head, formats.head)
        for row, each in enumerate(words, 1):
            sheet.write_string(row, place, each, formats.text)
    sheet.freeze_panes(1, 0)
