"""One page of every kind: accessible, never wider than the screen, nothing from third parties."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

PAGES = (
    "index.html",
    "emergency.html",
    "search.html?q=电瓶车充电起火",
    "sectors/index.html",
    "sectors/e-bike.html",
    "themes/index.html",
    "themes/2023/06.html",
    "campaigns/index.html",
    "campaigns/2023/safety-month-2023.html",
    "alerts/index.html",
    "alerts/winter-heating.html",
    "training/index.html",
    "training/fire.html",
    "work/index.html",
    "work/2023/index.html",
    "work/2023/11.html",
    "units/index.html",
    "units/emergency-bureau.html",
    "units/matrix.html",
    "references/index.html",
    "references/work-safety-law.html",
    "for/village.html",
    "az.html",
    "kit/index.html",
    "kit/themes/2023/11.html",
    "subscribe.html",
    "archive.html",
    "about.html",
    "editors/index.html",
    "404.html",
)
LOOKS = {
    "phone": {"width": 390, "scheme": "light", "care": False},
    "phone-dark-care": {"width": 390, "scheme": "dark", "care": True},
}


@pytest.fixture(scope="module", params=LOOKS)
def looked_at(request, chromium: Browser, address: str):
    look = LOOKS[request.param]
    context = chromium.new_context(
        viewport={"width": look["width"], "height": 844},
        base_url=address,
        color_scheme=look["scheme"],
    )
    if look["care"]:
        context.add_init_script("localStorage.setItem('pa-care', 'on')")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(looked_at: Page, path: str) -> None:
    looked_at.goto(path)
    looked_at.wait_for_load_state("networkidle")
    # The call bar lies over whatever is at the bottom of the screen until one scrolls on.
    looked_at.add_style_tag(content=".pa-callbar { position: static !important }")
    options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    results = Axe().run(looked_at, options=options)
    found = [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in results.response["violations"]
        for node in violation["nodes"]
    ]
    assert found == []


@pytest.mark.parametrize(("width", "care"), [(320, False), (320, True), (768, True), (1280, False)])
def test_no_page_scrolls_sideways(chromium: Browser, address: str, width: int, care: bool) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 800}, base_url=address)
    if care:
        context.add_init_script("localStorage.setItem('pa-care', 'on')")
    page = context.new_page()
    too_wide = []
    for path in PAGES:
        page.goto(path)
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            too_wide.append((path, wide))
    context.close()
    assert too_wide == []


def test_no_request_leaves_the_site(chromium: Browser, address: str) -> None:
    context = chromium.new_context(base_url=address)
    page = context.new_page()
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
    for path in PAGES:
        page.goto(path)
        page.wait_for_load_state("networkidle")
    context.close()
    assert asked == {urlsplit(address).netloc}


def test_no_page_has_a_script_error(chromium: Browser, address: str) -> None:
    context = chromium.new_context(base_url=address)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(f"{page.url}: {error}"))
    page.on(
        "console",
        lambda message: errors.append(message.text) if message.type == "error" else None,
    )
    for path in PAGES:
        page.goto(path)
    context.close()
    assert errors == []
