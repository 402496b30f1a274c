"""The home page and the year's calendar: what stands on them, in which order, where it leads."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

import pytest
from lxml import html

from tests.conftest import build, copy_fixture_county, in_content


def page(site: Path, address: str) -> Any:
    return html.fromstring((site / address).read_bytes())


def tiles(place: Any) -> dict[str, Any]:
    """Give the tiles in a place by their names."""
    found = place.xpath(".//a[@class='pa-tile']")
    return {tile.findtext("*[@class='pa-tile__name']"): tile for tile in found}


def urgent(site: Path) -> dict[str, Any]:
    return tiles(page(site, "index.html").find_class("pa-urgent")[0])


def shown_in(tile: Any) -> tuple[str, str]:
    """Give what a tile shows: the element, and its class."""
    (drawn,) = tile.xpath("*[@class='pa-tile__picture']/*")
    return drawn.tag, drawn.get("class")


def test_what_is_urgent_comes_first_and_what_is_new_last(fixture_site: Path) -> None:
    parts = page(fixture_site, "index.html").xpath("//main//h2[@id] | //main//form")
    assert [part.get("id") or part.tag for part in parts] == [
        *("urgent", "form", "this-month", "who", "now", "everyday", "industry", "latest")
    ]


def test_a_tile_leads_to_a_group_a_situation_a_sector_or_the_numbers(fixture_site: Path) -> None:
    leads = {name: tile.get("href") for name, tile in urgent(fixture_site).items()}
    assert leads == {
        "着火": "emergency.html#fire",
        "煤气": "situations/gas-smell.html",
        "烫伤": "sectors/fire.html",
        "打电话": "emergency.html#hotlines",
    }
    for address, part in map(urldefrag, leads.values()):
        there = page(fixture_site, address)
        assert not part or there.get_element_by_id(part) is not None


def test_a_tile_shows_its_picture_or_else_its_icon(fixture_site: Path) -> None:
    found = {name: shown_in(tile) for name, tile in urgent(fixture_site).items()}
    assert found == {
        "着火": ("img", "pa-scene"),
        "煤气": ("svg", "pa-icon"),
        "烫伤": ("svg", "pa-sign"),
        "打电话": ("svg", "pa-icon"),
    }


@pytest.mark.parametrize("address", ["index.html", "sectors/index.html"])
def test_sectors_are_tiles_with_their_pictures(fixture_site: Path, address: str) -> None:
    found = tiles(page(fixture_site, address).find("body"))
    assert shown_in(found["消防安全"]) == ("img", "pa-scene")
    assert shown_in(found["燃气安全"]) == ("svg", "pa-icon")


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a county with a situation that is over, and an old campaign that goes on."""
    county = copy_fixture_county(tmp_path_factory.mktemp("home") / "county")

    def edit(name: str, old: str, new: str) -> None:
        path = in_content(county, name)
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    edit("situations/gas-smell.yml", "reviewed_on:", "expires_on: 2026-11-01\nreviewed_on:")
    edit("county/campaigns/2023/safety-month.yml", "ends: 2023-06-30", "ends: 2026-12-30")
    edit("common/themes/06.yml", "picture: lid-on\n", "")
    edit("common/themes/11.yml", "icon:", "picture: lid-on\nicon:")
    build(county)
    return county / "site"


def test_a_tile_that_would_lead_nowhere_today_is_not_shown(changed: Path) -> None:
    assert [*urgent(changed)] == ["着火", "烫伤", "打电话"]


def test_what_is_new_is_of_this_year_or_the_last(changed: Path) -> None:
    assert "2023年安全生产月" in page(changed, "campaigns/index.html").text_content()
    days = page(changed, "index.html").xpath("//ul[@class='pa-latest']//time/@datetime")
    assert {day[:4] for day in days} == {"2026"}


def test_the_month_shows_its_picture_or_else_its_icon(fixture_site: Path, changed: Path) -> None:
    place = "//*[@class='pa-theme-hero__picture']/*/@class"
    assert page(fixture_site, "index.html").xpath(place) == ["pa-icon"]
    assert page(changed, "index.html").xpath(place) == ["pa-scene"]


def test_the_year_is_in_order_with_this_month_marked(fixture_site: Path) -> None:
    months = page(fixture_site, "themes/index.html").find_class("pa-tile")
    assert [month.get("href") for month in months] == ["06.html", "11.html"]
    assert [month.get("aria-current") for month in months] == [None, "date"]
    assert [shown_in(month) for month in months] == [("img", "pa-scene"), ("svg", "pa-icon")]


def test_past_years_are_reached_from_the_calendar(fixture_site: Path) -> None:
    links = page(fixture_site, "themes/index.html").xpath("//ul[@class='pa-years']//a/@href")
    assert links == ["../archive.html#y2023"]
    archive = page(fixture_site, "archive.html")
    assert archive.get_element_by_id("y2023") is not None
    assert archive.xpath("//a[@href='themes/2023/06.html']")


def test_the_page_that_is_not_there_shows_a_picture(fixture_site: Path) -> None:
    (address,) = page(fixture_site, "404.html").xpath("//main//img[@class='pa-scene']/@src")
    name = address.partition("pictures/")[2]
    assert name.startswith("no-such-page.")
    assert (fixture_site / "pictures" / name).is_file()
