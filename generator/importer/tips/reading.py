"""A sheet becomes tips; every cell that will not do is told, with its row and its column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.importer.errors import SourceError
from generator.importer.tips.audiences import audiences_in
from generator.importer.tips.columns import COLUMNS, HEADS, Heading, heading_of
from generator.importer.tips.sectors import KnownSectors
from generator.importer.tips.sheet import Row, Sheet, letter_of
from generator.importer.tips.sources import KnownSources
from generator.importer.tips.words import bare, line_of, numbered_lines, refused_in
from generator.model.advice import Tip
from generator.model.library import Library
from generator.model.sector import Sector
from generator.model.vocabulary import Audience

EXAMPLE = "例子"
"""What the first cell of a row begins with that only shows how to write one."""
LONGEST = int(Tip.model_json_schema()["properties"]["text"]["maxLength"])
"""Characters of a tip, and of its why."""


@dataclass(frozen=True, order=True)
class Remark:
    """What is to be said of a cell, or of a row where there is no column."""

    row: int
    column: int
    words: str
    head: str = ""

    def told(self, name: str) -> str:
        """Give it after its place: 提示.xlsx:7:C（提示）."""
        place = f":{letter_of(self.column)}（{self.head}）" if self.column else ""
        return f"{name}:{self.row}{place}: {self.words}"


@dataclass(frozen=True)
class TipRow:
    """A tip that was read, and the number of its row."""

    row: int
    sector: Sector
    text: str
    why: str
    audience: tuple[Audience, ...]
    sources: tuple[str, ...]


@dataclass
class Reading:
    """What a sheet gave; nothing is to be written while there are `faults`."""

    heading: Heading
    tips: list[TipRow] = field(default_factory=list)
    faults: list[Remark] = field(default_factory=list)
    skipped: list[Remark] = field(default_factory=list)

    def remark(self, row: int, name: str, words: str) -> Remark:
        """Say something of the cell of a field."""
        return Remark(row, self.heading.places[name], words, HEADS[name])


def read(sheet: Sheet, library: Library) -> Reading:
    """Read a sheet of tips; raises `SourceError` where its columns are not known."""
    heading = heading_of(sheet)
    if heading is None:
        heads = "、".join(column.head for column in COLUMNS)
        raise SourceError(f"没有找到表头：要有{heads}这几列。先用 --template 写一份空表，照着填")
    found = Reading(heading)
    found.faults += _of_heading(heading)
    if heading.missing:
        return found
    reader = _Reader(library, found)
    for row in sheet.rows:
        if row.number > heading.row and not row.is_blank:
            reader.take(row)
    found.faults.sort()
    return found


def _of_heading(heading: Heading) -> Iterator[Remark]:
    for column in heading.missing:
        near = heading.near(column)
        meant = f"；是不是 {near}？" if near else ""
        yield Remark(heading.row, 0, f"没有“{column.head}”这一列{meant}")
    for name, number in heading.twice.items():
        first = letter_of(heading.places[name])
        yield Remark(heading.row, number, f"{first} 列也是“{HEADS[name]}”，只留一列", HEADS[name])


class _Reader:
    """Takes row after row, and remembers what the sectors and the rows before have said."""

    def __init__(self, library: Library, found: Reading) -> None:
        self._found = found
        self._sectors = KnownSectors(library.sectors.values())
        self._sources = KnownSources(library.references)
        self._said: dict[tuple[str, str], int] = {
            (sector.id, bare(tip.text)): 0
            for sector in library.sectors.values()
            for tip in sector.tips
        }

    def take(self, row: Row) -> None:
        """Read a row: a tip, an example, or what is wrong with it."""
        found = self._found
        if row.at(found.heading.places["sector"]).words.strip().startswith(EXAMPLE):
            found.skipped.append(Remark(row.number, 0, "是例子，没有读"))
            return
        before = len(found.faults)
        cells = self._cells(row)
        sector = self._sector(row, cells)
        audience = self._audience(row, cells)
        text, why = self._line(row, cells, "text"), self._line(row, cells, "why")
        sources = self._cites(row, cells)
        if len(found.faults) > before or sector is None:
            return
        self._add(TipRow(row.number, sector, text, why, audience, sources))

    def _add(self, tip: TipRow) -> None:
        key = (tip.sector.id, bare(tip.text))
        if key in self._said:
            row = self._said[key]
            same = f"和第 {row} 行一样" if row else f"“{tip.sector.title}”里已经有这一条"
            self._found.skipped.append(self._found.remark(tip.row, "text", f"{same}，跳过"))
            return
        self._said[key] = tip.row
        self._found.tips.append(tip)

    def _cells(self, row: Row) -> Mapping[str, str]:
        """Give the words of each field that has some; what is missing or unreadable is told."""
        cells: dict[str, str] = {}
        for name, place in self._found.heading.places.items():
            cell = row.at(place)
            if name == "text" and cell.merged:
                self._fault(row, name, "和上面一格合并了；一行写一条，拆开再写")
            elif cell.fault:
                self._fault(row, name, cell.fault)
            elif cell.is_blank:
                self._fault(row, name, f"没有写{HEADS[name]}")
            elif refused := refused_in(cell.words):
                self._fault(row, name, f"有不能用的字符 {refused}，删掉它")
            else:
                cells[name] = cell.words
        return cells

    def _sector(self, row: Row, cells: Mapping[str, str]) -> Sector | None:
        found = self._sectors.find(line_of(cells["sector"])) if "sector" in cells else None
        if isinstance(found, str):
            self._fault(row, "sector", found)
            return None
        return found

    def _audience(self, row: Row, cells: Mapping[str, str]) -> tuple[Audience, ...]:
        if "audience" not in cells:
            return ()
        known, faults = audiences_in(cells["audience"])
        self._fault(row, "audience", *faults or ([] if known else ["没有写对谁说"]))
        return tuple(known)

    def _cites(self, row: Row, cells: Mapping[str, str]) -> tuple[str, ...]:
        if "sources" not in cells:
            return ()
        cites, faults = self._sources.read(cells["sources"])
        self._fault(row, "sources", *faults or ([] if cites else ["没有写依据"]))
        return tuple(cites)

    def _line(self, row: Row, cells: Mapping[str, str], name: str) -> str:
        words = cells.get(name, "")
        text = line_of(words)
        several = numbered_lines(words)
        if several > 1:
            self._fault(row, name, f"一格里像是写了 {several} 条；一行只写一条，分开写")
        elif name in cells and not bare(text):
            self._fault(row, name, f"没有写{HEADS[name]}")
        elif len(text) > LONGEST:
            self._fault(row, name, f"有 {len(text)} 字，超过 {LONGEST} 字；写短一些")
        return text

    def _fault(self, row: Row, name: str, *words: str) -> None:
        self._found.faults += (self._found.remark(row.number, name, each) for each in words)
