"""What the tests of the search share: the records of the small county."""

from __future__ import annotations

import pytest

from generator.clock import parse_day
from generator.load import load
from generator.model.library import Library
from generator.search.records import Record, records
from tests.conftest import DAY, FIXTURE


@pytest.fixture(scope="session")
def library() -> Library:
    loaded = load(FIXTURE).library
    assert loaded is not None
    return loaded.live(parse_day(DAY))


@pytest.fixture(scope="session")
def found(library: Library) -> tuple[Record, ...]:
    return tuple(records(library))
