"""Putting a finished site into its place, so that readers see the old one or the new one.

Where the system can, the new folder takes the old one's place in one step. A place that cannot
be renamed (a mount point, a folder that Windows holds open, another disk) is brought up to date
file by file: what pages need comes first, then the pages, and last goes what is no longer there.
"""

from __future__ import annotations

import ctypes
import filecmp
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class BusyError(Exception):
    """Raised when another build of the same site is running."""


@contextmanager
def staging(target: Path, *, workplace: Path) -> Iterator[Path]:
    """Give an empty folder; on success what is in it takes `target`'s place.

    `workplace` is a folder for locks, and for the new site where there is no room beside the
    old one. When the block raises, or the process dies in it, `target` stays as it was; what a
    killed build left behind is removed by the next one.
    Raises `BusyError` while another process holds the same target, `OSError` where nothing can
    be written.
    """
    target = target.resolve()
    own = workplace / hashlib.sha256(os.fsencode(target)).hexdigest()[:12]
    own.mkdir(parents=True, exist_ok=True)
    lock = FileLock(own / "lock", timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise BusyError from error
    try:
        building = _place_for(target, own)
        retired = target.with_name(f".{target.name}.retired")
        _recover(target, retired)
        _remove(building)
        building.mkdir(parents=True)
        try:
            yield building
            _take_place(building, target, retired)
        finally:
            _remove(building)
            _remove(retired)
    finally:
        lock.release()


def _place_for(target: Path, own: Path) -> Path:
    """Give where to build: beside the target if it can be renamed, else in our own folder."""
    if target.is_mount() or (target.parent.exists() and not os.access(target.parent, os.W_OK)):
        return own / "building"
    return target.with_name(f".{target.name}.building")


def _recover(target: Path, retired: Path) -> None:
    """Bring back the old site where a build died between two renames."""
    if retired.exists() and not target.exists():
        retired.rename(target)


def _take_place(building: Path, target: Path, retired: Path) -> None:
    ways: tuple[Callable[[], None], ...] = (
        lambda: _exchange(building, target),
        lambda: _rename(building, target, retired),
    )
    if target.is_mount():
        ways = ()
    for way in ways:
        try:
            way()
        except OSError:
            continue
        return
    _bring_up_to_date(building, target)


def _exchange(first: Path, second: Path) -> None:
    """Swap two folders in one step (Linux renameat2); raises `OSError` where that can't be done."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError) as error:  # other systems
        raise OSError("no renameat2") from error
    if renameat2(
        _AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second), _RENAME_EXCHANGE
    ):
        raise OSError(ctypes.get_errno(), "renameat2")


def _rename(building: Path, target: Path, retired: Path) -> None:
    if target.exists():
        target.rename(retired)
    try:
        building.rename(target)
    except OSError:
        _recover(target, retired)
        raise


def _bring_up_to_date(building: Path, target: Path) -> None:
    """Make `target` the same as `building`, file by file, each renamed into its place."""
    target.mkdir(parents=True, exist_ok=True)
    new = [path.relative_to(building) for path in building.rglob("*") if path.is_file()]
    for name in sorted(new, key=lambda name: (name.suffix == ".html", str(name))):
        _put(building / name, target / name)
    wanted = set(new)
    for path in sorted(target.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(target) not in wanted:
            path.unlink()


def _put(source: Path, place: Path) -> None:
    if place.is_file() and filecmp.cmp(source, place, shallow=False):
        return
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    place.parent.mkdir(parents=True, exist_ok=True)
    written = place.with_name(f".{place.name}.new")
    try:
        shutil.copy2(source, written)
        written.replace(place)
    except OSError:
        written.unlink(missing_ok=True)
        raise


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
