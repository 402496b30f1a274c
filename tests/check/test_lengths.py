"""Short texts that are too long for their place are reported with how much is too much."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.editing import ALERT, CAMPAIGN, COURSE, GAS, ITEM, THEME, Check, found, write

LIMITS = [
    (THEME, "slogan", 20),
    (THEME, "summary", 60),
    (CAMPAIGN, "summary", 60),
    (ALERT, "summary", 60),
    (COURSE, "summary", 60),
    (GAS, "summary", 40),
    (ITEM, "short_title", 12),
]


@pytest.mark.parametrize(("name", "field", "limit"), LIMITS)
def test_a_text_that_is_too_long_is_reported(
    fixture_county: Path, check: Check, name: str, field: str, limit: int
) -> None:
    line = write(fixture_county, name, f"{field}: ", "安" * (limit + 3))
    code, lines = check(fixture_county)
    assert code == 1
    assert len(found(lines, "E316")) == 1
    column = len(field) + 3
    assert lines[0].startswith(
        f"{name}:{line}:{column}: E316 “{field}”有 {limit + 3} 字，超出 3 字（最多 {limit} 字）（"
    )


@pytest.mark.parametrize(("name", "field", "limit"), LIMITS)
def test_a_text_that_just_fits_is_left_alone(
    fixture_county: Path, check: Check, name: str, field: str, limit: int
) -> None:
    write(fixture_county, name, f"{field}: ", "安" * limit)
    assert check(fixture_county)[0] == 0


def test_the_countys_name_counts_as_readers_see_it(fixture_county: Path, check: Check) -> None:
    write(fixture_county, ITEM, "short_title: ", f'"{{县名}}{"安" * 9}"')
    assert check(fixture_county)[0] == 0
    write(fixture_county, ITEM, "short_title: ", f'"{{县名}}{"安" * 10}"')
    assert "有 13 字，超出 1 字" in check(fixture_county)[1][0]
