"""Files that were made before: known by their digests, and made again only where they are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from generator.model.artifact import Artifact, LaterArtifact
from generator.reads import Sources, Watched

T = TypeVar("T")

SITE = "site"
"""What files are for that stand in the site."""


@dataclass(frozen=True)
class Made(Generic[T]):
    """Files by what they are for, and what is said of them."""

    said: T
    files: Mapping[str, tuple[Artifact, ...]]


Standing = Callable[[str, str], bool]
"""Tells whether a file stands in the site already, by its address and its digest."""


def made(
    sources: Sources,
    stage: str,
    given: object,
    make: Callable[[Watched], Made[T]],
    *,
    standing: Standing = lambda address, digest: False,
) -> Made[T]:
    """Give what `make` makes; of what was made before only the digests, and bytes on demand.

    `given` and what `make` reads of the watched sources is all that it depends on. Where all of
    what was made before is `standing`, it will do for now.
    """

    def will_do(known: tuple[T, dict[str, list[tuple[str, str]]]]) -> bool:
        return all(standing(*file) for files in known[1].values() for file in files)

    fresh: list[Made[T]] = []

    def make_and_note(watched: Watched) -> tuple[T, dict[str, list[tuple[str, str]]]]:
        whole = make(watched)
        fresh.append(whole)
        return whole.said, {
            use: [(file.address, file.digest) for file in files]
            for use, files in whole.files.items()
        }

    @cache
    def again() -> dict[tuple[str, str], bytes]:
        whole = sources.asked_again(make)
        return {
            (use, file.address): file.content
            for use, files in whole.files.items()
            for file in files
        }

    def later(use: str, address: str, digest: str) -> Artifact:
        return LaterArtifact(address, digest, lambda: again()[use, address])

    said, files = sources.made(stage, given, make_and_note, will_do=will_do)
    if fresh:
        return fresh[0]
    return Made(
        said, {use: tuple(later(use, *each) for each in listed) for use, listed in files.items()}
    )


@dataclass(frozen=True)
class Cell(Generic[T]):
    """What is made in one go and known in one go: `title` is what people call it."""

    stage: str
    title: str
    given: object
    make: Callable[[Watched], Made[T]]

    def made(self, sources: Sources) -> Made[T]:
        """Give what it makes, as `made` does."""
        return made(sources, self.stage, self.given, self.make)

    def is_known(self, sources: Sources) -> bool:
        """Tell whether it need not be made."""
        return sources.knows(self.stage, self.given)
