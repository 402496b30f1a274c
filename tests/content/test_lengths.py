"""On a phone the pages that lead to others are short enough to be looked over."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Screen

SCREENS = {
    "index.html": 7,
    "sectors/index.html": 5,
    "themes/index.html": 3,
    "references/index.html": 3,
    "az.html": 4,
}


@pytest.mark.parametrize("path", SCREENS)
def test_a_page_that_leads_to_others_is_short(screen: Screen, path: str) -> None:
    page = screen(390, 844)
    page.goto(path)
    height = page.evaluate("document.documentElement.scrollHeight")
    assert height <= SCREENS[path] * 844
