"""`pingan import work-points`: what a person sees of a document that was read."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from tests.importer import documents


def files(root: Path) -> set[Path]:
    return {path for path in (root / "content").rglob("*") if path.is_file()}


def test_it_lists_what_it_read_and_writes_nothing(
    fixture_county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "要点.txt"
    path.write_text(documents.PLAIN, "utf-8")
    before = files(fixture_county)
    arguments = [
        "import",
        "work-points",
        str(path),
        "--year",
        "2027",
        "--root",
        str(fixture_county),
    ]
    assert main(arguments) == 0
    said = capsys.readouterr().out
    assert "2027年样例县安全生产工作要点：2 部分，3 条" in said
    assert "排查老旧小区" in said
    assert "牵头：县安委办" in said
    assert "要点.txt:7:" in said
    assert "units.yml 里没有“县住建局”" in said
    assert "什么也没有写" in said
    assert files(fixture_county) == before


def test_what_is_no_plan_ends_without_a_trace(
    fixture_county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "要点.txt"
    path.write_text("今天天气很好。", "utf-8")
    arguments = [
        "import",
        "work-points",
        str(path),
        "--year",
        "2027",
        "--root",
        str(fixture_county),
    ]
    assert main(arguments) == 1
    assert "没有找到一条一条的编号" in capsys.readouterr().err
