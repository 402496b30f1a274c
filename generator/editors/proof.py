"""Proving what is about to be written: a file that would not pass the check is never written."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.check import check
from generator.editors.asking import RefusedError
from generator.load import load
from generator.model.kind import Layer
from generator.model.problem import Problem, Severity
from generator.project import Project


def faults(project: Project, files: Mapping[str, str], *, as_of: date) -> tuple[Problem, ...]:
    """Give the errors that the project's check would find in `files` (path → text).

    The check runs on a shadow of the project: links to its files, with the new ones in place.
    """
    with tempfile.TemporaryDirectory(prefix="pingan-") as folder:
        root = Path(folder)
        shadow = Project(root, *(root / _shadow(project, layer) for layer in Layer))
        real: dict[str, str] = {}
        for layer in Layer:
            own = project.folder(layer)
            for path in own.rglob("*.yml"):
                place = shadow.place(layer, path.relative_to(own).as_posix())
                _link(root / place, path.resolve())
                real[place] = project.shown(path)
            for name, text in files.items():
                path = project.root / name
                if path.is_relative_to(own):
                    place = shadow.place(layer, path.relative_to(own).as_posix())
                    _write(root / place, text)
                    real[place] = name
        problems = check(load(shadow), as_of=as_of, errors_only=True)
    return tuple(
        replace(problem, path=real[problem.path])
        for problem in problems
        if real.get(problem.path) in files and problem.severity is Severity.ERROR
    )


def _shadow(project: Project, layer: Layer) -> str:
    """Give where a layer's folder stands in the shadow: as in the project, if it lies there."""
    shown = project.shown(project.folder(layer))
    return f"outside/{layer.value}" if Path(shown).is_absolute() else shown


def _link(link: Path, path: Path) -> None:
    """Show a file at another place; where links may not be made, as a copy."""
    link.parent.mkdir(parents=True, exist_ok=True)
    try:
        link.symlink_to(path)
    except FileExistsError:
        raise
    except OSError:  # Windows asks for a right that few people have
        shutil.copyfile(path, link)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    path.write_text(text, encoding="utf-8", newline="")


def prove(project: Project, files: Mapping[str, str], day: date) -> None:
    """Refuse to write what the check would not pass."""
    found = faults(project, files, as_of=day)
    if found:
        raise RefusedError("写出来会通不过检查：", *map(str, found))


def create(root: Path, files: Mapping[str, str]) -> None:
    """Write new files, all or none; raises `FileExistsError` where one is there already."""
    for name in files:
        if (root / name).exists():
            raise FileExistsError(name)
    written: list[Path] = []
    try:
        for name, text in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="") as file:
                written.append(path)
                file.write(text)
    except BaseException:  # a full disk, or somebody who presses Ctrl+C
        for path in written:
            path.unlink(missing_ok=True)
        raise


def rewrite(root: Path, files: Mapping[str, str], gone: Iterable[str] = ()) -> None:
    """Give files new texts, all or none; those that are not there yet are made.

    Those that are `gone` are taken away with the others.
    """
    before = {name: _bytes_of(root / name) for name in (*files, *gone)}
    begun: list[str] = []
    try:
        for name, text in files.items():
            begun.append(name)
            _replace(root / name, text.encode())
        for name in gone:
            begun.append(name)
            (root / name).unlink()
    except BaseException:  # a full disk, or somebody who presses Ctrl+C
        for name in begun:
            old = before[name]
            if old is None:
                (root / name).unlink(missing_ok=True)
            elif _bytes_of(root / name) != old:
                _replace(root / name, old)
        raise


def _bytes_of(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _replace(path: Path, content: bytes) -> None:
    """Put another content in the place of a file's, all at once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    real = path.resolve()
    beside = real.with_name(f".{real.name}.new")
    try:
        beside.write_bytes(content)
        if real.exists():
            shutil.copymode(real, beside)
        os.replace(beside, real)  # noqa: PTH105 - the same call, named as the standard names it
    finally:
        beside.unlink(missing_ok=True)
