"""A document read: its outline, who answers for each item, and every doubt, with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.importer.cleaning import Dropped, clean
from generator.importer.errors import SourceError
from generator.importer.figures import Demand, demands
from generator.importer.outline import Item, Outline, outline, unclaimed
from generator.importer.responsibility import Duties, duties
from generator.importer.source import Source
from generator.importer.text import Text
from generator.importer.units import KnownUnits
from generator.load.tree import Mark

_SHOWN = 30
_BURIED = re.compile(
    r"(?:\n|[）】〕］])((?:\d{1,3}[.．、]|（[一二三四五六七八九十]+）|附件|附表)[^\n]{1,40})"
)
_NUMBERED = re.compile(
    r"[^，；。：\n、]*\d+(?:余|多)?(?:[次批轮场期遍座个处家起户名人具台套辆路条公里]|月底)[^，；。：\n、]*"
)


@dataclass(frozen=True)
class Doubt:
    """Something that a person must look at: where it is in the document, and what it is."""

    mark: Mark
    words: str


@dataclass(frozen=True)
class Point:
    """An item with its units and what can be counted in it; `doubts` are those of this item."""

    item: Item
    duties: Duties | None
    demands: tuple[Demand, ...]
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True)
class Reading:
    """All that was read; `doubts` are those of the document, `dropped` what was left out."""

    outline: Outline
    points: tuple[Point, ...]
    doubts: tuple[Doubt, ...]
    dropped: tuple[Dropped, ...]


def read(source: Source, known: KnownUnits, *, year: int) -> Reading:
    """Read a document of a year; raises `SourceError` where nothing in it is numbered."""
    cleaned = clean(source)
    found = outline(cleaned.text)
    if found is None:
        raise SourceError("没有找到一条一条的编号（一、1. 这样的），不像是一份工作要点")
    points = tuple(_point(item, source, known) for item in found.items)
    doubts = tuple(_doubts(source, cleaned.text, found, year))
    return Reading(found, points, doubts, cleaned.dropped)


def _point(item: Item, source: Source, known: KnownUnits) -> Point:
    counted = (*demands(item.title), *demands(item.body))
    unclear = tuple(
        Doubt(_mark(each.clause, source), f"“{each.clause.words[:_SHOWN]}”没有写谁做")
        for each in counted
        if not each.actor
    )
    unclear += tuple(_uncounted(item, counted, source))
    if item.note is None:
        nobody = Doubt(_mark(item.title, source), "没有写谁负责")
        return Point(item, None, counted, (nobody, *unclear))
    found = duties(item.note.words)
    wrong = tuple(_of_units(item.note, found, source, known))
    return Point(item, found, counted, (*wrong, *unclear))


def _uncounted(item: Item, counted: Iterable[Demand], source: Source) -> Iterator[Doubt]:
    """Tell of clauses that have a number, and of which nothing was counted."""
    known = [each.clause.words for each in counted]
    for found in _NUMBERED.finditer(item.body.words):
        words = found[0]
        if not any(words in each or each in words for each in known):
            at = source.place(item.body.places[found.start()])
            yield Doubt(at, f"“{words[:_SHOWN]}”里有数字，没有读成要求")


def _of_units(note: Text, found: Duties, source: Source, known: KnownUnits) -> Iterator[Doubt]:
    for words in found.doubts:
        yield Doubt(_mark(note, source, words), f"“{words}”没有读懂")
    for name in found.all:
        if not known.find(name):
            near = known.near(name)
            hint = f"，是不是 {near}？" if near else ""
            yield Doubt(_mark(note, source, name), f"units.yml 里没有“{name}”{hint}")


def _doubts(source: Source, text: Text, found: Outline, year: int) -> Iterator[Doubt]:
    yield from (Doubt(Mark(1, 1), words) for words in source.remarks)
    if found.title is None:
        yield Doubt(Mark(1, 1), "没有找到标题")
    elif found.year and found.year != year:
        yield Doubt(_mark(found.title, source), f"标题写的是{found.year}年，不是{year}年")
    yield from _gaps(source, found.items)
    for start, end in unclaimed(text, found):
        words = source.text[start:end]
        some = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
        yield Doubt(source.place(start), f"没有归到哪里：“{some}”")


def _gaps(source: Source, items: Iterable[Item]) -> Iterator[Doubt]:
    """Tell of items without a title, and of those that may hold others."""
    for item in items:
        for found in _BURIED.finditer(item.body.words):
            at = source.place(item.body.places[found.start(1)])
            yield Doubt(at, f"“{found[1][:_SHOWN]}”像是另起的一条，没有接上编号")
        if not item.title:
            yield Doubt(_mark(item.body, source), f"第 {item.number} 条没有标题")


def _mark(text: Text, source: Source, words: str = "") -> Mark:
    """Give the place of some words in a part, or of the part."""
    at = max(text.words.find(words), 0) if words else 0
    return source.place(text.places[at]) if text.places else Mark(1, 1)
