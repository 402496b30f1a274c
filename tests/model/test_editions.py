"""Which edition of what comes each year is shown on a day, and which counts as history."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.load import load
from generator.model.campaign import Campaign, Falls
from generator.model.library import Library
from generator.model.theme import Theme
from generator.model.wording import next_time

EVERGREEN_JUNE, EVERGREEN_MONTH = "06", "safety-month"


def copied(county: Path, folder: str, year: int, *changes: tuple[str, str]) -> Path:
    """Give the county another edition of what it has for 2023."""
    old = next((county / f"content/county/{folder}/2023").glob("*.yml"))
    if folder == "themes":
        old = old.with_name("06.yml")
    text = old.read_text("utf-8").replace("2023", str(year))
    text = text.replace(f"items: [{year}-02]\n", "")
    text = text.replace(f"work-points-{year}#", "work-points-2023#")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    new = county / f"content/county/{folder}/{year}" / old.name
    new.parent.mkdir(exist_ok=True)
    new.write_text(text, "utf-8")
    return new


def changed(county: Path, name: str, before: str, after: str) -> None:
    path = county / "content" / name
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


def on(county: Path, year: int, month: int, day: int) -> Library:
    loaded = load(county)
    assert loaded.library is not None, [*map(str, loaded.problems)]
    return loaded.library.live(date(year, month, day))


def june(library: Library) -> Theme:
    return next(theme for theme in library.themes_now if theme.month == 6)


def safety_month(library: Library) -> Campaign:
    (campaign,) = library.campaigns_now
    return campaign


def test_an_edition_counts_in_its_own_year_alone(fixture_county: Path) -> None:
    assert june(on(fixture_county, 2023, 6, 2)).id == "2023-06"
    assert june(on(fixture_county, 2023, 12, 31)).id == "2023-06"
    assert june(on(fixture_county, 2024, 1, 1)).id == EVERGREEN_JUNE
    assert safety_month(on(fixture_county, 2023, 12, 31)).id == "safety-month-2023"
    assert safety_month(on(fixture_county, 2024, 1, 1)).id == EVERGREEN_MONTH


def test_next_years_theme_waits_until_this_years_month_is_over(fixture_county: Path) -> None:
    copied(fixture_county, "themes", 2024, ("publish_on: 2024-06-01", "publish_on: 2023-03-01"))
    assert june(on(fixture_county, 2023, 3, 2)).id == EVERGREEN_JUNE
    assert june(on(fixture_county, 2023, 6, 2)).id == "2023-06"
    assert june(on(fixture_county, 2023, 7, 1)).id == "2024-06"
    assert june(on(fixture_county, 2024, 6, 1)).id == "2024-06"


def test_next_years_campaign_is_shown_when_this_years_is_over(fixture_county: Path) -> None:
    copied(fixture_county, "campaigns", 2024, ("publish_on: 2024-01-01", "publish_on: 2023-05-01"))
    assert safety_month(on(fixture_county, 2023, 6, 30)).id == "safety-month-2023"
    assert safety_month(on(fixture_county, 2023, 7, 1)).id == "safety-month-2024"


def test_an_edition_is_shown_though_its_evergreen_is_a_draft(fixture_county: Path) -> None:
    for name in ("themes/06", "campaigns/safety-month"):
        changed(fixture_county, f"common/{name}.yml", "status: published", "status: draft")
    library = on(fixture_county, 2023, 6, 2)
    assert june(library).id == "2023-06"
    assert safety_month(library).id == "safety-month-2023"
    later = on(fixture_county, 2024, 6, 2)
    assert [theme.month for theme in later.themes_now] == [11]
    assert later.campaigns_now == ()


def test_a_draft_edition_leaves_the_evergreen(fixture_county: Path) -> None:
    name = "county/themes/2023/06.yml"
    changed(fixture_county, name, "status: published", "status: draft")
    assert june(on(fixture_county, 2023, 6, 2)).id == EVERGREEN_JUNE


def test_a_link_to_an_edition_leads_to_it_and_one_to_the_evergreen_to_what_counts(
    fixture_county: Path,
) -> None:
    library = on(fixture_county, 2023, 6, 2)
    for named, leads_to in (
        ("campaign:safety-month", "safety-month-2023"),
        ("theme:06", "2023-06"),
    ):
        found = library.linked(*named.split(":"))
        assert isinstance(found, Campaign | Theme)
        assert found.id == leads_to
    later = on(fixture_county, 2024, 6, 2)
    old = later.linked("campaign-edition", "safety-month-2023")
    assert isinstance(old, Campaign)
    assert old.id == "safety-month-2023"


def test_the_next_time_is_the_one_that_is_announced(fixture_county: Path) -> None:
    day = ("ends: 2024-06-30", "ends: 2024-06-20"), ("starts: 2024-06-01", "starts: 2024-06-05")
    copied(fixture_county, "campaigns", 2024, *day)
    library = on(fixture_county, 2024, 3, 1)
    now = safety_month(library)
    assert next_time(now, now, library.day) == ""
    evergreen = library.campaigns[EVERGREEN_MONTH]
    assert next_time(evergreen, now, library.day) == "下一次：2024年6月5日—6月20日"
    assert next_time(evergreen, now, date(2024, 6, 7)) == "正在进行：2024年6月5日—6月20日"
    past = library.campaign_editions["safety-month-2023"]
    assert next_time(past, now, library.day) == "下一次：2024年6月5日—6月20日"


def test_without_an_edition_the_rule_says_the_next_time(fixture_county: Path) -> None:
    library = on(fixture_county, 2025, 7, 1)
    now = safety_month(library)
    assert next_time(now, now, library.day) == "下一次：2026年6月1日—6月30日"
    assert next_time(now, now, date(2026, 6, 30)) == "正在进行：2026年6月1日—6月30日"


@pytest.mark.parametrize(
    ("first", "last", "day", "expected"),
    [
        ("12-20", "01-10", date(2026, 1, 5), (date(2025, 12, 20), date(2026, 1, 10))),
        ("12-20", "01-10", date(2026, 1, 11), (date(2026, 12, 20), date(2027, 1, 10))),
        ("02-01", "02-29", date(2026, 1, 1), (date(2026, 2, 1), date(2026, 2, 28))),
        ("02-01", "02-29", date(2028, 1, 1), (date(2028, 2, 1), date(2028, 2, 29))),
        ("02-29", None, date(2026, 1, 1), (date(2028, 2, 29), date(2028, 2, 29))),
    ],
)
def test_a_rule_goes_over_new_year_and_knows_short_februaries(
    first: str, last: str | None, day: date, expected: tuple[date, date]
) -> None:
    assert Falls(words="每年", first=first, last=last).next_from(day) == expected


def test_a_plan_without_items_does_not_count_yet(fixture_county: Path) -> None:
    work = fixture_county / "content/county/work"
    plan = (work / "2023/plan.yml").read_text("utf-8").replace("2023", "2024")
    (work / "2024").mkdir()
    (work / "2024/plan.yml").write_text(
        plan.replace("work-points-2024", "work-points-2023"), "utf-8"
    )
    library = on(fixture_county, 2026, 1, 1)
    assert [plan.year for plan in library.plans.values()] == [2023, 2024]
    assert library.plan_year == 2023
    assert [item.year for item in library.items_now] == [2023, 2023]
