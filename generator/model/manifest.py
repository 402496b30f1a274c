"""The manifest of a built site: which files we made, with their digests, and so what is not ours.

It stands in the site as `.pingan-site.json`, which also says that the folder is ours and may be
made anew. The same site has the same manifest, byte for byte.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

MARKER = ".pingan-site.json"
SIGNATURE = f"{MARKER}.sig"
_WRITTEN = f"{MARKER}.new"
_ABOUT = "这个文件夹由平安站生成，生成的文件每次都会换掉；放进来的别的文件会原样留着。"
_MAKER = "由平安站生成"
_ODD_NAMES = "surrogateescape"
_STAMPED = re.compile(
    r"(css|js)/.+\.([0-9a-f]{10})\.(css|js)|assets/stylesheets/.+\.[0-9a-f]+\.min\.css"
)

_PLAIN = re.compile(r"[a-z0-9-]+([/.][a-z0-9-]+)*")
"""Addresses that lead out of no folder on any system, as most of ours are."""
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Manifest:
    """What is in a site: `files` by address with their SHA-256, `None` where an older one ran.

    `own` are files that somebody put there by hand and that every build keeps; `retired` are
    stamped files of an older site, with the day since which no page uses them. While a site is
    brought up to date file by file it is `changing`: the files are those of both sites.
    """

    files: Mapping[str, str] | None
    own: Mapping[str, str] = field(default_factory=dict)
    retired: Mapping[str, date] = field(default_factory=dict)
    changing: bool = False

    @property
    def digests(self) -> dict[str, str]:
        """What should be in the site, made by us or put there by hand, with its SHA-256."""
        return {**(self.files or {}), **self.own}

    def knows(self, name: str) -> bool:
        """Tell whether the file with this address was made by us."""
        return self.files is None or name in self.files


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest of the site in `folder`, all at once; raises `OSError`."""
    text = json.dumps(
        {
            "about": _ABOUT,
            **({"changing": True} if manifest.changing else {}),
            **({} if manifest.files is None else {"files": dict(manifest.files)}),
            "own": dict(manifest.own),
            "retired": {name: day.isoformat() for name, day in manifest.retired.items()},
        },
        ensure_ascii=False,
        indent=1,
        sort_keys=True,
    )
    written = folder / _WRITTEN
    try:
        with written.open("w", encoding="utf-8", errors=_ODD_NAMES, newline="\n") as file:
            file.write(text + "\n")
            file.flush()
            os.fsync(file.fileno())
        written.chmod(0o644)
        written.replace(folder / MARKER)
    except OSError:
        written.unlink(missing_ok=True)
        raise


def read_manifest(folder: Path) -> Manifest | None:
    """Read the manifest of the site in `folder`; `None` where none of our form is there."""
    try:
        known = json.loads((folder / MARKER).read_text(encoding="utf-8", errors=_ODD_NAMES))
        if _MAKER not in known["about"]:
            return None
        retired = {name: date.fromisoformat(day) for name, day in known["retired"].items()}
        files = _addresses(known["files"]) if "files" in known else None
        own = _addresses(known.get("own", {}))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return Manifest(files, own, retired, changing=known.get("changing") is True)


def _addresses(written: Any) -> dict[str, str]:
    """Give addresses with digests; raises `ValueError` for one that leads out of the folder."""
    for name, digest in written.items():
        if not _PLAIN.fullmatch(name):
            path = Path(name)
            if not path.parts or ".." in path.parts or path.drive or path.root or "\0" in name:
                raise ValueError(name)
        if not _DIGEST.fullmatch(digest):
            raise ValueError(digest)
    return dict(written)


def is_ours(folder: Path) -> bool:
    """Tell whether nothing is lost with a folder: it is empty, or a site that we made."""
    names = {path.name for path in folder.iterdir()}
    return names <= {MARKER, _WRITTEN} or read_manifest(folder) is not None


def files_in(folder: Path) -> Iterator[str]:
    """Give the addresses of all that is in a site and is no folder; links are not followed.

    The manifest and its signature are left out.
    """
    for place, folders, names in os.walk(folder):
        links = [name for name in folders if Path(place, name).is_symlink()]
        below = Path(place).relative_to(folder).as_posix()
        for name in (*names, *links):
            address = name if below == "." else f"{below}/{name}"
            if address not in {MARKER, SIGNATURE, _WRITTEN}:
                yield address


def digest_of(path: Path) -> str:
    """Give the SHA-256 of a file, of a link what it says; raises `OSError`."""
    if path.is_symlink():
        return hashlib.sha256(b"link " + os.fsencode(path.readlink())).hexdigest()
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_stamped(name: str) -> bool:
    """Tell whether an address names a stylesheet or a script by its content."""
    return _STAMPED.fullmatch(name) is not None


def stamp_in(name: str) -> str | None:
    """Give the stamp that our own stylesheets and scripts bear in their names."""
    found = _STAMPED.fullmatch(name)
    return found[2] if found else None
