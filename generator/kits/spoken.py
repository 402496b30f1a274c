"""Numbers as they are read aloud, for loudspeakers, and how long reading takes."""

from __future__ import annotations

import re

SLOW, FAST = 200, 240

_DIGITS = dict(zip("0123456789", "零一二三四五六七八九", strict=True))
_CALLED = {**_DIGITS, "1": "幺"}
_UNITS = ("", "十", "百", "千")
_YEAR = re.compile(r"(\d{4})(?=年)")
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s*[%％]")
_RANGE = re.compile(r"(?<=\d)\s*[-–—~～]\s*(?=\d)")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def spoken(text: str, *, hotlines: frozenset[str]) -> str:
    """Write each number of a text as it is read: 119 as 幺幺九, 2023年 as 二零二三年.

    `hotlines` are the numbers that are read digit by digit, with 幺 for 1, as on the telephone.
    """
    for number in sorted(hotlines, key=len, reverse=True):
        called = "".join(_CALLED.get(digit, digit) for digit in number if digit != "-")
        text = re.sub(rf"(?<!\d){number}(?!\d)", called, text)
    text = _YEAR.sub(lambda match: "".join(_DIGITS[digit] for digit in match[1]), text)
    text = _PERCENT.sub(lambda match: f"百分之{read_number(match[1])}", text)
    text = _RANGE.sub("到", text)
    return _NUMBER.sub(lambda match: read_number(match[0]), text)


def read_number(digits: str) -> str:
    """Read a number up to 99,999,999, with decimals: 105 as 一百零五, 3.5 as 三点五."""
    whole, _, decimals = digits.partition(".")
    if len(whole) > 8:
        return "".join(_DIGITS[digit] for digit in digits if digit != ".")
    head, tail = int(whole) // 10_000, int(whole) % 10_000
    text = _below_ten_thousand(tail)
    if head:
        joint = "零" if 0 < tail < 1000 else ""
        text = _below_ten_thousand(head) + "万" + joint + (text if tail else "")
    if text.startswith("一十"):
        text = text[1:]
    return text + ("点" + "".join(_DIGITS[digit] for digit in decimals) if decimals else "")


def reading_seconds(text: str) -> tuple[int, int]:
    """Give how many seconds a text takes at 200 and at 240 characters a minute."""
    characters = sum(1 for character in text if character.isalnum())
    return round(characters * 60 / SLOW), round(characters * 60 / FAST)


def _below_ten_thousand(number: int) -> str:
    if number == 0:
        return "零"
    text = ""
    gap = False
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            text += ("零" if gap and text else "") + _DIGITS[str(digit)] + _UNITS[place]
            gap = False
        else:
            gap = True
    return text
