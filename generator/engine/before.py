"""The site as it was before this build: what need not be made or written again.

A file of it counts as whole where it is what the last build wrote: by its size and time where
that build noted them, else by its content.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from generator.model.manifest import Manifest, digest_of, files_in, read_manifest
from generator.store import Store

_Seen = Mapping[str, tuple[int, int, str]]
"""By address: size, time in nanoseconds, SHA-256."""
_STAGE = "site"


class Before:
    """The old site in a folder, if one of ours is there; nobody changes it meanwhile."""

    def __init__(self, folder: Path, seen: _Seen, manifest: Manifest | None = None) -> None:
        """Take the folder, what is noted of its files, and what is in it."""
        self.folder = folder
        self.manifest = manifest
        self._seen = seen
        self._digests: dict[str, str] = {}
        self._folders: set[Path] = set()
        self.linked: dict[str, str] = {}
        """What the new site has of the old one, with its SHA-256."""

    def digest(self, name: str) -> str:
        """Give the SHA-256 of a file as it stands in the old site; raises `OSError`."""
        if name not in self._digests:
            path = self.folder / name
            size, time, digest = self._seen.get(name, (-1, 0, ""))
            state = path.lstat()
            same = (state.st_size, state.st_mtime_ns) == (size, time)
            self._digests[name] = digest if same else digest_of(path)
        return self._digests[name]

    def has(self, name: str, digest: str) -> bool:
        """Tell whether the old site has a file of ours with this address and content."""
        files = self.manifest.files if self.manifest else None
        if files is None or files.get(name) != digest:
            return False
        try:
            return self.digest(name) == digest and not (self.folder / name).is_symlink()
        except OSError:
            return False

    def take(self, name: str, new: Path) -> None:
        """Put the file with this address into the `new` site; raises `OSError`."""
        source, place = self.folder / name, new / name
        if place.parent not in self._folders:
            place.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(place.parent)
        try:
            os.link(source, place, follow_symlinks=False)
        except (OSError, NotImplementedError):  # a file system without such links
            shutil.copy2(source, place, follow_symlinks=False)
        self.linked[name] = self.digest(name)

    def followed_by(self, new: Path) -> Before:
        """Give the `new` site as the one before the next, which is ours alone; raises `OSError`."""
        made = {name: self.linked.get(name) or digest_of(new / name) for name in files_in(new)}
        return Before(new, _seen_in(new, made), Manifest(made))


def before(folder: Path, store: Store) -> Before:
    """Give the site that stands in a folder, with what the build that made it has noted."""
    manifest = read_manifest(folder) if folder.is_dir() else None
    return Before(folder, store.known(_STAGE, _name(folder)) or {}, manifest)


def note(folder: Path, new: Path, made: Mapping[str, str], store: Store) -> list[int]:
    """Note the files of the `new` site that will stand in a folder, and give their sizes in bytes.

    `made` has the SHA-256 of each by its address.
    """
    seen = _seen_in(new, made)
    store.keep(_STAGE, _name(folder), seen)
    return [size for size, _, _ in seen.values()]


def _seen_in(folder: Path, made: Mapping[str, str]) -> _Seen:
    seen = {}
    for name, digest in made.items():
        state = os.lstat(folder / name)
        seen[name] = (state.st_size, state.st_mtime_ns, digest)
    return seen


def _name(folder: Path) -> bytes:
    return os.fsencode(folder.resolve())
