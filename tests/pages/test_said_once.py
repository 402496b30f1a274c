"""What a page has said it does not say again, and what it rests on stands once a part."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from generator.load import load
from generator.model.library import Library
from generator.model.wording import citation
from tests.conftest import FIXTURE, build


@pytest.fixture(scope="module")
def library() -> Library:
    loaded = load(FIXTURE).library
    assert loaded is not None
    return loaded


def body(path: Path) -> Any:
    """Give what a page itself says."""
    return html.parse(path).xpath('//div[@id="pa-text"]')[0]


def said(element: Any) -> str:
    return "".join(element.itertext())


@pytest.mark.parametrize("address", ["sectors/fire.html", "alerts/winter.html", "themes/06.html"])
def test_every_tip_has_its_sources_below_by_its_number(
    fixture_site: Path, library: Library, address: str
) -> None:
    things = {
        "sectors/fire.html": library.sectors["fire"],
        "alerts/winter.html": library.alerts["winter"],
        "themes/06.html": library.themes["06"],
    }
    page = body(fixture_site / address)
    found = 0
    for anchor in ("tips-public", "tips-worker", "tips-manager"):
        tips = [tip for tip in things[address].tips if tip.anchor == anchor]
        if not tips:
            assert page.xpath(f'//h2[@id="{anchor}"]') == []
            continue
        part = page.xpath(f'//details[./summary/h2[@id="{anchor}"]]')[0]
        assert f"{len(tips)} 条" in said(part.find("summary"))
        shown = part.xpath('.//li[contains(@class, "pa-tip")]')
        grounds = part.xpath('.//ul[@class="pa-sources"]/li')
        names = [said(ground.find("a")) for ground in grounds]
        assert len(names) == len(set(names))
        for number, (tip, line) in enumerate(zip(tips, shown, strict=True), 1):
            assert tip.text in said(line)
            assert line.findall(".//a") == []
            for cite in tip.sources:
                ground = grounds[names.index(citation(library, cite).label)]
                numbers = said(ground.find("span")).split(" ")[1].split("、")
                assert str(number) in numbers
                found += 1
    assert found >= len(things[address].tips)


def test_every_duty_has_its_sources_below_by_its_number(
    fixture_site: Path, library: Library
) -> None:
    page = body(fixture_site / "sectors/fire.html")
    part = page.xpath('//details[./summary/h2[@id="duties"]]')[0]
    for number, duty in enumerate(library.sectors["fire"].duties, 1):
        for cite in duty.sources:
            label = citation(library, cite).label
            ground = part.xpath(f'.//ul[@class="pa-sources"]/li[a="{label}"]')[0]
            assert f"上面第 {number} 项" in said(ground)


def test_it_is_said_whom_a_tip_speaks_to_only_where_the_heading_does_not(
    fixture_county: Path,
) -> None:
    fire = fixture_county / "content/common/sectors/fire.yml"
    text = fire.read_text("utf-8")
    start = text.index("第10条提示")
    lone = text[start:].replace("audience: [public, village]", "audience: [elderly]", 1)
    fire.write_text(text[:start] + lone, "utf-8")
    build(fixture_county)
    page = body(fixture_county / "site/sectors/fire.html")
    named = page.xpath('//ul[@aria-label="说给谁听"]')
    assert [said(each).split() for each in named] == [["老年人"]]
    assert "第10条提示" in said(named[0].getparent())


def test_a_campaign_leads_to_each_page_once(fixture_site: Path) -> None:
    for address in ("campaigns/safety-month.html", "campaigns/2023/safety-month-2023.html"):
        page = body(fixture_site / address)
        parts = page.xpath('//div[@class="pa-folds"]')[0]
        links = Counter(
            link.get("href")
            for link in parts.xpath('.//a[not(contains(@href, "references/"))]')
            if not link.get("download")
        )
        assert [link for link, count in links.items() if count > 1] == []
        assert any("sectors/fire.html" in link for link in links)


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("common/themes/06.yml", "themes/06.html"),
        ("common/campaigns/safety-month.yml", "campaigns/safety-month.html"),
    ],
)
def test_a_slogan_that_is_in_the_title_is_not_said_again(
    fixture_county: Path, fixture_site: Path, file: str, address: str
) -> None:
    path = fixture_county / "content" / file
    text = path.read_text("utf-8")
    slogan, title = (re.search(rf"^{name}: (.*)$", text, re.M) for name in ("slogan", "title"))
    assert slogan
    assert title
    assert slogans(fixture_site / address) == [slogan[1]]
    path.write_text(text.replace(title[0], f"{title[0]}：{slogan[1]}", 1), "utf-8")
    build(fixture_county)
    assert slogans(fixture_county / "site" / address) == []


def slogans(path: Path) -> list[str]:
    return [said(each) for each in body(path).xpath('//p[@class="pa-slogan"]')]
