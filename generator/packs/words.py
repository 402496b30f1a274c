"""Words that documents of courses and sectors share: plain texts and sources."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.course import Course
from generator.model.library import Library, cites_of
from generator.model.sector import Sector
from generator.model.wording import cite_label, locator_label, plain, short_title


def plain_lines(texts: Iterable[str]) -> tuple[str, ...]:
    """Give content texts without their Markdown signs."""
    return tuple(plain(text) for text in texts)


def source_labels(library: Library, cites: Iterable[str]) -> tuple[str, ...]:
    """Give citations as readers know them."""
    return tuple(cite_label(library, cite) for cite in cites)


def text_labels(library: Library, cites: Iterable[str]) -> tuple[str, ...]:
    """Give each text that is cited once, with all its articles: 《消防法》第十六条、第十七条."""
    articles: dict[str, list[str]] = {}
    for cite in cites:
        id_, _, locator = cite.partition("#")
        articles.setdefault(id_, [])
        if locator:
            articles[id_].append(locator_label(library.references[id_], locator))
    return tuple(
        short_title(library.references[id_]) + "、".join(dict.fromkeys(labels))
        for id_, labels in articles.items()
    )


def sources_of(library: Library, entity: Course | Sector) -> tuple[str, ...]:
    """Give everything that a course or sector cites, each once, as readers know it."""
    return source_labels(library, dict.fromkeys(cites_of(entity)))
