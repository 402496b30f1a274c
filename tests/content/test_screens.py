"""What the real pages have that the small county's have not, judged as those are."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.addresses import every_page, pages_that_hold_all
from tests.browser.axe import ALL, DESK, LOOKS, OF_LOOKS, PHONE, judge, quick
from tests.browser.conftest import Screen
from tests.browser.test_every_kind_of_page import test_no_page_scrolls_sideways
from tests.browser.test_large_type import on, wrong_on

__all__ = ["test_no_page_scrolls_sideways"]


@pytest.fixture(scope="session")
def shown(site: Path, fixture_site: Path, kinds: dict[str, str]) -> list[str]:
    """The pages on which what is new is judged; one of them is a search with results."""
    return [*pages_that_hold_all(site, but=fixture_site), kinds["results"]]


@pytest.fixture(scope="session")
def styled(site: Path, fixture_site: Path, kinds: dict[str, str]) -> list[str]:
    """The pages on which what is seen otherwise in other looks is judged."""
    return [*pages_that_hold_all(site, but=fixture_site, looks_only=True), kinds["results"]]


def test_most_of_the_real_pages_is_like_the_small_countys(site: Path, shown: list[str]) -> None:
    assert len(shown) < len(every_page(site)) / 10


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_axe_finds_nothing_on_any_page(screen: Screen, shown: list[str], width: int) -> None:
    assert judge(quick(screen), shown, [width], ALL) == []


@pytest.mark.parametrize("look", LOOKS, ids="-".join)
def test_axe_finds_nothing_in_any_other_look(
    screen: Screen, styled: list[str], look: dict[str, bool]
) -> None:
    assert judge(quick(screen, **look), styled, [PHONE, DESK], OF_LOOKS) == []


@pytest.mark.parametrize("name", ["care-320", "twice-the-size", "on-its-side"])
def test_nothing_overlaps_or_is_cut_off(screen: Screen, kinds: dict[str, str], name: str) -> None:
    page = on(screen, name)
    assert [wrong for path in kinds.values() for wrong in wrong_on(page, path)] == []
