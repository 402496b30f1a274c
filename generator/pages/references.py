"""Reference pages: what the site's advice rests on, and who cites it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import fixed_pages
from generator.model.address import REFERENCES, address_of
from generator.model.base import Entity
from generator.model.kinds import kind_of
from generator.model.library import Library
from generator.model.reference import Reference
from generator.model.vocabulary import ReferenceKind
from generator.model.wording import anchor, locator_label
from generator.pages.page import Crumb, Page
from generator.pages.page_maker import PageMaker

_LABEL = kind_of(Reference).label


def reference_pages(maker: PageMaker) -> Iterator[Page]:
    """Give the index of references and one page per reference."""
    library = maker.library
    references = list(library.references.values())
    yield maker.fixed(
        "references",
        fixed_pages.REFERENCES,
        wide=True,
        groups=[
            (kind, [(each, _cited(library, each)) for each in references if each.kind is kind])
            for kind in ReferenceKind
        ],
    )
    for reference in references:
        yield maker.page(
            "reference",
            address=address_of(reference),
            title=reference.title,
            description=f"{reference.title}：本站引用的条款和引用它的页面。",
            section=REFERENCES,
            parents=(Crumb.to(fixed_pages.REFERENCES),),
            about=reference,
            reference=reference,
            replaced_by=library.references.get(reference.superseded_by or ""),
            articles=_articles(library, reference),
            whole=library.citations.get(reference.id, {}).get("", ()),
        )


def _cited(library: Library, reference: Reference) -> int:
    """Count the pages that cite a reference."""
    by_locator = library.citations.get(reference.id, {})
    return len({id(entity) for entities in by_locator.values() for entity in entities})


def _articles(
    library: Library, reference: Reference
) -> list[tuple[str, str, str, tuple[Entity, ...]]]:
    """Give (anchor, label, gist, citing entities) of each article, in the order of numbers."""

    def order(locator: str) -> list[tuple[int, str]]:
        parts = locator.replace("-", ".").split(".")
        return [(int(part), "") if part.isdigit() else (0, part) for part in parts]

    by_locator = library.citations.get(reference.id, {})
    return [
        (
            anchor(locator),
            locator_label(reference, locator),
            reference.articles[locator],
            by_locator.get(locator, ()),
        )
        for locator in sorted(reference.articles, key=order)
    ]
