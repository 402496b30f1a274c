"""A maker of documents with the real look."""

from __future__ import annotations

import pytest

from generator.documents.maker import Maker
from generator.load import load
from generator.look import look_of
from generator.model.library import Library
from generator.palette import palette_of
from generator.pictures import drawings_of
from tests.conftest import FIXTURE, ROOT


@pytest.fixture(scope="session")
def library() -> Library:
    """The small county's library."""
    loaded = load(FIXTURE).library
    assert loaded is not None
    return loaded


@pytest.fixture(scope="session")
def maker(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Maker:
    """A maker of the small county, with its pictures, which keeps what it makes for itself."""
    root = tmp_path_factory.mktemp("project")
    (root / "theme").symlink_to(ROOT / "theme")
    drawings = drawings_of(library.pictures.values(), palette_of(look_of(ROOT)))
    return Maker(library.site, root, drawings=drawings)
