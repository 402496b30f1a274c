"""The real year is carried into the next."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.cli import main
from tests.conftest import DAY, copy_project


def test_the_real_year_is_carried_forward_and_passes_the_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = copy_project(tmp_path)
    before = {path: path.read_bytes() for path in (project / "content").glob("*/2023/*.yml")}
    there = ["--root", str(project), "--as-of", DAY]
    assert main(["new", "year", "2024", *there]) == 0
    assert main(["check", *there]) == 0
    assert "错误 0 处" in capsys.readouterr().err
    for folder in ("work", "themes", "campaigns"):
        old, new = (project / "content" / folder / year for year in ("2023", "2024"))
        assert [path.name for path in sorted(new.iterdir())] == [
            path.name for path in sorted(old.iterdir())
        ]
        for path in new.iterdir():
            data = yaml.safe_load(path.read_text("utf-8"))
            assert (data["status"], data["year"]) == ("draft", 2024), path
            assert (str(data["reviewed_on"]), data["publish_on"].year) == (DAY, 2024), path
            assert "2023" not in str(data["id"]), path
    assert before == {path: path.read_bytes() for path in before}
