"""Grams: what a text is looked up by. `theme/web/js/search/words.js` cuts queries the same way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_RUN = re.compile(r"[0-9a-z\u3400-\u9fff]+")
_UNIT = re.compile(r"[0-9]+|[a-z]+|[\u3400-\u9fff]")


def normal(text: str) -> str:
    """Fold width and case: full-width letters become plain, capitals small."""
    return unicodedata.normalize("NFKC", text).lower()


def runs(text: str) -> Iterator[list[str]]:
    """Give the unbroken stretches of a text, each as units: a character, a Latin word, a number."""
    for match in _RUN.finditer(normal(text)):
        yield _UNIT.findall(match.group())


def grams(text: str) -> Iterator[str]:
    """Give every two neighbouring units of a text, and every Latin word or number alone."""
    for units in runs(text):
        for place, unit in enumerate(units):
            if unit.isascii():
                yield unit
            if place:
                yield units[place - 1] + unit


def singles(text: str) -> Iterator[str]:
    """Give every single character of a text, for one-character queries."""
    for units in runs(text):
        yield from (unit for unit in units if not unit.isascii())
