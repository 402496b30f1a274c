"""Ours beside Hugo, Zensical and stock Material on the same text, as ratios of the same run.

    python -m benchmarks.side_by_side [--pages 1000 3000] [--runs 3] [--day 2026-12-01]

Each run is a process of its own. All take their turns and then again, so that a slow minute hits
all; of what takes long, the others and the way that makes all documents have one turn. Documents
are made beforehand but for that way, which the real county has.
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.large import COUNTY, MEMORY, ROOT, forget, forget_content, large_project, say
from benchmarks.report import Figure, Report, table, verdicts
from benchmarks.rivals import HUGO, MKDOCS, SITUATION, installed, pages_of, write_rivals

_ONCE = Path(__file__).with_name("once.py")
_LONG_SECONDS = 20
"""What takes longer has one turn where that is enough."""
_LARGE = 3000
"""The size that targets of large sites are set for."""
_RIVALS_MAKE = ("site", "public", ".cache", "resources")
NAMES = {
    "hugo": "Hugo，最简单的主题，从头生成",
    "cold": "平安站，从头生成，资料已做好",
    "same": "平安站，什么都没改",
    "word": "平安站，改了一个字",
    "all": "平安站，从头生成，连同全部资料",
    "check cold": "`pingan check`，从头",
    "check same": "`pingan check`，什么都没改",
    "check word": "`pingan check`，改了一个字",
    "zensical": "Zensical，从头生成",
    "zensical same": "Zensical，什么都没改",
    "zensical word": "Zensical，改了一个字",
    "material": "Material for MkDocs，从头生成",
    "material word": "Material for MkDocs，改了一个字（`--dirty`）",
}
"""What the ways are called in the tables."""
_WORDS = (f"第{number}次" for number in itertools.count(1))


@dataclass
class Way:
    """A way to get a site or a check: what is made ready, the command, and what each run took."""

    name: str
    prepare: Callable[[], object]
    command: Sequence[str | Path]
    place: Path = ROOT
    may_be_long: bool = False
    """Whether one turn is enough where it takes long."""
    seconds: list[float] = field(default_factory=list)
    memory: float = 0
    """The most that one of its processes had, in MB."""

    @property
    def median(self) -> float:
        """The median of its seconds."""
        return statistics.median(self.seconds)

    def run(self) -> None:
        """Run it once more; raises `SystemExit` with what it said where it fails."""
        if self.may_be_long and self.seconds and self.median > _LONG_SECONDS:
            return
        self.prepare()
        with tempfile.NamedTemporaryFile() as file:
            done = subprocess.run(
                [sys.executable, "-I", _ONCE, file.name, *self.command],
                cwd=self.place,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                check=True,
            )
            code, seconds, memory = json.load(file)
        if code:
            words = done.stdout.decode(errors="replace")
            raise SystemExit(f"{' '.join(map(str, self.command))}\n{words}")
        print(f"{NAMES[self.name]}：{seconds:.2f} 秒", file=sys.stderr)
        self.seconds.append(seconds)
        self.memory = max(self.memory, memory)

    def row(self, hugo: Way) -> tuple[str, ...]:
        """Give it as a row of the table of its size."""
        return (
            f"{self.name}",
            f"{self.median:.2f}",
            f"{min(self.seconds):.2f}–{max(self.seconds):.2f}",
            str(len(self.seconds)),
            f"{self.median / hugo.median:.1f}",
            f"{self.memory:.0f}",
        )


@dataclass
class Race:
    """One size: the pages wanted, the pages it has, and the ways by their short names."""

    wanted: int
    pages: int
    ways: dict[str, Way]

    @property
    def is_county(self) -> bool:
        """Tell whether it is the real county and nothing more."""
        return self.wanted <= COUNTY

    @property
    def title(self) -> str:
        """Its name in Chinese."""
        return f"本县，{self.pages} 页" if self.is_county else f"{self.pages} 页"

    def figures(self) -> Iterator[Figure]:
        """Give what has a target at this size."""
        ways = self.ways
        if self.is_county:
            yield Figure("本县，什么都没改", ways["same"].median, 0.8)
            yield Figure("本县，从头生成，资料已做好", ways["cold"].median, 3)
            yield Figure("本县，从头生成，连同全部资料", ways["all"].median, 15)
            yield Figure("本县，检查，改了一个字", ways["check word"].median, 0.5)
            yield Figure("本县，检查，从头", ways["check cold"].median, 0.5)
        elif self.wanted == _LARGE:
            hugo = ways["hugo"].median
            yield Figure(f"{self.title}，从头生成", ways["cold"].median / hugo, 5, " × Hugo")
            yield Figure(f"{self.title}，改了一个字", ways["word"].median / hugo, 1, " × Hugo")
            yield Figure(f"{self.title}，检查，改了一个字", ways["check word"].median, 3)
            yield Figure(f"{self.title}，检查，从头", ways["check cold"].median, 3)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    add_options(parser)
    options = parser.parse_args()
    report = side_by_side(options.pages, options.runs, options.day)
    print("\n".join((*report.lines, "", *verdicts(report.figures))))


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the race: its sizes, its runs and its day."""
    parser.add_argument("--pages", type=int, nargs="+", default=[1000, _LARGE])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--day", default=time.strftime("%Y-%m-%d"))


def side_by_side(sizes: Iterable[int], runs: int, day: str) -> Report:
    """Let all race on each size."""
    races = []
    with tempfile.TemporaryDirectory() as temporary:
        for pages in sorted(set(sizes)):
            folder = Path(temporary) / str(pages)
            races.append(_race(folder, pages, runs, day))
            shutil.rmtree(folder)
    figures = [figure for each in races for figure in each.figures()]
    large = races[-1]
    most = max(large.ways[way].memory for way in ("cold", "same", "word"))
    figures.append(Figure(f"{large.title}，生成时的内存", most, 500, " MB"))
    if len(races) > 1:
        growth = _growth(races[0], large)
        figures.append(Figure(f"{races[0].title}到{large.title}，增长的次方", growth, 1.05, ""))
    return Report(tuple(_lines(races)), tuple(figures))


def _growth(small: Race, large: Race) -> float:
    """Give the power of the number of pages by which the seconds of a cold build grow."""
    longer = large.ways["cold"].median / small.ways["cold"].median
    return math.log(longer) / math.log(large.pages / small.pages)


def _race(folder: Path, wanted: int, runs: int, day: str) -> Race:
    project = large_project(folder / "ours", wanted)
    next(_ours(project, day)).run()  # makes the documents, and the text for the others
    pages = len(pages_of(project / "site"))
    write_rivals(project / "site", folder)
    ways = {way.name: way for way in (*_rivals(folder), *_ours(project, day))}
    if wanted <= COUNTY:
        fresh = large_project(folder / "fresh", wanted)
        ways["all"] = Way(
            "all", lambda: _forget_all(fresh), _pingan("build", fresh, day), may_be_long=True
        )
    for _ in range(runs):
        for way in ways.values():
            way.run()
    return Race(wanted, pages, ways)


def _ours(project: Path, day: str) -> Iterator[Way]:
    """Give our ways in an order in which each finds what it needs of the one before."""

    def change() -> None:
        say(project, next(_WORDS))

    build, check = _pingan("build", project, day), _pingan("check", project, day)
    yield Way("cold", lambda: forget(project), build)
    yield Way("same", _as_it_is, build)
    yield Way("word", change, build)
    yield Way("check cold", lambda: forget_content(project), check)
    yield Way("check same", _as_it_is, check)
    yield Way("check word", change, check)


def _rivals(folder: Path) -> Iterator[Way]:
    """Give the ways of the others; MkDocs makes only what changed where it is asked to."""
    hugo, mkdocs, programs = folder / HUGO, folder / MKDOCS, installed()
    texts = mkdocs / "docs"

    def change() -> None:
        path = texts / SITUATION
        text = path.read_text(encoding="utf-8").partition("\n\n第")[0]
        path.write_text(f"{text}\n\n{next(_WORDS)}\n", encoding="utf-8")

    def clean(place: Path) -> Callable[[], None]:
        def remove() -> None:
            for name in _RIVALS_MAKE:
                shutil.rmtree(place / name, ignore_errors=True)

        return remove

    zensical = (programs / "zensical", "build")
    material = (programs / "mkdocs", "build", "--quiet")
    yield Way("hugo", clean(hugo), (programs / "hugo", "--quiet"), hugo)
    yield Way("zensical", clean(mkdocs), zensical, mkdocs, True)
    yield Way("zensical same", _as_it_is, zensical, mkdocs, True)
    yield Way("zensical word", change, zensical, mkdocs, True)
    yield Way("material", clean(mkdocs), material, mkdocs, True)
    yield Way("material word", change, (*material, "--dirty"), mkdocs, True)


def _pingan(command: str, project: Path, day: str) -> tuple[str, ...]:
    return (sys.executable, "-m", "generator", command, "--root", str(project), "--as-of", day)


def _as_it_is() -> None:
    """Change nothing."""


def _forget_all(project: Path) -> None:
    shutil.rmtree(project / "site", ignore_errors=True)
    shutil.rmtree(project / MEMORY)
    (project / MEMORY).mkdir()


_COLUMNS = ("", "秒（中位数）", "最快–最慢", "次数", "是 Hugo 的几倍", "内存（MB）")


def _lines(races: Iterable[Race]) -> Iterator[str]:
    yield (
        "同样的文字，每个网页一份。各自单独运行，轮流来；"
        f"别的生成器和做全部资料，一次超过 {_LONG_SECONDS} 秒的只跑一次。"
        "倍数比的是同一次运行里的 Hugo，"
        "内存是最大的一个进程用的。别的生成器只排文字；"
        "平安站还检查内容、写中文搜索、订阅和核对清单。"
        "Material 没有改了才重做的办法；`--dirty` 只做改了的那一页，搜索里也就只剩那一页。"
    )
    for race in races:
        hugo = race.ways["hugo"]
        rows = (race.ways[key].row(hugo) for key in NAMES if key in race.ways)
        named = ((NAMES[name], *rest) for name, *rest in rows)
        yield from ("", f"### {race.title}", "", *table(_COLUMNS, named))


if __name__ == "__main__":
    main()
