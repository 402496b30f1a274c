"""The tabs: every page marks its section or none, and the mark can be seen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.addresses import every_page
from tests.browser.conftest import Screen

SECTIONS = {
    "index.html": "首页",
    "emergency.html": "紧急求助",
    "handbook.html": "紧急求助",
    "situations": "紧急求助",
    "procedures": "紧急求助",
    "sectors": "行业领域",
    "themes": "月度主题",
    "training": "培训资料",
    "campaigns": "宣传活动",
    "alerts": "风险提示",
    "work": "工作要点",
    "units": "单位",
    "references": "依据",
    "pictures.html": "图库",
    "about.html": "关于本站",
}
MARKED = re.compile(r'<a href="[^"]*" aria-current="true">([^<]*)</a>')
MARK = ".pa-tabs [aria-current]:visible"


def tabs(text: str) -> str:
    return text.partition('class="pa-tabs"')[2].partition("</nav>")[0]


def test_every_page_marks_its_section_or_none(fixture_site: Path) -> None:
    wrong = []
    for path in every_page(fixture_site):
        text = (fixture_site / path).read_text(encoding="utf-8")
        if 'class="pa-tabs"' not in text:
            continue
        section = SECTIONS.get(path.partition("/")[0])
        if set(MARKED.findall(tabs(text))) != ({section} if section else set()):
            wrong.append(path)
    assert wrong == []


@pytest.mark.parametrize(
    "look",
    [
        {},
        {"java_script_enabled": False},
        {"width": 320},
        {"width": 1280},
    ],
)
def test_the_current_tab_is_on_the_screen(
    screen: Screen, kinds: dict[str, str], look: dict[str, int]
) -> None:
    page = screen(**look)
    of_each = {SECTIONS.get(path.partition("/")[0]): path for path in kinds.values()}
    assert of_each.keys() > set(SECTIONS.values()) - {"关于本站"}
    for section, path in of_each.items():
        page.goto(path, wait_until="domcontentloaded")
        mark = page.locator(MARK)
        expect(mark).to_have_count(1 if section else 0)
        if section:
            expect(mark).to_contain_text(section)
            expect(mark).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_care_edition_has_two_tabs(screen: Screen, kinds: dict[str, str], width: int) -> None:
    page = screen(width, care=True)
    for path in kinds.values():
        page.goto(path, wait_until="domcontentloaded")
        tabs = page.locator(".pa-tabs")
        assert tabs.get_by_role("link").all_inner_texts() == ["首页", "紧急求助"]
        expect(tabs.get_by_text("更多", exact=True)).to_be_hidden()
        section = SECTIONS.get(path.partition("/")[0])
        told = [section] if section in {"首页", "紧急求助"} else []
        assert tabs.locator("a[aria-current]:visible").all_inner_texts() == told


def open_more(page: Page) -> None:
    page.goto("index.html")
    page.get_by_text("更多", exact=True).click()


@pytest.mark.parametrize("scripts", [True, False])
def test_more_opens_the_rest(screen: Screen, scripts: bool) -> None:
    page = screen(java_script_enabled=scripts)
    open_more(page)
    for name in list(dict.fromkeys(SECTIONS.values()))[5:]:
        link = page.get_by_role("navigation", name="栏目").get_by_role("link", name=name)
        expect(link).to_be_in_viewport(ratio=1)
    page.get_by_role("navigation", name="栏目").get_by_role("link", name="单位").click()
    expect(page.locator(MARK)).to_contain_text("单位")


def test_more_closes_with_escape_and_when_the_reader_goes_on(page: Page) -> None:
    open_more(page)
    rest = page.get_by_role("link", name="风险提示", exact=True).first
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(rest).to_be_hidden()
    expect(page.locator(".pa-tabs summary")).to_be_focused()
    page.keyboard.press("Enter")
    expect(rest).to_be_visible()
    for _ in range(8):
        page.keyboard.press("Tab")
    expect(rest).to_be_hidden()


def test_a_desk_shows_all_tabs_in_one_row(screen: Screen) -> None:
    page = screen(1280, 900)
    page.goto("index.html")
    shown = page.locator(".pa-tabs li:visible")
    assert shown.all_inner_texts() == list(dict.fromkeys(SECTIONS.values()))
    assert len({round(box["y"]) for each in shown.all() if (box := each.bounding_box())}) == 1
    expect(page.get_by_text("更多", exact=True)).to_be_hidden()
