"""Search at 5,000 pages: bytes (gzip) until the first results, milliseconds after a key press.

python -m benchmarks.search.large [--pages 5000]
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from contextlib import redirect_stdout
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from benchmarks.large import large_project
from benchmarks.search.__main__ import DAY, served
from generator.cli import main as pingan
from tests.browser.chromium import chromium

PAGES = 5000
QUERIES = (
    "煤气罐漏气怎么办",
    "电瓶车充电起火",
    "有限空间",
    "meiqiguan",
    "mqg",
    "灭火气",
    "老板不给培训就让上岗怎么办",
    "一氧化碳中毒",
)


def main() -> None:
    """Build, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--pages", type=int, default=PAGES)
    print(search_at(parser.parse_args().pages))


def search_at(pages: int) -> str:
    """Build a site of so many pages, ask, and say in Chinese what it took."""
    with tempfile.TemporaryDirectory() as temporary:
        project = large_project(Path(temporary) / "project", pages)
        with redirect_stdout(sys.stderr):
            assert pingan(["build", "--root", str(project), "--as-of", DAY]) == 0
        with served(project / "site") as (address, asked), sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"]
            )
            sizes, times = [], []
            for query in QUERIES:
                page = browser.new_context(base_url=address).new_page()
                page.goto("search.html")
                page.wait_for_load_state("networkidle")
                asked.clear()
                _type(page, query)
                page.wait_for_load_state("networkidle")
                sizes.append(sum(asked.values()))
                _type(page, "")
                times += [_type(page, query[:length]) for length in range(2, len(query) + 1)]
                page.close()
            browser.close()
    return (
        f"首次结果前：{min(sizes) / 1000:.0f}–{max(sizes) / 1000:.0f} KB（gzip -9）；"
        f"每按一键：中位数 {statistics.median(times):.0f} ms，最慢 {max(times):.0f} ms"
    )


def _type(page: Page, query: str) -> float:
    taken: float = page.evaluate(
        "async query => { const input = document.querySelector('[data-pa-search] input');"
        "const started = performance.now(); input.value = query; await pinganSearch.run();"
        "return performance.now() - started; }",
        query,
    )
    return taken


if __name__ == "__main__":
    main()
