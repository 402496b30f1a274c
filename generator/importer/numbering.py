"""Numberings: the marks by which a document counts its parts, and how they stand in each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.importer.numerals import number_of

_HAN = "一二三四五六七八九十"
_BOUNDARY = "。！？；：）”】〕］\n"
_TITLE = 45
"""Characters of a title at most, after which the first part below it may begin unmarked."""


class Form(StrEnum):
    """How a number is written."""

    CHAPTER = "chapter"
    ARTICLE = "article"
    HAN = "han"
    HAN_IN_BRACKETS = "han in brackets"
    DIGITS = "digits"
    DIGITS_IN_BRACKETS = "digits in brackets"
    CIRCLED = "circled"


_WRITTEN: dict[Form, re.Pattern[str]] = {
    Form.CHAPTER: re.compile(rf"第([{_HAN}]{{1,3}})[章部]分?"),
    Form.ARTICLE: re.compile(rf"第([{_HAN}]{{1,3}})条"),
    Form.HAN: re.compile(rf"(?<![{_HAN}])([{_HAN}]{{1,3}})、"),
    Form.HAN_IN_BRACKETS: re.compile(rf"（([{_HAN}]{{1,3}})）"),
    Form.DIGITS: re.compile(r"(?<![\d.．])(\d{1,3})(?:[.．](?!\d)|、)"),
    Form.DIGITS_IN_BRACKETS: re.compile(r"（(\d{1,3})）"),
    Form.CIRCLED: re.compile(r"([①-⑳])"),
}


@dataclass(frozen=True)
class Marker:
    """A number in a text: its form, its value, and where it stands."""

    form: Form
    number: int
    start: int
    end: int


def markers(words: str) -> tuple[tuple[Marker, ...], ...]:
    """Give the markers of each level of a document, the outermost level first.

    A number counts only where it goes on from the one before it, or begins anew below another
    part: years, quantities and references to laws are none.
    """
    levels: list[tuple[Marker, ...]] = []
    for form in Form:
        outer = [each for level in levels for each in level]
        found = tuple(_run(words, form, outer))
        if found and (len(found) > 1 or not levels):
            levels.append(found)
    return tuple(sorted(levels, key=lambda level: level[0].start))


def _run(words: str, form: Form, outer: Sequence[Marker]) -> Iterator[Marker]:
    last: Marker | None = None
    for match in _WRITTEN[form].finditer(words):
        number = _value(match[1])
        between = [each for each in outer if (last.end if last else 0) <= each.end <= match.start()]
        goes_on = number == (last.number + 1 if last else 1)
        anew = number == 1 and last is not None and bool(between)
        if (goes_on or anew) and _may_begin(words, match.start(), between):
            last = Marker(form, number, match.start(), match.end())
            yield last


def _may_begin(words: str, at: int, outer: Iterable[Marker]) -> bool:
    """Tell whether a part may begin at a place: after a mark, or after the title of a part."""
    if not at or words[at - 1] in _BOUNDARY:
        return True
    start = max((each.end for each in outer), default=0)
    return start < at <= start + _TITLE and not any(mark in words[start:at] for mark in "。；")


def _value(written: str) -> int:
    """Give a number, also in a circle: 三, 12, ⑫; 0 for what is none."""
    if "①" <= written <= "⑳":
        return ord(written) - ord("①") + 1
    return number_of(written)
