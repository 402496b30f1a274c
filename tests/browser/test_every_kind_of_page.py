"""One page of every kind is never wider than the screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser


@pytest.mark.parametrize(
    ("width", "care"),
    [
        *[(320, True), (1280, False)],
        *(pytest.param(*case, marks=pytest.mark.thorough) for case in [(320, False), (768, True)]),
    ],
)
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
