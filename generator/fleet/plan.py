"""The plan of a fleet: every county folder below one, and what its site is made from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from generator.fleet.job import Job, program_here
from generator.look import look_of
from generator.project import COMMON, SITE

_OF_ALL = ("docs", "mkdocs.yml", COMMON)


def jobs_of(root: Path, folder: Path, *, output: Path, as_of: str) -> tuple[Job, ...]:
    """Give the job of every county folder below `folder`, in the order of their names.

    A site takes the same place below `output` as its county has below `folder`. Raises `OSError`
    where something cannot be read.
    """
    program = program_here()
    shared = _digest(*(root / name for name in _OF_ALL), look_of(root).folder.path)
    records = root / ".pingan" / "fleet" / _short(str(output))
    return tuple(
        Job(
            name=name,
            root=root,
            county=folder / name,
            target=output / name,
            as_of=as_of,
            program=program,
            record=records / _short(name),
            made_from=f"{program} {shared} {_digest(folder / name)} {as_of}",
        )
        for name in sorted(path.relative_to(folder).as_posix() for path in _county_folders(folder))
    )


def _county_folders(folder: Path) -> Iterator[Path]:
    """Give the folders that have a county's file in them; there is none inside another."""
    for path in folder.iterdir():
        if path.name.startswith(".") or not path.is_dir():
            continue
        if (path / SITE).is_file():
            yield path
        else:
            yield from _county_folders(path)


def _digest(*places: Path) -> str:
    whole = hashlib.sha256()
    for place in places:
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if path.is_file() and not path.name.startswith("."):
                whole.update(f"{path.relative_to(place.parent).as_posix()}\0".encode())
                whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]
