"""Entry pages: what matters to the public, enterprises, schools, villages and communities."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.address import HOME, address_of
from generator.model.advice import Outreach, Tip
from generator.model.sector import Sector
from generator.model.site import Entry
from generator.pages.page import Page
from generator.pages.page_maker import PageMaker

_TIPS_A_SECTOR = 4


def entry_pages(maker: PageMaker) -> Iterator[Page]:
    """Give one page per entry of the home page."""
    library = maker.library
    for entry in library.site.entries:
        sectors = [library.sectors[id_] for id_ in entry.sectors if id_ in library.sectors]
        theme = library.theme_of_month(maker.as_of)
        yield maker.page(
            "entry",
            address=address_of(entry),
            title=entry.page_title,
            description=entry.summary,
            section=HOME,
            about=entry,
            entry=entry,
            chosen=[(sector, _tips_for(entry, sector)) for sector in sectors],
            theme=theme,
            outreach=_outreach_for(entry, theme.outreach) if theme else (),
        )


def _tips_for(entry: Entry, sector: Sector) -> list[Tip]:
    tips = [tip for tip in sector.tips if set(tip.audience) & set(entry.audiences)]
    return tips[:_TIPS_A_SECTOR]


def _outreach_for(entry: Entry, outreach: tuple[Outreach, ...]) -> list[Outreach]:
    return [each for each in outreach if each.setting in entry.settings]
