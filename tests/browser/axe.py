"""axe, run on pages one after the other: what it finds wrong or cannot decide.

Texts that look alike are judged once at a width: their contrast is the same wherever they stand,
and judging it anew takes most of axe's time.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import CDPSession, Page

from tests.browser.conftest import Screen, show

PHONE, DESK = 390, 1280
LOOKS = [{"dark": True}, {"care": True}, {"dark": True, "care": True}]
AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js"))
UNJUDGED = Path(__file__).with_name("unjudged.js").read_text(encoding="utf-8")
ONLY_UNJUDGED = """axe.configure(
  {rules: [{id: "color-contrast", selector: "[data-unjudged]"}]})"""
ALL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_LOOKS = ["color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block"]
# axe cannot judge words that are drawn (test_county_colour does), nor does it know that a drawing
# ends at its frame: what is in one would lie over the text beside it.
EMPTY_FRAMES = """() => {
  for (const each of document.querySelectorAll("svg.scene")) each.replaceChildren();
}"""
RUN = """options => axe.run({exclude: [[".pa-map svg text"]]}, options)
  .then(found =>
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


def judge(page: Page, paths: list[str], widths: list[int], rules: list[str]) -> list[str]:
    """Give the faults of some pages at some widths, in one look."""
    judged: Judged = {width: [] for width in widths}
    found = []
    for path in paths:
        open_with_axe(page, path)
        for width in widths:
            found += faults(page, width, rules, judged)
    return found


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
    page.evaluate(EMPTY_FRAMES)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    page.evaluate(ONLY_UNJUDGED)
