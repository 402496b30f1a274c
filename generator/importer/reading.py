"""A document read: its outline, who answers for each item, and every doubt, with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.importer.cleaning import Dropped, clean
from generator.importer.errors import SourceError
from generator.importer.figures import Demand, demands
from generator.importer.head import covers
from generator.importer.notes import split_note
from generator.importer.outline import Item, Outline, bare, outline, unclaimed
from generator.importer.responsibility import Duties, duties, duties_of_standing, standing
from generator.importer.source import Source
from generator.importer.tables import Row, Tables, is_same, items_of, tables
from generator.importer.text import Text
from generator.importer.times import Due, day_of, dues
from generator.importer.units import KnownUnits
from generator.load.tree import Mark

_SHOWN = 30
_BURIED = re.compile(
    r"(?:\n|[）】〕］])((?:\d{1,3}[.．、]|（[一二三四五六七八九十]+）|附件|附表)[^\n]{1,40})"
)
_NUMBERED = re.compile(
    r"[^，；。：\n、]*\d+(?:余|多)?(?:[次批轮场期遍座个处家起户名人具台套辆路条吨米万]|公里)[^，；。：\n、]*"
)
_ALWAYS = {
    "",
    "全年",
    "长期",
    "持续",
    "长期坚持",
    "持续推进",
    "长期推进",
    "年度内",
    "贯穿全年",
    "常年",
}
"""What a column of days says of tasks that have none."""
_COUNTIES = ("县", "市", "区", "旗")
_MASKED = re.compile(r"[ＸX×某*]")
_MATCHED = 0.3
"""Of the rows of a table of tasks, how many must be items, if the table only goes with them."""


@dataclass(frozen=True)
class Doubt:
    """Something that a person must look at: where it is in the document, and what it is."""

    mark: Mark
    words: str


@dataclass(frozen=True)
class Point:
    """An item with its units and what can be counted in it; `doubts` are those of this item.

    `mark` is where it stands, `note` the one that counts for it: its own, or that of its chapter.
    """

    item: Item
    mark: Mark
    note: Text | None
    duties: Duties | None
    demands: tuple[Demand, ...]
    dues: tuple[Due, ...]
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True)
class Reading:
    """All that was read.

    `dues` are the days that the whole document names, `everybody` is who carries out each item
    by a clause that stands once, `doubts` are those of the document, `dropped` what was left
    out and `mended` what was written otherwise.
    """

    outline: Outline
    points: tuple[Point, ...]
    dues: tuple[Due, ...]
    everybody: tuple[str, ...]
    doubts: tuple[Doubt, ...]
    dropped: tuple[Dropped, ...]
    mended: tuple[str, ...]


def read(source: Source, known: KnownUnits, *, year: int, county: str = "") -> Reading:
    """Read a document of a year; raises `SourceError` where nothing in it is numbered.

    A title that names another place than `county` is told of.
    """
    tasks = tables(source)
    cleaned = clean(source, without=tasks.lines)
    found, doubts = _with_tables(outline(cleaned.text), cleaned.text, tasks, source)
    if not found.items:
        raise SourceError("没有找到一条一条的编号（一、1. 这样的），不像是一份工作要点")
    reader = _Reader(source, known, found, year)
    points = tuple(reader.point(item) for item in found.items)
    doubts += _doubts(source, cleaned.text, found, year)
    doubts += _of_elsewhere(source, found, county)
    return Reading(
        outline=found,
        points=points,
        dues=tuple(dues(found.notice, year)),
        everybody=tuple(reader.everybody.all),
        doubts=tuple(doubts),
        dropped=cleaned.dropped,
        mended=cleaned.mended,
    )


def read_again(title: str, official: str, known: KnownUnits, *, year: int) -> Point:
    """Read one item out of its title and the text that its file keeps of the document."""
    text = Text(official, range(len(official)))
    noted = split_note(text)
    item = Item(1, 1, 0, Text(title, (0,) * len(title)), noted.whole, noted.note)
    return _Reader(Source("", official), known, bare(text), year).point(item)


def _with_tables(
    found: Outline | None, text: Text, tasks: Tables, source: Source
) -> tuple[Outline, list[Doubt]]:
    """Put the tables of tasks to the items that they go with, or take their rows as items."""
    found = found or bare(text)
    if not tasks.rows:
        return found, []
    found = replace(found, table=tasks.words)
    rows = {
        item.number: row
        for item in found.items
        if (row := next((each for each in tasks.rows if is_same(item.title, each.title)), None))
    }
    if len(rows) < _MATCHED * len(tasks.rows) and not any(item.note for item in found.items):
        chapters, items = items_of(tasks.rows)
        texts = [part for each in found.items for part in (each.title, each.body)]
        titles = [each.title for each in found.chapters]
        others = (*found.others, *titles, *texts)
        return replace(found, chapters=chapters, items=items, others=others), []
    items = tuple(
        replace(item, note=rows[item.number].note)
        if item.number in rows and item.note is None
        else item
        for item in found.items
    )
    return replace(found, items=items), [*_beside(found.items, rows, tasks.rows, source)]


def _beside(
    items: Iterable[Item], rows: dict[int, Row], every: Iterable[Row], source: Source
) -> Iterator[Doubt]:
    """Tell of rows that are no item, and of those that name other units than their item."""
    for row in every:
        if row not in rows.values():
            yield Doubt(
                _mark(row.title, source), f"任务表里的“{row.title.words[:_SHOWN]}”没有对上条目"
            )
    for item in items:
        of_item = rows.get(item.number)
        if of_item and of_item.note and item.note:
            said = {*duties(of_item.note.words).all}
            more = "、".join(sorted(said - {*duties(item.note.words).all}))
            if more:
                yield Doubt(
                    _mark(of_item.title, source), f"任务表里第 {item.number} 条多了单位：{more}"
                )


class _Reader:
    """Reads one item after the other, by what the document says once for all of them."""

    def __init__(self, source: Source, known: KnownUnits, found: Outline, year: int) -> None:
        self.source, self.known, self.year = source, known, year
        self.everybody = _everybody(found)

    def point(self, item: Item) -> Point:
        """Read an item."""
        counted = (*demands(item.title), *demands(item.body))
        asked = (*dues(item.title, self.year), *dues(item.body, self.year))
        note = item.note or item.above
        mark = self._at(item.title or item.body)
        doubts = [Doubt(self._at(item.title), words) for words in item.remarks]
        doubts += self._of_figures(item, counted, asked)
        if note is None:
            doubts.insert(0, Doubt(mark, "没有写谁负责"))
            return Point(item, mark, None, None, counted, asked, tuple(doubts))
        if item.note is None:
            doubts.append(Doubt(self._at(item.title), "没有写谁负责，用了这一部分标题后面写的"))
        found = duties(note.words)
        times = found.times + (duties(item.when.words).times if item.when else [])
        asked += tuple(
            Due(day, item.title.words, item.title)
            for words in times
            if (day := day_of(words, self.year))
        )
        doubts += self._of_times(item.when or note, times)
        doubts += self._of_units(note, found)
        return Point(item, mark, note, found, counted, asked, tuple(doubts))

    def _at(self, text: Text) -> Mark:
        return _mark(text, self.source)

    def _of_figures(
        self, item: Item, counted: Sequence[Demand], asked: Sequence[Due]
    ) -> Iterator[Doubt]:
        """Tell of figures without an actor, and of numbers of which nothing was counted."""
        for each in counted:
            if not each.actor:
                yield Doubt(self._at(each.clause), f"“{each.clause.words[:_SHOWN]}”没有写谁做")
        known = [each.clause.words for each in counted] + [each.clause.words for each in asked]
        for found in _NUMBERED.finditer(item.body.words):
            words = found[0]
            if not any(words in each or each in words for each in known):
                at = self.source.place(item.body.places[found.start()])
                yield Doubt(at, f"“{words[:_SHOWN]}”里有数字，没有读成要求")

    def _of_times(self, text: Text, times: Iterable[str]) -> Iterator[Doubt]:
        for words in times:
            if words not in _ALWAYS and day_of(words, self.year) is None:
                yield Doubt(_mark(text, self.source, words), f"时限“{words}”没有读成日期")

    def _of_units(self, note: Text, found: Duties) -> Iterator[Doubt]:
        for words in found.doubts:
            yield Doubt(_mark(note, self.source, words), f"“{words}”没有读懂")
        for name in found.all:
            if not self.known.find(name):
                near = self.known.near(name)
                hint = f"，是不是 {near}？" if near else ""
                at = _mark(note, self.source, name)
                yield Doubt(at, f"units.yml 里没有“{name}”{hint}")


def _everybody(found: Outline) -> Duties:
    """Read the clause that says once who carries out each item, wherever it stands."""
    befores = [each.before for each in found.chapters]
    notes = [each.note for each in found.items if each.note]
    for part in (found.requirement, found.aim, *befores, *found.others, found.tail, *notes):
        said = standing(part.words)
        if said:
            return duties_of_standing(said[0])
    return Duties()


def _doubts(source: Source, text: Text, found: Outline, year: int) -> Iterator[Doubt]:
    yield from (Doubt(Mark(1, 1), words) for words in source.remarks)
    if found.title is None:
        yield Doubt(Mark(1, 1), "没有找到标题")
    elif found.year != year and not covers(found.title.words, year):
        said = f"标题写的是{found.year}年，不是{year}年" if found.year else "没有写是哪一年的"
        yield Doubt(_mark(found.title, source), said)
    if found.notice:
        yield Doubt(_mark(found.notice, source), "前面的印发通知没有写进草稿")
    for part in found.others:
        if len(part) > _SHOWN:
            yield Doubt(_mark(part, source), f"“{part.words[:_SHOWN]}…”没有分成条，放在总的原文里")
    yield from _gaps(source, found)
    for start, end in unclaimed(text, found):
        words = source.text[start:end]
        some = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
        yield Doubt(source.place(start), f"没有归到哪里：“{some}”")


def _of_elsewhere(source: Source, found: Outline, county: str) -> Iterator[Doubt]:
    """Tell of a title that names another county, if it is not masked."""
    is_county = found.region.endswith(_COUNTIES) and not _MASKED.search(found.region)
    if found.title and county and is_county and found.region not in county:
        at = _mark(found.title, source, found.region)
        yield Doubt(at, f"标题写的是{found.region}，不是{county}")


def _gaps(source: Source, found: Outline) -> Iterator[Doubt]:
    """Tell of numbers left out, of items without a title, and of those that may hold others."""
    for before, item in pairwise(found.items):
        if before.chapter == item.chapter and item.written not in {before.written + 1, 1}:
            at = _mark(item.title or item.body, source)
            yield Doubt(at, f"编号从 {before.written} 到了 {item.written}")
    for item in found.items:
        for buried in _BURIED.finditer(item.body.words):
            at = source.place(item.body.places[buried.start(1)])
            yield Doubt(at, f"“{buried[1][:_SHOWN]}”像是另起的一条，没有接上编号")
        if not item.title:
            yield Doubt(_mark(item.body, source), f"第 {item.number} 条没有标题")


def _mark(text: Text, source: Source, words: str = "") -> Mark:
    """Give the place of some words in a part, or of the part."""
    at = max(text.words.find(words), 0) if words else 0
    return source.place(text.places[at]) if text.places else Mark(1, 1)
