"""What the library finds for whoever asks: the theme of a month, the alerts of a day."""

from __future__ import annotations

from datetime import date

import pytest

from generator.load import load
from generator.model.campaign import CampaignEdition
from generator.model.library import Library
from generator.model.theme import ThemeEdition
from tests.conftest import FIXTURE


@pytest.fixture(scope="module")
def library() -> Library:
    loaded = load(FIXTURE).library
    assert loaded is not None
    return loaded


def on(day: date, library: Library, *years: int) -> Library:
    """The library on a day, with editions of June in some years."""
    june = library.theme_editions["2023-06"]
    editions = {
        f"{year}-06": june.model_copy(update={"id": f"{year}-06", "year": year}) for year in years
    }
    return library.with_things({ThemeEdition: editions}).live(day)


@pytest.mark.parametrize(
    ("day", "years", "expected"),
    [
        (date(2026, 6, 15), (2023, 2025), "06"),
        (date(2026, 6, 15), (2023, 2026), "2026-06"),
        (date(2026, 5, 31), (2026, 2027), "2026-06"),
        (date(2026, 7, 1), (2026, 2027), "2027-06"),
        (date(2026, 7, 1), (2023, 2026), "2026-06"),
        (date(2027, 1, 1), (2023, 2026), "06"),
    ],
)
def test_a_months_theme_is_that_of_the_year_or_of_any_year(
    library: Library, day: date, years: tuple[int, ...], expected: str
) -> None:
    live = on(day, library, *years)
    (found,) = [theme.id for theme in live.themes_now if theme.month == 6]
    assert found == expected


def test_the_theme_of_a_day_is_that_of_its_month(library: Library) -> None:
    june = on(date(2026, 6, 15), library, 2026).theme_of_month(date(2026, 6, 15))
    assert june is not None
    assert june.full_title == "安全生产月：人人看一遍（2026年）"
    assert library.live(date(2026, 7, 15)).theme_of_month(date(2026, 7, 15)) is None


@pytest.mark.parametrize(
    ("day", "years", "expected"),
    [
        (date(2026, 6, 30), (2023, 2026, 2027), "safety-month-2026"),
        (date(2026, 7, 1), (2023, 2026, 2027), "safety-month-2027"),
        (date(2026, 7, 1), (2023, 2026), "safety-month-2026"),
        (date(2027, 1, 1), (2023, 2026), "safety-month"),
    ],
)
def test_a_campaign_is_the_one_that_comes_next(
    library: Library, day: date, years: tuple[int, ...], expected: str
) -> None:
    month = library.campaign_editions["safety-month-2023"]
    editions = {
        f"safety-month-{year}": month.model_copy(
            update={
                "id": f"safety-month-{year}",
                "year": year,
                "starts": date(year, 6, 1),
                "ends": date(year, 6, 30),
            }
        )
        for year in years
    }
    live = library.with_things({CampaignEdition: editions}).live(day)
    assert [campaign.id for campaign in live.campaigns_now] == [expected]


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
