"""Figures: one demand of a year's plan is counted in one way, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.load.loader import Document, Loaded
from generator.model.library import Library
from generator.model.problem import Problem
from generator.model.work import Figure, WorkItem

_COUNTED = ("period", "at_least", "amount")
_ASIDE = re.compile(r"（(?:牵头|会同|配合|负责)）|[\W_]+")

Demand = tuple[int, str, str, str]


def check_figures(loaded: Loaded, library: Library, as_of: date) -> Iterator[Problem]:
    """Warn of numbers that contradict each other within one plan year (W304).

    Two figures speak of one demand when the same actor does the same action, counted in the
    same unit; the later of the two in file order is the one reported.
    """
    first: dict[Demand, tuple[Document, int, Figure]] = {}
    for document in loaded.documents:
        if not isinstance(document.value, WorkItem):
            continue
        for index, figure in enumerate(document.value.figures):
            earlier = first.setdefault(
                _demand(document.value.year, figure), (document, index, figure)
            )
            field = _difference(figure, earlier[2])
            if field:
                yield _contradiction(document, ("figures", index, field), figure, earlier)


def _demand(year: int, figure: Figure) -> Demand:
    """Give what a figure is about; punctuation and roles such as （牵头） make no difference."""
    actor, action = (_ASIDE.sub("", text) for text in (figure.actor, figure.action))
    return year, actor, action, figure.unit


def _difference(one: Figure, other: Figure) -> str | None:
    """Name the first field in which two figures of one demand differ."""
    return next((field for field in _COUNTED if getattr(one, field) != getattr(other, field)), None)


def _contradiction(
    document: Document,
    loc: tuple[str | int, ...],
    figure: Figure,
    earlier: tuple[Document, int, Figure],
) -> Problem:
    source, index, other = earlier
    line = source.mark("figures", index).line
    return document.problem(
        loc,
        "W304",
        f"“{figure.actor}”“{figure.action}”前后不一：这里是{_spoken(figure)}，"
        f"{source.name} 第 {line} 行是{_spoken(other)}",
        "对照工作要点原文，改正其中一处；如果是两件事，把 action 写得有区别",
    )


def _spoken(figure: Figure) -> str:
    """Write a figure as it is said: 每季度至少 1 次."""
    counts = [f"至少 {figure.at_least} {figure.unit}"] if figure.at_least else []
    counts += [f" {figure.amount} {figure.unit}"] if figure.amount else []
    return figure.period.label + "，共".join(counts)
