"""The page that explains feeds, calendars and the JSON API."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import fixed_pages
from generator.model.address import HOME
from generator.pages.page import Page
from generator.pages.page_maker import PageMaker


def subscribe_pages(maker: PageMaker) -> Iterator[Page]:
    """Give the page."""
    yield maker.fixed(
        "subscribe",
        fixed_pages.SUBSCRIBE,
        section=HOME,
        sectors=tuple(maker.library.sectors.values()),
    )
