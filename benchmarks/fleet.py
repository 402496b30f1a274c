"""What a county of a fleet costs, after the first has made what all share.

    python -m benchmarks.fleet [counties [jobs]]

The counties are generated: three of four have their settings alone, each fourth has the units,
the work points and the editions of the county that ships. By default they are built one after
another by one process, as each core of a larger machine would.
"""

from __future__ import annotations

import resource
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from generator.fleet.crew import outcomes, processes
from generator.fleet.job import Outcome
from generator.fleet.plan import jobs_of
from tests.conftest import ROOT

DAY = "2026-11-24"
IMPRINT = """imprint:
  name: 全省安全宣传
  publisher: 省安全生产委员会办公室
"""


def main(counties: int = 40, at_once: int = 1) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as temporary:
        root = _project(Path(temporary), counties)
        jobs = jobs_of(root, root / "province", output=root / "sites", as_of=DAY)
        started = time.perf_counter()
        done = {each.name: each for each in outcomes(jobs, processes(at_once), warm=False)}
        whole = time.perf_counter() - started
        assert all(each.stands for each in done.values()), done
        sizes = [each.size for each in done.values()]
    first, *rest = (done[job.name] for job in jobs)
    last = rest[-1]
    own = [each for number, each in enumerate(rest, 2) if not number % 4]
    table = Table(title=f"{counties} 个县", title_justify="left")
    for name in ("", "秒", "和第一个县比", "网页"):
        table.add_column(name, justify="right")
    for name, each in (("第一个", first), (f"第 {counties} 个", last)):
        _row(table, name, each.seconds, first, each.pages)
    for name, some in (
        ("只有设置的", [each for each in rest if each not in own]),
        ("有单位和工作要点的", own),
    ):
        median = statistics.median(each.seconds for each in some)
        _row(table, f"{name}（中位数）", median, first, some[0].pages)
    Console().print(table)
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e3
    print(f"每县 {statistics.mean(sizes) / 1e6:.0f} MB；{at_once} 个进程，每个至多 {memory:.0f} MB")
    print(
        f"一共 {whole:.0f} 秒；第一个县以后，平均每县 {(whole - first.seconds) / len(rest):.2f} 秒"
    )


def _row(table: Table, name: str, seconds: float, first: Outcome, pages: int) -> None:
    table.add_row(name, f"{seconds:.1f}", f"{seconds / first.seconds:.3f}", str(pages))


def _project(folder: Path, counties: int) -> Path:
    shutil.copytree(ROOT / "content/common", folder / "content/common")
    for name in ("docs", "theme", "mkdocs.yml"):
        (folder / name).symlink_to(ROOT / name)
    for number in range(1, counties + 1):
        county = folder / "province" / f"第{number:02}县"
        if number % 4:
            county.mkdir(parents=True)
            shutil.copy(ROOT / "content/county/site.yml", county)
        else:
            shutil.copytree(ROOT / "content/county", county)
        site = county / "site.yml"
        text = site.read_text(encoding="utf-8").replace("XX县", county.name)
        site.write_text(text.replace("region:", f"{IMPRINT}region:", 1), encoding="utf-8")
    return folder


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
