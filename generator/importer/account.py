"""Where each character of a document went: each belongs to one thing, none is forgotten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.importer.outline import parts_of
from generator.importer.reading import Reading
from generator.importer.source import Source
from generator.importer.text import Text
from generator.model.vocabulary import Labelled


class Went(Labelled):
    """What became of some characters; each with what a reader is told."""

    TITLE = "title", "标题"
    NOTICE = "notice", "印发通知"
    REQUIREMENT = "requirement", "总体要求"
    AIM = "aim", "目标"
    CHAPTER = "chapter", "章节"
    OTHER = "other", "没有分成条"
    ITEM_TITLE = "item-title", "条的标题"
    BODY = "body", "条的正文"
    NOTE = "note", "谁负责"
    WHEN = "when", "时限"
    FIGURE = "figure", "数字"
    TABLE = "table", "任务表"
    MARK = "mark", "编号和标点"
    DROPPED = "dropped", "去掉的"
    LEFT = "left", "没有归到哪里"


_WENT = {each.value: each for each in Went}


@dataclass(frozen=True)
class Span:
    """Characters next to each other that went to one thing; `item` is 0 where it is of none."""

    start: int
    end: int
    went: Went
    item: int
    why: str = ""


def account(source: Source, found: Reading) -> Iterator[Span]:
    """Give where each character went, from the first to the last.

    What is neither read nor left out is a mark between parts, or left over if it is a word.
    """
    marks = [(Went.LEFT if each.isalnum() else Went.MARK, 0, "") for each in source.text]
    for went, item, part in _parts(found):
        _put(marks, part.places, (went, item, ""))
    for dropped in found.dropped:
        _put(marks, range(dropped.start, dropped.end), (Went.DROPPED, 0, dropped.why))
    at = 0
    for (went, item, why), run in groupby(marks):
        length = sum(1 for _ in run)
        yield Span(at, at + length, went, item, why)
        at += length


def _parts(found: Reading) -> Iterator[tuple[Went, int, Text]]:
    every = [*parts_of(found.outline)]
    for name, item, part in sorted(every, key=lambda each: each[0] != "table"):
        yield _WENT[name], item or 0, part
    for point in found.points:
        clauses = [each.clause for each in point.demands] + [each.clause for each in point.dues]
        for clause in clauses:
            if clause.words != point.item.title.words:
                yield Went.FIGURE, point.item.number, clause


def _put(
    marks: list[tuple[Went, int, str]], places: Iterable[int], mark: tuple[Went, int, str]
) -> None:
    for at in places:
        if at < len(marks):
            marks[at] = mark
