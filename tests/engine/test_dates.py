"""Dates that readers and programs see follow the content, never the day of a build."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree

import feedparser
from icalendar import Calendar

from generator.cli import main

THEME = "content/common/themes/11.yml"
SECTOR = "content/common/sectors/gas.yml"
PAGE = "https://sample.example/themes/11.html"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def build(project: Path, day: str) -> Path:
    assert main(["build", "--root", str(project), "--as-of", day]) == 0
    return project / "site"


def reviewed(project: Path, name: str, day: str) -> None:
    path = project / name
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"reviewed_on: \S+", f"reviewed_on: {day}", text), encoding="utf-8")


def sitemap(site: Path) -> dict[str, str | None]:
    tree = ElementTree.parse(site / "sitemap.xml")
    return {
        url.findtext(f"{SITEMAP}loc", ""): url.findtext(f"{SITEMAP}lastmod")
        for url in tree.iter(f"{SITEMAP}url")
    }


def events(path: Path) -> dict[str, dict[str, object]]:
    calendar = Calendar.from_ical(path.read_bytes())
    return {
        str(event["uid"]): {
            "start": event["dtstart"].dt,
            "changed": event["last-modified"].dt.date(),
            "stamp": event["dtstamp"].dt.date(),
            "sequence": int(event["sequence"]),
        }
        for event in calendar.walk("VEVENT")
    }


def test_the_sitemap_says_when_each_page_last_changed(fixture_county: Path) -> None:
    reviewed(fixture_county, THEME, "2026-11-20")
    seen = sitemap(build(fixture_county, "2026-11-25"))
    assert seen[PAGE] == "2026-11-20"
    assert seen["https://sample.example/kit/themes/11.html"] == "2026-11-20"
    assert seen["https://sample.example/sectors/gas.html"] == "2026-11-01"
    assert seen["https://sample.example/themes/index.html"] == "2026-11-20"
    assert seen["https://sample.example/references/work-safety-law.html"] == "2026-11-01"
    assert "https://sample.example/404.html" not in seen
    assert all(seen.values())


def test_a_later_build_of_the_same_content_says_the_same(fixture_county: Path) -> None:
    first = build(fixture_county, "2026-11-25")
    before = (sitemap(first), (first / "feed.xml").read_bytes())
    calendars = {path.name: path.read_bytes() for path in first.rglob("*.ics")}
    later = build(fixture_county, "2027-02-14")
    assert (sitemap(later), (later / "feed.xml").read_bytes()) == before
    assert {path.name: path.read_bytes() for path in later.rglob("*.ics")} == calendars


def test_a_correction_moves_what_subscribers_are_told(fixture_county: Path) -> None:
    def entry(site: Path) -> tuple[str, str, str]:
        feed = feedparser.parse((site / "feed.xml").read_bytes())
        found = next(each for each in feed.entries if each.link == PAGE)
        return found.published, found.updated, feed.feed.updated

    before = entry(build(fixture_county, "2026-11-25"))
    reviewed(fixture_county, THEME, "2026-11-24")
    after = entry(build(fixture_county, "2026-11-25"))
    assert before == (
        "2026-11-01T00:00:00+08:00",
        "2026-11-01T00:00:00+08:00",
        "2026-11-01T00:00:00+08:00",
    )
    assert after == (before[0], "2026-11-24T00:00:00+08:00", "2026-11-24T00:00:00+08:00")
    newest = feedparser.parse((fixture_county / "site/feed.xml").read_bytes()).entries[0]
    assert newest.link == PAGE


def test_a_corrected_duty_reaches_calendars_that_have_it(fixture_county: Path) -> None:
    name = "calendar/duties/gas.ics"
    before = events(build(fixture_county, "2026-11-25") / name)
    reviewed(fixture_county, SECTOR, "2026-11-24")
    after = events(build(fixture_county, "2026-11-25") / name)
    duties = [uid for uid in before if uid.startswith("duty-gas-")]
    assert duties
    for uid in duties:
        assert before[uid]["changed"] == before[uid]["stamp"] == date(2026, 11, 1)
        assert after[uid]["changed"] == date(2026, 11, 24)
        assert int(str(after[uid]["sequence"])) > int(str(before[uid]["sequence"]))
        assert after[uid]["start"] == before[uid]["start"]


def test_a_site_without_dated_content_still_has_a_feed_that_parses(fixture_county: Path) -> None:
    for name in ("themes", "campaigns", "alerts", "training"):
        for path in (fixture_county / "content").glob(f"*/{name}/**/*.yml"):
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace("status: published", "status: draft"), encoding="utf-8")
    feed = feedparser.parse((build(fixture_county, "2026-11-25") / "feed.xml").read_bytes())
    assert not feed.bozo
    assert feed.entries == []
    assert datetime.fromisoformat(feed.feed.updated)
