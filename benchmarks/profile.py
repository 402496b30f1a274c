"""What costs most of a build or a check: its parts, and its functions.

    python -m benchmarks.profile build|check [--pages 3000] [--cold] [--day 2026-12-01] [--top 25]

Without `--cold` it is the run after one word was changed. Documents are made beforehand. A
profiler makes all slower, what calls much most of all: the shares tell more than the seconds.
"""

from __future__ import annotations

import argparse
import pstats
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.large import ROOT, forget, large_project, say

Function = tuple[str, int, str]
"""The file, the line and the name of a function, as the profiler gives them."""
Costs = Mapping[Function, tuple[int, int, float, float, Mapping[Function, tuple[Any, ...]]]]
"""Of each function: calls that were no recursion, all calls, own seconds, all, and by caller."""
_LIBRARIES = "site-packages"
_SMALL = 0.005
"""A part that takes less of the whole is not shown."""
_NEARLY_ALL = 0.98
"""A function that takes more of the whole only calls what does the work."""


def main() -> None:
    """Run it once and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("what", choices=["build", "check"])
    parser.add_argument("--pages", type=int, default=0)
    parser.add_argument("--cold", action="store_true")
    parser.add_argument("--day", default=time.strftime("%Y-%m-%d"))
    parser.add_argument("--top", type=int, default=25)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        project = large_project(Path(temporary) / "project", options.pages)
        command = ["-m", "generator", options.what, "--root", str(project), "--as-of", options.day]
        _run("-m", "generator", "build", *command[3:])
        _run(*command)
        if options.cold:
            forget(project)
        else:
            say(project, "先")
        kept = Path(temporary) / "profile"
        _run("-m", "cProfile", "-o", str(kept), *command)
        found: Any = pstats.Stats(str(kept))
    console = Console(width=120)
    console.print(_parts(found.stats, found.total_tt))
    for title, place in (("自己用的时间", 2), ("连同它调用的", 3)):
        telling = {
            function: cost
            for function, cost in found.stats.items()
            if cost[place] < _NEARLY_ALL * found.total_tt
        }
        console.print(_functions(telling, title, place, options.top))


def _run(*arguments: str) -> None:
    """Run Python without what it prints; raises `SystemExit` with that if it fails."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise SystemExit(done.stdout)


def _parts(costs: Costs, whole: float) -> Table:
    """Tabulate the seconds of each part: its own, and from when it is entered until it is left."""
    own: dict[str, float] = defaultdict(float)
    entered: dict[str, float] = defaultdict(float)
    for function, (_, _, seconds, _, callers) in costs.items():
        part = _part(function)
        own[part] += seconds
        for caller, (*_, through) in callers.items():
            if _part(caller) != part:
                entered[part] += through
    table = _table(f"各部分（一共 {whole:.1f} 秒）", "自己（秒）", "连同它调用的（秒）", "部分")
    for part in sorted(entered, key=lambda each: -entered[each]):
        if max(own[part], entered[part]) > _SMALL * whole:
            table.add_row(f"{own[part]:.2f}", f"{min(entered[part], whole):.2f}", part)
    return table


def _part(function: Function) -> str:
    """Give the part of the program that a function belongs to: a package of ours, or a library."""
    file = Path(function[0])
    if file.is_relative_to(ROOT) and _LIBRARIES not in file.parts:
        return "/".join(file.relative_to(ROOT).with_suffix("").parts[:2])
    if _LIBRARIES in file.parts:
        return file.parts[file.parts.index(_LIBRARIES) + 1]
    return "Python"


def _functions(costs: Costs, title: str, place: int, top: int) -> Table:
    table = _table(title, "秒", "次数", "函数")
    most: Iterable[tuple[Function, tuple[Any, ...]]] = sorted(
        costs.items(), key=lambda pair: -float(pair[1][place])
    )
    for (file, line, name), cost in list(most)[:top]:
        path = Path(file)
        where = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path.name
        at = f"（{where}:{line}）" if line else ""
        table.add_row(f"{cost[place]:.2f}", str(cost[1]), f"{name}{at}")
    return table


def _table(title: str, *names: str) -> Table:
    table = Table(title=title, title_justify="left")
    for name in names[:-1]:
        table.add_column(name, justify="right")
    table.add_column(names[-1], overflow="fold")
    return table


if __name__ == "__main__":
    main()
