"""Campaign pages and their index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from typing import TypeVar

from generator.model import fixed_pages
from generator.model.address import CAMPAIGNS, Addressable, address_of
from generator.model.base import Entity
from generator.model.campaign import Campaign, CampaignEdition, Material
from generator.model.library import Library
from generator.model.unit import Unit
from generator.pages.page import Crumb, Page
from generator.pages.page_maker import PageMaker
from generator.pages.tips import unique_sources

E = TypeVar("E", bound=Entity)


def campaign_pages(maker: PageMaker) -> Iterator[Page]:
    """Give the index of all campaigns, one page per campaign, and one per yearly edition."""
    library = maker.library
    yield maker.fixed(
        "campaigns", fixed_pages.CAMPAIGNS, wide=True, campaigns=library.campaigns_now
    )
    for campaign in (*library.campaigns.values(), *library.campaign_editions.values()):
        yield _campaign(maker, campaign)


def _campaign(maker: PageMaker, campaign: Campaign) -> Page:
    library = maker.library
    edition = campaign if isinstance(campaign, CampaignEdition) else None
    now = library.campaign_now(campaign)
    materials = _materials(library, campaign.materials)
    said = {address_of(target) for _, target in materials}
    return maker.page(
        "campaign",
        address=address_of(campaign),
        title=campaign.full_title,
        description=campaign.summary,
        section=CAMPAIGNS,
        parents=(Crumb.to(fixed_pages.CAMPAIGNS),),
        about=campaign,
        campaign=campaign,
        year=edition.year if edition else None,
        this_year=edition.this_year if edition else None,
        now=now if now is not campaign else None,
        state=state_of(edition, maker) if edition else "",
        organisers=units_of(library, edition.organisers) if edition else [],
        programme=[(event, units_of(library, event.organisers)) for event in campaign.programme],
        materials=materials,
        situations=library.situations_of(campaign),
        sectors=_but(said, library.sectors_of(campaign)),
        courses=library.courses_for(campaign),
        items=_but(said, library.items_naming(campaign)),
        themes=_but(said, library.themes_naming(campaign)),
        editions=[each for each in library.editions_of(campaign) if each is not campaign],
        kit=maker.kit_address(campaign),
        all_sources=unique_sources(campaign),
    )


def state_of(campaign: CampaignEdition, maker: PageMaker) -> str:
    """Tell whether a campaign is to come, under way or over on the day of the build."""
    if maker.as_of < campaign.starts:
        return "即将开始"
    return "正在进行" if maker.as_of <= campaign.ends else "已结束"


def units_of(library: Library, ids: tuple[str, ...]) -> list[Unit]:
    """Give the units behind ids; in a preview, a draft may still wait for its own."""
    return [library.units[id_] for id_ in ids if id_ in library.units]


def _materials(library: Library, materials: tuple[Material, ...]) -> list[tuple[str, Addressable]]:
    """Give each material whose page is live, with the entity that it links to."""
    found: list[tuple[str, Addressable]] = []
    for material in materials:
        kind, _, id_ = material.link.partition(":")
        target = library.linked(kind, id_)
        if target is not None:
            found.append((material.title, target))
    return found


def _but(said: Set[str], entities: Iterable[E]) -> list[E]:
    """Leave out what a page already leads to."""
    return [each for each in entities if address_of(each) not in said]
