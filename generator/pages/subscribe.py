"""The page that explains feeds, calendars and the JSON API."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.address import HOME, SUBSCRIBE
from generator.pages.page import Page
from generator.pages.page_maker import PageMaker


def subscribe_pages(maker: PageMaker) -> Iterator[Page]:
    """Give the page."""
    yield maker.page(
        "subscribe",
        address=SUBSCRIBE,
        title="订阅和数据",
        description="订阅最新内容，把主题、活动和定期要做的事放进日历，用数据接口取得全部内容。",
        section=HOME,
        sectors=tuple(maker.library.sectors.values()),
    )
