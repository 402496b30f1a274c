"""Days as they are written on the command line."""

from __future__ import annotations

from datetime import date

import pytest

from generator.clock import parse_build_day, parse_day


def test_a_day_is_read_as_it_is_written() -> None:
    assert parse_day("2023-06-16") == parse_build_day("2023-06-16") == date(2023, 6, 16)


@pytest.mark.parametrize("text", ["2023-02-30", "16.6.2023", ""])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="日期写成 2023-06-01"):
        parse_build_day(text)


@pytest.mark.parametrize("text", ["1999-12-31", "2101-01-01"])
def test_a_day_of_no_content_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="日期要在 2000-01-01 和 2100-12-31 之间"):
        parse_build_day(text)
