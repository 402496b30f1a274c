"""The real county's longest pages are a few screens of a phone long, and light."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Page

from generator.model.library import Library
from tests.browser.addresses import every_page


def screens(page: Page, path: str) -> float:
    """Give the length of a page in screens of the phone."""
    page.goto(path)
    height: int = page.evaluate("document.documentElement.scrollHeight")
    return height / page.viewport_size["height"]


def packed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9))


def test_what_a_page_needs_first_is_light(site: Path) -> None:
    """The page, its styles and its scripts; two pages hold all situations, or all pictures."""
    of_all = {"handbook.html", "pictures.html"}
    weights = {each: packed(each) for folder in ("css", "js") for each in (site / folder).iterdir()}
    heavy = {}
    for address in {*every_page(site)} - of_all:
        file = site / address
        page = html.fromstring(file.read_bytes())
        named = page.xpath("//link[@rel='stylesheet']/@href | //script/@src")
        needed = {(file.parent / each.partition("?")[0]).resolve() for each in named}
        weight = packed(file) + sum(weights.get(each, 0) for each in needed)
        if weight > 65 * 1024:
            heavy[address] = weight
    assert heavy == {}


def test_the_emergency_page_is_short(page: Page) -> None:
    assert screens(page, "emergency.html") <= 6


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
