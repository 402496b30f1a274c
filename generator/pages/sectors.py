"""Sector pages and their index."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import fixed_pages
from generator.model.address import SECTORS, address_of
from generator.model.sector import Sector
from generator.model.vocabulary import SectorGroup
from generator.pages.page import Crumb, Page
from generator.pages.page_maker import PageMaker
from generator.pages.tips import by_text, grounds, tip_groups


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
        duty_grounds=grounds(sector.duties),
        main_sources=by_text(sector.sources),
    )
