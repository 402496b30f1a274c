"""axe on what every page consists of, on a phone and on a desk: no fault, and none undecided.

A few pages are chosen in which every element of every page stands in a place like its own. On
these, every rule is run at both widths, and in every look the rules that see how a page looks.
Texts that look alike are judged once at a width: their contrast is the same wherever they stand,
and judging it anew takes most of axe's time.
"""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import CDPSession, Page

from tests.browser.addresses import every_page, pages_that_hold_all
from tests.browser.conftest import Screen, show

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


def quick(screen: Screen, **look: bool) -> Page:
    """A screen that loads no picture files."""
    page = screen(**look)
    page.route("**/*.png", lambda route: route.abort())
    return page


def open_with_axe(page: Page, path: str) -> None:
    if "?" in path:
        show(page, path)
    else:
        page.goto(path, wait_until="domcontentloaded")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    page.evaluate(ONLY_UNJUDGED)


@pytest.fixture(scope="session")
def shown(site: Path, kinds: dict[str, str]) -> list[str]:
    """The pages on which all is judged; one of them is a search with results."""
    return [*pages_that_hold_all(site), kinds["results"]]


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_axe_finds_nothing_on_any_page(screen: Screen, shown: list[str], width: int) -> None:
    page = quick(screen)
    judged: Judged = {width: []}
    found = []
    for path in shown:
        open_with_axe(page, path)
        found += faults(page, width, ALL, judged)
    assert found == []


def test_what_one_page_alone_has_is_judged(site: Path, tmp_path: Path) -> None:
    pages = every_page(site)
    few = pages_that_hold_all(site)
    assert 20 < len(few) < len(pages) / 4
    copy = shutil.copytree(site, tmp_path / "site", ignore=shutil.ignore_patterns("files", "*.png"))
    other = next(path for path in pages if path not in few and path.startswith("references/"))
    text = (copy / other).read_text(encoding="utf-8")
    (copy / other).write_text(text.replace("<h2", '<h2 role="none"', 1), encoding="utf-8")
    assert other in pages_that_hold_all(copy)


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
    screen: Screen, shown: list[str], look: dict[str, bool]
) -> None:
    page = quick(screen, **look)
    judged: Judged = {PHONE: [], DESK: []}
    found = []
    for path in shown:
        open_with_axe(page, path)
        for width in judged:
            found += faults(page, width, OF_LOOKS, judged)
    assert found == []
