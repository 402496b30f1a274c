"""The benchmarks still run: on two queries, with the engines that are installed."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.large import large_project
from tests.conftest import ROOT


@pytest.mark.thorough
def test_the_search_benchmark_runs(fixture_county: Path, tmp_path: Path) -> None:
    lines = (ROOT / "benchmarks/search/queries.tsv").read_text(encoding="utf-8").splitlines()
    queries = tmp_path / "queries.tsv"
    queries.write_text("\n".join(lines[:3]) + "\n", encoding="utf-8")
    done = subprocess.run(
        [
            *(sys.executable, "-m", "benchmarks.search"),
            *("--queries", queries, "--root", fixture_county),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "recall@5（2 个问题）" in done.stdout
    for engine in ("ours", "Material"):
        assert re.search(rf"^{engine}.*：首次结果前 \d+ KB", done.stdout, re.MULTILINE)


@pytest.mark.thorough
def test_the_large_sites_that_are_measured_pass_the_check(
    tmp_path: Path, check: Callable[[Path], tuple[int, list[str]]]
) -> None:
    project = large_project(tmp_path / "large", 520)
    assert len({path.parent for path in project.glob("content/county/work/*/*.yml")}) > 2
    assert check(project)[0] == 0


def test_bench_runs_both_benchmarks() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    recipe = makefile.partition("\nbench:")[2].partition("\n\n")[0]
    assert "benchmarks.build_time" in recipe
    assert "benchmarks.search" in recipe
