"""A disk that forgets on a power cut all that was not synced: told by watching what is synced.

It is asked at each rename, which a disk may write first, whether all that came into its place by
it would be there; and at each removal, whether what took the place of the removed thing would.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.engine import swap

Key = tuple[int, int]
_GOING = ".old"
"""What is being removed has this in its name: nobody relies on it."""


class Disk:
    """What of the files below a folder would be there after a power cut, and what would not."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        """Watch a folder in which, at first, all has long been on the disk."""
        self.renames: list[Path] = []
        self.removals = 0
        self.torn: list[str] = []
        self._folder = folder
        self._safe: dict[Key, str] = {}
        for path in (folder, *folder.rglob("*")):
            self._keep(path)
        self._watch(patch)

    def lost(self, path: Path) -> list[str]:
        """Give the files and folders below a path that would not be as they are."""
        below = [path, *(each for each in path.rglob("*") if not each.is_symlink())]
        return [str(each) for each in below if self._safe.get(_key(each)) != _state(each)]

    def would_have(self, path: Path) -> bool:
        """Tell whether a file would be there after a power cut, whole and with its name."""
        between = [each for each in path.parents if each.is_relative_to(self._folder)]
        named = all(_name(each) in self._names(each.parent) for each in (path, *between[:-1]))
        return named and self._safe.get(_key(path)) == _state(path)

    def _watch(self, patch: pytest.MonkeyPatch) -> None:
        fsync, unlink, exchange = os.fsync, os.unlink, swap._exchange

        def synced(opened: int) -> None:
            fsync(opened)
            self._keep(Path(f"/proc/self/fd/{opened}").resolve())

        def renaming(rename: Callable[..., None]) -> Callable[..., None]:
            def renamed(old: Path, new: Path, **options: Any) -> None:
                rename(old, new, **options)
                if Path(new).is_relative_to(self._folder) and _GOING not in Path(new).name:
                    self._renamed(Path(new))

            return renamed

        def exchanged(first: Path, second: Path) -> None:
            exchange(first, second)
            self._renamed(second)

        def unlinked(path: Any, **options: Any) -> None:
            self._removing()
            unlink(path, **options)

        patch.setattr(os, "fsync", synced)
        patch.setattr(os, "rename", renaming(os.rename))
        patch.setattr(os, "replace", renaming(os.replace))
        patch.setattr(os, "unlink", unlinked)
        patch.setattr(swap, "_exchange", exchanged)

    def _renamed(self, place: Path) -> None:
        self.renames.append(place)
        whole = place.resolve()  # where it is a link, what it leads to
        if place.is_symlink() and _name(whole) not in self._names(whole.parent):
            self.torn.append(f"the name of {whole}, to which {place} leads")
        self.torn += self.lost(whole)

    def _removing(self) -> None:
        """Look whether the last that was renamed would still have its name."""
        self.removals += 1
        last = self.renames[-1] if self.renames else None
        if last and os.path.lexists(last) and _name(last) not in self._names(last.parent):
            self.torn.append(f"the name of {last} when something is removed")

    def _names(self, folder: Path) -> list[str]:
        return self._safe.get(_key(folder), "").split("/")

    def _keep(self, path: Path) -> None:
        if path.is_dir() or path.is_file():
            self._safe[_key(path)] = _state(path)


def _key(path: Path) -> Key:
    about = path.stat()
    return about.st_dev, about.st_ino


def _state(path: Path) -> str:
    """Say what a file holds, or which names, each with its thing, are in a folder."""
    if stat.S_ISDIR(path.stat().st_mode):
        return "/".join(sorted(map(_name, path.iterdir())))
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _name(path: Path) -> str:
    return f"{path.name} {path.lstat().st_ino}"
