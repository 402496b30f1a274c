"""The table of feeds; a new one is one file and one row here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from generator.feeds.api import api
from generator.feeds.calendars import calendars
from generator.feeds.news import news
from generator.feeds.robots import robots
from generator.look import Folder
from generator.model.artifact import Artifact
from generator.model.library import Library

Feed = Callable[[Library, date, Folder], Iterator[Artifact]]

FEEDS: tuple[Feed, ...] = (news, calendars, api, robots)


def feeds(library: Library, *, as_of: date, templates: Folder) -> Iterator[Artifact]:
    """Give all feeds of a live library as of a day; `templates` is the look's folder for them."""
    for feed in FEEDS:
        yield from feed(library, as_of, templates)
