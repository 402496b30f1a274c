"""Large type and small screens: nothing overlaps, nothing is cut off, the page keeps its room."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Screen, show
from tests.conftest import most_thorough

# Ordinary type is 125 % of the browser's 16 px; 250 % is twice that.
TWICE = (
    "document.addEventListener('DOMContentLoaded',"
    "() => { document.documentElement.style.fontSize = '250%'; })"
)
SCREENS = {
    "twice-the-size": {"width": 390, "height": 844, "twice": True},
    "twice-on-a-desk": {"width": 1280, "height": 900, "twice": True},
    "care-390": {"width": 390, "height": 844, "care": True},
    "care-360": {"width": 360, "height": 640, "care": True},
    "care-320": {"width": 320, "height": 568, "care": True},
    "plain-320": {"width": 320, "height": 568},
    "on-its-side": {"width": 667, "height": 375},
}
# The text of the bars, or of the page, as boxes; a line of text may be higher than its line.
OVERLAPS = """root => {
  const walker = document.createTreeWalker(document.querySelector(root), NodeFilter.SHOW_TEXT);
  const boxes = [];
  while (walker.nextNode()) {
    const holder = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || holder.closest(".pa-sr")) continue;
    if (!holder.checkVisibility()) continue;
    if (getComputedStyle(holder).position === "absolute") continue;
    const frame = holder.closest(".pa-article")?.getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    for (const box of range.getClientRects()) {
      if (frame && (box.top < frame.top || box.bottom > frame.bottom)) continue;
      const quarter = box.height / 4;
      boxes.push([box.left, box.top + quarter, box.right, box.bottom - quarter,
        holder, walker.currentNode.data.trim()]);
    }
  }
  boxes.sort((one, other) => one[1] - other[1]);
  const found = [];
  boxes.forEach((one, place) => {
    for (let next = place + 1; next < boxes.length && boxes[next][1] < one[3]; next += 1) {
      const other = boxes[next];
      if (one[5] !== other[5] && Math.min(one[2], other[2]) - Math.max(one[0], other[0]) > 0.5)
        found.push(one[5].slice(0, 12) + " / " + other[5].slice(0, 12));
    }
  });
  return found;
}"""
OUTSIDE = """() => [...document.querySelectorAll(
    ".pa-header a, .pa-header button, .pa-tabs a, .pa-tabs summary, .pa-callbar a")]
  .filter(each => each.checkVisibility()).filter(each => {
    const box = each.getBoundingClientRect();
    return box.left < 0 || box.right > innerWidth || each.scrollWidth > each.clientWidth + 1;
  }).map(each => each.textContent.trim())"""
COVERED = """() => [...document.querySelectorAll(".pa-header, .pa-callbar")].reduce((sum, bar) => {
    const box = bar.getBoundingClientRect();
    return sum + Math.max(0, Math.min(box.bottom, innerHeight) - Math.max(box.top, 0));
  }, 0)"""


def on(screen: Screen, name: str) -> Page:
    options: dict[str, Any] = dict(SCREENS[name])
    twice = options.pop("twice", False)
    page = screen(**options)
    if twice:
        page.add_init_script(TWICE)
    return page


@pytest.mark.parametrize("name", most_thorough(SCREENS, but=3))
def test_nothing_overlaps_or_is_cut_off(screen: Screen, kinds: dict[str, str], name: str) -> None:
    page = on(screen, name)
    assert [wrong for path in kinds.values() for wrong in wrong_on(page, path)] == []


def wrong_on(page: Page, path: str) -> list[tuple[str, str, str]]:
    """What overlaps, is cut off or too wide on a page."""
    show(page, path)
    found = [
        (path, root, pair)
        for root in (".pa-header", ".pa-tabs", ".md-main", ".pa-footer", ".pa-callbar")
        for pair in page.evaluate(OVERLAPS, root)
    ]
    found += [(path, "outside", words) for words in page.evaluate(OUTSIDE)]
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return [*found, (path, "sideways", str(wide))] if wide > 0 else found


@pytest.mark.parametrize("name", SCREENS)
def test_the_bars_leave_two_thirds_of_the_screen(screen: Screen, name: str) -> None:
    page = on(screen, name)
    page.goto("sectors/gas.html")
    page.evaluate("scrollTo(0, 1500)")
    assert 0 < page.evaluate(COVERED) <= SCREENS[name]["height"] / 3


@pytest.mark.parametrize("name", ["care-320", "twice-the-size"])
def test_the_search_box_shows_what_one_types(screen: Screen, name: str) -> None:
    page = on(screen, name)
    page.goto("index.html")
    box = page.locator("#pa-home-query")
    box.fill("煤气漏")
    room = "each => each.clientWidth - parseFloat(getComputedStyle(each).fontSize) * 4"
    assert box.evaluate(room) > 0
