"""Days by which something is to be done: 6月底前, 11月15日前, 年底前, 第三季度末."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.importer.numerals import number_of
from generator.importer.text import Text

_BEFORE = r"(?:之前|以前|前|止)"
_MONTH = (
    r"(?:(?P<year>20\d\d)年)?(?P<month>\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:份)?"
    rf"(?:(?P<day>\d{{1,2}})日?{_BEFORE}|(?P<part>上旬|中旬|下旬|底|末){_BEFORE}?|{_BEFORE})"
)
_QUARTER = rf"第?(?P<quarter>[一二三四1-4])季度(?:末|底|结束前|{_BEFORE})+"
_HALF = rf"(?P<half>上半年)(?:末|底|结束前|{_BEFORE})*(?=[，完])"
_END = rf"(?:(?P<end_year>20\d\d)年(?:底|末)|年(?:底|末)){_BEFORE}?"
_TIME = re.compile(rf"(?<![每\d\-—至到])(?:{_MONTH}|{_QUARTER}|{_HALF}|(?P<end>{_END}))")
_CLAUSE = re.compile(r"[^，；。：\n（）]+")
_LEADING = re.compile(r"^(?:请|并|于|在|要|应|须|和|、|力争|确保|争取|前|底)+|^[，。]+")
_LAST_DAY = {"上旬": 10, "中旬": 20}


@dataclass(frozen=True)
class Due:
    """A day by which something is to be done, the words that say what, and where they stand."""

    day: date
    what: str
    clause: Text


def dues(text: Text, year: int) -> Iterator[Due]:
    """Give every day by which a text asks for something, in its order.

    `year` is meant where a text names none. What is asked stands in the same clause, or in the
    next one where the clause is nothing but the day.
    """
    for found in _TIME.finditer(text.words):
        day = _day(found, year)
        if day is None:
            continue
        start, end = _sentence(text.words, found)
        what = _LEADING.sub("", text.words[start : found.start()]) + text.words[found.end() : end]
        what = _LEADING.sub("", what.strip("，、 "))
        if what:
            yield Due(day, what, text.cut(start, end))


def _sentence(words: str, found: re.Match[str]) -> tuple[int, int]:
    """Give the clause round a day; if it holds nothing else, with the one after it."""
    start = max(words.rfind(each, 0, found.start()) for each in "，；。：\n（、") + 1
    after = _CLAUSE.match(words, found.end())
    if after:
        return start, after.end()
    following = _CLAUSE.match(words, found.end() + 1)
    alone = found.start() - start <= 1 and words[found.end() : found.end() + 1] == "，"
    return start, following.end() if following and alone else found.end()


def day_of(words: str, year: int) -> date | None:
    """Give the day that some words such as 6月底 name, as they stand in a column of days."""
    found = _TIME.search(words) or _TIME.search(f"{words}前")
    return _day(found, year) if found else None


def _day(found: re.Match[str], year: int) -> date | None:
    """Give the last day of what was found; None for what no calendar has."""
    named = found["year"] or found["end_year"]
    year = int(named) if named else year
    if found["end"]:
        return date(year, 12, 31)
    if found["half"]:
        return date(year, 6, 30)
    if found["quarter"]:
        return _last(year, number_of(found["quarter"]) * 3)
    month = number_of(found["month"])
    if not 1 <= month <= 12:
        return None
    if found["day"]:
        day = int(found["day"])
        return date(year, month, day) if 1 <= day <= _last(year, month).day else None
    last = _LAST_DAY.get(found["part"] or "")
    return date(year, month, last) if last else _last(year, month)


def _last(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
