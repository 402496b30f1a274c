"""Sheets of an XLSX file."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries

from generator.importer.errors import SourceError
from generator.importer.packed import refuse_odd
from generator.importer.tips.sheet import MOST_ROWS, TOO_MANY, Cell, Row, Sheet

_MOST_COLUMNS = 60
_MOST_BLANK = 2_000
"""Blank rows one after the other: after those the sheet counts as at its end."""
_RETURN = "_x000D_"
_MERGED = re.compile(rb'mergeCell\b[^>]*\bref="([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})"')

_Range = tuple[int, int, int]
"""A column, and the first and last of its rows that are merged."""


def sheets_of_workbook(content: bytes) -> list[Sheet]:
    """Read the sheets of an XLSX file; raises `SourceError`."""
    try:
        refuse_odd(content, old=".xls", new=".xlsx", like="一张提示表")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what is not read here: styles, extensions
            return [*_sheets(content)]
    except SourceError:
        raise
    except zipfile.BadZipFile as error:
        raise SourceError("文件坏了，或者不是 Excel 表格；重新另存为 .xlsx") from error
    except Exception as error:  # the library says of broken files whatever comes up in it
        raise SourceError("文件坏了，读不出来；用 WPS 或 Excel 重新另存为 .xlsx") from error


def _sheets(content: bytes) -> Iterator[Sheet]:
    book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
    for sheet in book.worksheets:
        rows, stopped = _rows(sheet)
        if rows:
            with sheet._get_source() as source:
                ranges = [*_merged(source.read())]
            rows = _filled(rows, ranges)
        yield Sheet(sheet.title, tuple(rows), stopped)


def _rows(sheet: Any) -> tuple[list[Row], int]:
    """Give the rows that have cells; and the one after which there were only blank ones."""
    sheet.reset_dimensions()  # what the file says of its size may be anything
    rows: list[Row] = []
    last = 0
    for number, cells in enumerate(sheet.iter_rows(max_col=_MOST_COLUMNS), 1):
        found = {place: cell for place, each in enumerate(cells, 1) if (cell := _cell(each))}
        if found:
            rows.append(Row(number, found))
            last = number
        elif number - last > _MOST_BLANK:
            return rows, last
        if len(rows) > MOST_ROWS:
            raise SourceError(TOO_MANY)
    return rows, 0


def _cell(cell: Any) -> Cell | None:
    value = cell.value
    if value is None:
        return None
    if cell.data_type == "f":
        return Cell(fault="这一格是公式，没有读；复制以后“选择性粘贴”成数值")
    if cell.data_type == "e":
        return Cell(fault=f"这一格是错误值 {value}")
    if isinstance(value, str):
        words = value.replace(_RETURN, "")
        return Cell(words) if words.strip() else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return Cell(fault="这一格是日期、时间或真假值，不是文字；把格式设成“文本”，再写一遍")
    whole = isinstance(value, float) and value.is_integer()
    return Cell(str(int(value) if whole else value))


def _merged(xml: bytes) -> Iterator[_Range]:
    """Give what is merged down the rows: it stands after all rows of a sheet."""
    for found in _MERGED.finditer(xml, xml.rfind(b"sheetData>")):
        column, first, _, last = range_boundaries(found[1].decode())
        if column and first and last and last > first:
            yield column, first, last


def _filled(rows: Sequence[Row], ranges: Sequence[_Range]) -> list[Row]:
    """Give every row the words of the cells above with which its cells are merged."""
    by_number = {row.number: row for row in rows}
    more: dict[int, dict[int, Cell]] = {}
    for column, first, last in ranges[:MOST_ROWS]:
        above = by_number.get(first)
        cell = above.at(column) if above else Cell()
        if not cell.is_blank:
            for number in range(first + 1, min(last, rows[-1].number) + 1):
                more.setdefault(number, {})[column] = Cell(cell.words, cell.fault, merged=True)
    return [Row(row.number, {**more.get(row.number, {}), **row.cells}) for row in rows]
