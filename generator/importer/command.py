"""`pingan import work-points`: what the program reads in a document becomes drafts.

Whatever it read is listed, with every doubt, for a person to check.
"""

from __future__ import annotations

import argparse
import webbrowser
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text as Plain

from generator.arguments import project_of
from generator.clock import parse_day
from generator.documents.font import FontError
from generator.documents.maker import DocumentError
from generator.editors.asking import WRONG_USE, RefusedError, answered, say
from generator.editors.proof import faults, rewrite
from generator.importer.again import difference
from generator.importer.errors import SourceError
from generator.importer.reading import Reading, read
from generator.importer.report import ENDINGS, TITLE, Report, document, page
from generator.importer.shown import NEXT, Row, doubts, head, rows, unknown
from generator.importer.source import read_source
from generator.importer.units import KnownUnits, proposed
from generator.importer.writing import Outcome, outcome
from generator.load import load
from generator.model.fault import BrokenTemplateError
from generator.model.problem import Problem
from generator.model.site import Site
from generator.model.wording import some_of
from generator.project import Project

_KEPT = ".pingan/import"


def run_import(options: argparse.Namespace) -> int:
    """Read the document, print what was found in it, and write drafts; gives the exit code."""
    project = project_of(options)
    return answered(options, lambda: _import(project, options))


def _import(project: Project, options: argparse.Namespace) -> None:
    loaded = load(project)
    library = loaded.library
    if library is None:
        raise RefusedError("内容读不出来，先运行 pingan check。")
    if options.save and options.save.suffix.lower() not in ENDINGS:
        raise RefusedError(f"核对表只写 {'、'.join(ENDINGS)}。", code=WRONG_USE)
    known = KnownUnits(library.units.values())
    try:
        source = read_source(options.file)
        county = library.site.region.county
        found = read(source, known, year=options.year, county=county)
    except SourceError as error:
        raise RefusedError(f"{options.file}：{error}。") from error
    _show(found, known, source.name, whole=options.report)
    day = parse_day(options.as_of)
    _report(options, Report(source, found, known, day), project, library.site)
    made = outcome(found, known, loaded, library, year=options.year, day=day)
    if options.dry_run:
        _tell(made)
        say("草稿没有写。" if options.save or options.open else "什么也没有写。")
    else:
        write(made, project, day, name=source.name, force=options.force)


def write(made: Outcome, project: Project, day: date, *, name: str, force: bool) -> None:
    """Write what an import of the file `name` gave; raises `RefusedError` where it may not."""
    _tell(made)
    broken = [path for path in made.new if (project.root / path).exists()]
    if broken:
        raise RefusedError(
            f"已经有 {some_of(broken)}，读不出来，或者年份不对，不覆盖。"
            "运行 pingan check，改好以后再导入。"
        )
    if (made.change or made.gone) and not force:
        raise RefusedError(
            f"已经有 {some_of([*made.change, *made.gone])}，和文件读出来的不同，不覆盖。"
            "看过上面的不同，加上 --force 再运行：标题、章节和原文照文件，"
            "责任单位、数字、时限变了的换成新的，别的不动。"
        )
    files = {**made.new, **made.change}
    if not files and not made.gone:
        say("和已经有的一样，没有要写的。")
        return
    wrong = faults(project, files, as_of=day)
    if wrong:
        raise RefusedError("写出来会通不过检查：", *(_told(each, made, name) for each in wrong))
    rewrite(project.root, files, made.gone)
    folder = Path(next(iter(files or made.gone))).parent.as_posix()
    if made.new:
        say(f"写了 {len(made.new)} 份草稿，在 {folder}/。")
        say(NEXT)
    if made.change:
        say(f"改了 {len(made.change)} 个文件，在 {folder}/；文件里没有的字段没有动。")


def _told(problem: Problem, made: Outcome, name: str) -> str:
    """Say what the check would not pass, with its place in the document that people have."""
    if problem.path not in made.places or problem.path not in made.new:
        return str(problem)
    number, mark = made.places[problem.path]
    hint = f"（{problem.hint}）" if problem.hint else ""
    where = f"{name}:{mark.line}:{mark.column}: 第 {number} 条"
    return f"{where}：{problem.code} {problem.message}{hint}"


def _tell(made: Outcome) -> None:
    for path, text in made.change.items():
        say(*difference(path, made.before[path], text, made.explained))
    say(*made.told)


def _show(found: Reading, known: KnownUnits, name: str, *, whole: bool) -> None:
    """Print what was read, every doubt, and rows for the units that nobody knows."""
    console = Console()
    console.print(Plain(head(found)), soft_wrap=True)
    if whole:
        console.print(_table(rows(found, known)))
    every = doubts(found)
    for doubt in every:
        line = f"{name}:{doubt.mark.line}:{doubt.mark.column}: {doubt.words}"
        console.print(Plain(line), soft_wrap=True)
    console.print(f"共 {len(found.points)} 条，要看一看的 {len(every)} 处。")
    names = [*unknown(found, known)]
    if names:
        console.print("units.yml 里要加的单位，核对以后照抄：")
        for each in names:
            console.print(Plain(f"  - {proposed(each)}"), soft_wrap=True)


def _table(every: Iterable[Row]) -> Table:
    table = Table(show_lines=True)
    for name in ("条", "标题", "单位", "数字和时限", "要看的"):
        table.add_column(name, overflow="fold")
    for row in every:
        said = "\n".join(each.words for each in row.doubts)
        cells = (str(row.number), row.title, "\n".join(row.units), "\n".join(row.figures), said)
        table.add_row(*map(Plain, cells))
    return table


def _report(options: argparse.Namespace, report: Report, project: Project, site: Site) -> None:
    """Write the report where it is wanted, never over another file, and open it if asked."""
    paths = [options.save] if options.save else []
    if options.open and not (options.save and options.save.suffix.lower() == ".html"):
        paths.append(project.root / _KEPT / f"{TITLE}-{options.year}.html")
    for path in paths:
        own = path.parent == project.root / _KEPT
        if path.exists() and not own:
            raise RefusedError(f"已经有 {path}，不覆盖：换一个文件名。")
        made = _made(report, site, project, path.suffix.lower())
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made)
        say(f"核对表写在 {path}。")
    if options.open:
        webbrowser.open(
            next(each for each in paths if each.suffix.lower() == ".html").absolute().as_uri()
        )


def _made(report: Report, site: Site, project: Project, ending: str) -> bytes:
    try:
        if ending == ".html":
            return page(report, project.root).encode()
        return document(report, site, project.root)
    except (BrokenTemplateError, DocumentError, FontError) as error:
        raise RefusedError(str(error)) from error
