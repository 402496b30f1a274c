"""What holds for every part of every page: hidden is hidden, shapes stay, names tell apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.addresses import every_page
from tests.browser.conftest import Screen, show

SHOWN_THOUGH_HIDDEN = """() => [...document.querySelectorAll("body *")].filter(each => {
  if (each.closest("svg, [hidden]")) return false;
  each.hidden = true;
  const shown = getComputedStyle(each).display !== "none";
  each.hidden = false;
  return shown;
}).map(each => each.tagName + "." + each.className)"""
SAME_NAMES = """() => {
  const byName = new Map();
  for (const each of document.querySelectorAll("a[download]")) {
    const name = each.textContent.replace(/\\s+/g, "");
    byName.set(name, (byName.get(name) || new Set()).add(each.href));
  }
  return [...byName].filter(([, targets]) => targets.size > 1).map(([name]) => name);
}"""
WITHOUT_SHAPE = """() => [...document.querySelectorAll(
    ".pa-button, .pa-call, .pa-chips li, .pa-number, .pa-file, .pa-search-open button,"
    + ".pa-card__icon, .pa-tile, .pa-fold, .pa-find input, .pa-years a")]
  .filter(each => each.checkVisibility()).filter(each => {
    const style = getComputedStyle(each);
    return parseFloat(style.borderTopWidth) < 1 || style.borderTopStyle === "none"
      || style.borderTopColor === getComputedStyle(document.body).backgroundColor;
  }).map(each => each.className)"""


def test_what_is_hidden_is_not_shown(page: Page, kinds: dict[str, str]) -> None:
    shown = {}
    for path in kinds.values():
        show(page, path)
        if found := page.evaluate(SHOWN_THOUGH_HIDDEN):
            shown[path] = found
    assert shown == {}


def test_every_download_has_a_name_of_its_own(page: Page, kinds: dict[str, str]) -> None:
    same = {}
    downloads = 0
    for path in kinds.values():
        show(page, path)
        downloads += page.locator("a[download]").count()
        if found := page.evaluate(SAME_NAMES):
            same[path] = found
    assert downloads >= 50
    assert same == {}


def test_every_page_says_that_it_is_chinese(page: Page, fixture_site: Path) -> None:
    pages = {
        path: (fixture_site / path).read_text(encoding="utf-8") for path in every_page(fixture_site)
    }
    assert [path for path, text in pages.items() if '<html lang="zh-CN"' not in text] == []
    page.goto("index.html")
    assert page.evaluate("[document.documentElement.lang, document.body.dir]") == ["zh-CN", "ltr"]


@pytest.mark.parametrize("look", [{}, {"width": 1280, "dark": True}])
def test_shapes_stay_in_the_colours_of_the_system(
    screen: Screen, kinds: dict[str, str], look: dict[str, int]
) -> None:
    page = screen(**look, forced_colors="active")
    lost = {}
    for path in kinds.values():
        show(page, path)
        if found := page.evaluate(WITHOUT_SHAPE):
            lost[path] = sorted(set(found))
    assert lost == {}


def test_the_current_tab_is_told_in_the_colours_of_the_system(screen: Screen) -> None:
    page = screen(1280, 900, forced_colors="active")
    page.goto("sectors/index.html")
    colour = "each => getComputedStyle(each).borderBottomColor"
    current = page.locator(".pa-tabs a[aria-current]:visible").evaluate(colour)
    other = page.locator(".pa-tabs a:not([aria-current]):visible").first.evaluate(colour)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert other == ground
    assert current != ground


def test_right_and_wrong_are_told_in_words(page: Page) -> None:
    page.goto("training/fire.html")
    question = page.locator(".pa-question").first
    answer = str(question.get_attribute("data-answer"))
    wrong = next(letter for letter in "ABCD" if letter not in answer)
    question.locator(f"input[value={wrong}]").check()
    question.get_by_role("button", name="对答案").click()
    mark = "each => getComputedStyle(each.querySelector('label'), '::after').content"
    assert "✓" in question.locator(f"li[data-choice={answer}]").evaluate(mark)
    assert "✗" in question.locator(f"li[data-choice={wrong}]").evaluate(mark)


def test_the_numbers_of_the_matrix_stay_in_sight(screen: Screen) -> None:
    page = screen(1280, height=300)
    page.goto("units/matrix.html")
    head = page.locator(".pa-matrix__head")
    page.locator(".pa-matrix__row").last.scroll_into_view_if_needed()
    expect(head).to_be_in_viewport(ratio=1)
    bar = page.locator(".pa-header").bounding_box()
    below = head.bounding_box()
    assert bar and below and below["y"] >= bar["y"] + bar["height"] - 1
