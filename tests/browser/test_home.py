"""The home page in the hand: tiles that can be seen and hit, what is long folded away."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Screen


@pytest.mark.parametrize(
    ("look", "beside"), [({}, 3), ({"width": 360, "height": 640}, 3), ({"care": True}, 2)]
)
def test_what_is_urgent_is_large_and_on_the_first_screen(
    screen: Screen, look: dict[str, int], beside: int
) -> None:
    page = screen(**look)
    page.goto("index.html")
    tiles = page.locator(".pa-urgent .pa-tile")
    boxes = [box for tile in tiles.all() if (box := tile.bounding_box())]
    width = look.get("width", 390)
    assert sum(box["y"] == boxes[0]["y"] for box in boxes) == beside
    assert all(box["width"] > width / (beside + 0.9) for box in boxes)
    assert all(box["height"] > 100 for box in boxes)
    for tile in tiles.all():
        picture = tile.locator(".pa-tile__picture > *").bounding_box()
        name = tile.locator("b").bounding_box()
        assert picture and name
        assert picture["y"] + picture["height"] <= name["y"] + 1
    bar = page.locator(".pa-callbar").bounding_box()
    below = page.locator("#pa-home-query").bounding_box()
    assert bar and below
    assert all(box["y"] + box["height"] <= min(bar["y"], below["y"]) for box in boxes)


def test_one_tap_leads_to_what_to_do(screen: Screen) -> None:
    page = screen(java_script_enabled=False)
    page.goto("index.html")
    page.get_by_role("link", name="着火", exact=True).click()
    expect(page.get_by_role("heading", name="着火", exact=True)).to_be_in_viewport()


def test_industry_is_folded_and_opens_without_a_script(screen: Screen) -> None:
    page = screen(java_script_enabled=False)
    page.goto("index.html")
    tile = page.locator(".pa-tile[href='sectors/gas.html']")
    expect(tile).to_be_hidden()
    page.get_by_text("点开看").click()
    expect(tile).to_be_visible()


@pytest.mark.parametrize(("width", "beside"), [(390, 2), (1280, 2)])
def test_a_month_and_its_picture_are_whole(screen: Screen, width: int, beside: int) -> None:
    page = screen(width)
    page.goto("themes/index.html")
    months = page.locator(".pa-months .pa-tile")
    assert months.count() == beside
    for month in months.all():
        box = month.bounding_box()
        assert box
        assert box["width"] >= 100
        assert month.evaluate("each => each.scrollWidth <= each.clientWidth")
