"""The home page: this month's theme first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.model.address import HOME
from generator.model.base import Edition, Entity
from generator.model.library import Library
from generator.model.theme import ThemeEdition
from generator.model.vocabulary import SectorGroup
from generator.pages.page import Page
from generator.pages.page_maker import PageMaker

_LATEST = 6


def home_pages(maker: PageMaker) -> Iterator[Page]:
    """Give the home page."""
    library = maker.library
    sectors = tuple(library.sectors.values())
    yield maker.page(
        "home",
        address=HOME,
        title=library.site.name,
        description=library.site.description,
        section=HOME,
        wide=True,
        theme=library.theme_of_month(maker.as_of),
        alerts=library.alerts_on(maker.as_of)[:3],
        everyday=[sector for sector in sectors if sector.group is SectorGroup.EVERYDAY],
        industry=[sector for sector in sectors if sector.group is SectorGroup.INDUSTRY],
        latest=_latest(library),
    )


def _latest(library: Library) -> list[tuple[Entity, date]]:
    """Give the themes and campaigns that went live last, each with its day.

    A month's theme does so on the first, each year.
    """
    days: dict[Entity, date] = {
        theme: max(theme.publish_on, theme.last_came(library.day))
        for theme in library.themes_now
        if not isinstance(theme, ThemeEdition)
    }
    editions: Iterable[Entity] = (*library.themes_now, *library.campaigns_now)
    days |= {each: each.publish_on for each in editions if isinstance(each, Edition)}
    newest = sorted(days.items(), key=lambda pair: (pair[1], pair[0].id), reverse=True)
    return newest[:_LATEST]
