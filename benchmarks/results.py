"""All that is measured of our speed, beside the targets: writes `benchmarks/results.md`.

    python -m benchmarks.results [--pages 1000 3000] [--runs 3] [--saves 7] [--day 2026-12-01]

Other sizes or fewer runs are for trying out: they write the file, too, and it says so.
"""

from __future__ import annotations

import argparse
import os
import platform
from collections.abc import Iterator
from pathlib import Path

from benchmarks.report import Report, verdicts
from benchmarks.rivals import versions
from benchmarks.saved import saved
from benchmarks.search.large import PAGES, search_at
from benchmarks.side_by_side import add_options, side_by_side

RESULTS = Path(__file__).with_name("results.md")
_RIVALS = {"hugo": "Hugo", "zensical": "Zensical", "mkdocs-material": "Material for MkDocs"}


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    add_options(parser)
    parser.add_argument("--saves", type=int, default=7)
    parser.add_argument("--searched", type=int, default=PAGES, help="pages of the site searched")
    options = parser.parse_args()
    race = side_by_side(options.pages, options.runs, options.day)
    sizes = [0, *(pages for pages in options.pages if pages > min(options.pages))]
    seen = saved(sizes, options.saves)
    found = search_at(options.searched)
    searched = Report((f"约 {options.searched} 页的网站，在真的浏览器里。{found}。",))
    text = "\n".join(_lines(options, race, seen, searched)) + "\n"
    RESULTS.write_text(text, encoding="utf-8", newline="\n")
    print(text)


def _lines(
    options: argparse.Namespace, race: Report, seen: Report, searched: Report
) -> Iterator[str]:
    rivals = "，".join(f"{name} {versions()[package]}" for package, name in _RIVALS.items())
    yield "# 速度"
    yield ""
    yield f"`make bench` 写出的，{options.day}，各 {options.runs} 次。"
    yield f"机器：{os.cpu_count()} 核，{_processor()}，{platform.system()}；"
    yield f"Python {platform.python_version()}，{rivals}。"
    sections = {"和别的生成器比": race, "存盘到看见": seen, "搜索": searched}
    figures = [figure for each in sections.values() for figure in each.figures]
    yield from ("", "## 目标", "", *verdicts(figures))
    for title, report in sections.items():
        yield from ("", f"## {title}", "", *report.lines)


def _processor() -> str:
    """Give what the system calls the processor."""
    about = Path("/proc/cpuinfo")
    lines = about.read_text(encoding="utf-8").splitlines() if about.is_file() else []
    names = (line.partition(": ")[2] for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


if __name__ == "__main__":
    main()
