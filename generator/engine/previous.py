"""What a new site takes over from the one before it.

Files that did not change keep their times, so that caches and rsync see only what changed.
Stylesheets and scripts, which their content names, stay for some days after the last page that
uses them, so that a page kept by a cache still has its looks. What says something never stays:
what is no longer live is gone from the site at once, also from the search index.

Nothing of somebody else's is lost: a file that was put into the site by hand stays in it; one
that a new file would replace, or a made file that was changed by hand, is set aside.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path, PurePosixPath

from generator.durable import sync, sync_tree
from generator.engine.before import Before
from generator.model.manifest import (
    Manifest,
    digest_of,
    files_in,
    is_stamped,
    write_manifest,
)
from generator.model.wording import some_of

KEPT = timedelta(days=7)


@dataclass(frozen=True)
class TakenOver:
    """What was found in the old site: files put there by hand that stay, and those set aside.

    `aside` is the folder into which the latter were copied; `made` has all files that we made
    with their SHA-256.
    """

    own: tuple[str, ...]
    replaced: tuple[str, ...]
    aside: Path
    made: Mapping[str, str]

    def notes(self) -> Iterator[str]:
        """Say in Chinese what became of files that we did not make."""
        if self.own:
            yield f"网站文件夹里有手放进来的文件，原样留着：{some_of(self.own)}"
        if self.replaced:
            yield (
                f"网站文件夹里有手改过的文件，网站用新生成的；"
                f"改过的存到了 {self.aside}：{some_of(self.replaced)}"
            )


def take_over(new: Path, old: Before, *, day: date, aside: Path) -> TakenOver:
    """Give the site in the folder `new` what it keeps of the `old` one, if there is one.

    `day` is the day of the build: it is noted as the day on which a stamped file was retired.
    `aside` is where changed files go, into a numbered folder. Writes the manifest of the new site.
    Raises `OSError` where a file cannot be read or written.
    """
    made = {name: old.linked.get(name) or digest_of(new / name) for name in files_in(new)}
    succession = _Succession(new, old, day, _unused(aside), made)
    if old.manifest is not None:
        for name in sorted(files_in(old.folder)):
            succession.look_at(name, old.manifest)
    for folder in _empty_folders(old.folder) if old.manifest is not None else ():
        if not (new / folder).exists():
            (new / folder).mkdir(parents=True)
    _set_modes(new, old.folder, succession)
    if succession.replaced:
        sync_tree(succession.aside)
        for folder in (aside, aside.parent):
            sync(folder)
    write_manifest(new, Manifest(succession.made, succession.own, succession.retired))
    return TakenOver(
        tuple(succession.own), tuple(succession.replaced), succession.aside, succession.made
    )


@dataclass
class _Succession:
    """One site following another: what is decided about each file of the old one."""

    new: Path
    old: Before
    day: date
    aside: Path
    made: dict[str, str]
    own: dict[str, str] = field(default_factory=dict)
    replaced: list[str] = field(default_factory=list)
    retired: dict[str, date] = field(default_factory=dict)

    def look_at(self, name: str, before: Manifest) -> None:
        if name in self.old.linked:
            return
        source, place = self.old.folder / name, self.new / name
        digest = _digest(self.old, name, needed=not before.knows(name))
        if self.made.get(name) == digest:
            _keep_time(place, source)
        elif before.knows(name):
            whole = before.files is None or before.files[name] == digest
            if not whole and digest is not None and not before.changing:
                self._set_aside(name)
            elif whole and is_stamped(name) and name not in self.made:
                self._retire(name, before.retired.get(name, self.day))
        elif _has_room(place, self.new):
            _link(source, place)
            self.own[name] = str(digest)
        else:
            self._set_aside(name)

    def _retire(self, name: str, since: date) -> None:
        if abs(self.day - since) <= KEPT:
            _copy(self.old.folder / name, self.new / name)
            self.retired[name] = since
            self.made[name] = digest_of(self.new / name)

    def _set_aside(self, name: str) -> None:
        _copy(self.old.folder / name, self.aside / name)
        self.replaced.append(name)


def _digest(old: Before, name: str, *, needed: bool) -> str | None:
    """Give a file's digest; `None` for what we made and may no longer read."""
    try:
        return old.digest(name)
    except PermissionError:
        if needed:
            raise
        return None


def _keep_time(new: Path, old: Path) -> None:
    before = old.stat()
    os.utime(new, ns=(before.st_atime_ns, before.st_mtime_ns))


def _has_room(place: Path, new: Path) -> bool:
    """Tell whether nothing of the new site stands at a place or in the way to it."""
    between = [parent for parent in place.parents if parent.is_relative_to(new)]
    return not os.path.lexists(place) and all(
        parent.is_dir() or not parent.exists() for parent in between
    )


def _link(source: Path, place: Path) -> None:
    """Put the same file at another place; copied where the file system has no such links."""
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, place, follow_symlinks=False)
    except (OSError, NotImplementedError):
        _copy(source, place)


def _copy(source: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(source, place, follow_symlinks=False)


def _empty_folders(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        if not folders and not names and Path(place) != folder:
            yield Path(place).relative_to(folder)


def _unused(aside: Path) -> Path:
    number = 1
    while (aside / str(number)).exists():
        number += 1
    return aside / str(number)


def _set_modes(new: Path, old: Path, succession: _Succession) -> None:
    """Let everybody read what we made, whatever the umask: a web server is somebody else.

    Folders that are not ours keep the mode that they have.
    """
    ours = _parents(succession.made)
    for folder in ours:
        (new / folder).chmod(0o755)
    for name in succession.made:
        (new / name).chmod(0o644)
    for folder in _parents(succession.own) - ours:
        shutil.copymode(old / folder, new / folder)


def _parents(names: Iterable[str]) -> set[PurePosixPath]:
    return {parent for name in names for parent in PurePosixPath(name).parents}
