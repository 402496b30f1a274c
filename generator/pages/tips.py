"""Tips as pages show them: by whom they speak to, with what they rest on said once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model.advice import Duty, Tip
from generator.model.library import cites_of
from generator.model.vocabulary import Audience

Grounds = list[tuple[str, list[int]]]
"""Citations, each with the numbers of the things that rest on it."""
_GROUPS = (
    ("tips-public", "群众怎么做", Audience.PUBLIC),
    ("tips-worker", "从业人员怎么做", Audience.WORKER),
    ("tips-manager", "企业负责人和安全员怎么做", Audience.MANAGER),
)


@dataclass(frozen=True)
class TipGroup:
    """The tips of one part of a page; each with whom it speaks to where the heading does not say.

    The heading speaks to everybody of the group, so only what is narrower or wider is named.
    """

    anchor: str
    heading: str
    tips: list[tuple[Tip, tuple[Audience, ...]]]
    grounds: Grounds


def tip_groups(tips: Iterable[Tip]) -> list[TipGroup]:
    """Sort tips by whom they speak to; empty groups are left out."""
    tips = tuple(tips)
    groups = []
    for anchor, heading, everybody in _GROUPS:
        own = [tip for tip in tips if tip.anchor == anchor]
        named = [(tip, _besides(tip, everybody)) for tip in own]
        groups.append(TipGroup(anchor, heading, named, grounds(own)))
    return [group for group in groups if group.tips]


def _besides(tip: Tip, everybody: Audience) -> tuple[Audience, ...]:
    """Give the audiences that the heading does not name; who lives here is the public."""
    if everybody is Audience.PUBLIC and {everybody, Audience.RESIDENT} & {*tip.audience}:
        return ()
    return tuple(each for each in tip.audience if each is not everybody)


def grounds(things: Sequence[Tip | Duty]) -> Grounds:
    """Give what numbered things rest on: each citation once, those of one text together."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, thing in enumerate(things, 1):
        for cite in dict.fromkeys(thing.sources):
            found[cite].append(number)
    return [(cite, found[cite]) for cite in by_text(found)]


def by_text(cites: Iterable[str]) -> list[str]:
    """Give citations, each once, those of one text together."""
    once = dict.fromkeys(cites)
    order = list(dict.fromkeys(cite.partition("#")[0] for cite in once))
    return sorted(once, key=lambda cite: order.index(cite.partition("#")[0]))


def unique_sources(entity: object) -> list[str]:
    """Give all citations of an entity, each once, those of one text together."""
    return by_text(cites_of(entity))
