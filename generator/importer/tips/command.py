"""`pingan import tips`: a table of tips is read, held against the rules, and written.

Where one cell will not do, all that is wrong is said and nothing is written.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text as Plain

from generator.arguments import project_of
from generator.clock import parse_day
from generator.editors.asking import WRONG_USE, RefusedError, answered, say
from generator.editors.proof import faults, rewrite
from generator.importer.characters import decoded
from generator.importer.errors import SourceError
from generator.importer.source import content_of
from generator.importer.tips.columns import heading_of
from generator.importer.tips.files import TipFiles, files_of
from generator.importer.tips.reading import Reading, TipRow, read
from generator.importer.tips.separated import sheet_of_text
from generator.importer.tips.sheet import Sheet, letter_of
from generator.importer.tips.template import template
from generator.importer.tips.workbook import sheets_of_workbook
from generator.load import load
from generator.load.loader import Loaded
from generator.model.fault import BrokenTemplateError
from generator.model.library import Library
from generator.model.problem import Problem
from generator.model.wording import cite_label, some_of
from generator.project import Project

ENDINGS = (".xlsx", ".csv")


def run_tips(options: argparse.Namespace) -> int:
    """Write the empty table, or read one that is filled in; gives the exit code."""
    project = project_of(options)
    return answered(options, lambda: _run(project, options))


def _run(project: Project, options: argparse.Namespace) -> None:
    loaded = load(project)
    if loaded.library is None:
        raise RefusedError("内容读不出来，先运行 pingan check。")
    if options.template:
        _write_template(project, loaded.library, options.template, parse_day(options.as_of))
    else:
        _import(loaded, loaded.library, options)


def _write_template(project: Project, library: Library, path: Path, day: date) -> None:
    if path.suffix.lower() != ".xlsx":
        raise RefusedError("空表是 .xlsx 文件，换一个文件名。", code=WRONG_USE)
    try:
        content = template(project.root, library, day)
    except BrokenTemplateError as error:
        raise RefusedError(str(error)) from error
    with path.open("xb") as file:
        file.write(content)
    say(
        f"写了空表 {path}：第一张填，“说明”说每一列怎么写，“可以写的”列出领域、对象和依据。",
        f"填好以后运行 pingan import tips {path}",
    )


def _import(loaded: Loaded, library: Library, options: argparse.Namespace) -> None:
    name = options.file.name
    try:
        sheet, notes = _chosen(_sheets(options.file))
        found = read(sheet, library)
    except SourceError as error:
        raise RefusedError(f"{options.file}：{error}。") from error
    for note in (*notes, *_unread(found)):
        say(f"{name}: {note}")
    for remark in found.skipped:
        say(remark.told(name))
    if found.faults:
        raise RefusedError(
            *(fault.told(name) for fault in found.faults),
            f"有 {len(found.faults)} 处要改，改好再导入。",
        )
    files = files_of(loaded, found.tips)
    _prove(loaded.project, found, files, name, parse_day(options.as_of))
    if options.dry_run:
        Console().print(_table(found.tips, library))
        say(f"共 {len(found.tips)} 条，要写进 {'、'.join(files.texts) or '——'}。", "什么也没有写。")
        return
    rewrite(loaded.project.root, files.texts)
    _tell(found.tips, files)


def _sheets(path: Path) -> list[Sheet]:
    if path.suffix.lower() not in ENDINGS:
        raise SourceError(f"提示表只读 {'、'.join(ENDINGS)} 的文件，先用 WPS 或 Excel 另存为 .xlsx")
    content = content_of(path, like="一张提示表")
    if path.suffix.lower() == ".csv":
        text = decoded(content)
        if text is None:
            raise SourceError("文字编码认不出来，用记事本另存为 UTF-8 再试")
        return [sheet_of_text(text)]
    return sheets_of_workbook(content)


def _chosen(sheets: list[Sheet]) -> tuple[Sheet, list[str]]:
    """Choose the first sheet that has tips; and say what of the others was not read."""
    headed = [(sheet, found) for sheet in sheets if (found := heading_of(sheet))]
    of_tips = [sheet for sheet, heading in headed if "text" in heading.places]
    first = next(iter([*of_tips, *(sheet for sheet, _ in headed), *sheets]), None)
    if first is None:
        raise SourceError("文件里没有工作表")
    notes = [f"工作表“{sheet.name}”也有表头，这一次没有读" for sheet in of_tips[1:]]
    if first.stopped:
        notes.append(f"第 {first.stopped} 行以后很多行是空的，再往后没有读")
    return first, notes


def _unread(found: Reading) -> Iterator[str]:
    """Say which columns are none of ours."""
    names = [f"{letter_of(place)}（{head}）" for place, head in found.heading.unread.items()]
    if names:
        yield f"没有读的列：{some_of(names, unit='列', most=6)}"


def _prove(project: Project, found: Reading, files: TipFiles, name: str, day: date) -> None:
    """Refuse what the check would not pass, and say so at the cells that it comes from."""
    if not files.texts:
        return
    problems = faults(project, files.texts, as_of=day)
    if problems:
        raise RefusedError(
            "写出来会通不过检查：", *(_at_cell(each, found, files, name) for each in problems)
        )


def _at_cell(problem: Problem, found: Reading, files: TipFiles, name: str) -> str:
    place = files.places.get((problem.path, problem.line))
    if place is None:
        return str(problem)
    tip, field = place
    hint = f"（{problem.hint}）" if problem.hint else ""
    return found.remark(tip.row, field, f"{problem.code} {problem.message}{hint}").told(name)


def _table(tips: Iterable[TipRow], library: Library) -> Table:
    table = Table(show_lines=True)
    for head in ("行", "行业领域", "对谁说", "提示", "为什么", "依据"):
        table.add_column(head, overflow="fold")
    for tip in tips:
        audience = "、".join(each.label for each in tip.audience)
        sources = "\n".join(cite_label(library, cite) for cite in tip.sources)
        words = (str(tip.row), tip.sector.title, audience, tip.text, tip.why, sources)
        table.add_row(*map(Plain, words))
    return table


def _tell(tips: list[TipRow], files: TipFiles) -> None:
    if not tips:
        say("没有要加的提示，什么也没有写。")
        return
    counts = Counter(tip.sector.title for tip in tips)
    named = "、".join(f"{title} {count} 条" for title, count in counts.items())
    say(
        f"加了 {len(tips)} 条提示：{named}。写在 {'、'.join(files.texts)}。",
        "下次生成网站（pingan build）就上线，排在各领域原有的后面。",
    )
