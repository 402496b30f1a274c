"""What common content offers for an item, by the words that both have; a person decides.

Nothing is invented: each proposal is a sector, a campaign or a sentence of the library.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.model.library import Library
from generator.model.sector import Sector
from generator.model.vocabulary import Audience

_SUFFIX = re.compile(r"(?:安全|常识|防范|作业|行业|企业|机构|运输|卫生机构)+$")
_ASIDE = re.compile(r"（([^）]+)）")
_AND = re.compile(r"[和与及、]")
_SHORTEST = 2
_GENERAL = re.compile(
    "企业|学习|培训|检查|学校工作|安全|事故|工厂|家庭|动物|急救|老人|高温|停电|停水|住院|汽油|柴油|孩子|高速|"
    "爆破|消防|火灾|医院|学校|商场|超市|旅游|景区|工地|诊所|加油|快递|矿山|宿舍|下井|大风|建房|体检|电力|市政"
)
"""Words of sectors that so many items have that they say nothing unless they stand in the title."""
_MOST_SECTORS = 12
_MOST_LINES = 2


@dataclass(frozen=True)
class Proposal:
    """Ids of sectors and campaigns, and sentences of common content, each with whose it is."""

    sectors: tuple[str, ...]
    campaigns: tuple[str, ...]
    summary: tuple[tuple[str, str], ...]
    for_public: tuple[tuple[str, str], ...]
    for_enterprises: tuple[tuple[str, str], ...]


class Proposals:
    """Finds in the library what an item may be about."""

    def __init__(self, library: Library) -> None:
        """Take the library whose content is offered."""
        self.library = library

    def of(self, title: str, body: str) -> Proposal:
        """Give what is offered for an item of that title and body."""
        scored = {
            sector.id: score
            for sector in self.library.sectors.values()
            if (score := _score(self._terms[sector.id], title, body))
        }
        ids = sorted(scored, key=lambda id_: -scored[id_])[:_MOST_SECTORS]
        found = [self.library.sectors[id_] for id_ in ids]
        text = f"{title}{body}"
        return Proposal(
            sectors=tuple(ids),
            campaigns=tuple(
                each.id for each in self.library.campaigns.values() if _bare(each.title) in text
            ),
            summary=tuple((each.title, each.summary) for each in found[:1]),
            for_public=tuple(_nearest(found, text, _tips)),
            for_enterprises=tuple(_nearest(found, text, _duties)),
        )

    @cached_property
    def _terms(self) -> dict[str, frozenset[str]]:
        """Give the words of each sector: of its title, of those who search, and their synonyms."""
        groups = self.library.synonyms.groups
        terms: dict[str, frozenset[str]] = {}
        for sector in self.library.sectors.values():
            own = {*_of_title(sector.title), *sector.keywords}
            same = {word for group in groups if own & {group[0]} for word in group}
            terms[sector.id] = frozenset(each for each in own | same if len(each) >= _SHORTEST)
        return terms


def _of_title(title: str) -> Iterator[str]:
    for part in [*_AND.split(_ASIDE.sub("", title)), *_ASIDE.findall(title)]:
        yield part
        yield _SUFFIX.sub("", part)


def _bare(title: str) -> str:
    return title.removeprefix("全国")


def _score(terms: Iterable[str], title: str, body: str) -> int:
    """Count the words of a sector in an item; in its title they weigh three times as much."""
    in_title = {each for each in terms if each in title}
    in_body = {each for each in terms if each in body and not _GENERAL.fullmatch(each)}
    return 3 * len(in_title) + len(in_body)


def _tips(sector: Sector) -> Iterator[str]:
    return (tip.text for tip in sector.tips if Audience.PUBLIC in tip.audience)


def _duties(sector: Sector) -> Iterator[str]:
    return (duty.action for duty in sector.duties)


def _nearest(
    sectors: Iterable[Sector], text: str, lines: Callable[[Sector], Iterator[str]]
) -> Iterator[tuple[str, str]]:
    """Give the lines of some sectors that have most words in common with an item."""
    pairs = _pairs(text)
    rows = [
        (len(_pairs(line) & pairs), sector.title, line)
        for sector in sectors
        for line in lines(sector)
    ]
    for common, title, line in sorted(rows, key=lambda row: -row[0])[:_MOST_LINES]:
        if common:
            yield title, line


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}
