"""The home page: this month's theme first."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.address import HOME
from generator.model.base import Entity
from generator.model.library import Library
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


def _latest(library: Library) -> list[Entity]:
    """Give the themes and campaigns that went live last."""
    entities: list[Entity] = [*library.themes.values(), *library.campaigns.values()]
    entities.sort(key=lambda entity: (entity.publish_on, entity.id), reverse=True)
    return entities[:_LATEST]
