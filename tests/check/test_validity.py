"""Advice of today rests on what is in force today; what is of a year, on what was in that year."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.editing import Check, found, write
from tests.check.examples import ALERT, FIRE, ITEM, LAW, REFERENCES

OF_2023 = LAW.replace("    kind", "    until: 2024-01-01\n    kind")


def lapse(county: Path, words: str = OF_2023) -> None:
    """Make the fire law of the fixture county one that ended with the year 2023."""
    path = county / REFERENCES
    text = path.read_text("utf-8")
    assert LAW in text
    path.write_text(text.replace(LAW, words), "utf-8")


def test_an_item_of_the_year_may_cite_what_has_lapsed_since(
    fixture_county: Path, check: Check
) -> None:
    lapse(fixture_county)
    write(fixture_county, ALERT, "sources: ", "[work-safety-law#57]")
    write(fixture_county, ITEM, "sources: ", "[work-points-2023#1, fire-protection-law#5]")
    said = found(check(fixture_county)[1], "E318")
    assert [line for line in said if line.startswith(ITEM)] == []


def test_an_item_of_a_later_year_may_not(fixture_county: Path, check: Check) -> None:
    lapse(fixture_county)
    write(fixture_county, ITEM, "year: ", "2024")
    line = write(fixture_county, ITEM, "sources: ", "[work-points-2023#1, fire-protection-law#5]")
    said = [each for each in found(check(fixture_county)[1], "E318") if each.startswith(ITEM)]
    assert len(said) == 1
    assert said[0].startswith(f"{ITEM}:{line}:")
    assert "已过适用期（到 2024-01-01 为止）" in said[0]


@pytest.mark.parametrize(
    ("first", "last", "refused"),
    [("2026-11-20", "2026-11-30", True), ("2023-12-20", "2024-01-10", False)],
)
def test_a_warning_of_some_days_rests_on_what_held_on_these_days(
    first: str, last: str, refused: bool, fixture_county: Path, check: Check
) -> None:
    lapse(fixture_county)
    write(fixture_county, ALERT, "  first: ", first)
    write(fixture_county, ALERT, "  last: ", last)
    said = [each for each in found(check(fixture_county)[1], "E318") if each.startswith(ALERT)]
    assert bool(said) is refused


def test_a_draft_may_cite_what_has_lapsed(fixture_county: Path, check: Check) -> None:
    lapse(fixture_county)
    write(fixture_county, ALERT, "status: ", "draft")
    assert not [each for each in check(fixture_county)[1] if each.startswith(ALERT)]


@pytest.mark.parametrize(
    ("until", "code"), [("2026-11-24", "E318"), ("2027-01-22", "W301"), ("2027-02-01", "")]
)
def test_what_ends_soon_is_pointed_out_before_it_is_refused(
    until: str, code: str, fixture_county: Path, check: Check
) -> None:
    lapse(fixture_county, OF_2023.replace("2024-01-01", until))
    said = [each for each in check(fixture_county)[1] if each.startswith((ALERT, FIRE))]
    assert all(f" {code} " in each for each in said)
    assert bool(said) is bool(code)


def test_a_law_that_was_amended_before_it_was_registered_held_before(
    fixture_county: Path, check: Check
) -> None:
    lapse(fixture_county, LAW.replace("    kind", "    in_force_since: 2026-10-01\n    kind"))
    assert found(check(fixture_county)[1], "E318") == []


def test_a_superseded_text_says_when_it_ended(fixture_county: Path, check: Check) -> None:
    ended = "    superseded_by: work-safety-law\n    until: 2024-01-01\n"
    words = LAW.replace("    kind", f"{ended}    kind") + "    status: repealed"
    path = fixture_county / REFERENCES
    text = path.read_text("utf-8").replace(f"{LAW}    status: in-force", words)
    path.write_text(text, "utf-8")
    write(fixture_county, ITEM, "sources: ", "[work-points-2023#1, fire-protection-law#5]")
    lines = check(fixture_county)[1]
    assert found(lines, "E319") == []
    assert not [each for each in found(lines, "E318") if each.startswith(ITEM)]
