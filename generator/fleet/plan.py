"""The plan of a fleet: every county folder below one, and what its site is made from."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.fleet.job import PROGRAM, Job
from generator.look import look_of
from generator.model.manifest import MARKER
from generator.project import COMMON, SITE

_OF_ALL = ("docs", "mkdocs.yml", "admin/package-lock.json", COMMON)
_FONTS = re.compile(r"^font_folder:[ \t]*(.+?)[ \t]*$", re.MULTILINE)
_ADMIN = "PINGAN_ADMIN"


def jobs_of(root: Path, folder: Path, *, output: Path, as_of: str) -> tuple[Job, ...]:
    """Give the job of every county folder below `folder`, in the order of their names.

    A site takes the same place below `output` as its county has below `folder`. Raises `OSError`
    where what all counties share cannot be read.
    """
    shared = _digest(*(root / name for name in _OF_ALL), look_of(root).folder.path)
    shared += os.environ.get(_ADMIN, "")
    records = root / ".pingan" / "fleet" / _short(output)
    found = sorted(_county_folders(folder, but={(root / COMMON).resolve()}))
    return tuple(
        Job(
            name=_shown(county.relative_to(folder)),
            root=root,
            county=county,
            target=output / county.relative_to(folder),
            as_of=as_of,
            program=PROGRAM,
            record=records / _short(county.relative_to(folder)),
            made_from=_made_from(county, root, shared, as_of),
        )
        for county in found
    )


def strangers(output: Path, jobs: Iterable[Job]) -> tuple[str, ...]:
    """Give the sites below `output` whose counties are gone."""
    wanted = {job.target for job in jobs}
    return tuple(
        _shown(path.relative_to(output)) for path in sorted(_sites(output)) if path not in wanted
    )


def _made_from(county: Path, root: Path, shared: str, as_of: str) -> str:
    """Fingerprint all that a county's site is made from; "" where it cannot be read."""
    try:
        fonts = _FONTS.search((county / SITE).read_text(encoding="utf-8"))
        own = _digest(county, *([root / fonts[1].strip("\"'")] if fonts else []))
    except (OSError, ValueError):
        return ""
    return f"{PROGRAM} {shared} {own} {as_of}"


def _county_folders(folder: Path, *, but: set[Path]) -> Iterator[Path]:
    """Give the folders that have a county's file in them; there is none inside another.

    Each is given once, wherever links lead; a real folder goes before a link to it. One that
    cannot be looked into is given too: whoever builds it says so.
    """
    real, links = [folder], list[Path]()
    while real or links:
        place = real.pop() if real else links.pop()
        if place.resolve() in but:
            continue
        but.add(place.resolve())
        try:
            if place != folder and (place / SITE).is_file():
                yield place
                continue
            inside = [path for path in place.iterdir() if path.is_dir()]
        except OSError:
            yield place
            continue
        for path in inside:
            if not path.name.startswith("."):
                (links if path.is_symlink() else real).append(path)


def _sites(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.is_dir() and not path.is_symlink() and not path.name.startswith("."):
            if (path / MARKER).is_file():
                yield path
            else:
                yield from _sites(path)


def _digest(*places: Path) -> str:
    whole = hashlib.sha256()
    for place in places:
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if path.is_file() and not path.name.startswith("."):
                whole.update(os.fsencode(path.relative_to(place.parent)) + b"\0")
                whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def _short(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]


def _shown(path: Path) -> str:
    """Give a path as people read it, also where its name is no text."""
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")
