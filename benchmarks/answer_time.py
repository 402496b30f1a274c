"""How long someone on a slow line waits for the card: 400 kbit/s, 400 ms, a fresh browser.

    python -m benchmarks.answer_time SITE

Counted from the moment when the search page is drawn, with the question in its address.
"""

from __future__ import annotations

import argparse
import gzip
import statistics
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import chromium

QUESTIONS = ("插座电到人了", "油锅起火", "没气了不会动", "煤气罐漏气怎么办", "媳妇要生了")
KILOBITS = 400
LATENCY = 400
STANDS = """new MutationObserver((changes, observer) => {
  if (!document.querySelector("[data-pa-answer] h2")) return;
  window.stands = performance.now();
  observer.disconnect();
}).observe(document, { childList: true, subtree: true })"""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a site as a web server does, each file packed."""

    class Handler(SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            path = site / self.path.partition("?")[0].lstrip("/")
            if not path.is_file():
                self.send_error(404)
                return
            content = gzip.compress(path.read_bytes(), 9)
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(str(path)))
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def waited(browser: Browser, address: str, question: str) -> tuple[float, float]:
    """Give the seconds until the page is drawn, and from then on until the panel stands."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    rate = KILOBITS * 1000 / 8
    line.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": LATENCY,
            "downloadThroughput": rate,
            "uploadThroughput": rate,
        },
    )
    page.add_init_script(STANDS)
    page.goto(f"{address}search.html?q={question}", wait_until="commit")
    page.locator("[data-pa-answer] h2").wait_for(timeout=60_000)
    stands = page.evaluate("window.stands")
    drawn = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    context.close()
    return drawn / 1000, (stands - drawn) / 1000


def main() -> None:
    """Ask each question once."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    with served(parser.parse_args().site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium())
        times = [waited(browser, address, question) for question in QUESTIONS]
        for question, (drawn, more) in zip(QUESTIONS, times, strict=True):
            print(f"{question}: drawn after {drawn:.1f} s, answered {more:.1f} s later")
        print(
            f"median {statistics.median(more for _, more in times):.1f} s after the page is drawn"
        )
        browser.close()


if __name__ == "__main__":
    main()
