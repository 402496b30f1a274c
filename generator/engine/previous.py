"""What a new site takes over from the one before it.

Files that did not change keep their times, so that caches and rsync see only what changed. Files
that a content names (stylesheets, scripts, the search index) stay for some days after the last
page that uses them, so that a page left open, or kept by a cache, still works.
"""

from __future__ import annotations

import filecmp
import json
import os
import re
import shutil
from datetime import date, timedelta
from pathlib import Path

MARKER = ".pingan-site.json"
KEPT = timedelta(days=7)
_STAMPED = re.compile(
    r"search/[0-9a-f]{10}/.+|(css|js)/.+\.[0-9a-f]{10}\.(css|js)"
    r"|assets/stylesheets/.+\.[0-9a-f]+\.min\.css"
)
_ABOUT = "这个文件夹由平安站生成，每次生成都会整个换掉，不要把别的文件放在这里。"


def take_over(new: Path, old: Path, *, day: date) -> None:
    """Give the site in the folder `new` what it keeps of the site in the folder `old`.

    `day` is the day of the build: it is noted as the day on which a stamped file was retired.
    Writes the marker file that says that the folder is ours.
    """
    names = _names(old) if old.is_dir() else set()
    kept_since = _retired(old)
    retired: dict[str, str] = {}
    for name in sorted(names):
        source, place = old / name, new / name
        if place.is_file():
            _keep_time(place, source)
        elif _STAMPED.fullmatch(name):
            since = kept_since.get(name, day)
            if abs(day - since) <= KEPT:
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(source, place)
                retired[name] = since.isoformat()
    marker = {"about": _ABOUT, "retired": retired}
    text = json.dumps(marker, ensure_ascii=False, indent=1, sort_keys=True)
    (new / MARKER).write_text(text + "\n", encoding="utf-8")


def _names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def _keep_time(new: Path, old: Path) -> None:
    if filecmp.cmp(new, old, shallow=False):
        before = old.stat()
        os.utime(new, ns=(before.st_atime_ns, before.st_mtime_ns))


def _retired(old: Path) -> dict[str, date]:
    """Read the marker of the old site; a damaged one says nothing."""
    try:
        retired = json.loads((old / MARKER).read_text(encoding="utf-8"))["retired"]
        return {name: date.fromisoformat(since) for name, since in retired.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
