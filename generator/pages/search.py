"""The search page."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.address import SEARCH
from generator.pages.page import Page
from generator.pages.press import Press


def search_pages(press: Press) -> Iterator[Page]:
    """Give the search page, which also lists everything for readers without a script."""
    yield press.page(
        "search",
        address=SEARCH,
        title="搜索",
        description="搜一搜：遇到什么事、想知道什么。",
        section=SEARCH,
        wide=True,
        sectors=tuple(press.library.sectors.values()),
    )
