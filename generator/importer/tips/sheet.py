"""A sheet of a spreadsheet: its rows by number, their cells by column."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

MOST_ROWS = 5_000
"""Rows of a sheet with something in them."""
TOO_MANY = f"表格超过 {MOST_ROWS} 行，分成几份再导入"


@dataclass(frozen=True)
class Cell:
    """What stands in a cell; `fault` says why it is no text that can be read.

    `merged` is a cell whose words stand in one above it, with which it is merged.
    """

    words: str = ""
    fault: str = ""
    merged: bool = False

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing stands here."""
        return not self.words.strip() and not self.fault


EMPTY = Cell()


@dataclass(frozen=True)
class Row:
    """A row by its number; `cells` are those that are not blank, by the number of their column."""

    number: int
    cells: Mapping[int, Cell]

    def at(self, column: int) -> Cell:
        """Give the cell of a column."""
        return self.cells.get(column, EMPTY)

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing stands here but what is merged with a cell above."""
        return all(cell.merged for cell in self.cells.values())


@dataclass(frozen=True)
class Sheet:
    """A sheet; `stopped` is the row after which nothing was read any more, 0 for none."""

    name: str
    rows: tuple[Row, ...] = field(repr=False)
    stopped: int = 0


def letter_of(column: int) -> str:
    """Give the letters that a spreadsheet has for a column: A for 1, AA for 27."""
    letters = ""
    while column:
        column, place = divmod(column - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters
