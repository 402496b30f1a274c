"""Folders: where a build writes is a folder, may be written to, and holds nothing of others."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from generator.look import look_of
from generator.model.manifest import is_ours, read_manifest
from generator.model.problem import Problem
from generator.model.wording import some_of

_SOURCES = ("content", "counties", "docs", "generator", "schemas", "tests", "admin", "benchmarks")
_PROGRAM = Path(__file__).parent.parent


def check_folders(root: Path, target: Path) -> Iterator[Problem]:
    """Report why the site could not be put at `target`, or documents kept in `root/.pingan`.

    The site takes the whole place of what is at `target`, wherever links lead. So that may be
    nothing, an empty folder, or a site that we made; and never the project, a folder above it,
    or one of its own folders.
    """
    places_wrong = False
    for folder in dict.fromkeys((target, root / ".pingan")):
        for problem in _unusable(folder, root, target):
            places_wrong = True
            yield problem
    if not places_wrong:
        yield from _not_free(target, root)


def _unusable(folder: Path, root: Path, target: Path) -> Iterator[Problem]:
    place = folder
    while not place.exists() and not place.is_symlink() and place != place.parent:
        place = place.parent
    try:
        real = place.resolve()
    except (OSError, RuntimeError):  # a link that leads to itself
        real = place
    while not real.exists() and not real.is_symlink() and real != real.parent:
        real = real.parent
    if not real.is_dir():
        yield _problem(
            _shown(place, root), "E405", "这里应当是文件夹，却是一个文件", "把它改名或移走，再生成"
        )
    elif not (_writable(real) or (folder == target and _can_be_renamed(real))):
        yield _problem(
            _shown(folder, root),
            "E406",
            f"文件夹 {_shown(place, root)} 不能写入",
            "换一个文件夹（--output），或请管理员给写入的权限",
        )


def _writable(folder: Path) -> bool:
    return os.access(folder, os.W_OK | os.X_OK)


def _can_be_renamed(folder: Path) -> bool:
    """Tell whether a folder of another user can make room for ours, as after a build by root."""
    return not os.path.ismount(folder) and _writable(folder.parent) and _is_ours(folder)


def _not_free(target: Path, root: Path) -> Iterator[Problem]:
    real = target.resolve()
    shown = _shown(target, root)
    own = harmed_by(real, root)
    if own is not None:
        yield _problem(
            shown,
            "E411",
            f"网站不能放在这里：会换掉 {own}",
            "放在项目的 site 里，或用 --output 写一个别的空文件夹",
        )
    elif real.is_dir() and not _is_ours(real):
        names = _names(real)
        some = some_of(names, unit="样")
        yield _problem(
            shown,
            "E412",
            f"这个文件夹里有不是平安站生成的东西：{some}",
            "换一个空的或还没有的文件夹（--output），或先把里面的东西移走",
        )


def harmed_by(place: Path, root: Path) -> Path | None:
    """Give the folder of the project at `root` that something at `place` would replace or enter."""
    return next((each for each in _own_folders(root) if _would_harm(place, each, root)), None)


def _own_folders(root: Path) -> Iterator[Path]:
    yield root
    yield _PROGRAM
    hidden = [path.name for path in root.glob(".*") if read_manifest(path) is None]
    own = (*(root / name for name in (*_SOURCES, *hidden)), look_of(root).folder.path)
    yield from (folder for folder in own if folder.is_dir())


def _would_harm(place: Path, own: Path, root: Path) -> bool:
    """Tell whether a site at `place` would replace one of our folders or stand inside it."""
    return _is_in(own.resolve(), place) or (own != root and _is_in(place, own))


def _is_in(inner: Path, outer: Path) -> bool:
    """Tell whether `inner` is `outer` or in it, however either is spelled."""
    return outer.exists() and any(
        folder.exists() and folder.samefile(outer) for folder in (inner, *inner.parents)
    )


def _is_ours(folder: Path) -> bool:
    try:
        return is_ours(folder)
    except OSError:  # we may not look into it
        return False


def _names(folder: Path) -> list[str]:
    try:
        return sorted(path.name for path in folder.iterdir())
    except OSError as error:
        return [str(error.strerror)]


def _problem(path: str, code: str, message: str, hint: str) -> Problem:
    return Problem(path=path, code=code, message=message, hint=hint)


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
