"""The benchmarks still run: on two queries, with the engines that are installed."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.large import large_project
from benchmarks.push import main as push
from tests.conftest import ROOT
from tests.web_servers import is_installed


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
    project = large_project(tmp_path / "large", 1240)
    assert len({path.parent for path in project.glob("content/county/work/*/*.yml")}) > 2
    assert check(project)[0] == 0


def test_a_push_in_wechat_is_stood_and_measured(
    fixture_site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """At the rate of 50,000 visits in ten minutes, for three seconds."""
    if not is_installed("nginx"):
        pytest.skip("nginx is not installed")
    few = ["--minutes", "0.05", "--seconds", "1", "--server", "nginx"]
    assert push([str(fixture_site), *few]) == 0
    rows = [line.split("│") for line in capsys.readouterr().out.splitlines() if "│ nginx" in line]
    cells = [[cell.strip().replace(",", "") for cell in row[1:-1]] for row in rows]
    (asked, visits, rate, _, slowest, *_), (_, most_visits, most_rate, *_) = cells
    assert (asked, visits) == ("nginx 推送", "250")
    assert float(slowest) < 1000  # milliseconds, of 99 requests in a hundred
    assert float(most_rate) > float(rate) > 100
    assert int(most_visits) > 0
    assert [row[7] for row in cells] == ["0", "0"]


def test_bench_runs_all_benchmarks() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    recipe = makefile.partition("\nbench:")[2].partition("\n\n")[0]
    assert "benchmarks.results" in recipe
    assert "benchmarks.search" in recipe
