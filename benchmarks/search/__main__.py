"""Search quality in real Chromium: ours and the alternatives, same pages, same queries.

    python -m benchmarks.search [--queries FILE] [--only NAME] [--root PROJECT] [--misses]

Gives recall@1, recall@5 and MRR by class of query, bytes (gzip) until the first results, and
milliseconds a query. A query counts as found at the first expected address in the list.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import statistics
import tempfile
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.table import Table

from benchmarks.search.engines import ENGINES, HERE, ROOT, Engine, ask
from generator.cli import main as pingan
from tests.browser.chromium import chromium

DAY = "2026-11-24"
FIRST = "煤气罐漏气怎么办"


Measured = tuple[list[tuple[str, int]], int, list[float]]
"""Rows of (class, rank or 0), the bytes of the first, milliseconds."""
_SCORES: Mapping[str, Callable[[int], float]] = {
    "recall@5": lambda rank: float(1 <= rank <= 5),
    "recall@1": lambda rank: float(rank == 1),
    "MRR": lambda rank: 1 / rank if rank else 0.0,
}


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, dict[str, int]]]:
    """Serve a folder; gives its address and the gzip size of each file as it is asked for."""
    asked: dict[str, int] = {}

    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, directory=str(folder), **options)

        def do_GET(self) -> None:
            path = folder / unquote(urlsplit(self.path).path).lstrip("/")
            if path.is_file():
                asked[self.path] = len(gzip.compress(path.read_bytes(), 9))
            super().do_GET()

        def log_message(self, *arguments: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", asked
        server.shutdown()


def measure(engine: Engine, folder: Path, queries: list[dict[str, str]], misses: bool) -> Measured:
    """Ask all queries: rows of (class, rank or 0), the bytes of the first, milliseconds."""
    rows, times = [], []
    with served(folder) as (address, asked), sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(base_url=address)
        page.goto(engine.start)
        page.wait_for_load_state("networkidle")
        early = sum(
            size for path, size in asked.items() if any(part in path for part in engine.early)
        )
        asked.clear()
        ask(page, engine, FIRST)
        page.wait_for_load_state("networkidle")
        size = early + sum(asked.values())
        for query in queries:
            found, milliseconds = ask(page, engine, query["query"])
            times.append(milliseconds)
            addresses = list(dict.fromkeys(_plain(url, address) for url in found))
            wanted = query["expected"].split("|")
            rank = next((at for at, url in enumerate(addresses, 1) if url in wanted), 0)
            rows.append((query["class"], rank))
            if misses and not 1 <= rank <= 5:
                print(f"{query['class']}\t{query['query']}\t{rank}\t{addresses[:5]}")
        browser.close()
    return rows, size, times


def _plain(url: str, address: str) -> str:
    path = urlsplit(url.removeprefix(address)).path
    return unquote(path).lstrip("./").removeprefix("/")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--queries", type=Path, default=HERE / "queries.tsv")
    parser.add_argument("--only", default="")
    parser.add_argument("--root", type=Path, default=ROOT)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    with options.queries.open(encoding="utf-8") as file:
        queries = list(csv.DictReader(file, delimiter="\t"))
    with tempfile.TemporaryDirectory() as temporary:
        site = Path(temporary) / "site"
        root = str(options.root)
        assert pingan(["build", "--root", root, "--as-of", DAY, "--output", str(site)]) == 0
        _forget(site / "files")
        results = {}
        for number, engine in enumerate(ENGINES):
            if options.only and options.only not in engine.name:
                continue
            if not engine.installed:
                print(f"{engine.name}：没有装，跳过。先在 {HERE} 里运行 npm ci。")
                continue
            target = Path(temporary) / f"engine-{number}"
            engine.prepare(site, target, options.root, date.fromisoformat(DAY))
            results[engine.name] = measure(engine, target, queries, options.misses)
    _show(results, queries)


def _forget(folder: Path) -> None:
    """Remove the downloads, which no engine looks into."""
    for path in sorted(folder.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()


def _show(results: Mapping[str, Measured], queries: list[dict[str, str]]) -> None:
    classes = list(dict.fromkeys(query["class"] for query in queries))
    console = Console(width=200)
    for title, score in _SCORES.items():
        table = Table(title=f"{title}（{len(queries)} 个问题）", title_justify="left")
        table.add_column("")
        for name in (*classes, "all"):
            table.add_column(name, justify="right")
        for name, (rows, _, _) in results.items():
            by_class: dict[str, list[float]] = defaultdict(list)
            for class_, rank in rows:
                by_class[class_].append(score(rank))
                by_class["all"].append(score(rank))
            cells = [f"{statistics.mean(by_class[each]):.2f}" for each in (*classes, "all")]
            table.add_row(name, *cells)
        console.print(table)
    for name, (_, size, times) in results.items():
        console.print(
            f"{name}：首次结果前 {size / 1000:.0f} KB（gzip -9），"
            f"每次 {statistics.median(times):.0f} ms（中位数），最慢 {max(times):.0f} ms"
        )


if __name__ == "__main__":
    main()
