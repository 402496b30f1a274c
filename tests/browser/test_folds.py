"""What is folded opens by a link to it, and by hand without scripts; paper has all of it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from generator.model.library import Library
from tests.browser.conftest import Screen
from tests.browser.printer import bare, printed, words

ANCHORS = {
    "sectors/fire.html": (
        "training",
        "emergency",
        "home-fire",
        "procedures",
        "leave-safely",
        "dos",
        "tips-public",
        "tips-worker",
        "tips-manager",
        "signs",
        "hazards",
        "duties",
        "related",
        "sources",
    ),
    "training/fire.html": ("downloads", "contents", "emergency", "home-fire", "quiz", "sources"),
    "themes/06.html": ("why", "emergency", "tips-public", "tips-manager", "outreach", "sources"),
    "campaigns/2023/safety-month-2023.html": (
        "intro",
        "programme",
        "take-part",
        "materials",
        "sources",
    ),
    "alerts/winter.html": ("detail", "emergency", "tips-public", "sources"),
    "handbook.html": ("fire", "procedures", "leave-safely"),
}
FOLDED = """id => {
  const target = document.getElementById(id);
  const folds = [];
  for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details"))
    folds.push(fold.open);
  return folds.includes(false);
}"""


@pytest.mark.parametrize("path", ANCHORS)
def test_a_link_to_what_is_folded_opens_it(page: Page, path: str) -> None:
    for anchor in ANCHORS[path]:
        page.goto("about:blank")
        page.goto(f"{path}#{anchor}")
        expect(page.locator(f"#{anchor}")).to_be_in_viewport()
        assert not page.evaluate(FOLDED, anchor), anchor


def test_so_does_a_link_on_the_page_each_time(page: Page) -> None:
    page.goto("sectors/fire.html")
    way = page.get_by_role("link", name="怎么做：安全离开").first
    steps = page.locator("#leave-safely")
    expect(steps).to_be_hidden()
    way.click()
    expect(steps).to_be_in_viewport()
    page.locator("#procedures").click()
    expect(steps).to_be_hidden()
    way.click()
    expect(steps).to_be_in_viewport()


@pytest.mark.parametrize("path", ["sectors/fire.html", "themes/06.html", "training/fire.html"])
def test_all_can_be_opened_without_scripts(screen: Screen, path: str) -> None:
    page = screen(java_script_enabled=False)
    page.goto(path)
    folds = page.locator(".pa-fold")
    for fold in folds.all():
        if fold.get_attribute("open") is None:
            fold.locator("> summary").click()
        expect(fold.locator("> .pa-fold__inside")).to_be_visible()
    assert folds.count() > 2


@pytest.mark.parametrize("scripts", [True, False])
def test_a_printed_sector_says_all_that_is_folded(
    screen: Screen, library: Library, scripts: bool
) -> None:
    page = screen(java_script_enabled=scripts)
    page.goto("sectors/fire.html")
    read = words(printed(page))
    sector = library.sectors["fire"]
    lines = [tip.text for tip in sector.tips] + [duty.action for duty in sector.duties]
    lines += [*sector.warning_signs, *(hazard.detail for hazard in sector.hazards)]
    for situation in library.situations_of(sector):
        lines += [step.text for step in situation.all_steps] + [*situation.never]
    assert [line for line in lines if bare(line) not in read] == []
    assert "相关内容" not in read
