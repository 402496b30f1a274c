"""Sector pages and their index."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import fixed_pages
from generator.model.address import SECTORS, address_of
from generator.model.advice import Tip
from generator.model.library import cites_of
from generator.model.sector import Sector
from generator.model.vocabulary import SectorGroup
from generator.pages.page import Crumb, Page
from generator.pages.page_maker import PageMaker


def sector_pages(maker: PageMaker) -> Iterator[Page]:
    """Give the index of sectors and one page per sector."""
    library = maker.library
    groups = [
        (group, [sector for sector in library.sectors.values() if sector.group is group])
        for group in SectorGroup
    ]
    yield maker.fixed(
        "sectors",
        fixed_pages.SECTORS,
        wide=True,
        groups=groups,
    )
    for sector in library.sectors.values():
        yield _sector(maker, sector)


def _sector(maker: PageMaker, sector: Sector) -> Page:
    library = maker.library
    parent = library.sectors.get(sector.parent or "")
    way = (Crumb(parent.title, address_of(parent)),) if parent else ()
    return maker.page(
        "sector",
        address=address_of(sector),
        title=sector.title,
        description=sector.summary,
        section=SECTORS,
        parents=(Crumb.to(fixed_pages.SECTORS), *way),
        about=sector,
        sector=sector,
        tip_groups=tip_groups(sector.tips),
        situations=library.situations_of(sector),
        neighbours=library.neighbours_of(sector),
        items=library.items_of(sector),
        themes=library.themes_of(sector),
        campaigns=library.campaigns_of(sector),
        alerts=library.alerts_of(sector),
        courses=library.courses_of(sector),
        all_sources=unique_sources(sector),
    )


def tip_groups(tips: tuple[Tip, ...]) -> list[tuple[str, str, list[Tip]]]:
    """Sort tips by whom they speak to: (anchor, heading, tips), empty groups left out."""
    groups = [
        (anchor, heading, [tip for tip in tips if tip.anchor == anchor])
        for anchor, heading in (
            ("tips-public", "群众怎么做"),
            ("tips-worker", "从业人员怎么做"),
            ("tips-manager", "企业负责人和安全员怎么做"),
        )
    ]
    return [group for group in groups if group[2]]


def unique_sources(entity: object) -> list[str]:
    """Give all citations of an entity, each once, grouped by text."""
    cites = dict.fromkeys(cites_of(entity))
    order = list(dict.fromkeys(cite.partition("#")[0] for cite in cites))
    return sorted(cites, key=lambda cite: order.index(cite.partition("#")[0]))
