"""The real county begins a new year."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from tests.conftest import DAY, copy_project


def test_a_year_of_the_real_county_begins_and_passes_the_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = copy_project(tmp_path)
    before = {path: path.read_bytes() for path in (project / "content").rglob("*.yml")}
    there = ["--root", str(project), "--as-of", DAY]
    assert main(["new", "year", "2027", *there]) == 0
    assert main(["check", *there]) == 0
    assert "错误 0 处" in capsys.readouterr().err
    campaigns = {path.stem for path in (project / "content/common/campaigns").iterdir()}
    begun = project / "content/county/campaigns/2027"
    assert {path.stem for path in begun.iterdir()} == campaigns
    assert (project / "content/county/work/2027/plan.yml").is_file()
    assert before == {path: path.read_bytes() for path in before}


def test_all_twelve_months_and_all_campaigns_are_of_any_year(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    months = {path.stem for path in (project / "content/common/themes").iterdir()}
    assert months == {f"{month:02d}" for month in range(1, 13)}
