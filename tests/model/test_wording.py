"""How numbers are written in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.wording import chinese_number

DIGITS = "零一二三四五六七八九"
UNITS = {"千": 1000, "百": 100, "十": 10}


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (10, "十"),
        (15, "十五"),
        (110, "一百一十"),
        (1005, "一千零五"),
        (1198, "一千一百九十八"),
        (2010, "二千零一十"),
        (10000, "10000"),
    ],
)
def test_articles_are_numbered_in_words(number: int, words: str) -> None:
    assert chinese_number(number) == words


@given(st.integers(min_value=1, max_value=9999))
def test_every_number_can_be_read_back(number: int) -> None:
    total, digit = 0, None
    for sign in chinese_number(number):
        if sign in UNITS:
            total += UNITS[sign] * (1 if digit is None else digit)
            digit = None
        elif sign != "零":
            digit = DIGITS.index(sign)
    assert total + (digit or 0) == number
