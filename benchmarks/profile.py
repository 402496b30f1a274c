"""What costs most of a build or a check: its functions by their own time and with all they call.

python -m benchmarks.profile build|check [--root DIR] [--day 2026-12-01] [--top 25]
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.large import ROOT
from generator.cli import main as pingan


def main() -> None:
    """Run it once and print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("what", choices=["build", "check"])
    parser.add_argument("--root", type=Path, default=ROOT)
    parser.add_argument("--day", default=time.strftime("%Y-%m-%d"))
    parser.add_argument("--top", type=int, default=25)
    options = parser.parse_args()
    profile = cProfile.Profile()
    command = [options.what, "--root", str(options.root), "--as-of", options.day]
    profile.runcall(pingan, command)
    found = pstats.Stats(profile).get_stats_profile()
    for title, kind in (("自己用的时间", "tottime"), ("连同它调用的", "cumtime")):
        table = Table(title=f"{title}（一共 {found.total_tt:.1f} 秒）", title_justify="left")
        table.add_column("秒", justify="right")
        table.add_column("次数", justify="right")
        table.add_column("函数")
        costs = sorted(found.func_profiles.items(), key=lambda pair: -getattr(pair[1], kind))
        for name, each in costs[: options.top]:
            file = Path(each.file_name)
            where = file.relative_to(ROOT) if file.is_relative_to(ROOT) else file.name
            table.add_row(
                f"{getattr(each, kind):.2f}", each.ncalls, f"{name}（{where}:{each.line_number}）"
            )
        Console().print(table)


if __name__ == "__main__":
    main()
