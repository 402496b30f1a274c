"""Twins: text that is packed beforehand, so that a web server sends less and packs nothing itself.

Beside `index.html` stand `index.html.gz` and `index.html.br`. They are made when a site is put
out, are no part of what was built and not in its manifest; a twin is right where it unpacks to
its file.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import brotli

from generator import kept
from generator.model.manifest import files_in, read_manifest

_TEXT = {".html", ".css", ".js", ".json", ".xml", ".svg", ".txt", ".ics"}
_LEAST = 1024
"""Bytes of the smallest file that is packed: less goes out in one packet anyway."""
_AT_ONCE = 65_536
_OURS = re.compile(rf"[0-9a-f]{{40}}\.(?:gz|br)|{re.escape(kept.BESIDE)}\w+")


@dataclass(frozen=True)
class _Way:
    """How text is packed; two with the same `recipe` give the same bytes."""

    recipe: str
    pack: Callable[[bytes], bytes]


_WAYS = {
    ".gz": _Way(
        f"gzip 9, {zlib.ZLIB_RUNTIME_VERSION}", lambda text: gzip.compress(text, 9, mtime=0)
    ),
    ".br": _Way(f"brotli 11, {brotli.version}", lambda text: brotli.compress(text, quality=11)),
}


def original_of(name: str) -> str | None:
    """Give the address of the file whose twin a file with this address would be, if any's."""
    original, dot, ending = name.rpartition(".")
    is_twin = f"{dot}{ending}" in _WAYS and Path(original).suffix in _TEXT
    return original if is_twin else None


def unpacked_digest(twin: Path) -> str | None:
    """Give the SHA-256 of what a twin unpacks to; `None` where it does not, or is not there."""
    if twin.is_symlink():
        return None
    digest = hashlib.sha256()
    try:
        for part in _unpacked(twin):
            digest.update(part)
    except (OSError, EOFError, zlib.error, brotli.error):
        return None
    return digest.hexdigest()


def _unpacked(twin: Path) -> Iterator[bytes]:
    """Unpack a file in parts, since somebody may have put there what unpacks to no end of bytes."""
    if twin.suffix == ".gz":
        with gzip.open(twin) as file:
            while part := file.read(_AT_ONCE):
                yield part
        return
    whole = brotli.Decompressor()
    given = twin.read_bytes()
    while part := whole.process(given, output_buffer_limit=_AT_ONCE):
        given = b""
        yield part
    if not whole.is_finished():
        raise EOFError(twin)


def add_twins(site: Path, target: Path, store: Path, *, before: Path | None = None) -> None:
    """Put beside each text of a site, at the same place in `target`, its smaller twins.

    A right twin in `before`, the release before, becomes the same file; what was packed in the
    last two weeks is kept in `store`. A twin is as old as its file, and a web server answers
    alike for both that nothing has changed. Raises `OSError`.
    """
    manifest = read_manifest(site)
    taken = manifest.digests if manifest else {}

    def add(name: str) -> None:
        text = (site / name).read_bytes()
        digest = hashlib.sha256(text).hexdigest()
        time = (site / name).stat().st_mtime_ns
        for ending in _WAYS:
            twin = f"{name}{ending}"
            place = target / twin
            if twin in taken or unpacked_digest(place) == digest:
                continue
            place.parent.mkdir(parents=True, exist_ok=True)
            place.unlink(missing_ok=True)
            if before and _taken_over(before / twin, place, digest, time):
                continue
            packed = _packed(text, digest, ending, store)
            if packed:
                place.write_bytes(packed)
                place.chmod(0o644)
                os.utime(place, ns=(time, time))

    with ThreadPoolExecutor(os.cpu_count()) as threads:  # packing lets go of the interpreter
        for _ in threads.map(add, filter(lambda name: _is_worth_it(site, name), files_in(site))):
            pass
    kept.tidy(store, _OURS)


def _is_worth_it(site: Path, name: str) -> bool:
    path = site / name
    is_text = path.suffix in _TEXT and not path.is_symlink()
    return is_text and path.stat().st_size >= _LEAST


def _taken_over(twin: Path, place: Path, digest: str, time: int) -> bool:
    if unpacked_digest(twin) != digest or twin.stat().st_mtime_ns != time:
        return False
    try:
        os.link(twin, place)
    except OSError:
        return False
    return True


def _packed(text: bytes, digest: str, ending: str, store: Path) -> bytes:
    """Pack a text, or find it packed; nothing where that would be no smaller."""
    way = _WAYS[ending]
    path, question = store / f"{digest[:40]}{ending}", f"{way.recipe}: {digest}"
    packed = kept.read(path, answers=question)
    if packed is not None:
        with suppress(OSError):  # deleted meanwhile, or the administrator's
            os.utime(path)
        return packed
    packed = way.pack(text)
    if len(packed) >= len(text):
        packed = b""
    kept.write(path, packed, answers=question)
    return packed
