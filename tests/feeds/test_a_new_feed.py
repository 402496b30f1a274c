"""A feed is added as the guide says: a function and a row."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

from generator.cli import main
from generator.look import Folder
from generator.model.artifact import Artifact
from generator.model.library import Library
from tests.conftest import DAY


def titles(library: Library, as_of: date, templates: Folder) -> Iterator[Artifact]:
    """All alerts of a day as plain text."""
    lines = [f"{as_of} {alert.title}" for alert in library.alerts.values()]
    yield Artifact("titles.txt", "\n".join(lines).encode())


def test_a_new_feed_is_a_function_and_a_row(
    fixture_county: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = import_module("generator.feeds.feeds")
    monkeypatch.setattr(module, "FEEDS", (*module.FEEDS, titles))
    assert main(["build", "--root", str(fixture_county), "--as-of", DAY]) == 0
    said = (fixture_county / "site/titles.txt").read_text(encoding="utf-8")
    assert said == f"{DAY} 冬季取暖安全提示"
