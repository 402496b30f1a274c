"""The downloads of the small county's site."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.load import load
from generator.model.library import Library
from tests.conftest import FIXTURE


@pytest.fixture(scope="session")
def library() -> Library:
    loaded = load(FIXTURE)
    assert loaded.library is not None
    return loaded.library


@pytest.fixture(scope="session")
def files(fixture_site: Path) -> Path:
    """The folder of all downloads of the built site."""
    return fixture_site / "files"
