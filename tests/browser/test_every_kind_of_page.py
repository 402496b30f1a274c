"""One page of every kind: never wider than the screen, nothing from third parties, no error."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser


@pytest.mark.parametrize(("width", "care"), [(320, False), (320, True), (768, True), (1280, False)])
def test_no_page_scrolls_sideways(
    chromium: Browser, address: str, kinds: dict[str, str], width: int, care: bool
) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 800}, base_url=address)
    if care:
        context.add_init_script("localStorage.setItem('pa-care', 'on')")
    page = context.new_page()
    too_wide = []
    for path in kinds.values():
        page.goto(path)
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            too_wide.append((path, wide))
    context.close()
    assert too_wide == []


def test_no_request_leaves_the_site(chromium: Browser, address: str, kinds: dict[str, str]) -> None:
    context = chromium.new_context(base_url=address)
    page = context.new_page()
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
    for path in kinds.values():
        page.goto(path)
        page.wait_for_load_state("networkidle")
    context.close()
    assert asked == {urlsplit(address).netloc}


def test_no_page_has_a_script_error(chromium: Browser, address: str, kinds: dict[str, str]) -> None:
    context = chromium.new_context(base_url=address)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(f"{page.url}: {error}"))
    page.on(
        "console",
        lambda message: errors.append(message.text) if message.type == "error" else None,
    )
    for path in kinds.values():
        page.goto(path)
    context.close()
    assert errors == []
