"""The words on a page of a PDF, with the size of their type and how far they are turned."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from pypdfium2 import PdfDocument, PdfPage, raw


@dataclass(frozen=True)
class Sign:
    """A character that is seen: its size in points, and its turn in degrees."""

    text: str
    size: float
    turn: int


def signs_of(pdf: bytes) -> list[list[Sign]]:
    """Give the characters of each page, in the order in which they were set."""
    with PdfDocument(pdf) as document:
        return [list(_signs(page)) for page in document]


def words_of(signs: list[Sign]) -> str:
    """Give characters as one text without spaces."""
    return "".join(each.text for each in signs)


def sizes_of(signs: list[Sign], words: str) -> set[float]:
    """Give the sizes in which words are set; nothing where they do not stand."""
    start = words_of(signs).find(words)
    return {each.size for each in signs[start : start + len(words)]} if start >= 0 else set()


def _signs(page: PdfPage) -> Iterator[Sign]:
    text = page.get_textpage()
    for place in range(text.count_chars()):
        shown = chr(raw.FPDFText_GetUnicode(text.raw, place))
        if not shown.isspace():
            size = round(raw.FPDFText_GetFontSize(text.raw, place), 1)
            turn = round(math.degrees(raw.FPDFText_GetCharAngle(text.raw, place))) % 360
            yield Sign(shown, size, turn)
