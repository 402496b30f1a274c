"""Which characters a county's printed documents can show, remembered from one check to the next.

Looking through the font files takes half a second; `.pingan/font` keeps the answer for as long
as the same files lie in the same folder.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, count, groupby
from pathlib import Path

from generator import kept
from generator.documents.font import Font, FontError, find_font, missing_from, packaged_folder
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
    if folder is not None and root.resolve().is_relative_to(folder.resolve()):
        raise FontError(
            "font_folder",
            f"字体文件夹（font_folder）“{site.font_folder}”里是整个项目",
            "另建一个文件夹，只放字体文件",
        )
    return find_font(folder=folder, families=site.font_families)


def coverage(site: Site, root: Path) -> Coverage:
    """Give what the site's font covers; raises `FontError` where the font cannot be had."""
    files = _fingerprint(site, root)
    cache = root / ".pingan" / "font"
    answer = kept.read(cache, answers=files) if files else None
    if answer is not None:
        return _read(answer)
    font = font_of(site, root)
    known = Coverage(font.family, font.covers)
    if files:  # where it cannot be kept, the next check is only slower
        kept.write(cache, _written(known), answers=files)
    return known


def _fingerprint(site: Site, root: Path) -> str:
    """Give what tells one set of font files from another; nothing for those of the system."""
    if site.font_families and not site.font_folder:
        return ""
    folder = root / site.font_folder if site.font_folder else packaged_folder()
    if root.resolve().is_relative_to(folder.resolve()):
        return ""
    try:
        files = [(path, path.stat()) for path in sorted(folder.rglob("*"))]
    except OSError:
        return ""
    stamps = [[str(path), state.st_size, state.st_mtime_ns] for path, state in files]
    return json.dumps([_FORMAT, str(folder), list(site.font_families), *stamps])


def _read(answer: bytes) -> Coverage:
    held = json.loads(answer)
    runs = [range(first, last + 1) for first, last in held["covers"]]
    return Coverage(held["family"], frozenset(chain.from_iterable(runs)))


def _written(known: Coverage) -> bytes:
    return json.dumps({"family": known.family, "covers": [*_ranges(known.covers)]}).encode()


def _ranges(codes: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Give the runs of neighbouring numbers: 1 2 3 7 as (1, 3), (7, 7)."""
    counter = count()
    for _, run in groupby(sorted(codes), key=lambda code: code - next(counter)):
        numbers = list(run)
        yield numbers[0], numbers[-1]
