"""What the real county announces and asks for, in its feeds and calendars."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import feedparser
from icalendar import Calendar

from generator.model.library import Library


def test_the_news_of_the_county_fill_their_feed(site: Path) -> None:
    feed = feedparser.parse((site / "feed.xml").read_bytes())
    assert len(feed.entries) == 30
    assert all(entry.title and entry.summary for entry in feed.entries)


def test_every_month_is_in_the_calendar(site: Path, library: Library) -> None:
    found = Calendar.from_ical((site / "calendar/themes.ics").read_bytes()).walk("VEVENT")
    assert len(found) == len(library.themes) + len(library.theme_editions)
    months = {event["DTSTART"].dt.month for event in found if "RRULE" in event}
    assert months == set(range(1, 13))


def test_what_the_county_asks_of_mines_comes_round(site: Path) -> None:
    calendar = Calendar.from_ical((site / "calendar/duties/non-coal-mine.ics").read_bytes())
    events: list[Any] = calendar.walk("VEVENT")
    asked = {event["SUMMARY"]: event["RRULE"] for event in events if "figure-" in event["UID"]}
    months = sorted(rule.get("INTERVAL", [1])[0] for rule in asked.values())
    assert months == [1, 6]
    assert any("演练" in summary for summary in asked)
