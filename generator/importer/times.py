"""Days by which something is to be done: 6月底前, 11月15日前, 年底前, 第三季度末."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.importer.head import years
from generator.importer.numerals import number_of
from generator.importer.text import Text

_BEFORE = r"(?:(?:之前|以前|前)(?!后)|为止|止)"
_YEAR = (
    r"(?:(?P<year>(?:20\d\d|二[〇○零][〇○零\d一二三四五六七八九]{2})年)|(?P<next>明年|次年|翌年))?"
)
_MONTH = (
    r"(?P<month>\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:份)?"
    r"(?:(?P<day>\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])日?(?:（[^）]{1,6}）)?"
    rf"{_BEFORE}|(?P<ten>[上中下])旬{_BEFORE}|(?P<end>底|末){_BEFORE}?|{_BEFORE})"
)
_QUARTER = rf"第?(?P<quarter>[一二三四1-4])季度(?:末|底|结束前|{_BEFORE})+"
_HALF = rf"(?P<half>上半年)(?:末|底|结束前|{_BEFORE})+"
_OF_YEAR = rf"(?P<whole>(?:(?<=年)|年)(?:底|末)(?:{_BEFORE}|(?=完成|建成|达到|实现|全部|基本|，)))"
_TIME = re.compile(rf"(?<![\d每去上本年二〇零]){_YEAR}(?:{_MONTH}|{_QUARTER}|{_HALF}|{_OF_YEAR})")
_NO_END = re.compile(r"(?:起|开始|至|到|以来|建成的|存量)")
"""What follows a day that is no last one."""
_NOT_AFTER = re.compile(r"(?:截至|截止|截止到|去|上|每年的?|自|从)(?:20\d\d年)?$")
_CLAUSE = re.compile(r"[^，；。：\n（）]+")
_LEADING = re.compile(
    r"^(?:(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|底)?[至到—]|请|并|于|在|要|应|须|和|、|力争|力争到|确保|争取|前|底|到|至)+|^[，。]+"
)
_LAST_DAY = {"上": 10, "中": 20}


@dataclass(frozen=True)
class Due:
    """A day by which something is to be done, the words that say what, and where they stand."""

    day: date
    what: str
    clause: Text


def dues(text: Text, year: int) -> Iterator[Due]:
    """Give every day by which a text asks for something, in its order.

    `year` is meant where a text names none; what a year before it brought is no duty. What is
    asked stands in the same clause, or in the next one where the clause is nothing but the day.
    """
    for found in _TIME.finditer(text.words):
        day = _day(found, year)
        before, after = text.words[: found.start()], text.words[found.end() :]
        if day is None or day.year < year or _NO_END.match(after) or _NOT_AFTER.search(before):
            continue
        start, end = _sentence(text.words, found)
        what = _LEADING.sub("", text.words[start : found.start()]) + text.words[found.end() : end]
        what = _LEADING.sub("", what.strip("，、 "))
        if what and not _TIME.search(what):
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
    """Give the day that some words such as 6月底 name, as they stand in a column of days.

    Of a span it is the last; None for several days, and for what comes each year.
    """
    if "每" in words or "、" in words:
        return None
    found = [*_TIME.finditer(words)]
    if not found or found[-1].end() < len(words.rstrip()):
        found = [*_TIME.finditer(f"{words.rstrip()}底")] or found
    return _day(found[-1], year) if found else None


def _day(found: re.Match[str], year: int) -> date | None:
    """Give the last day of what was found; None for what no calendar has."""
    if found["year"]:
        year = next(years(found["year"]), year)
    if found["next"]:
        year += 1
    if found["whole"]:
        return date(year, 12, 31)
    if found["half"]:
        return date(year, 6, 30)
    if found["quarter"]:
        return _last(year, number_of(found["quarter"]) * 3)
    month = number_of(found["month"])
    return _in_month(found, year, month) if 1 <= month <= 12 else None


def _in_month(found: re.Match[str], year: int, month: int) -> date | None:
    if found["day"]:
        day = number_of(found["day"])
        return date(year, month, day) if 1 <= day <= _last(year, month).day else None
    if found["ten"]:
        last = _LAST_DAY.get(found["ten"])
        return date(year, month, last) if last else _last(year, month)
    if found["end"]:
        return _last(year, month)
    return date(year, month, 1) - timedelta(days=1)  # 6月前 is before June begins


def _last(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
