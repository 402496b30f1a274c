"""The search page, and the index by pinyin that serves without a script."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.model.address import INDEX, SEARCH
from generator.model.base import Entity
from generator.model.kinds import ENTITIES
from generator.model.library import Library
from generator.model.sector import Sector
from generator.model.unit import Unit
from generator.model.wording import initial, sound
from generator.model.work import WorkItem, WorkPlan
from generator.pages.page import Crumb, Page
from generator.pages.page_maker import PageMaker

Entry = tuple[str, str, Entity | Unit]


def search_pages(maker: PageMaker) -> Iterator[Page]:
    """Give the search page and the A to Z index."""
    letters = _letters(maker.library)
    yield maker.page(
        "search",
        address=SEARCH,
        title="搜索",
        description="搜一搜：遇到什么事、想知道什么。",
        section=SEARCH,
        wide=True,
        sectors=tuple(maker.library.sectors.values()),
        index_folder=maker.index_folder,
        letters=[letter for letter, _ in letters],
    )
    yield maker.page(
        "index",
        address=INDEX,
        title="按拼音查找",
        description="本站内容按拼音首字母排列，俗名也在里面。",
        section=SEARCH,
        parents=(Crumb("搜索", SEARCH),),
        wide=True,
        letters=letters,
    )


def _letters(library: Library) -> list[tuple[str, list[Entry]]]:
    """Give the index: each letter with (word, title of the page, page), in order of sound."""
    by_letter: dict[str, list[Entry]] = defaultdict(list)
    for word, title, target in sorted(_entries(library), key=lambda entry: sound(entry[0])):
        by_letter[initial(word)].append((word, title, target))
    return sorted(by_letter.items(), key=lambda pair: (pair[0] == "#", pair[0]))


def _entries(library: Library) -> Iterator[Entry]:
    for kind in ENTITIES:
        for entity in library.entities_of(kind):
            for word in _names(entity):
                yield word, entity.title, entity
    for unit in library.units.values():
        yield unit.name, unit.name, unit


def _names(entity: Entity) -> Iterable[str]:
    """Give the names that people look for an entity by; a plan is found by its items."""
    match entity:
        case Sector():
            return dict.fromkeys((entity.title, *entity.keywords))
        case WorkItem():
            return (entity.short_title,)
        case WorkPlan():
            return ()
        case _:
            return (entity.title,)
