"""Numberings: the marks by which a document counts its parts, and how they stand in each other."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cmp_to_key

from generator.importer.numerals import number_of

_HAN = "一二三四五六七八九十"
_BOUNDARY = "。！？；：）”】〕］\n"
_TITLE = 45
"""Characters of a title at most, after which the first part below it may begin unmarked."""
_RANGES = ("①⑳", "⑴⒇", "⒈⒛", "㈠㈩")


class Form(StrEnum):
    """How a number is written; as a rule the earlier ones stand outside the later."""

    CHAPTER = "chapter"
    ARTICLE = "article"
    HAN = "han"
    HAN_IN_BRACKETS = "han in brackets"
    MAJOR = "major"
    DIGITS = "digits"
    DECIMAL = "decimal"
    DIGITS_IN_BRACKETS = "digits in brackets"
    CIRCLED = "circled"


_WRITTEN: dict[Form, re.Pattern[str]] = {
    Form.CHAPTER: re.compile(rf"第([{_HAN}]{{1,3}})[章部]分?"),
    Form.ARTICLE: re.compile(rf"第([{_HAN}]{{1,3}})条"),
    Form.HAN: re.compile(
        rf"(?:(?<![{_HAN}第])([{_HAN}]{{1,3}})|(?<=\n)([—－-]))(?:、|[.．](?!\d))"
    ),
    Form.HAN_IN_BRACKETS: re.compile(rf"（([{_HAN}]{{1,3}})）[、.．]?|([㈠-㈩])"),
    Form.MAJOR: re.compile(r"(?:(?<=\n)|^)(\d{1,2})(?=[\u4e00-\u9fff]{2,28}\n)"),
    Form.DIGITS: re.compile(r"(?<![\d.．])(\d{1,3})(?:[.．](?!\d)|、)|([⒈-⒛])"),
    Form.DECIMAL: re.compile(r"(?<![\d.．])\d{1,2}[.．](\d{1,2})[.．、]?(?![\d.．])"),
    Form.DIGITS_IN_BRACKETS: re.compile(r"（(\d{1,3})）|([⑴-⒇])|(?<![\d（.])(\d{1,2})）"),
    Form.CIRCLED: re.compile(r"([①-⑳])"),
}


@dataclass(frozen=True)
class Marker:
    """A number in a text: its form, its value, and where it stands."""

    form: Form
    number: int
    start: int
    end: int


@dataclass
class Node:
    """A numbered part: its marker, where it ends, and the parts within it."""

    marker: Marker
    end: int
    children: list[Node] = field(default_factory=list)


def tree(words: str) -> list[Node]:
    """Give the numbered parts of a document, each with those within it.

    A number counts only where it goes on from the one before it, or begins anew below another
    part: years, quantities and references to laws are none. Of two forms that one stands
    outside whose numbers begin anew less often.
    """
    runs: dict[Form, tuple[Marker, ...]] = {}
    for form in Form:
        found = tuple(_run(words, form, [each for run in runs.values() for each in run]))
        if found and (len(found) > 1 or not runs):
            runs[form] = found
    if Form.DECIMAL not in runs:  # 1 stands alone only above 1.1
        runs.pop(Form.MAJOR, None)
    rank = {form: place for place, form in enumerate(sorted(runs, key=cmp_to_key(_order(runs))))}
    return _nested(sorted((m for run in runs.values() for m in run), key=_start), rank, len(words))


def _start(marker: Marker) -> int:
    return marker.start


def _order(runs: Mapping[Form, Sequence[Marker]]) -> Callable[[Form, Form], int]:
    """Compare forms: the usual order, unless the inner one begins first and never anew."""
    usual = [*Form]

    def begins_anew(form: Form) -> int:
        return sum(each.number == 1 for each in runs[form])

    def compare(one: Form, two: Form) -> int:
        outer, inner = sorted((one, two), key=usual.index)
        turned = runs[inner][0].start < runs[outer][0].start and (
            begins_anew(outer) > begins_anew(inner) == 1
        )
        return (1 if turned else -1) * (1 if outer is one else -1)

    return compare


def _nested(every: Sequence[Marker], rank: dict[Form, int], length: int) -> list[Node]:
    top: list[Node] = []
    open_: list[Node] = []
    for marker in every:
        while open_ and rank[open_[-1].marker.form] >= rank[marker.form]:
            open_.pop().end = marker.start
        node = Node(marker, length)
        (open_[-1].children if open_ else top).append(node)
        open_.append(node)
    return top


def _run(words: str, form: Form, outer: Sequence[Marker]) -> Iterator[Marker]:
    last: Marker | None = None
    ends = sorted(each.end for each in outer)
    for match in _WRITTEN[form].finditer(words):
        number = _value(next(filter(None, match.groups())))
        since = bisect_left(ends, last.end if last else 0)
        between = ends[since : bisect_right(ends, match.start())]
        goes_on = number == (last.number + 1 if last else 1)
        on_a_line = words[match.start() - 1 : match.start()] == "\n"
        anew = number == 1 and last is not None and bool(between or on_a_line)
        slipped = last is not None and _is_slip(words, match.start(), last.number, number)
        if (
            (goes_on or anew or slipped) and _may_begin(words, match.start(), between)
        ) or _is_next_decimal(form, match, words, last):
            last = Marker(form, number, match.start(), match.end())
            yield last


def _is_slip(words: str, at: int, last: int, number: int) -> bool:
    """Tell whether a number that begins a line was miscounted: one left out, or one twice."""
    return words[at - 1 : at] == "\n" and number in {last, last + 2} and number > 1


def _is_next_decimal(form: Form, match: re.Match[str], words: str, last: Marker | None) -> bool:
    """Tell whether 2.1 begins after 1.4, as it does where only the titles are numbered so."""
    if form is not Form.DECIMAL or last is None or match[1] != "1":
        return False
    major = int(re.split("[.．]", match[0])[0])
    before = int(re.split("[.．]", words[last.start : last.end])[0])
    return major == before + 1 and words[match.start() - 1 : match.start()] in {*_BOUNDARY}


def _may_begin(words: str, at: int, outer: Sequence[int]) -> bool:
    """Tell whether a part may begin at a place: after a mark, or after the title of a part."""
    if not at or words[at - 1] in _BOUNDARY:
        return True
    start = outer[-1] if outer else 0
    return start < at <= start + _TITLE and not any(mark in words[start:at] for mark in "。；")


def _value(written: str) -> int:
    """Give a number, also in a circle: 三, 12, ⑫; 0 for what is none, 1 for a dash (一 misread)."""
    if written in "—－-":
        return 1
    for span in _RANGES:
        if span[0] <= written <= span[1]:
            return ord(written) - ord(span[0]) + 1
    return number_of(written)
