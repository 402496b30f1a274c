"""The benchmarks still run: on two queries, with the engines that are installed."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from benchmarks.large import large_project
from benchmarks.push import main as push
from benchmarks.report import Figure, verdicts
from benchmarks.results import RESULTS
from benchmarks.rivals import HUGO, MKDOCS, pages_of, write_rivals
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


def test_the_others_get_the_same_text(fixture_site: Path, tmp_path: Path) -> None:
    pages = pages_of(fixture_site)
    assert write_rivals(fixture_site, tmp_path) == len(pages) > 30
    for page in pages:
        whole = html.document_fromstring((fixture_site / page).read_bytes())
        text = whole.find(".//*[@id='pa-text']")
        if text is None:
            continue
        for silent in list(text.iter("script", "style", "svg", "select", "button")):
            silent.drop_tree()
        name = page.with_suffix(".md")
        ours = _letters(text.text_content())
        for other in (MKDOCS + "/docs", HUGO + "/content"):
            path = tmp_path / other / name
            path = path if path.is_file() else path.with_name("_index.md")
            assert sorted(_letters(path.read_text(encoding="utf-8"))) == sorted(ours)


def _letters(text: str) -> str:
    return "".join(re.findall(r"[\u3400-\u9fff]", text))


def test_a_figure_stands_beside_its_target() -> None:
    lines = list(verdicts([Figure("存盘到看见", 0.5, 0.7), Figure("内存", 702.4, 500, " MB")]))
    assert lines[2:] == [
        "| 存盘到看见 | 0.50 秒 | 0.7 秒 | 达到 |",
        "| 内存 | 702 MB | 500 MB | 没有达到 |",
    ]


def test_bench_measures_and_writes_the_results() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    recipe = makefile.partition("\nbench:")[2].partition("\n\n")[0]
    assert "benchmarks.results" in recipe
    assert "benchmarks.search" in recipe
    results = RESULTS.read_text(encoding="utf-8")
    assert RESULTS == ROOT / "benchmarks/results.md"
    for part in ("## 目标", "平安站，从头生成", "Hugo", "Zensical", "Material", "存盘到看见"):
        assert part in results
