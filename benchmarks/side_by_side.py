"""Ours beside Hugo, Zensical and stock Material on the same text, as ratios of the same run.

    python -m benchmarks.side_by_side [--pages 1000 3000] [--runs 3] [--day 2026-12-01]

Each is a process of its own, one after the other and then again, so that a slow minute hits all.
Documents are made beforehand. Writes `benchmarks/results.md`.
"""

from __future__ import annotations

import argparse
import math
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.large import ROOT, large_project
from benchmarks.rivals import installed, write_rivals

RESULTS = Path(__file__).with_name("results.md")
_PINGAN = [sys.executable, "-m", "generator"]
_A_WORD = "content/common/situations/home-fire.yml"


@dataclass(frozen=True)
class Cost:
    """What a run took: seconds, and the most memory of its first process in MB."""

    seconds: float
    memory: float


@dataclass(frozen=True)
class Race:
    """One size: pages of ours, and what each way took in each run."""

    pages: int
    costs: dict[str, list[Cost]]

    def seconds(self, way: str) -> float:
        """Give the median of a way's seconds."""
        return statistics.median(cost.seconds for cost in self.costs[way])


def main() -> None:
    """Run, print and write the results."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--pages", type=int, nargs="+", default=[1000, 3000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--day", default=time.strftime("%Y-%m-%d"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        races = [
            race(Path(temporary) / str(pages), pages, options.runs, options.day)
            for pages in options.pages
        ]
    text = "\n".join(_report(races, options.runs, options.day))
    RESULTS.write_text(text, encoding="utf-8")
    sys.stdout.write(text)


def race(folder: Path, pages: int, runs: int, day: str) -> Race:
    """Let all run on one size, `runs` times in turn."""
    project = large_project(folder / "ours", pages)
    (project / ".pingan").unlink()
    (project / ".pingan").mkdir()
    for name in ("documents", "learned"):
        (project / ".pingan" / name).symlink_to(ROOT / ".pingan" / name)
    build = [*_PINGAN, "build", "--root", str(project), "--as-of", day]
    check = [*_PINGAN, "check", "--root", str(project), "--as-of", day]
    _run(build)
    count = write_rivals(project / "site", folder)
    programs = installed()
    mkdocs, hugo = folder / "mkdocs", folder / "hugo"

    def forget() -> None:
        shutil.rmtree(project / "site", ignore_errors=True)
        for path in (project / ".pingan").glob("known.sqlite*"):
            path.unlink()

    def clean(place: Path) -> Callable[[], None]:
        def remove() -> None:
            for name in _MADE:
                shutil.rmtree(place / name, ignore_errors=True)

        return remove

    ways: dict[str, tuple[Callable[[], object], list[str], Path]] = {
        "hugo": (clean(hugo), [str(programs / "hugo"), "--quiet"], hugo),
        "ours cold": (forget, build, ROOT),
        "ours same": (lambda: None, build, ROOT),
        "ours word": (lambda: _say(project / _A_WORD), build, ROOT),
        "check": (lambda: None, check, ROOT),
        "check word": (lambda: _say(project / _A_WORD), check, ROOT),
        "zensical": (clean(mkdocs), [str(programs / "zensical"), "build"], mkdocs),
        "material": (clean(mkdocs), [str(programs / "mkdocs"), "build", "-q"], mkdocs),
    }
    costs: dict[str, list[Cost]] = defaultdict(list)
    for _ in range(runs):
        for way, (prepare, command, place) in ways.items():
            prepare()
            costs[way].append(_run(command, place))
    return Race(count, dict(costs))


_MADE = ("site", "public", ".cache", "resources")


def _say(path: Path) -> None:
    """Say one word more in a file."""
    text = path.read_text(encoding="utf-8")
    place = text.index("- text: ") + len("- text: ")
    path.write_text(f"{text[:place]}先{text[place:]}", encoding="utf-8")


def _run(command: list[str], place: Path = ROOT) -> Cost:
    started = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=place, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert process.stderr is not None
    said = process.stderr.read().decode(errors="replace")
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)}\n{said}")
    return Cost(time.perf_counter() - started, usage.ru_maxrss / 1024)


_NAMES = {
    "hugo": "Hugo，最简单的主题",
    "ours cold": "平安站，从头生成（资料已做好）",
    "ours same": "平安站，什么都没改",
    "ours word": "平安站，改了一个字",
    "check": "`pingan check`，什么都没改",
    "check word": "`pingan check`，改了一个字",
    "zensical": "Zensical，从头生成",
    "material": "Material for MkDocs，自带搜索",
}


def _report(races: list[Race], runs: int, day: str) -> Iterator[str]:
    yield "# 和别的生成器比"
    yield ""
    yield (
        f"同样的文字，一台 {os.cpu_count()} 核的机器，Python {platform.python_version()}，{day}。"
        f"每一种单独运行，轮流各 {runs} 次，取中位数；比的是同一轮里的倍数。"
        "平安站多做的：资料的核对、订阅、中文搜索、内容检查。"
    )
    for each in races:
        yield ""
        yield f"## {each.pages} 页"
        yield ""
        yield "| | 秒（最快到最慢） | 是 Hugo 的几倍 | 内存（MB） |"
        yield "|---|---:|---:|---:|"
        for way, name in _NAMES.items():
            found = [cost.seconds for cost in each.costs[way]]
            memory = max(cost.memory for cost in each.costs[way])
            yield (
                f"| {name} | {each.seconds(way):.2f}（{min(found):.2f}–{max(found):.2f}） "
                f"| {each.seconds(way) / each.seconds('hugo'):.1f} | {memory:.0f} |"
            )
    if len(races) > 1:
        first, last = races[0], races[-1]
        growth = math.log(last.seconds("ours cold") / first.seconds("ours cold")) / math.log(
            last.pages / first.pages
        )
        yield ""
        yield (
            f"从 {first.pages} 页到 {last.pages} 页，"
            f"平安站从头生成的时间按页数的 {growth:.2f} 次方增长。"
        )
    yield ""


if __name__ == "__main__":
    main()
