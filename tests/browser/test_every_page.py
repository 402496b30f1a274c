"""axe on every page of the built site, on a phone and on a desk: no fault, and none undecided."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Page

from tests.browser.addresses import every_page
from tests.browser.conftest import Screen, show

PARTS = 8
AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js"))
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """options => axe.run(options).then(found =>
  [...found.violations, ...found.incomplete].flatMap(rule => rule.nodes.map(node =>
    rule.id + ": " + node.target.join(" ") + " "
    + [...node.any, ...node.all, ...node.none].map(check => check.message).join("; "))))"""


def faults(page: Page, width: int) -> list[str]:
    """What axe finds wrong or cannot decide, on a screen as tall as the page, so that the call
    bar lies over nothing."""
    page.set_viewport_size({"width": width, "height": 900})
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": width, "height": height})
    options = {"runOnly": RULES, "resultTypes": ["violations", "incomplete"]}
    return [f"{page.url} {width}: {fault}" for fault in page.evaluate(RUN, options)]


@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing_on_any_page(screen: Screen, site: Path, part: int) -> None:
    page = screen()
    page.route("**/*.png", lambda route: route.abort())
    found = []
    for path in every_page(site)[part::PARTS]:
        page.goto(path, wait_until="domcontentloaded")
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found += [*faults(page, 390), *faults(page, 1280)]
    assert found == []


@pytest.mark.parametrize("look", [{"dark": True}, {"care": True}, {"dark": True, "care": True}])
def test_axe_finds_nothing_in_any_other_look(
    screen: Screen, kinds: dict[str, str], look: dict[str, bool]
) -> None:
    page = screen(**look)
    found = []
    for path in kinds.values():
        show(page, path)
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found += [*faults(page, 390), *faults(page, 1280)]
    assert found == []
