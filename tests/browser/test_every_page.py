"""axe on every page of the built site, on a phone and on a desk: no fault, and none undecided.

Of pages that are built alike the longest stands for all. Every rule is run on a phone, and on one
page of each kind on a desk. The rules that see how a page looks are run at both widths and, on one
page of each kind, in every look. Texts that look alike are judged once at a width: their contrast
is the same wherever they stand, and judging it anew takes most of axe's time.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import CDPSession, Page

from tests.browser.addresses import every_page, one_of_each_build
from tests.browser.conftest import Screen, show

PARTS = 8
PHONE, DESK = 390, 1280
LOOKS = [{"dark": True}, {"care": True}, {"dark": True, "care": True}]
AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js"))
UNJUDGED = Path(__file__).with_name("unjudged.js").read_text(encoding="utf-8")
ONLY_UNJUDGED = """axe.configure(
  {rules: [{id: "color-contrast", selector: "[data-unjudged]"}]})"""
ALL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_LOOKS = ["color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block"]
RUN = """options => axe.run(options).then(found =>
  [...found.violations, ...found.incomplete].flatMap(rule => rule.nodes.map(node =>
    rule.id + ": " + node.target.join(" ") + " "
    + [...node.any, ...node.all, ...node.none].map(check => check.message).join("; "))))"""

Judged = dict[int, list[str]]


@pytest.fixture(scope="session")
def judged() -> Judged:
    """How texts look whose contrast was judged, by the width of the screen."""
    return {PHONE: [], DESK: []}


def faults(page: Page, width: int, rules: list[str], judged: Judged) -> list[str]:
    """What axe finds wrong or cannot decide, on a screen as tall as the page, so that the call
    bar lies over nothing; contrast only where texts look otherwise than those in `judged`."""
    _resize(page, width, 900)
    _resize(page, width, page.evaluate("document.documentElement.scrollHeight"))
    judged[width] += page.evaluate(UNJUDGED, judged[width])
    options = {"runOnly": rules, "resultTypes": ["violations", "incomplete"], "preload": False}
    return [f"{page.url} {width}: {fault}" for fault in page.evaluate(RUN, options)]


def _resize(page: Page, width: int, height: int) -> None:
    """Lay a page out anew; what is painted is tiny, since painting takes long and nobody looks."""
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    _session(page).send("Emulation.setDeviceMetricsOverride", {**size, "scale": 0.05})


@cache
def _session(page: Page) -> CDPSession:
    return page.context.new_cdp_session(page)


def quick(screen: Screen) -> Page:
    """A screen that loads no picture files."""
    page = screen()
    page.route("**/*.png", lambda route: route.abort())
    return page


def open_with_axe(page: Page, path: str) -> None:
    if "?" in path:
        show(page, path)
    else:
        page.goto(path, wait_until="domcontentloaded")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    page.evaluate(ONLY_UNJUDGED)


@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing_on_any_page(
    screen: Screen, site: Path, part: int, judged: Judged
) -> None:
    page = quick(screen)
    found = []
    for path in one_of_each_build(site)[part::PARTS]:
        open_with_axe(page, path)
        found += faults(page, PHONE, ALL, judged)
        found += faults(page, DESK, OF_LOOKS, judged)
    assert found == []


def test_axe_finds_nothing_on_a_desk(screen: Screen, kinds: dict[str, str], judged: Judged) -> None:
    page = quick(screen)
    found = []
    for path in kinds.values():
        open_with_axe(page, path)
        found += faults(page, DESK, ALL, judged)
    assert found == []


def test_pages_that_are_built_otherwise_are_not_taken_for_each_other(site: Path) -> None:
    pages = every_page(site)
    judged = one_of_each_build(site)
    assert set(judged) < set(pages)
    kinds = {path.partition("/")[0] for path in pages}
    assert {path.partition("/")[0] for path in judged} == kinds


HARD_TO_READ = (
    "color: #777",
    "opacity: 0.3",
    "background: #777",
    "background: linear-gradient(#fff, #777)",
)


def test_one_text_of_one_page_that_is_hard_to_read_is_found(
    screen: Screen, kinds: dict[str, str]
) -> None:
    page = quick(screen)
    looks: Judged = {PHONE: []}
    open_with_axe(page, kinds["alert"])
    assert faults(page, PHONE, OF_LOOKS, looks) == []
    missed = []
    for place in ("main p", "footer a"):
        text = page.locator(place).filter(visible=True).last
        for style in HARD_TO_READ:
            text.evaluate("(text, style) => { text.style.cssText = style }", style)
            found = faults(page, PHONE, OF_LOOKS, looks)
            if not any("color-contrast" in fault for fault in found):
                missed.append((place, style))
        text.evaluate("text => { text.style.cssText = '' }")
        assert faults(page, PHONE, OF_LOOKS, looks) == []
    assert missed == []


@pytest.mark.parametrize("look", LOOKS, ids="-".join)
def test_axe_finds_nothing_in_any_other_look(
    screen: Screen, kinds: dict[str, str], look: dict[str, bool]
) -> None:
    page = screen(**look)
    judged: Judged = {PHONE: [], DESK: []}
    found = []
    for path in kinds.values():
        open_with_axe(page, path)
        for width in judged:
            found += faults(page, width, OF_LOOKS, judged)
    assert found == []
