"""Sectors as people name them: by title, id, or one of their keywords."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from generator.importer.tips.words import bare
from generator.model.sector import Sector

_ENDING = "安全"
_NEAR = 0.5


class KnownSectors:
    """The sectors of a library, found by any of their names."""

    def __init__(self, sectors: Iterable[Sector]) -> None:
        """Take the sectors: titles and ids are found before keywords."""
        self._sectors = [*sectors]
        self._own = _by_name((sector, (sector.title, sector.id)) for sector in self._sectors)
        self._other = _by_name(
            (sector, (sector.title.removesuffix(_ENDING), *sector.keywords))
            for sector in self._sectors
        )

    def find(self, words: str) -> Sector | str:
        """Give the sector of that name, or say why there is none."""
        name = bare(words)
        found = self._own.get(name) or self._other.get(name) or []
        if len(found) == 1:
            return found[0]
        if found:
            titles = "”“".join(sector.title for sector in found)
            return f"“{words}”可以是“{titles}”，写全名"
        near = self._near(name)
        meant = f"是不是“{near.title}”？" if near else "从“可以写的”这张表里选"
        return f"没有行业领域“{words}”；{meant}"

    def _near(self, name: str) -> Sector | None:
        names = {**self._other, **self._own}
        parts = [each for each in names if len(name) > 1 and (name in each or each in name)]
        alike = difflib.get_close_matches(name, names, n=1, cutoff=_NEAR)
        return next((names[each][0] for each in (*alike, *parts)), None)


def _by_name(rows: Iterable[tuple[Sector, Iterable[str]]]) -> dict[str, list[Sector]]:
    found: dict[str, list[Sector]] = {}
    for sector, names in rows:
        for name in dict.fromkeys(map(bare, names)):
            found.setdefault(name, []).append(sector)
    return found
