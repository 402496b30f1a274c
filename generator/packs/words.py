"""Words that documents of courses and sectors share: plain texts and sources."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.course import Course
from generator.model.library import Library, cites_of
from generator.model.sector import Sector
from generator.model.wording import cite_label, plain


def plain_lines(texts: Iterable[str]) -> tuple[str, ...]:
    """Give content texts without their Markdown signs."""
    return tuple(plain(text) for text in texts)


def source_labels(library: Library, cites: Iterable[str]) -> tuple[str, ...]:
    """Give citations as readers know them."""
    return tuple(cite_label(library, cite) for cite in cites)


def sources_of(library: Library, entity: Course | Sector) -> tuple[str, ...]:
    """Give everything that a course or sector cites, each once, as readers know it."""
    return source_labels(library, dict.fromkeys(cites_of(entity)))
