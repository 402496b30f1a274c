"""The search page, and the index by pinyin that serves without a script."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.model import fixed_pages
from generator.model.address import SEARCH
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
    letters = _letters(maker)
    yield maker.fixed(
        "search",
        fixed_pages.SEARCH,
        wide=True,
        sectors=tuple(maker.library.sectors.values()),
        index_folder=maker.index_folder,
        letters=[letter for letter, _ in letters],
    )
    yield maker.fixed(
        "index",
        fixed_pages.INDEX,
        section=SEARCH,
        parents=(Crumb.to(fixed_pages.SEARCH),),
        wide=True,
        letters=letters,
    )


def _letters(maker: PageMaker) -> list[tuple[str, list[Entry]]]:
    """Give the index: each letter with (word, title of the page, page), in order of sound."""
    entries = list(_entries(maker.library))
    words = [word for word, _, _ in entries]
    heard = maker.known(
        "sounds", words, lambda: {each: (sound(each), initial(each)) for each in words}
    )
    by_letter: dict[str, list[Entry]] = defaultdict(list)
    for word, title, target in sorted(entries, key=lambda entry: heard[entry[0]][0]):
        by_letter[heard[word][1]].append((word, title, target))
    return sorted(by_letter.items(), key=lambda pair: (pair[0] == "#", pair[0]))


def _entries(library: Library) -> Iterator[Entry]:
    for kind in ENTITIES:
        for entity in library.entities_of(kind):
            for word in _names(entity):
                yield word, entity.full_title, entity
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
            return (entity.full_title,)
