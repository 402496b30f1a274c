"""The home page: this month's theme first."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.address import HOME
from generator.model.base import Entity
from generator.model.library import Library
from generator.model.vocabulary import SectorGroup
from generator.pages.page import Page
from generator.pages.press import Press

_LATEST = 6


def home_pages(press: Press) -> Iterator[Page]:
    """Give the home page."""
    library = press.library
    sectors = tuple(library.sectors.values())
    yield press.page(
        "home",
        address=HOME,
        title=library.site.name,
        description=library.site.description,
        section=HOME,
        wide=True,
        theme=library.theme_of_month(press.as_of),
        alerts=library.alerts_on(press.as_of)[:3],
        everyday=[sector for sector in sectors if sector.group is SectorGroup.EVERYDAY],
        industry=[sector for sector in sectors if sector.group is SectorGroup.INDUSTRY],
        latest=_latest(library),
    )


def _latest(library: Library) -> list[Entity]:
    """Give the themes and campaigns that went live last."""
    entities: list[Entity] = [*library.themes.values(), *library.campaigns.values()]
    entities.sort(key=lambda entity: (entity.publish_on, entity.id), reverse=True)
    return entities[:_LATEST]
