"""The site map leads to every page, and every page leads to it."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from tests.conftest import COUNTIES

NO_PAGES = ("404.html", "index.html", "map.html")


def mapped(site: Path) -> dict[str, str]:
    """Give the title of each page that the map lists, by its address."""
    article = (site / "map.html").read_text("utf-8").partition("<article")[2]
    listed = article.partition('<h2 id="')[2].partition("</article>")[0]
    found = re.findall(r'<a href="([^"]+\.html)">([^<]+)</a>', listed)
    assert len(dict(found)) == len(found)
    return {address: unescape(title) for address, title in found}


@pytest.mark.parametrize("county", COUNTIES)
def test_every_page_is_on_the_map_once(county: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(county)
    pages = {
        path.relative_to(site).as_posix()
        for path in site.rglob("*.html")
        if not path.is_relative_to(site / "files") and path.name != "article.html"
    }
    assert pages - mapped(site).keys() == set(NO_PAGES)
    assert mapped(site).keys() <= pages


def test_pages_stand_under_their_columns_by_their_titles(fixture_site: Path) -> None:
    html = (fixture_site / "map.html").read_text("utf-8")
    parts = re.findall(r'<h2 id="([\w-]+)">(.*?)(?=<h2|</article>)', html, re.DOTALL)
    columns = {name: re.findall(r'href="([^"]+)"', part) for name, part in parts}
    assert columns["sectors"] == ["sectors/index.html", "sectors/fire.html", "sectors/gas.html"]
    assert "work/2023/02.html" in columns["work"]
    jumps = re.findall(r'href="#([\w-]+)"', html.partition('<nav class="pa-letters"')[2])
    assert jumps[: len(columns)] == list(columns)
    assert {"subscribe.html", "about.html", "places.html"} <= set(columns["others"])
    assert mapped(fixture_site)["work/2023/02.html"] == "强化消防安全整治（2023年）"


def test_the_foot_of_every_page_leads_to_the_map(fixture_site: Path) -> None:
    for address in ("index.html", "about.html", "sectors/fire.html"):
        foot = (fixture_site / address).read_text("utf-8").partition("<footer")[2]
        assert re.search(r'href="(?:\.\./)*map\.html">网站地图<', foot), address
