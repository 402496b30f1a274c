"""Campaign pages and their index."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import fixed_pages
from generator.model.address import CAMPAIGNS, Addressable, address_of
from generator.model.campaign import Campaign, Material
from generator.model.library import Library
from generator.model.unit import Unit
from generator.pages.page import Crumb, Page
from generator.pages.page_maker import PageMaker
from generator.pages.sectors import unique_sources


def campaign_pages(maker: PageMaker) -> Iterator[Page]:
    """Give the index of campaigns in their newest editions, and one page per edition."""
    library = maker.library
    newest = library.newest_campaigns
    yield maker.fixed(
        "campaigns",
        fixed_pages.CAMPAIGNS,
        wide=True,
        years=[
            (year, [campaign for campaign in newest if campaign.year == year])
            for year in sorted({campaign.year for campaign in newest}, reverse=True)
        ],
    )
    for campaign in library.campaigns.values():
        yield maker.page(
            "campaign",
            address=address_of(campaign),
            title=campaign.title,
            description=campaign.summary,
            section=CAMPAIGNS,
            parents=(Crumb.to(fixed_pages.CAMPAIGNS),),
            about=campaign,
            campaign=campaign,
            state=state_of(campaign, maker),
            organisers=units_of(library, campaign.organisers),
            programme=[
                (event, units_of(library, event.organisers)) for event in campaign.programme
            ],
            materials=_materials(library, campaign.materials),
            situations=library.situations_of(campaign),
            sectors=library.sectors_of(campaign),
            courses=library.courses_for(campaign),
            items=library.items_naming(campaign),
            themes=library.themes_naming(campaign),
            kit=maker.kit_address(campaign),
            all_sources=unique_sources(campaign),
        )


def state_of(campaign: Campaign, maker: PageMaker) -> str:
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
