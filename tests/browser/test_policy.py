"""The site under its policy: every kind of page works, and asks nobody else for anything."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from generator.engine.policy import NAME, SITE
from tests.browser.conftest import Screen, show

KIT = "kit/themes/11.html"
LISTEN = """window.refused = [];
addEventListener("securitypolicyviolation", event =>
  refused.push(event.effectiveDirective + " " + (event.sample || event.blockedURI)));"""


@pytest.fixture
def watched(screen: Screen) -> Iterator[tuple[Page, list[str]]]:
    """A phone, and what its browser says of errors."""
    page = screen()
    page.add_init_script(LISTEN)
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    page.on(
        "console",
        lambda message: said.append(message.text) if message.type == "error" else None,
    )
    yield page, said


def test_nothing_is_refused_or_comes_from_elsewhere_on_any_kind_of_page(
    watched: tuple[Page, list[str]], kinds: dict[str, str], address: str
) -> None:
    page, said = watched
    refused = []
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
    for path in [*kinds.values(), "404.html", KIT.replace(".html", "/article.html")]:
        show(page, path)
        refused += [f"{path}: {each}" for each in page.evaluate("refused")]
    assert refused == []
    assert said == []
    assert asked == {urlsplit(address).netloc}


def test_what_a_reader_does_is_not_refused_either(watched: tuple[Page, list[str]]) -> None:
    page, said = watched
    page.goto(KIT)
    page.get_by_role("button", name="复制文章").click()
    expect(page.get_by_text("已复制，到公众号编辑器里粘贴。")).to_be_visible()
    page.get_by_role("button", name="换成深色").click()
    page.get_by_role("button", name="关怀版").click()
    assert page.evaluate("refused") == []
    page.goto("training/fire.html")
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="对答案").first.click()
    assert page.evaluate("refused") == []
    assert said == []


def test_a_script_inside_a_page_would_be_refused(page: Page) -> None:
    """The server of these tests sends the policy, and the browser keeps it."""
    page.add_init_script(LISTEN)
    answer = page.goto("index.html")
    assert answer is not None
    assert answer.headers[NAME.lower()] == SITE
    page.evaluate("document.body.setAttribute('onclick', 'window.ran = true')")
    page.locator("h2").first.click()
    assert page.evaluate("window.ran") is None
    assert [each.split()[0] for each in page.evaluate("refused")] == ["script-src-attr"]


def test_care_and_dark_stay_through_reloads_and_pages(page: Page) -> None:
    page.goto("index.html")
    page.get_by_role("button", name="换成深色").click()
    page.get_by_role("button", name="关怀版").click()
    for go in (page.reload, lambda: page.goto("sectors/fire.html")):
        go()
        expect(page.get_by_role("button", name="回到普通版")).to_be_visible()
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(0, 0, 0)"


def test_the_first_thing_seen_is_dark_and_large_already(screen: Screen) -> None:
    """Every script but the one in the head is held back until the page has been seen."""
    page = screen(dark=True, care=True)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/js/base.*.js", hold)
    page.goto("sectors/fire.html", wait_until="commit")
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(0, 0, 0)"
    size = "parseFloat(getComputedStyle(document.documentElement).fontSize)"
    assert page.evaluate(size) >= 25
    expect(page.get_by_role("button", name="回到普通版")).to_be_hidden()
    for route in held:
        route.continue_()
    expect(page.get_by_role("button", name="回到普通版")).to_be_visible()
