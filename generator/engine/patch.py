"""Bringing a site up to date file by file, where its folder cannot be renamed.

All new files are copied next to their places first, so that a full disk changes nothing; then
they are renamed into place: what pages need comes first, then the pages, and last goes what is
no longer there. Meanwhile the manifest says that the files are those of both sites.
"""

from __future__ import annotations

import errno
import filecmp
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path, PurePosixPath

from generator.durable import sync, sync_tree
from generator.model.manifest import (
    MARKER,
    SIGNATURE,
    Manifest,
    files_in,
    is_ours,
    read_manifest,
    write_manifest,
)

_STAGED = ".pingan-new"


class PartlyError(OSError):
    """Raised where some files are new and others still old; building again mends it."""


def clear_staged(target: Path) -> None:
    """Remove what a killed build had copied into the site at `target`; raises `OSError`."""
    if (target / _STAGED).is_dir() and is_ours(target):
        shutil.rmtree(target / _STAGED)


def bring_up_to_date(building: Path, target: Path) -> None:
    """Make the site at `target` the same as the one in `building`.

    Raises `OSError` where it could not be begun, `PartlyError` where it could not be ended.
    """
    new = read_manifest(building)
    assert new is not None and new.files is not None
    target.mkdir(parents=True, exist_ok=True)
    old = read_manifest(target) or Manifest({})
    both = None if old.files is None else {**old.files, **new.files}
    write_manifest(target, Manifest(both, new.own, old.retired, changing=True))
    sync(target)
    changed = [name for name in files_in(building) if not _same(building / name, target / name)]
    changed.sort(key=lambda name: (name.endswith(".html"), name))
    ours = {*new.files, *new.own}
    gone = [name for name in files_in(target) if old.knows(name) and name not in ours]
    try:
        for name in (*changed, *gone):
            _refuse_closed(target / name)
        for name in (*changed, MARKER):
            _copy(building / name, target / _STAGED / name)
        sync_tree(target / _STAGED)
    except BaseException:  # also where somebody presses Ctrl+C
        shutil.rmtree(target / _STAGED, ignore_errors=True)
        with suppress(OSError):  # else the manifest knows of more files than there are
            write_manifest(target, old)
        raise
    try:
        (target / SIGNATURE).unlink(missing_ok=True)
        for name in changed:
            _put(target / _STAGED / name, target, name)
        _sync_folders(target)
        _remove(target, gone)
        _sync_folders(target)
        (target / _STAGED / MARKER).replace(target / MARKER)
        shutil.rmtree(target / _STAGED, ignore_errors=True)
        sync(target)
    except OSError as error:
        raise PartlyError(*error.args) from error


def _refuse_closed(place: Path) -> None:
    """Raise `PermissionError` where the folder in which a file must change is closed to us."""
    folder = next(parent for parent in place.parents if parent.is_dir())
    if not os.access(folder, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))


def _sync_folders(target: Path) -> None:
    for place, _, _ in os.walk(target):
        sync(Path(place))


def _same(first: Path, second: Path) -> bool:
    return second.is_file() and filecmp.cmp(first, second, shallow=False)


def _copy(source: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(source, place, follow_symlinks=False)


def _put(staged: Path, target: Path, name: str) -> None:
    """Rename a copied file into its place; what stood in its way has been set aside before."""
    place = target / name
    for parent in PurePosixPath(name).parents:
        if (target / parent).is_file() or (target / parent).is_symlink():
            (target / parent).unlink()
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    for folder in reversed(PurePosixPath(name).parents):
        if not (target / folder).exists():
            (target / folder).mkdir()
            (target / folder).chmod(0o755)
    staged.replace(place)


def _remove(target: Path, names: Iterable[str]) -> None:
    """Remove files that nothing new has replaced, and the folders that have become empty by it."""
    for path in (target / name for name in names):
        if path.is_symlink() or path.is_file():
            path.unlink()
        for parent in path.parents:
            if parent == target or not parent.is_dir() or any(parent.iterdir()):
                break
            parent.rmdir()
