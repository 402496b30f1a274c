"""A situation stands once, and wherever its steps are shown, so is what must never be done."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from lxml import html
from pypdf import PdfReader

from generator.load import load
from generator.model.library import Library
from generator.model.situation import Situation
from tests.conftest import FIXTURE, build


@pytest.fixture(scope="module")
def library() -> Library:
    loaded = load(FIXTURE).library
    assert loaded is not None
    return loaded


@pytest.fixture(scope="module")
def fire(library: Library) -> Situation:
    return library.situations["home-fire"]


def words(path: Path) -> str:
    """Give what a page says, without its markup and white space."""
    text = path.read_text(encoding="utf-8").partition("</head>")[2]
    return re.sub(r"\s+", "", unescape(re.sub(r"<[^>]+>", "", text)))


def test_its_page_says_all_that_is_to_be_done(
    fixture_site: Path, library: Library, fire: Situation
) -> None:
    said = words(fixture_site / "situations/home-fire.html")
    lines = [step.text for step in fire.all_steps] + list(fire.never) + list(fire.call)
    for procedure in library.procedures_of([fire]):
        lines.append(procedure.title)
    lines += [step.text for step in library.procedures["leave-safely"].steps]
    lines += [each.says for each in fire.unlike] + [each.place for each in fire.variants]
    assert [line for line in lines if line not in said] == []
    page = (fixture_site / "situations/home-fire.html").read_text(encoding="utf-8")
    assert '<details class="pa-how" open>' in page
    assert 'href="tel:119"' in page
    for address in ("workshop-fire.html", "gas-smell.html", "../sectors/fire.html"):
        assert f'href="{address}"' in page


def test_its_page_shows_it_and_then_each_act(fixture_county: Path) -> None:
    fire = fixture_county / "content/common/situations/home-fire.yml"
    text = fire.read_text("utf-8").replace("到路口接应", "到路口接应\n    picture: look-first")
    text = text.replace("拨打119，说清地点", "拨打119，说清地点\n    use: leave-safely")
    fire.write_text(text, "utf-8")
    build(fixture_county)
    page = html.parse(fixture_county / "site/situations/home-fire.html")
    head = page.xpath('//div[contains(@class, "pa-head")]//img')
    assert [each.get("src").partition("leave-low.")[0] for each in head] == ["../pictures/"]
    assert head[0].get("loading") is None, "it is in the first screen"
    # The first step's own is the one above; the second has that of what it uses; a sign is drawn.
    acts = page.xpath('//ol[contains(@class, "pa-steps--pictured")]/li/div')
    assert [len(act.xpath("./img | ./svg")) for act in acts] == [0, 1, 1]
    assert "leave-low." in acts[1].xpath("./img")[0].get("src")
    assert acts[1].xpath("./img")[0].get("loading") == "lazy"
    assert acts[2].xpath("./svg")[0].get("class") == "pa-sign"


@pytest.mark.parametrize("address", ["handbook.html", "sectors/fire.html", "training/fire.html"])
def test_the_never_lines_stand_wherever_the_steps_do(
    fixture_site: Path, library: Library, fire: Situation, address: str
) -> None:
    said = words(fixture_site / address)
    things = (fire, *library.procedures_of([fire]))
    lines = [line for thing in things for line in (thing.steps[0].text, *thing.never)]
    assert [line for line in lines if line not in said] == []


def test_what_two_situations_use_stands_on_a_page_once(fixture_site: Path) -> None:
    page = (fixture_site / "training/fire.html").read_text(encoding="utf-8")
    assert page.count("<li>走最近的出口") == 1
    assert page.count('href="#leave-safely"') > 1
    assert page.count('id="leave-safely"') == 1


def test_a_file_to_forward_needs_nothing_else(
    fixture_site: Path, library: Library, fire: Situation
) -> None:
    path = fixture_site / "files/situations/home-fire.html"
    page = path.read_text(encoding="utf-8")
    assert path.stat().st_size < 100_000
    assert re.findall(r'(?:src|srcset|data)="', page) == []
    assert re.findall(r"url\((?!#)|@import|<link|<script", page) == []
    links = re.findall(r'href="([^"]+)"', page)
    assert {link for link in links if not link.startswith(("tel:", "#"))} == set()
    assert "tel:119" in links
    things = (fire, *library.procedures_of([fire]))
    lines = [step.text for thing in things for step in thing.all_steps]
    lines += [line for thing in things for line in thing.never]
    assert [line for line in lines if line not in words(path)] == []


def test_the_saved_file_has_the_fonts_of_the_site(fixture_site: Path) -> None:
    """Inside a style nothing is an entity: an escaped quote would end the rule."""
    page = (fixture_site / "files/situations/home-fire.html").read_text(encoding="utf-8")
    style = page.partition("<style>")[2].partition("</style>")[0]
    assert '"PingFang SC"' in style
    assert "&" not in style


def test_its_card_is_an_a6_sheet_with_all_of_it(
    fixture_site: Path, library: Library, fire: Situation
) -> None:
    reader = PdfReader(fixture_site / "files/situations/home-fire.pdf")
    width, height = (float(side) / 72 * 25.4 for side in reader.pages[0].mediabox.upper_right)
    assert (round(width), round(height)) == (105, 148)
    said = re.sub(r"\s+", "", "".join(page.extract_text() for page in reader.pages))
    things = (fire, *library.procedures_of([fire]))
    lines = [step.text for thing in things for step in thing.all_steps]
    lines += [line for thing in things for line in thing.never]
    assert [line for line in lines if line not in said] == []


@pytest.mark.parametrize("address", ["themes/06.html", "themes/2023/06.html", "alerts/winter.html"])
def test_themes_and_warnings_lead_to_their_situations(fixture_site: Path, address: str) -> None:
    page = (fixture_site / address).read_text(encoding="utf-8")
    way = re.search(r'<a href="(?:\.\./)+situations/home-fire.html">.*?</a>', page, re.DOTALL)
    assert way
    assert "<b>家里起火</b><small>家里起火，人还在里面</small>" in way[0]
    assert "pictures/leave-low." in way[0]
