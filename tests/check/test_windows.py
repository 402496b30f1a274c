"""An alert comes each year on the same days, or once on days of one year."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from generator.load import load
from generator.model.alert import Alert
from tests.check.editing import Check, found, write

ALERT = "content/common/alerts/winter.yml"


def set_window(county: Path, first: str, last: str) -> int:
    """Write an alert's window; gives the line of `last`."""
    write(county, ALERT, "  first: ", first)
    return write(county, ALERT, "  last: ", last)


def alert(county: Path) -> Alert:
    library = load(county).library
    assert library is not None
    return library.alerts["winter"]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("11-15", "03-15"),
        ("2026-11-26", "2026-11-30"),
        ('"2026-11-26"', "'2026-11-30'"),
        ("2026-11-26 18:00", "2026-11-30 08:30"),
        ("2026-11-26 18:00:00", "2026-11-30T08:30:00+08:00"),
        ("2026-11-26 18:00", "2026-11-26"),
        ("2026-12-30", "2027-01-02"),
    ],
)
def test_windows_that_are_accepted(
    first: str, last: str, fixture_county: Path, check: Check
) -> None:
    set_window(fixture_county, first, last)
    assert check(fixture_county)[0] == 0, check(fixture_county)


def test_unquoted_times_mean_shanghai(fixture_county: Path) -> None:
    set_window(fixture_county, "2026-11-26 18:00:00", "2026-11-30T00:30:00Z")
    window = alert(fixture_county).window
    assert (window.first, window.last) == ("2026-11-26 18:00", "2026-11-30 08:30")


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        ("11-15", "2027-03-15", "E323"),
        ("2026-11-26 18:00", "03-15", "E323"),
        ("2026-11-26", "2026-11-25", "E324"),
        ("2026-11-26 18:00", "2026-11-26 17:59", "E324"),
        ("2022-11-26", "2022-11-27", "E324"),
        ('"2026-02-30"', "2026-03-01", "E203"),
        ("02-30", "03-01", "E203"),
        ("11-15 18:00", "11-16", "E204"),
        ("2026-11-26 24:00", "2026-11-27", "E204"),
        ("2026-11-26 18时", "2026-11-27", "E204"),
    ],
)
def test_windows_that_are_refused(
    first: str, last: str, code: str, fixture_county: Path, check: Check
) -> None:
    set_window(fixture_county, first, last)
    result, lines = check(fixture_county)
    assert result == 1
    errors = [line for line in lines if re.match(r"content/\S+: E", line)]
    assert errors == found(lines, code)
    assert len(errors) == 1, errors
    assert errors[0].startswith(f"{ALERT}:")


def test_a_colour_belongs_to_a_warning_of_these_days(fixture_county: Path, check: Check) -> None:
    line = write(fixture_county, ALERT, "level: warning", "\ncolour: orange") + 1
    said = found(check(fixture_county)[1], "E325")
    assert said[0].startswith(f"{ALERT}:{line}:9: ")
    set_window(fixture_county, "2026-11-26", "2026-11-30")
    assert check(fixture_county)[0] == 0


def test_a_warning_is_gone_after_its_last_day_and_does_not_come_again(fixture_county: Path) -> None:
    set_window(fixture_county, "2026-11-26 18:00", "2026-11-30 08:00")
    warning = alert(fixture_county)
    assert warning.is_live(date(2026, 11, 25))
    assert not warning.window.holds(date(2026, 11, 25))
    assert warning.window.holds(date(2026, 11, 26))
    assert warning.is_live(date(2026, 11, 30))
    assert not warning.is_live(date(2026, 12, 1))
    assert not warning.is_live(date(2027, 11, 27))


def test_an_alert_of_each_year_comes_again(fixture_county: Path) -> None:
    winter = alert(fixture_county)
    for year in (2026, 2030):
        assert winter.window.holds(date(year, 1, 1))
        assert winter.is_live(date(year, 7, 1))
        assert not winter.window.holds(date(year, 7, 1))


def test_a_warning_that_is_over_need_not_be_reviewed(fixture_county: Path, check: Check) -> None:
    write(fixture_county, ALERT, "review_by: ", "2026-11-10")
    assert found(check(fixture_county)[1], "W302")
    set_window(fixture_county, "2026-11-01", "2026-11-05")
    write(fixture_county, ALERT, "reviewed_on: ", "2026-11-01")
    assert not found(check(fixture_county)[1], "W302")
