"""What the library finds for whoever asks: the theme of a month, the alerts of a day."""

from __future__ import annotations

from datetime import date

import pytest

from generator.load import load
from generator.model.library import Library
from generator.model.theme import Theme
from tests.conftest import FIXTURE


@pytest.fixture(scope="module")
def library() -> Library:
    loaded = load(FIXTURE).library
    assert loaded is not None
    return loaded


def test_a_month_has_the_theme_of_its_latest_year(library: Library) -> None:
    june = library.themes["2023-06"]
    later = june.model_copy(update={"id": "2025-06", "year": 2025})
    both = library.with_things({Theme: {"2023-06": june, "2025-06": later}})
    assert both.theme_of_month(date(2026, 6, 15)) == later
    assert library.theme_of_month(date(2026, 6, 15)) == june
    assert library.theme_of_month(date(2026, 7, 15)) is None


def test_a_season_stands_from_year_to_year_and_over_new_year(library: Library) -> None:
    for day, expected in (
        (date(2026, 11, 14), ()),
        (date(2026, 11, 15), ("winter",)),
        (date(2027, 1, 1), ("winter",)),
        (date(2027, 3, 15), ("winter",)),
        (date(2027, 3, 16), ()),
    ):
        assert tuple(alert.id for alert in library.alerts_on(day)) == expected, day


def test_courses_made_for_a_sector_come_first(library: Library) -> None:
    fire = library.courses["fire"]
    other = fire.model_copy(update={"id": "any", "sectors": ("gas", "fire")})
    many = library.with_things({type(fire): {"any": other, "fire": fire}})
    assert [course.id for course in many.courses_of(many.sectors["fire"])] == ["fire", "any"]
    assert [course.id for course in many.courses_of(many.sectors["gas"])] == ["any"]
