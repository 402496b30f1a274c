"""Which characters a county's printed documents can show, remembered from one check to the next.

Looking through the font files takes half a second; `.pingan/font.json` keeps the answer for as
long as the same files lie in the same folder. A cache that is damaged is made anew.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, count, groupby
from pathlib import Path
from typing import Any

from generator.documents.font import Font, find_font, missing_from, packaged_folder
from generator.model.site import Site

_FORMAT = 1


@dataclass(frozen=True)
class Coverage:
    """A font's name and the code points that it has."""

    family: str
    covers: frozenset[int]

    def missing(self, text: str) -> str:
        """Give the characters of a text that the font cannot show, each once, in order."""
        return missing_from(self.covers, text)


def font_of(site: Site, root: Path) -> Font:
    """Give the font that a site asks for; raises `FontError` where it cannot be had."""
    folder = root / site.font_folder if site.font_folder else None
    return find_font(folder=folder, families=site.font_families)


def coverage(site: Site, root: Path) -> Coverage:
    """Give what the site's font covers; raises `FontError` where the font cannot be had."""
    files = _fingerprint(site, root)
    cache = root / ".pingan" / "font.json"
    known = _read(cache, files) if files else None
    if known is None:
        font = font_of(site, root)
        known = Coverage(font.family, font.covers)
        if files:
            _write(cache, files, known)
    return known


def _fingerprint(site: Site, root: Path) -> list[Any]:
    """Give what tells one set of font files from another; nothing for those of the system."""
    if site.font_families and not site.font_folder:
        return []
    folder = root / site.font_folder if site.font_folder else packaged_folder()
    try:
        files = [(path, path.stat()) for path in sorted(folder.rglob("*"))]
    except OSError:
        return []
    stamps = [[str(path), state.st_size, state.st_mtime_ns] for path, state in files]
    return [_FORMAT, str(folder), list(site.font_families), *stamps]


def _read(cache: Path, files: list[Any]) -> Coverage | None:
    try:
        held = json.loads(cache.read_text(encoding="utf-8"))
        if held["files"] != files:
            return None
        runs = [range(first, min(last, sys.maxunicode) + 1) for first, last in held["covers"]]
        covers = frozenset(chain.from_iterable(runs))
        return Coverage(str(held["family"]), covers) if covers else None
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _write(cache: Path, files: list[Any], known: Coverage) -> None:
    """Keep an answer; a folder that cannot be written to only makes the next check slower."""
    held = {"files": files, "family": known.family, "covers": list(_ranges(known.covers))}
    beside = cache.with_name(f".font.{os.getpid()}.new")
    try:
        cache.parent.mkdir(exist_ok=True)
        beside.write_text(json.dumps(held), encoding="utf-8")
        beside.replace(cache)
    except OSError:
        with suppress(OSError):
            beside.unlink()


def _ranges(codes: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Give the runs of neighbouring numbers: 1 2 3 7 as (1, 3), (7, 7)."""
    counter = count()
    for _, run in groupby(sorted(codes), key=lambda code: code - next(counter)):
        numbers = list(run)
        yield numbers[0], numbers[-1]
