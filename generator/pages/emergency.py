"""The emergency page: whom to call, what to say, and the way to what to do; and the handbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model import fixed_pages
from generator.model.library import Library
from generator.model.site import Site
from generator.model.situation import Situation
from generator.model.vocabulary import HotlineRole, PlaceKind, SituationGroup
from generator.pages.heard import Thing, heard
from generator.pages.page import Crumb, Page
from generator.pages.page_maker import PageMaker

_PROCEDURES = "procedures", "学会这几手"
_URGENT = (HotlineRole.FIRE, HotlineRole.MEDICAL, HotlineRole.POLICE)


@dataclass(frozen=True)
class Group:
    """Situations of one sort, or all procedures: what they are called, and the first of them."""

    anchor: str
    heading: str
    things: tuple[Thing, ...]

    @property
    def picture(self) -> str | None:
        """Give the picture that stands for all: the first that there is."""
        return next((each.picture for each in self.things if each.picture), None)


def emergency_pages(maker: PageMaker) -> Iterator[Page]:
    """Give the emergency page, and the page with every step of every situation."""
    library = maker.library
    groups = _groups(library)
    yield maker.fixed(
        "emergency",
        fixed_pages.EMERGENCY,
        description=f"{_main_numbers(library.site)}：什么事打哪个电话，接通后说什么。",
        hotlines=library.site.hotlines,
        groups=groups,
        count=len(library.situations),
        heard=_heard(maker),
        urgent=[library.site.line(role).number for role in _URGENT],
        near_kinds=(PlaceKind.DUTY, PlaceKind.SHELTER, PlaceKind.AED),
    )
    yield maker.fixed(
        "handbook",
        fixed_pages.HANDBOOK,
        section=fixed_pages.EMERGENCY.address,
        parents=(Crumb.to(fixed_pages.EMERGENCY),),
        groups=groups,
    )


def _groups(library: Library) -> list[Group]:
    """Give the situations by their group and the procedures, empty groups left out."""
    groups = [
        Group(
            group.value,
            group.label,
            tuple(each for each in library.situations.values() if each.group is group),
        )
        for group in SituationGroup
    ]
    groups.append(Group(*_PROCEDURES, tuple(library.procedures.values())))
    return [group for group in groups if group.things]


def _heard(maker: PageMaker) -> Mapping[Thing, str]:
    """Give what people call each thing, and where it happens, for the filter."""
    library = maker.library
    things: list[Thing] = [*library.situations.values(), *library.procedures.values()]
    given = [(each.title, each.summary, each.says) for each in things]
    said = maker.known("heard", given, lambda: list(heard(things).values()))
    return {
        each: " ".join(dict.fromkeys((*_places(each), *pairs)))
        for each, pairs in zip(things, said, strict=True)
    }


def _places(thing: Thing) -> tuple[str, ...]:
    return (thing.event, *thing.where) if isinstance(thing, Situation) else ()


def _main_numbers(site: Site) -> str:
    """Give the numbers that every reader should know, as 119、120、110."""
    return "、".join(line.number for line in site.hotlines if line.bar or line.role)
