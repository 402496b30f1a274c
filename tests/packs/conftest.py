"""The downloads of the real site."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.load import load
from generator.model.library import Library
from tests.conftest import ROOT


@pytest.fixture(scope="session")
def library() -> Library:
    loaded = load(ROOT)
    assert loaded.library is not None
    return loaded.library


@pytest.fixture(scope="session")
def files(site: Path) -> Path:
    """The folder of all downloads of the built site."""
    return site / "files"
