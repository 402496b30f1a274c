"""A workbook: one list to fill in, filter and count, a sheet that counts it, and one to look up."""

from __future__ import annotations

from dataclasses import dataclass

from generator.documents.imprint import Imprint
from generator.documents.tone import Tone


@dataclass(frozen=True)
class Choice:
    """A word that may be chosen in a cell, and the tone that it then takes."""

    word: str
    tone: Tone | None


@dataclass(frozen=True, kw_only=True)
class SheetColumn:
    """A column: its head, its width in characters, and what its cells take.

    Cells of a column with `choices` take one of them. `tone` is the colour of its texts, where it
    is not ink.
    """

    head: str
    width: int
    centred: bool = False
    tone: Tone | None = None
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Count:
    """A line of the second sheet: how many rows fulfil all criteria.

    Criteria are pairs of a column's head and a criterion as spreadsheets write it (`<>已整改`,
    `?*` for anything); without one, all rows count. No criterion is met before the list is
    filled in.
    """

    label: str
    criteria: tuple[tuple[str, str], ...] = ()
    urgent: bool = False


@dataclass(frozen=True, kw_only=True)
class Annex:
    """A sheet to look something up in: what would make the list too wide for paper."""

    name: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[str | int, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Workbook:
    """A list on A4 across: `name` is its sheet's, `frozen` columns stay in sight on the left.

    It is printed as wide as the page; the type shrinks where columns are wider than that.
    """

    name: str
    imprint: Imprint
    title: str
    note: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[str | int, ...], ...]
    frozen: int
    summary: str
    counts: tuple[Count, ...]
    annex: Annex
