"""Seconds from a saved file until a real browser shows it.

    python -m benchmarks.saved [--pages 0 3000] [--times 7]

`pingan serve` runs beside; a word of a situation is changed on the disk, as an editor saves it.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from rich.console import Console
from rich.table import Table

from benchmarks.large import ROOT, large_project
from tests.browser.chromium import chromium
from tests.machine import free_port

_SITUATION = "content/common/situations/home-fire.yml"
_PAGE = "situations/home-fire.html"
_START = 300


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--pages", type=int, nargs="+", default=[0, 3000])
    parser.add_argument("--times", type=int, default=7)
    options = parser.parse_args()
    table = Table(title="保存到看见", title_justify="left")
    for name in ("页数", "中位数（秒）", "最快（秒）", "最慢（秒）"):
        table.add_column(name, justify="right")
    with tempfile.TemporaryDirectory() as temporary:
        for pages in options.pages:
            project = large_project(Path(temporary) / str(pages), pages)
            found = saved(project, options.times)
            figures = (statistics.median(found), min(found), max(found))
            table.add_row(str(pages or "本县"), *(f"{each:.2f}" for each in figures))
    Console().print(table)


def saved(project: Path, times: int) -> list[float]:
    """Save a changed word so many times; gives the seconds until the browser showed each."""
    port = free_port()
    serve = [sys.executable, "-m", "generator", "serve", "--root", str(project)]
    address = f"127.0.0.1:{port}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with (
        subprocess.Popen(
            [*serve, "--address", address], cwd=ROOT, stdout=subprocess.DEVNULL, env=environment
        ) as server,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        try:
            page = browser.new_page()
            _open(page, f"http://{address}/{_PAGE}")
            return [_shown_after(page, project / _SITUATION, f"第{n}次") for n in range(times)]
        finally:
            browser.close()
            server.terminate()


def _open(page: Page, url: str) -> None:
    for _ in range(_START):
        try:
            page.goto(url)
        except Exception:  # the server is still starting
            time.sleep(1)
        else:
            return
    raise SystemExit("the preview did not start")


def _shown_after(page: Page, path: Path, word: str) -> float:
    text = path.read_text(encoding="utf-8")
    place = text.index("- text: ") + len("- text: ")
    started = time.perf_counter()
    path.write_text(f"{text[:place]}{word}{text[place:]}", encoding="utf-8")
    page.get_by_text(word).first.wait_for(timeout=60_000)
    taken = time.perf_counter() - started
    time.sleep(8)  # an editor reads; meanwhile the search follows
    return taken


if __name__ == "__main__":
    main()
