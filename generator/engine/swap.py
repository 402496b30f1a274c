"""Putting a finished site into its place, so that readers see the old one or the new one.

Where the system can, the new folder takes the old one's place in one step. A place that cannot
be renamed (a mount point, a folder that Windows holds open, another disk) is brought up to date
file by file (`engine/patch.py`). Beside a site are only folders of these names, and only those
that we made are ever removed: `.site.building` (the new one), `.site.retired` (the old one, for
the moment between two renames), `.site.old` (being removed), each also with a number.
"""

from __future__ import annotations

import ctypes
import errno
import hashlib
import os
import re
import shutil
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock, Timeout

from generator.durable import sync, sync_tree
from generator.engine.patch import bring_up_to_date, clear_staged
from generator.model.manifest import MARKER, Manifest, is_ours, write_manifest

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_ATTEMPTS = 5


class BusyError(Exception):
    """Raised when another build of the same site is running."""


@dataclass
class Stage:
    """A folder to build in; `leftovers` are folders of ours that could not be removed after all.

    `synced` are the addresses of files in it that are on the disk already.
    """

    folder: Path
    leftovers: list[Path] = field(default_factory=list)
    synced: Collection[str] = ()


@contextmanager
def staging(target: Path, *, workplace: Path) -> Iterator[Stage]:
    """Give a folder to build in; on success what is in it takes `target`'s place.

    `workplace` is a folder for locks, and for the new site where there is no room beside the
    old one. When the block raises, or the process dies in it, `target` stays as it was; what a
    killed build left behind is removed by the next one. What cannot be removed stops nothing: it
    is told in `leftovers`, which is complete when the block is left.
    Raises `BusyError` while another process holds the same target, `PartlyError` where a place
    that cannot be renamed was changed in part, `OSError` where nothing can be written.
    """
    target = target.resolve()
    if target.exists() and not target.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(target))
    own = workplace / hashlib.sha256(os.fsencode(target)).hexdigest()[:12]
    lock = _locked(own)
    try:
        retired = target.with_name(f".{target.name}.retired")
        _recover(target, retired)
        clear_staged(target)
        _remove_leftovers(target, own)
        building = _unused(_place_for(target, own))
        stage = Stage(building)
        try:
            building.mkdir(parents=True)
            write_manifest(building, Manifest({}))  # so that the next build knows it as ours
            yield stage
            sync_tree(building, but=stage.synced)
            _take_place(building, target, retired)
            sync(target.parent)  # before the old site is removed
        finally:
            stage.leftovers += _remove_leftovers(target, own)
    finally:
        lock.release()


def _locked(own: Path) -> FileLock:
    """Take the lock in our folder, which somebody may delete at any moment: then once more."""
    lock = FileLock(own / "lock", timeout=0)
    for attempt in range(_ATTEMPTS):
        try:
            own.mkdir(parents=True, exist_ok=True)
            lock.acquire()
        except Timeout as error:
            raise BusyError from error
        except FileNotFoundError:
            if attempt == _ATTEMPTS - 1:
                raise
        else:
            break
    return lock


def _place_for(target: Path, own: Path) -> Path:
    """Give where to build: beside the target if it can be renamed, else in our own folder."""
    beside = target.with_name(f".{target.name}.building")
    if os.path.ismount(target) or (
        target.parent.exists() and not os.access(target.parent, os.W_OK)
    ):
        return own / beside.name
    return beside


def _unused(path: Path) -> Path:
    """Give the path, or one with a number where something stands that we could not remove."""
    number, unused = 1, path
    while os.path.lexists(unused):
        number += 1
        unused = path.with_name(f"{path.name}-{number}")
    return unused


def _recover(target: Path, retired: Path) -> None:
    """Bring back the old site where a build died between two renames."""
    if retired.is_dir() and not target.exists() and is_ours(retired):
        retired.rename(target)


def _remove_leftovers(target: Path, own: Path) -> list[Path]:
    """Remove what builds left beside the site; gives what could not be removed."""
    form = re.compile(rf"\.{re.escape(target.name)}\.(building|retired|old)(-\d+)?")
    places = [place for place in (target.parent, own) if place.is_dir()]
    found = [path for place in places for path in _listed(place) if form.fullmatch(path.name)]
    return [path for path in map(_removed, found) if path is not None]


def _listed(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _removed(folder: Path) -> Path | None:
    """Remove a folder if we made it; gives what is left of it, `None` where it is not our matter.

    It gets a name of its own first, so that a part of a site is never taken for one. The marker
    goes last, so that what is left is known as ours.
    """
    try:
        if folder.is_symlink() or not is_ours(folder):
            return None
    except OSError:  # a file, or a folder that we may not look into
        return None
    if ".old" not in folder.suffix:
        name = f"{folder.name.rpartition('.')[0]}.old"
        try:
            folder = folder.rename(_unused(folder.with_name(name)))
        except OSError:
            return folder
    try:
        for path in folder.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            elif path.name != MARKER:
                path.unlink()
        if {path.name for path in folder.iterdir()} - {MARKER}:
            return folder
        (folder / MARKER).unlink(missing_ok=True)
        folder.rmdir()
    except OSError:
        return folder
    return None


def _take_place(building: Path, target: Path, retired: Path) -> None:
    ways: tuple[Callable[[], None], ...] = (
        lambda: _exchange(building, target),
        lambda: _rename(building, target, retired),
    )
    if os.path.ismount(target):
        ways = ()
    for way in ways:
        try:
            way()
        except OSError:
            continue
        return
    bring_up_to_date(building, target)


def _exchange(first: Path, second: Path) -> None:
    """Swap two folders in one step (Linux renameat2); raises `OSError` where that can't be done."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError) as error:  # other systems
        raise OSError("no renameat2") from error
    if renameat2(_AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second), _RENAME_EXCHANGE):
        raise OSError(ctypes.get_errno(), "renameat2")


def _rename(building: Path, target: Path, retired: Path) -> None:
    if target.exists():
        target.rename(retired)
    try:
        building.rename(target)
    except OSError:
        _recover(target, retired)
        raise
