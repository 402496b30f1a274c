"""The emergency page: whom to call, what to say, what to do first."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import fixed_pages
from generator.model.site import Site
from generator.model.vocabulary import PlaceKind, SituationGroup
from generator.pages.page import Page
from generator.pages.page_maker import PageMaker


def emergency_pages(maker: PageMaker) -> Iterator[Page]:
    """Give the emergency page."""
    library = maker.library
    yield maker.fixed(
        "emergency",
        fixed_pages.EMERGENCY,
        description=f"{_main_numbers(library.site)}：什么事打哪个电话，接通后说什么。",
        hotlines=library.site.hotlines,
        groups=[
            (group, [each for each in library.situations.values() if each.group is group])
            for group in SituationGroup
        ],
        procedures=library.procedures.values(),
        near_kinds=(PlaceKind.DUTY, PlaceKind.SHELTER, PlaceKind.AED),
    )


def _main_numbers(site: Site) -> str:
    """Give the numbers that every reader should know, as 119、120、110."""
    return "、".join(line.number for line in site.hotlines if line.bar or line.role)
