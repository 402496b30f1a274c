"""The real county's longest pages are a few screens of a phone long, and light."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Page

from generator.model.library import Library


def screens(page: Page, path: str) -> float:
    """Give the length of a page in screens of the phone."""
    page.goto(path)
    height: int = page.evaluate("document.documentElement.scrollHeight")
    return height / page.viewport_size["height"]


def test_the_emergency_page_is_short_and_light(page: Page, site: Path) -> None:
    assert screens(page, "emergency.html") <= 6
    assert len(gzip.compress((site / "emergency.html").read_bytes(), 9)) <= 65_000


@pytest.mark.parametrize(("kind", "most"), [("sectors", 8), ("training", 10)])
def test_sectors_and_courses_are_short(page: Page, site: Path, kind: str, most: int) -> None:
    pages = [path for path in site.glob(f"{kind}/*.html") if path.name != "index.html"]
    long = {
        path.name: found for path in pages if (found := screens(page, f"{kind}/{path.name}")) > most
    }
    assert len(pages) > 10
    assert long == {}


def test_the_first_screen_of_a_situation_has_numbers_and_a_first_step(
    page: Page, library: Library
) -> None:
    late = []
    for id_ in list(library.situations)[::20]:
        page.goto(f"situations/{id_}.html")
        step = page.locator(".pa-steps > li").first.bounding_box()
        bar = page.locator(".pa-callbar").bounding_box()
        if step["y"] + 20 > bar["y"]:
            late.append(id_)
    assert late == []
