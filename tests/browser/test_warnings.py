"""A grave warning of these days looks like one: on its page, on the index and at home."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from generator.cli import main
from generator.look import look_of
from generator.palette import palette_of
from tests.conftest import ROOT, copy_fixture_county


@pytest.fixture(scope="module")
def warned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small county's site on a day with a red, an orange and a blue warning."""
    root = copy_fixture_county(tmp_path_factory.mktemp("warned") / "county")
    winter = (root / "content/common/alerts/winter.yml").read_text("utf-8")
    for colour in ("red", "orange", "blue"):
        text = winter.replace("id: winter", f"id: wave-{colour}")
        text = text.replace("first: 11-15", "first: 2026-11-26 18:00")
        text = text.replace("last: 03-15", f"last: 2026-11-30\ncolour: {colour}")
        (root / f"content/common/alerts/wave-{colour}.yml").write_text(text, "utf-8")
    target = root / "site"
    day = ["--as-of", "2026-11-27", "--output", str(target)]
    assert main(["build", "--root", str(root), *day]) == 0
    return target


@pytest.fixture
def open_page(chromium: Browser, warned: Path):
    page = chromium.new_page(viewport={"width": 390, "height": 844})

    def go(address: str) -> Page:
        page.goto((warned / address).as_uri())
        return page

    yield go
    page.close()


def style(found: Locator, name: str) -> str:
    return str(found.evaluate(f"element => getComputedStyle(element).{name}"))


def test_red_and_orange_stand_out_on_the_index_and_at_home(open_page) -> None:
    for address in ("alerts/index.html", "index.html"):
        page = open_page(address)
        cards = page.locator(".pa-alert")
        red, orange, blue = (
            page.locator(f".pa-alert--{each}") for each in ("red", "orange", "blue")
        )
        assert "wave-red" in str(cards.nth(0).get_attribute("href"))
        assert "wave-orange" in str(cards.nth(1).get_attribute("href"))
        cinnabar = page.evaluate(
            "getComputedStyle(document.body).getPropertyValue('--pa-cinnabar').trim()"
        )
        colours = palette_of(look_of(ROOT)).light
        red_words = "rgb({}, {}, {})".format(*bytes.fromhex(colours.cinnabar[1:]))
        assert cinnabar == colours.cinnabar
        for card in (red, orange):
            assert style(card, "borderColor") == red_words
        assert style(blue, "borderColor") != style(red, "borderColor")
        assert len({style(each, "backgroundColor") for each in (red, blue)}) == 2


def test_the_strip_on_a_page_is_as_grave_as_its_colour(open_page) -> None:
    shades = {}
    for colour in ("red", "orange", "blue"):
        page = open_page(f"alerts/wave-{colour}.html")
        shades[colour] = style(page.locator(".pa-signal"), "backgroundColor")
    cinnabar = palette_of(look_of(ROOT)).light.cinnabar
    assert shades["red"] == "rgb({}, {}, {})".format(*bytes.fromhex(cinnabar[1:]))
    assert len(set(shades.values())) == 3
