"""Glyphs: every character of the content can be printed with the county's font.

Looked at are all texts but those that only the search or the program reads: posters, sheets,
slides and kits draw on every kind of content, and what the font of the documents lacks (an
emoji, a rare sign) many readers' telephones lack as well. So there is one rule for all texts.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from generator.documents.coverage import coverage
from generator.documents.font import FontError
from generator.load.loader import Document, Loaded
from generator.load.tree import Loc
from generator.model.library import Library
from generator.model.problem import Problem

_SYNONYMS = "synonyms"
_NOT_PRINTED = {"keywords", "admin", "url", "font_folder", "font_families"}


def check_glyphs(loaded: Loaded, library: Library, as_of: date) -> Iterator[Problem]:
    """Report characters that the font lacks (E331), and a font that cannot be had (E401)."""
    site = next(loaded.of_kind("site"))
    try:
        font = coverage(library.site, loaded.project.root)
    except FontError as error:
        yield site.problem((error.field,), "E401", error.message, error.hint)
        return
    names = set("".join(library.site.region.model_dump().values()))
    every = frozenset(names).union(*map(_characters, _written(loaded)))
    if not font.missing("".join(every)):
        return
    for document in loaded.documents:
        for loc, text in _printed(document):
            for character in font.missing(text):
                if character in names and loc[0] != "region":
                    continue  # it comes from the county's name, which is reported where it stands
                yield document.problem(
                    document.tree.place_of(character, loc),
                    "E331",
                    f"字体“{font.family}”里没有“{character}”（U+{ord(character):04X}），印不出来",
                    "换一种写法；人名、地名的生僻字可以在 site.yml 用 font_folder 换字体",
                )


@lru_cache(maxsize=5_000)
def _characters(text: str) -> frozenset[str]:
    """Give the characters of a file, once for the same text."""
    return frozenset(text)


def _written(loaded: Loaded) -> Iterator[str]:
    """Give the files as they stand: all that is printed of them, and more."""
    return (each.text for each in loaded.documents if each.kind.name != _SYNONYMS)


def _printed(document: Document) -> Iterator[tuple[Loc, str]]:
    if document.kind.name != _SYNONYMS:
        for loc, text in document.tree.texts:
            if not _NOT_PRINTED.intersection(loc):
                yield loc, text
