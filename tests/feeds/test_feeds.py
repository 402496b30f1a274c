"""Feeds, calendars, the API and linked data, read by the programs that others would use."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path

import feedparser
import pytest
from icalendar import Calendar
from jsonschema import Draft202012Validator

from generator.cli import main
from generator.feeds.news import news
from generator.load import load
from generator.look import look_of
from generator.model.alert import Alert
from generator.model.library import Library
from generator.model.theme import Theme
from tests.conftest import FIXTURE, ROOT

FIRST = date(2030, 1, 1)


@pytest.fixture(scope="module")
def library() -> Library:
    loaded = load(FIXTURE)
    assert loaded.library is not None
    return loaded.library


def events(path: Path) -> list:
    return list(Calendar.from_ical(path.read_bytes()).walk("VEVENT"))


@pytest.mark.parametrize("name", ["feed.xml", "rss.xml"])
def test_the_news_is_a_good_feed(fixture_site: Path, library: Library, name: str) -> None:
    feed = feedparser.parse((fixture_site / name).read_bytes())
    assert not feed.bozo
    assert feed.feed.title == library.site.name
    kinds = (
        library.themes,
        library.theme_editions,
        library.campaign_editions,
        library.alerts,
        library.courses,
    )
    assert len(feed.entries) == sum(map(len, kinds))
    for entry in feed.entries:
        address = entry.link.removeprefix(str(library.site.url))
        assert (fixture_site / address).is_file()
        assert entry.title
        assert entry.summary
        assert entry.published_parsed


def test_the_themes_are_in_a_calendar(fixture_site: Path, library: Library) -> None:
    found = events(fixture_site / "calendar/themes.ics")
    assert len(found) == len(library.themes) + len(library.theme_editions)
    every_june = next(event for event in found if event["UID"].startswith("theme-06@"))
    assert every_june["RRULE"]["FREQ"] == ["YEARLY"]
    assert [day.dt.isoformat() for day in every_june["EXDATE"].dts] == ["2023-06-01"]
    june = next(event for event in found if event["UID"].startswith("theme-2023-06@"))
    assert june["DTSTART"].dt.isoformat() == "2023-06-01"
    assert june["DTEND"].dt.isoformat() == "2023-07-01"
    assert library.theme_editions["2023-06"].title in june["SUMMARY"]


def test_the_consultation_day_is_in_the_calendar_of_campaigns(fixture_site: Path) -> None:
    found = events(fixture_site / "calendar/campaigns.ics")
    days = {event["DTSTART"].dt.isoformat() for event in found}
    assert {"2023-06-01", "2023-06-16"} <= days
    assert len({event["UID"] for event in found}) == len(found)


def test_a_campaign_that_falls_by_a_rule_comes_round(fixture_site: Path) -> None:
    found = events(fixture_site / "calendar/campaigns.ics")
    june = next(event for event in found if event["UID"].startswith("campaign-safety-month@"))
    assert (june["DTSTART"].dt.isoformat(), june["DTEND"].dt.isoformat()) == (
        "2026-06-01",
        "2026-07-01",
    )
    assert june["RRULE"]["FREQ"] == ["YEARLY"]
    assert june["EXDATE"].dts[0].dt.isoformat() == "2023-06-01"


def test_every_recurring_duty_comes_round(fixture_site: Path, library: Library) -> None:
    rules = {"monthly": "MONTHLY", "quarterly": "MONTHLY", "half-yearly": "MONTHLY"}
    intervals = {"monthly": None, "quarterly": 3, "half-yearly": 6}
    for sector in library.sectors.values():
        assert sector.regular_duties
        found = events(fixture_site / f"calendar/duties/{sector.id}.ics")
        assert len(found) >= len(sector.regular_duties)
        for duty, event in zip(sector.regular_duties, found, strict=False):
            assert duty.action[:6] in event["SUMMARY"].replace("**", "")
            if duty.period.value in rules:
                assert event["RRULE"]["FREQ"] == [rules[duty.period.value]]
                interval = intervals[duty.period.value]
                assert event["RRULE"].get("INTERVAL") == ([interval] if interval else None)


def test_what_the_county_asks_of_enterprises_comes_round_too(fixture_site: Path) -> None:
    found = events(fixture_site / "calendar/duties/fire.ics")
    asked = {event["SUMMARY"]: event["RRULE"] for event in found if "figure-" in event["UID"]}
    months = sorted(rule.get("INTERVAL", [1])[0] for rule in asked.values())
    assert months == [1]
    assert any("检查" in summary for summary in asked)


def test_the_api_answers_as_its_schemas_say(fixture_site: Path, library: Library) -> None:
    index = json.loads((fixture_site / "api/v1/index.json").read_text(encoding="utf-8"))
    assert {each["name"] for each in index["collections"]} >= {"sectors", "themes", "items"}
    for each in index["collections"]:
        schema = json.loads((fixture_site / each["schema"]).read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        answer = json.loads((fixture_site / each["address"]).read_text(encoding="utf-8"))
        Draft202012Validator(schema).validate(answer)
        assert answer["count"] == len(answer["entries"]) == each["count"] > 0
        for entry in answer["entries"]:
            assert (fixture_site / entry["address"].partition("#")[0]).is_file()


def test_the_sitemap_and_robots_name_every_page(fixture_site: Path, library: Library) -> None:
    base = str(library.site.url)
    listed = re.findall(
        r"<loc>(.*?)</loc>", (fixture_site / "sitemap.xml").read_text(encoding="utf-8")
    )
    pages = {path.relative_to(fixture_site).as_posix() for path in fixture_site.rglob("*.html")}
    named = {address.removeprefix(base) for address in listed}
    files = {page for page in pages if page.startswith("kit/") and page.endswith("article.html")}
    files |= {page for page in pages if page.startswith("files/")}
    assert named == pages - {"404.html"} - files
    robots = (fixture_site / "robots.txt").read_text(encoding="utf-8")
    assert f"Sitemap: {base}sitemap.xml" in robots


def graph(site: Path, address: str) -> list[dict]:
    text = (site / address).read_text(encoding="utf-8")
    match = re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.S)
    assert match, address
    data = json.loads(match[1])
    assert data["@context"] == "https://schema.org"
    return data["@graph"]


def of_type(parts: list[dict], name: str) -> list[dict]:
    return [part for part in parts if part["@type"] == name]


def test_linked_data_says_what_a_page_is(fixture_site: Path, library: Library) -> None:
    sector = library.sectors["gas"]
    parts = graph(fixture_site, "sectors/gas.html")
    faq = of_type(parts, "FAQPage")[0]
    assert [question["name"] for question in faq["mainEntity"]] == [
        f"{situation.title}怎么办？" for situation in library.situations_of(sector)
    ]
    assert all(question["acceptedAnswer"]["text"] for question in faq["mainEntity"])
    fire = library.situations["home-fire"]
    how_to = of_type(graph(fixture_site, "situations/home-fire.html"), "HowTo")[0]
    assert [step["text"] for step in how_to["step"]] == [step.text for step in fire.steps]
    assert any(step.get("itemListElement") for step in how_to["step"])
    trail = of_type(parts, "BreadcrumbList")[0]["itemListElement"]
    assert [step["position"] for step in trail] == list(range(1, len(trail) + 1))
    course = of_type(graph(fixture_site, "training/fire.html"), "Course")[0]
    assert course["provider"]["name"] == library.site.publisher
    assert course["hasCourseInstance"]["courseWorkload"] == "PT2H"
    event = of_type(graph(fixture_site, "campaigns/2023/safety-month-2023.html"), "Event")[0]
    assert event["startDate"] == "2023-06-01"
    assert event["location"]["name"] == library.site.region.county
    assert of_type(graph(fixture_site, "index.html"), "WebSite")[0]["url"] == library.site.url


def test_every_page_can_be_shared_with_its_title_and_address(
    fixture_site: Path, library: Library
) -> None:
    text = (fixture_site / "themes/11.html").read_text(encoding="utf-8")
    base = library.site.url
    assert f'<meta property="og:url" content="{base}themes/11.html">' in text
    match = re.search(r'<meta property="og:image" content="(.*?)">', text)
    assert match
    assert (fixture_site / match[1].removeprefix(str(base))).is_file()


@pytest.mark.parametrize("name", ["feed.xml", "rss.xml"])
def test_the_news_are_the_thirty_latest(library: Library, name: str) -> None:
    winter = library.alerts["winter"]
    days = [FIRST + timedelta(days=number) for number in range(40)]
    alerts = {
        f"alert-{number}": winter.model_copy(
            update={"id": f"alert-{number}", "publish_on": day, "reviewed_on": day}
        )
        for number, day in enumerate(days)
    }
    many = library.with_things({Alert: alerts, Theme: {}})
    made = {each.address: each.content for each in news(many, days[-1], look_of(ROOT).feeds)}
    links = [entry.link.rpartition("/")[2] for entry in feedparser.parse(made[name]).entries]
    assert links == [f"alert-{number}.html" for number in range(39, 9, -1)]


def test_feeds_hold_nothing_before_its_day(fixture_county: Path) -> None:
    assert main(["build", "--root", str(fixture_county), "--as-of", "2023-05-31"]) == 0
    site = fixture_county / "site"
    for path in (site / "feed.xml", site / "rss.xml", site / "calendar/themes.ics"):
        assert "themes/2023/06.html" not in path.read_text(encoding="utf-8")
    themes = json.loads((site / "api/v1/themes.json").read_text(encoding="utf-8"))
    assert "2023-06" not in [entry["id"] for entry in themes["entries"]]
    assert not (site / "kit/themes/2023/06.html").exists()
