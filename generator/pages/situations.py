"""The page of each situation and of each procedure; the emergency page lists them all."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import fixed_pages
from generator.model.address import EMERGENCY, address_of
from generator.model.situation import Procedure, Situation
from generator.pages.page import Crumb, Page
from generator.pages.page_maker import PageMaker

_WAY = (Crumb.to(fixed_pages.EMERGENCY),)


def situation_pages(maker: PageMaker) -> Iterator[Page]:
    """Give one page per situation, and one per procedure."""
    for situation in maker.library.situations.values():
        yield _situation(maker, situation)
    for procedure in maker.library.procedures.values():
        yield _procedure(maker, procedure)


def _situation(maker: PageMaker, situation: Situation) -> Page:
    library = maker.library
    sectors = library.sectors_naming(situation)
    return maker.page(
        "situation",
        address=address_of(situation),
        title=situation.title,
        description=f"{situation.title}怎么办：{situation.summary}",
        section=EMERGENCY,
        parents=_WAY,
        about=situation,
        situation=situation,
        like=[
            (each.says, library.situations.get(each.situation or "")) for each in situation.unlike
        ],
        next=library.related_situations(situation),
        sectors=sectors,
    )


def _procedure(maker: PageMaker, procedure: Procedure) -> Page:
    return maker.page(
        "procedure",
        address=address_of(procedure),
        title=procedure.title,
        description=f"{procedure.title}：{procedure.summary}",
        section=EMERGENCY,
        parents=_WAY,
        about=procedure,
        procedure=procedure,
        used_in=maker.library.situations_using(procedure),
    )
