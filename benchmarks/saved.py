"""Seconds from a saved file until a real browser shows it.

    python -m benchmarks.saved [--pages 0 3000] [--saves 7]

`pingan serve` runs beside; a word of a situation is changed on the disk, as an editor saves it.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks.large import COUNTY, ROOT, large_project, say
from benchmarks.report import Figure, Report, table, verdicts
from tests.browser.chromium import chromium
from tests.machine import free_port

_SERVE = (sys.executable, "-m", "generator", "serve")
_PAGE = "situations/home-fire.html"
_READING_SECONDS = 8
"""An editor looks at the page before the next change; meanwhile the search follows."""
_PATIENCE = 120_000
_TARGETS = {0: 0.7, 3000: 1.5}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--pages", type=int, nargs="+", default=[*_TARGETS])
    parser.add_argument("--saves", type=int, default=7)
    options = parser.parse_args()
    report = saved(options.pages, options.saves)
    print("\n".join((*report.lines, "", *verdicts(report.figures))))


def saved(sizes: Iterable[int], saves: int) -> Report:
    """Save so many times at each size; 0 is the real county."""
    rows, figures = [], []
    with tempfile.TemporaryDirectory() as temporary:
        for pages in sizes:
            project = large_project(Path(temporary) / str(pages), pages)
            found = _saved(project, saves)
            print(f"存盘 {saves} 次：{found}", file=sys.stderr)
            middle = statistics.median(found)
            name = "本县" if pages <= COUNTY else f"约 {pages} 页"
            rows.append((name, *(f"{each:.2f}" for each in (middle, min(found), max(found)))))
            if pages in _TARGETS:
                figures.append(Figure(f"{name}，存盘到看见", middle, _TARGETS[pages]))
    names = ("", "秒（中位数）", "最快", "最慢")
    words = f"`pingan serve` 开着，改情景里的一个词，存盘，到浏览器里看见；各 {saves} 次。"
    return Report((words, "", *table(names, rows)), tuple(figures))


def _saved(project: Path, saves: int) -> list[float]:
    """Give the seconds until the browser showed each word that was saved."""
    found = []
    with _preview(project) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page()
        page.set_default_timeout(_PATIENCE)
        page.goto(f"{address}{_PAGE}")
        for number in range(saves):
            time.sleep(_READING_SECONDS)
            word = f"第{number}次存盘"
            started = time.perf_counter()
            say(project, word)
            page.get_by_text(word).first.wait_for()
            found.append(round(time.perf_counter() - started, 2))
        browser.close()
    return found


@contextmanager
def _preview(project: Path) -> Iterator[str]:
    """Run the preview of a project; gives its address once it serves."""
    address = f"127.0.0.1:{free_port()}"
    with subprocess.Popen(
        [*_SERVE, "--root", str(project), "--address", address],
        cwd=ROOT,
        env={**os.environ, "PYTHONUNBUFFERED": "1", "TMPDIR": str(project.parent)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    ) as server:
        assert server.stdout is not None
        lines = []
        for line in server.stdout:
            lines.append(line)
            if address in line:
                break
        else:
            raise SystemExit("".join(lines))
        reader = threading.Thread(target=server.stdout.read, daemon=True)
        reader.start()
        try:
            yield f"http://{address}/"
        finally:
            server.terminate()
            server.wait()
            reader.join()


if __name__ == "__main__":
    main()
