"""The home page: what is urgent first, then this month's theme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.model.address import EMERGENCY, HOME, address_of
from generator.model.base import Edition, Entity
from generator.model.library import Library
from generator.model.site import GROUP, HOTLINES, Urgent
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
        urgent=_urgent(library),
        theme=library.theme_of_month(maker.as_of),
        alerts=library.alerts_on(maker.as_of)[:3],
        everyday=[sector for sector in sectors if sector.group is SectorGroup.EVERYDAY],
        industry=[sector for sector in sectors if sector.group is SectorGroup.INDUSTRY],
        latest=_latest(library),
    )


def _urgent(library: Library) -> list[tuple[Urgent, str]]:
    """Give what is urgent, each with where its tile leads; none that leads nowhere today."""
    tiles = ((each, _leads_to(library, each.leads_to)) for each in library.site.urgent)
    return [(each, address) for each, address in tiles if address]


def _leads_to(library: Library, link: str) -> str:
    """Give the address that a tile's link means; "" where nothing live is there."""
    kind, _, id_ = link.partition(":")
    if kind == GROUP:
        filled = any(each.group == id_ for each in library.situations.values())
        return f"{EMERGENCY}#{id_}" if filled else ""
    if kind == HOTLINES:
        return f"{EMERGENCY}#{HOTLINES}"
    thing = library.linked(kind, id_)
    return address_of(thing) if thing else ""


def _latest(library: Library) -> list[tuple[Entity, date]]:
    """Give the themes and campaigns that went live last, each with its day; none of older years.

    A month's theme goes live on the first, each year.
    """
    days: dict[Entity, date] = {
        theme: max(theme.publish_on, theme.last_came(library.day))
        for theme in library.themes_now
        if not isinstance(theme, ThemeEdition)
    }
    editions: Iterable[Entity] = (*library.themes_now, *library.campaigns_now)
    days |= {each: each.publish_on for each in editions if isinstance(each, Edition)}
    recent = [pair for pair in days.items() if pair[1].year >= library.day.year - 1]
    newest = sorted(recent, key=lambda pair: (pair[1], pair[0].id), reverse=True)
    return newest[:_LATEST]
