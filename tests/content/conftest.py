"""The real county's content and its site, as the tests of this folder see them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.load import load
from generator.model.library import Library
from tests.browser.addresses import one_of_each_kind
from tests.browser.conftest import context, page, screen, served
from tests.conftest import ROOT

__all__ = ["context", "page", "screen"]


@pytest.fixture(scope="session")
def library() -> Library:
    loaded = load(ROOT)
    assert loaded.library is not None
    return loaded.library


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The real site on a local web server: its address, ending in a slash."""
    with served(site) as found:
        yield found


@pytest.fixture(scope="session")
def kinds(site: Path) -> dict[str, str]:
    """The address of the longest page of each kind of the real site."""
    return one_of_each_kind(site)


@pytest.fixture(scope="session")
def files(site: Path) -> Path:
    """The folder of all downloads of the real site."""
    return site / "files"
