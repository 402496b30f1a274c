"""The sites that all tests share: made once, and where that fails, each test says why."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import generator
from tests.conftest import build, built_once, copy_fixture_county


def test_a_site_is_made_once(tmp_path_factory: pytest.TempPathFactory) -> None:
    made: list[Path] = []

    def make(folder: Path) -> Path:
        made.append(folder)
        return folder / "site"

    first = built_once(tmp_path_factory, "once", make)
    assert [built_once(tmp_path_factory, "once", make), *made] == [first, first.parent]


def test_each_is_told_why_there_is_no_site(tmp_path_factory: pytest.TempPathFactory) -> None:
    def make(folder: Path) -> Path:
        county = copy_fixture_county(folder / "county")
        (county / "content/county/site.yml").unlink()
        build(county)
        return county / "site"

    for _ in range(2):
        with pytest.raises(pytest.fail.Exception, match=r"content/county/site\.yml:1:1: E102"):
            built_once(tmp_path_factory, "broken", make)


def test_programs_that_tests_start_import_what_they_import(tmp_path: Path) -> None:
    say = "import generator; print(generator.__path__[0])"
    done = subprocess.run(
        [sys.executable, "-c", say], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == generator.__path__[0]
