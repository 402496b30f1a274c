"""Seconds and bytes a page for sites of 1,000 and 3,000 pages, and for the real one.

    python -m benchmarks.build_time

The larger sites have work items put together from the real sentences. Downloads are made
beforehand, so what is measured is reading, checking, pages, search index and MkDocs.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.large import large_project
from generator.cli import main as pingan

DAY = "2026-11-24"


def main() -> None:
    """Print the table."""
    table = Table(title="生成用时", title_justify="left")
    for name in ("页数", "检查（秒）", "生成（秒）", "一条页面（KB）"):
        table.add_column(name, justify="right")
    with tempfile.TemporaryDirectory() as temporary:
        for pages in (0, 1000, 3000):
            project = large_project(Path(temporary) / str(pages), pages)
            pingan(["build", "--root", str(project), "--as-of", DAY])
            checked = _seconds(["check", "--root", str(project), "--as-of", DAY])
            built = _seconds(["build", "--root", str(project), "--as-of", DAY])
            count = sum(1 for _ in (project / "site").rglob("*.html"))
            size = (project / "site/work/2023/02.html").stat().st_size / 1000
            table.add_row(str(count), f"{checked:.1f}", f"{built:.1f}", f"{size:.0f}")
    Console().print(table)


def _seconds(arguments: list[str]) -> float:
    started = time.perf_counter()
    assert pingan(arguments) == 0
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
