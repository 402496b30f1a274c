"""Real Chromium on the small county's site, served as a web server would."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.engine import policy
from generator.load import load
from generator.model.library import Library
from tests.browser.addresses import one_of_each_kind
from tests.conftest import FIXTURE

Screen = Callable[..., Page]

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a site on a local web server: its address, ending in a slash.

    Every page comes with the policy, as `docs/server.md` has it."""

    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *arguments, **options):
            super().__init__(*arguments, directory=str(site), **options)

        def send_header(self, keyword, value):
            super().send_header(keyword, value)
            if keyword == "Content-type" and value.startswith("text/html"):
                super().send_header(policy.NAME, policy.policy_of(self.path))

        def log_message(self, *arguments):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def library() -> Library:
    loaded = load(FIXTURE)
    assert loaded.library is not None
    return loaded.library


@pytest.fixture(scope="session")
def address(fixture_site: Path) -> Iterator[str]:
    """The small county's site on a local web server: its address, ending in a slash."""
    with served(fixture_site) as found:
        yield found


@pytest.fixture(scope="session")
def kinds(fixture_site: Path) -> dict[str, str]:
    """The address of the longest page of each kind."""
    return one_of_each_kind(fixture_site)


def show(page: Page, path: str) -> None:
    """Open a page and, where it is a search, wait for what it finds."""
    page.goto(path)
    if "?" in path:
        page.locator("#pa-results [role=option]").first.wait_for()


def ask(page: Page, query: str) -> list[str]:
    """Type a query and give the addresses of the results, in order, without fragments."""
    page.goto("search.html")
    page.get_by_role("combobox").fill(query)
    found = page.locator("[data-pa-found]")
    expect(found).not_to_be_empty()
    expect(found).not_to_contain_text("正在搜索", timeout=15_000)
    links = page.locator("#pa-results [role=option]").all()
    addresses = [str(link.get_attribute("href")).partition("#")[0] for link in links]
    return list(dict.fromkeys(addresses))


@pytest.fixture
def screen(chromium: Browser, address: str) -> Iterator[Screen]:
    """Opens pages on the screens that a test asks for; they are closed when it ends."""
    opened: list[BrowserContext] = []

    def open_page(
        width: int = 390,
        height: int = 844,
        *,
        dark: bool = False,
        care: bool = False,
        **options: Any,
    ) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            base_url=address,
            locale="zh-CN",
            color_scheme="dark" if dark else "light",
            **options,
        )
        opened.append(context)
        if care:
            context.add_init_script("localStorage.setItem('pa-care', 'on')")
        return context.new_page()

    yield open_page
    for context in opened:
        context.close()


@pytest.fixture
def context(chromium: Browser, address: str) -> Iterator[BrowserContext]:
    opened = chromium.new_context(viewport=PHONE, base_url=address, locale="zh-CN")
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()
