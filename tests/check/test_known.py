"""What the check remembers changes nothing of what it says, whatever is edited between two runs."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.check import check
from generator.load import load
from generator.model.problem import Problem
from tests.conftest import DAY, copy_fixture_county
from tests.edits import EDITS, edit


def said(root: Path, day: date) -> tuple[Problem, ...]:
    return check(load(root), as_of=day)


@pytest.mark.thorough
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 500)), min_size=1, max_size=6))
def test_what_is_remembered_is_what_would_be_found(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, int]]
) -> None:
    root = copy_fixture_county(tmp_path_factory.mktemp("known") / "county")
    (root / ".pingan").unlink()  # that of all tests
    files = {path: path.read_bytes() for path in (root / "content").rglob("*.yml")}
    day = date.fromisoformat(DAY)
    said(root, day)
    for kind, number in edits:
        if kind == "the day passes":
            day += timedelta(days=number)
        else:
            edit(root, files, kind, number)
        found = said(root, day)
        shutil.rmtree(root / ".pingan")
        assert found == said(root, day)


def test_a_file_that_is_mended_is_read_again(fixture_county: Path) -> None:
    path = fixture_county / "content/common/sectors/gas.yml"
    good = path.read_text("utf-8")
    day = date.fromisoformat(DAY)
    assert said(fixture_county, day) == ()
    path.write_text(good.replace("title: ", "titel: ", 1), "utf-8")
    first = said(fixture_county, day)
    assert {each.path for each in first} == {"content/common/sectors/gas.yml"}
    assert said(fixture_county, day) == first
    path.write_text(f"# 第一行\n{good.replace('title: ', 'titel: ', 1)}", "utf-8")
    assert [each.line for each in said(fixture_county, day)] == [each.line + 1 for each in first]
    path.write_text(good, "utf-8")
    assert said(fixture_county, day) == ()
