"""Swapping a finished site into its place, so that readers see the old one or the new one."""

from __future__ import annotations

import ctypes
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class BusyError(Exception):
    """Raised when another build of the same site is running."""


@contextmanager
def staging(target: Path) -> Iterator[Path]:
    """Give an empty folder beside `target`; on success it takes `target`'s place.

    When the block raises, or the process dies in it, `target` stays as it was.
    What a killed build left behind is removed by the next one.
    Raises `BusyError` while another process holds the same target.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    building = target.with_name(f".{target.name}.building")
    with (target.with_name(f".{target.name}.lock")).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BusyError from error
        retired = target.with_name(f".{target.name}.retired")
        _recover(target, retired)
        _remove(building)
        building.mkdir()
        try:
            yield building
            _take_place(building, target, retired)
        finally:
            _remove(building)
            _remove(retired)


def _recover(target: Path, retired: Path) -> None:
    """Bring back the old site where a build died between two renames."""
    if retired.exists() and not target.exists():
        retired.rename(target)


def _take_place(building: Path, target: Path, retired: Path) -> None:
    if not target.exists():
        building.rename(target)
    elif not _exchange(building, target):
        target.rename(retired)
        building.rename(target)


def _exchange(first: Path, second: Path) -> bool:
    """Swap two folders in one step (Linux renameat2); False where that cannot be done."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    done = renameat2(
        _AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second), _RENAME_EXCHANGE
    )
    return bool(done == 0)


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
