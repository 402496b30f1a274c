"""Builds on a small disk with ever more room; run where mounting touches nobody else.

`python -m tests.faults.full_disk FOLDER LEVELS` mounts the disk over the folder, builds a county
on it once, then once at each level, and prints what it saw as JSON.
"""

from __future__ import annotations

import contextlib
import io
import json
import subprocess
import sys
from pathlib import Path

from generator.cli import main
from tests.conftest import DAY, copy_fixture_county
from tests.engine.test_output import tree

DISK = 24_000_000
NEEDED = 450_000
"""A little less than what a build writes after one word: the rest is taken from the old site."""


def build(county: Path) -> tuple[int, str]:
    words = io.StringIO()
    with contextlib.redirect_stderr(words), contextlib.redirect_stdout(words):
        code = main(["build", "--root", str(county), "--as-of", DAY])
    return code, words.getvalue()


def run(folder: Path, levels: int) -> dict[str, object]:
    options = ["-t", "tmpfs", "-o", f"size={DISK}", "none", str(folder)]
    subprocess.run(["mount", *options], check=True)
    county = copy_fixture_county(folder / "county")
    assert build(county)[0] == 0
    whole = tree(county)
    alert = county / "content/common/alerts/winter.yml"
    alert.write_text(alert.read_text("utf-8").replace("天冷取暖，", "天冷烤火，"), "utf-8")
    site = tree(county / "site")
    seen = []
    for level in range(levels):
        filler = folder / "filler"
        _leave(filler, NEEDED * level // levels)
        code, words = build(county)
        filler.unlink()
        beside = sorted(tree(county).keys() - whole.keys())
        seen.append((code, words, tree(county / "site") == site, beside))
    code, words = build(county)
    changed = "天冷烤火" in (county / "site/index.html").read_text(encoding="utf-8")
    return {"levels": seen, "after": (code, words, changed)}


def _leave(filler: Path, room: int) -> None:
    """Fill the disk but for some bytes."""
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while file.write(bytes(65_536)):
            pass
    with filler.open("r+b") as file:
        file.truncate(max(0, filler.stat().st_size - room))


if __name__ == "__main__":
    sys.stdout.write(json.dumps(run(Path(sys.argv[1]), int(sys.argv[2]))))
