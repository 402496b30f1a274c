"""axe on what every page consists of, on a phone and on a desk: no fault, and none undecided.

A few pages are chosen in which every element of every page stands in a place like its own. On
these, every rule is run at both widths, and in every look the rules that see how a page looks.
What the real county's pages have besides is judged in `tests/content/`.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.browser.addresses import every_page, pages_that_hold_all
from tests.browser.axe import (
    ALL,
    DESK,
    LOOKS,
    OF_LOOKS,
    PHONE,
    Judged,
    faults,
    judge,
    open_with_axe,
    quick,
)
from tests.browser.conftest import Screen
from tests.conftest import most_thorough


@pytest.fixture(scope="session")
def shown(fixture_site: Path, kinds: dict[str, str]) -> list[str]:
    """The pages on which all is judged; one of them is a search with results."""
    return [*pages_that_hold_all(fixture_site), kinds["results"]]


@pytest.fixture(scope="session")
def styled(fixture_site: Path, kinds: dict[str, str]) -> list[str]:
    """The pages on which what is seen otherwise in other looks is judged."""
    return [*pages_that_hold_all(fixture_site, looks_only=True), kinds["results"]]


@pytest.mark.parametrize("width", most_thorough([PHONE, DESK], but=1))
def test_axe_finds_nothing_on_any_page(screen: Screen, shown: list[str], width: int) -> None:
    assert judge(quick(screen), shown, [width], ALL) == []


def test_what_one_page_alone_has_is_judged(fixture_site: Path, tmp_path: Path) -> None:
    pages = every_page(fixture_site)
    few = pages_that_hold_all(fixture_site)
    other = next(path for path in pages if path not in few)
    copy = shutil.copytree(
        fixture_site, tmp_path / "site", ignore=shutil.ignore_patterns("*.pdf", "*.zip", "*.png")
    )
    text = (copy / other).read_text(encoding="utf-8")
    (copy / other).write_text(text.replace("<h2", '<h2 role="none"', 1), encoding="utf-8")
    assert other in pages_that_hold_all(copy)
    assert pages_that_hold_all(copy, but=fixture_site) == [other]
    assert pages_that_hold_all(fixture_site, but=copy) == []


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


@pytest.mark.thorough
@pytest.mark.parametrize("look", LOOKS, ids="-".join)
def test_axe_finds_nothing_in_any_other_look(
    screen: Screen, styled: list[str], look: dict[str, bool]
) -> None:
    assert judge(quick(screen, **look), styled, [PHONE, DESK], OF_LOOKS) == []
