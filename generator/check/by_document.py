"""Rules that look at one document at a time: of those that stand as before it is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.load.loader import Document, Loaded
from generator.model.library import Library
from generator.model.problem import Problem
from generator.store import Store


@dataclass(frozen=True)
class ByDocument:
    """A rule over each document by itself.

    `given` is all that it needs to know besides the document; `find` gives what is wrong in one.
    """

    name: str
    given: Callable[[Loaded, Library, date], Any]
    find: Callable[[Document, Any], Iterator[Problem]]

    def __call__(
        self, loaded: Loaded, library: Library, as_of: date, store: Store
    ) -> Iterator[Problem]:
        """Give what is wrong in all documents, looking only at those that are new."""
        given = self.given(loaded, library, as_of)
        digest_of = store.digests.of
        asked = digest_of(given)
        known: dict[bytes, tuple[Problem, ...]] = store.known(self.name, asked) or {}
        found: dict[bytes, tuple[Problem, ...]] = {}
        for document in loaded.documents:
            digest = digest_of(
                (document.kind.name, document.layer, document.name, document.text, document.value)
            )
            problems = known.get(digest)
            found[digest] = tuple(self.find(document, given)) if problems is None else problems
        store.keep(self.name, asked, found)
        for problems in found.values():
            yield from problems
