"""Numbers as documents write them: 12, 三, 十二, 二十一, 两, 二百."""

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
    hundreds, hundred, rest = written.partition("百")
    if hundred:
        many = _DIGITS.get(hundreds, 0) * 100
        return many + number_of(rest) if many else 0
    found = _NUMERAL.fullmatch(written)
    if found is None:
        return 0
    tens, ten, ones = found.groups()
    return (_DIGITS[tens or "一"] * 10 if ten else 0) + (_DIGITS[ones] if ones else 0)
