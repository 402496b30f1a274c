"""The table of feeds; a new one is one file and one row here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from generator.feeds.api import api
from generator.feeds.calendars import calendars
from generator.feeds.news import news
from generator.feeds.robots import robots
from generator.later import SITE, Made, Standing, made
from generator.look import Folder
from generator.model.artifact import Artifact
from generator.model.library import Library
from generator.reads import Sources, Watched

Feed = Callable[[Library, date, Folder], Iterator[Artifact]]

FEEDS: tuple[Feed, ...] = (news, calendars, api, robots)


def feeds(
    sources: Sources,
    *,
    as_of: date,
    templates: Folder,
    standing: Standing = lambda address, digest: False,
) -> Iterator[Artifact]:
    """Give all feeds as of a day, each made again only where what it reads has changed.

    `sources` are the live library and what is known of it, `templates` the look's folder for
    feeds; what is `standing` in the site already will do for now.
    Raises `BrokenTemplateError` where a template is broken.
    """
    looks = templates.digest()
    for feed in FEEDS:

        def make(watched: Watched, feed: Feed = feed) -> Made[None]:
            return Made(None, {SITE: tuple(feed(watched.library, as_of, templates))})

        yield from made(
            sources, "feed", (feed.__name__, as_of, looks), make, standing=standing
        ).files[SITE]
