"""Releases in a folder of this machine: each whole, and one of them, by a link, the current one.

The link is replaced in one step, so a reader has the old site or the new one. Every release has
the stylesheets and scripts of the others too, so that a page that a reader already has finds its
own, also when the release has changed in between, forward or back.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from generator.durable import sync, sync_tree
from generator.model.manifest import (
    MARKER,
    SIGNATURE,
    digest_of,
    files_in,
    is_stamped,
    read_manifest,
)
from generator.publish.compressed import add_twins, original_of
from generator.publish.history import (
    CURRENT,
    NAME,
    RELEASES,
    STATE,
    History,
    PublishError,
    read_history,
    release_in,
)
from generator.publish.verify import difference, is_older, whole_site

_LOCK = ".pingan-lock"
_NEW = ".new"
_OLD = ".old"
_FIRST = {_LOCK, f"{STATE}.new"}


@dataclass(frozen=True)
class Published:
    """What came online: its name, how many files are new, and old ones that could not be removed.

    `name` is `None` where the same site was online already.
    """

    name: str | None
    copied: int = 0
    leftovers: tuple[Path, ...] = ()


def publish(site: Path, folder: Path, store: Path, *, keep: int) -> Published:
    """Put a site out as a new release in `folder`, and make it the current one.

    `site` must be what its manifest says; text that was packed is kept in `store`. Raises
    `PublishError`, or `OSError` where it cannot be written: then what is online has not changed.
    """
    folder = folder.resolve()
    if folder.is_relative_to(site.resolve()):
        raise PublishError("发布的文件夹不能在网站里面。")
    digest = whole_site(site)
    with _open(folder) as (past, current):
        there = _names(folder)
        before = folder / RELEASES / current if current in there else None
        if before is not None and _is_same(site, before):
            return Published(None)
        history = past.followed_by(digest, there)
        name = history.names[-1]
        new = _unused(folder / RELEASES / _NEW)
        try:
            copied = _copy_site(site, new, before)
            _add_older(new, folder, there)
            add_twins(new, new, store, before=before)
            sync_tree(new)
            new.rename(folder / RELEASES / name)
        except BaseException:
            shutil.rmtree(new, ignore_errors=True)
            raise
        _switch(folder, name)
        _write_state(folder, history)
        superfluous = history.superfluous(there, keep=keep)
        return Published(name, copied, tuple(_removed(folder, superfluous)))


def roll_back(folder: Path, store: Path) -> str:
    """Make the release before the current one the current one; gives its name.

    What it lacks of the others is packed with the help of `store`. Raises `PublishError` where
    there is none, `OSError`.
    """
    folder = folder.resolve()
    if not (folder / STATE).is_file():
        raise PublishError(f"{folder} 里还没有发布过。")
    with _open(folder) as (past, _):
        there = _names(folder)
        history = past.back(there)
        name = history.names[-1]
        release = folder / RELEASES / name
        _add_older(release, folder, there)
        add_twins(release, release, store)
        sync_tree(release)
        _switch(folder, name)
        _write_state(folder, history)
        return name


@contextmanager
def _open(folder: Path) -> Iterator[tuple[History, str | None]]:
    """Take hold of a folder of releases; gives its history and the name of the current one."""
    _make(folder)
    state = folder / STATE
    if not state.exists() and {path.name for path in folder.iterdir()} - _FIRST:
        raise PublishError(f"{folder} 里有别的东西。换一个空的或还没有的文件夹。")
    lock = FileLock(folder / _LOCK, timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise PublishError("另一个发布正在进行，请等它结束再试。") from error
    try:
        if not state.exists():
            _write_state(folder, History())
        history = read_history(state.read_text(encoding="utf-8", errors="replace"))
        if history is None:
            raise PublishError(f"{state} 不是平安站写的。换一个文件夹。")
        _make(folder / RELEASES)
        current = _current(folder)
        yield history.at(current), current
    finally:
        lock.release()


def _current(folder: Path) -> str | None:
    link = folder / CURRENT
    if not os.path.lexists(link):
        return None
    name = release_in(os.fspath(link.readlink())) if link.is_symlink() else None
    if name is None:
        raise PublishError(f"{link} 不是平安站建的链接，不动它。先把它改名。")
    return name


def _is_same(site: Path, release: Path) -> bool:
    """Tell whether a release is whole and has the manifest and the signature of a site."""
    both = [(site / name, release / name) for name in (MARKER, SIGNATURE)]
    same = all(
        first.is_file() == second.is_file()
        and (not first.is_file() or first.read_bytes() == second.read_bytes())
        for first, second in both
    )
    return same and difference(release).is_none


def _names(folder: Path) -> list[str]:
    """Give the names of the releases that we made."""
    paths = sorted((folder / RELEASES).iterdir())
    return [path.name for path in paths if NAME.fullmatch(path.name) and read_manifest(path)]


def _unused(path: Path) -> Path:
    """Give the path, emptied of what a killed publishing left, or one beside it."""
    number, unused = 1, path
    while os.path.lexists(unused):
        shutil.rmtree(unused, ignore_errors=True)
        if not os.path.lexists(unused):
            break
        number += 1
        unused = path.with_name(f"{path.name}-{number}")
    return unused


def _copy_site(site: Path, new: Path, before: Path | None) -> int:
    """Copy a site; what the release before has too is the same file. Gives how many are not.

    Raises `PublishError` where the copy is not what the manifest says.
    """
    known = read_manifest(before) if before else None
    had = known.digests if known else {}
    wanted = read_manifest(site)
    assert wanted is not None
    digests = wanted.digests
    _make(new)
    copied = 0
    for name in (*files_in(site), MARKER, SIGNATURE):
        is_twin = name not in digests and original_of(name) is not None
        if is_twin or not os.path.lexists(site / name):
            continue
        same = name in digests and had.get(name) == digests[name]
        if not (before and same and _linked(before / name, new / name)):
            _copy(site / name, new / name)
            copied += name in digests
    found = difference(new)
    if found.changed:  # as the release before was changed by somebody
        for name in found.changed:
            (new / name).unlink()
            _copy(site / name, new / name)
        found = difference(new)
    if not found.is_none:
        raise PublishError("复制出来的和清单对不上，没有发布；再试一次。")
    return copied


def _add_older(release: Path, folder: Path, names: list[str]) -> None:
    """Give a release the stylesheets and scripts that only other releases have."""
    for other in (folder / RELEASES / name for name in names):
        for name in filter(is_stamped, files_in(other)):
            source, place = other / name, release / name
            if os.path.lexists(place) or not is_older(name, digest_of(source)):
                continue
            if not _linked(source, place):
                _copy(source, place)


def _linked(source: Path, place: Path) -> bool:
    if source.is_symlink():
        return False
    _make(place.parent)
    try:
        os.link(source, place)
    except OSError:
        return False
    return True


def _copy(source: Path, place: Path) -> None:
    _make(place.parent)
    shutil.copy2(source, place, follow_symlinks=False)


def _make(folder: Path) -> None:
    """Make a folder that a web server may read, whatever the umask."""
    for each in reversed((folder, *folder.parents)):
        if not each.exists():
            each.mkdir()
            each.chmod(0o755)


def _switch(folder: Path, name: str) -> None:
    written = folder / f".{CURRENT}.new"
    sync(folder / RELEASES)
    try:
        written.unlink(missing_ok=True)
        written.symlink_to(f"{RELEASES}/{name}", target_is_directory=True)
        written.replace(folder / CURRENT)
    except (OSError, NotImplementedError) as error:
        raise PublishError(
            f"新版本已放在 {folder / RELEASES / name}，但 {CURRENT} 换不过去，网上还是原来的。"
            "这里建不了链接：Windows 上先打开“开发者模式”，或让网页服务器直接用那个文件夹。"
        ) from error


def _write_state(folder: Path, history: History) -> None:
    written = folder / f"{STATE}.new"
    written.write_text(history.text(), encoding="utf-8", newline="\n")
    sync(written)
    written.replace(folder / STATE)
    sync(folder)  # before an older release is removed


def _removed(folder: Path, names: list[str]) -> Iterator[Path]:
    """Remove releases; gives those of which something is left.

    Each gets another name first, so that one that is half removed is never taken for a release,
    nor for somebody else's folder: the next publishing removes the rest.
    """
    going = _unused(folder / RELEASES / _OLD)
    for path in (folder / RELEASES / name for name in names):
        try:
            path.rename(going)
        except OSError:
            yield path
            continue
        shutil.rmtree(going, ignore_errors=True)
        if going.exists():
            yield going
            going = _unused(going)
