"""Numbers as documents write them: 12, 三, 十二, 二十一, 两."""

from __future__ import annotations

import re

_NUMERAL = re.compile(r"(?:([二三四五六七八九])?(十))?([一二两三四五六七八九])?")
_DIGITS = {character: number for number, character in enumerate("一二三四五六七八九", 1)} | {
    "两": 2
}


def number_of(written: str) -> int:
    """Give a number; 0 for what is none, such as 二三."""
    if written.isdecimal():
        return int(written)
    found = _NUMERAL.fullmatch(written)
    if found is None:
        return 0
    tens, ten, ones = found.groups()
    return (_DIGITS[tens or "一"] * 10 if ten else 0) + (_DIGITS[ones] if ones else 0)
