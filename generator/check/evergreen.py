"""Evergreen content: what comes each year, and advice of any day, speaks of no year.

W326 is reported of a year (`2023年`) and of 今年, 明年 and 去年 in what belongs to no year. A year
is history, and left alone, in a clause that says so: 2025年11月发生火灾, 从2026年5月起.
What people say (`says`) is theirs, and the articles of a text are its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.check.years import at_line_of, is_history
from generator.load.loader import Loaded
from generator.model.alert import Alert
from generator.model.base import Entity, Yearly
from generator.model.library import Library
from generator.model.problem import Problem
from generator.model.vocabulary import Status

_CLAUSE = re.compile(r"[^。；！？\n]+")
_YEAR = re.compile(r"(?<!\d)20\d\d年(?:\d{1,2}月)?|今年|明年|去年")
_BEGINNING = re.compile(r"20\d\d年\d{1,2}月(\d{1,2}日)?起")
_OTHERS = {"says", "articles"}


def check_evergreen(loaded: Loaded, library: Library, as_of: date) -> Iterator[Problem]:
    """Warn of years in what is the same each year."""
    for document in loaded.documents:
        value = document.value
        if not isinstance(value, Entity) or isinstance(value, Yearly):
            continue
        if value.status is Status.DRAFT or (isinstance(value, Alert) and value.window.days):
            continue
        for loc, text in document.tree.texts:
            if not _OTHERS.isdisjoint(map(str, loc)):
                continue
            for clause in _CLAUSE.findall(text):
                match = _YEAR.search(clause)
                if match and not is_history(clause) and not _BEGINNING.search(clause):
                    problem = document.problem(
                        loc,
                        "W326",
                        f"常年用的内容里写着“{match[0]}”",
                        "改成哪一年都对的说法；只是这一年的，写到年度版里",
                    )
                    yield at_line_of(match[0], problem, document)
