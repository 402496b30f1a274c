"""The sheet of a CSV file, with whatever stands between its cells."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from generator.importer.errors import SourceError
from generator.importer.tips.columns import heading_of
from generator.importer.tips.sheet import MOST_ROWS, TOO_MANY, Cell, Row, Sheet

_SIGNS = (",", "\t", ";", "，")


def sheet_of_text(text: str) -> Sheet:
    """Read a CSV; raises `SourceError`.

    The sign between the cells is the one with which most headings are found.
    """
    if "\0" in text or not text.strip():
        raise SourceError("文件是空的，或者不是文字")
    sheets = [_sheet(text, sign) for sign in _SIGNS]
    return max(sheets, key=lambda sheet: len(found.places) if (found := heading_of(sheet)) else 0)


def _sheet(text: str, sign: str) -> Sheet:
    try:
        rows = tuple(_rows(text, sign))
    except csv.Error as error:
        raise SourceError("有一格太长，多半是前面少了一个引号；检查以后再存一次") from error
    return Sheet("", rows)


def _rows(text: str, sign: str) -> Iterator[Row]:
    filled = 0
    for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=sign), 1):
        found = {place: Cell(words) for place, words in enumerate(cells, 1) if words.strip()}
        if found:
            filled += 1
            yield Row(number, found)
        if filled > MOST_ROWS:
            raise SourceError(TOO_MANY)
