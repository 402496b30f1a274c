"""`pingan import work-points`: what the program reads in a document becomes drafts.

Whatever it read is listed, with every doubt, for a person to check.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text as Plain

from generator.arguments import project_of
from generator.clock import parse_day
from generator.editors.asking import RefusedError, answered, say
from generator.editors.proof import prove, rewrite
from generator.importer.again import difference
from generator.importer.errors import SourceError
from generator.importer.figures import Demand
from generator.importer.reading import Doubt, Point, Reading, read
from generator.importer.source import read_source
from generator.importer.units import KnownUnits, proposed
from generator.importer.writing import Outcome, outcome
from generator.load import load
from generator.model.wording import some_of
from generator.project import Project

_ROLES = {"lead": "牵头", "joint": "会同", "sharing": "按职责分工", "supporting": "配合"}


def run_import(options: argparse.Namespace) -> int:
    """Read the document, print what was found in it, and write drafts; gives the exit code."""
    project = project_of(options)
    return answered(options, lambda: _import(project, options))


def _import(project: Project, options: argparse.Namespace) -> None:
    loaded = load(project)
    library = loaded.library
    if library is None:
        raise RefusedError("内容读不出来，先运行 pingan check。")
    known = KnownUnits(library.units.values())
    try:
        source = read_source(options.file)
        found = read(source, known, year=options.year)
    except SourceError as error:
        raise RefusedError(f"{options.file}：{error}。") from error
    _show(found, known, source.name)
    day = parse_day(options.as_of)
    if options.dry_run:
        _tell(outcome(found, known, loaded, library, year=options.year, day=day))
        say("什么也没有写。")
        return
    write(
        outcome(found, known, loaded, library, year=options.year, day=day),
        project,
        day,
        force=options.force,
    )


def write(made: Outcome, project: Project, day: date, *, force: bool) -> None:
    """Write what an import gave; raises `RefusedError` where it may not."""
    _tell(made)
    if made.change and not force:
        raise RefusedError(
            f"已经有 {some_of([*made.change])}，和文件读出来的不同，不覆盖。"
            "看过上面的不同，加上 --force 再运行：文件里变了的换成新的，人写的都留着。"
        )
    files = {**made.new, **made.change}
    if not files and not made.gone:
        say("和已经有的一样，没有要写的。")
        return
    prove(project, files, day)
    rewrite(project.root, files, made.gone)
    folder = Path(next(iter(files or made.gone))).parent.as_posix()
    if made.new:
        say(f"写了 {len(made.new)} 份草稿，在 {folder}/。")
        say("把“在这里写”都写好，把编号换成 units.yml 里的，再把 status 改成 published。")
    if made.change:
        say(f"改了 {len(made.change)} 个文件，在 {folder}/；人写的没有动。")


def _tell(made: Outcome) -> None:
    for path, text in made.change.items():
        say(*difference(path, made.before[path], text))
    say(*made.told)


def _show(found: Reading, known: KnownUnits, name: str) -> None:
    """Print what was read, every doubt, and rows for the units that nobody knows."""
    console = Console()
    console.print(_head(found))
    console.print(_table(found.points, known))
    doubts = [*found.doubts, *(each for point in found.points for each in point.doubts)]
    for line in _told(name, doubts):
        console.print(Plain(line), soft_wrap=True)
    console.print(f"共 {len(found.points)} 条，要看一看的 {len(doubts)} 处。")
    unknown = [*_unknown(found, known)]
    if unknown:
        console.print("units.yml 里要加的单位，核对以后照抄：")
        for each in unknown:
            console.print(Plain(f"  - {proposed(each)}"), soft_wrap=True)


def _unknown(found: Reading, known: KnownUnits) -> Iterator[str]:
    """Give every name once that is no unit's, but for those that are near one's."""
    names = (name for point in found.points if point.duties for name in point.duties.all)
    for name in dict.fromkeys(names):
        if not known.find(name) and not known.near(name):
            yield name


def _head(found: Reading) -> Plain:
    title = found.outline.title.words if found.outline.title else "没有标题"
    left = f"，去掉页码等 {len(found.dropped)} 处" if found.dropped else ""
    return Plain(f"{title}：{len(found.outline.chapters)} 部分，{len(found.points)} 条{left}")


def _table(points: Iterable[Point], known: KnownUnits) -> Table:
    table = Table(show_lines=True)
    for name in ("条", "标题", "单位", "数字"):
        table.add_column(name, overflow="fold")
    for point in points:
        units = Plain("\n".join(_units(point, known)))
        figures = Plain("\n".join(map(_figure, point.demands)))
        table.add_row(str(point.item.number), Plain(point.item.title.words), units, figures)
    return table


def _units(point: Point, known: KnownUnits) -> Iterator[str]:
    for role, label in _ROLES.items() if point.duties else ():
        assert point.duties is not None
        names = point.duties.of(role)
        if names.names:
            shown = "、".join(known.names.get(known.find(name), name) for name in names.names)
            yield f"{label}：{shown}{'等' if names.others else ''}"


def _figure(demand: Demand) -> str:
    least = "至少" if demand.least else ""
    return f"{demand.period.label}{least}{demand.number}{demand.unit}：{demand.clause.words}"


def _told(name: str, doubts: Iterable[Doubt]) -> Iterator[str]:
    for doubt in sorted(doubts, key=lambda each: (each.mark.line, each.mark.column)):
        yield f"{name}:{doubt.mark.line}:{doubt.mark.column}: {doubt.words}"
