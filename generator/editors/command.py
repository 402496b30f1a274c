"""What editors use: `pingan desk` and `pingan new` read, ask, write and say what they did."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date

from rich.console import Console

from generator.arguments import project_of
from generator.clock import parse_day
from generator.editors.additions import new_event, new_tip
from generator.editors.asking import (
    GOOD,
    WRONG_USE,
    RefusedError,
    answered,
    ask,
    refuse,
    say,
    span,
    uncitable,
    unknown_kind,
    unknown_sector,
)
from generator.editors.board import board
from generator.editors.drafts import Wish, draft
from generator.editors.near import near_lines
from generator.editors.options import choices_of, row_of, words_of
from generator.editors.proof import create, prove
from generator.editors.tables import tables
from generator.editors.years import files_of_year
from generator.load import load
from generator.load.loader import Loaded
from generator.model.address import ARCHIVE
from generator.model.base import is_reserved
from generator.model.kind import Kind, Layer
from generator.model.kinds import EDITIONS, KIND_OF_THAT_NAME
from generator.model.library import Library
from generator.model.vocabulary import AlertKind
from generator.project import Project

_WIDE = 150
_ADDED_TO = {"tip": "sector", "event": "campaign"}
"""What `pingan new` adds to a file that is there, and the kind of that file."""


def run_desk(options: argparse.Namespace) -> int:
    """Show the editorial board; always exits with 0."""
    laid = board(load(project_of(options)), as_of=parse_day(options.as_of))
    console = Console()
    if not console.is_terminal:
        console = Console(width=_WIDE)
    for piece in tables(laid):
        console.print(piece)
    return GOOD


def run_new(options: argparse.Namespace) -> int:
    """Make a new draft, append a tip or an event, or begin a year; gives the exit code."""
    project = project_of(options)
    return answered(options, lambda: _new(project, options, parse_day(options.as_of)))


def _new(project: Project, options: argparse.Namespace, day: date) -> None:
    loaded = load(project)
    if loaded.library is None:
        raise RefusedError("内容读不出来，先运行 pingan check 改好（或用 --root 指定项目）。")
    if options.kind == "year":
        _new_year(loaded, options.id, day)
    elif options.kind == "tip":
        new_tip(loaded, options, day)
    elif options.kind == "event":
        new_event(loaded, options, day)
    else:
        _new_draft(loaded, loaded.library, options, day)


def page_of(kind: str, id_: str) -> str:
    """Give the address of the page on which a new thing is seen, drafts shown."""
    if kind == "year":
        return ARCHIVE
    return row_of(_ADDED_TO.get(kind, kind), id_).address_at(id_)


def _new_draft(loaded: Loaded, library: Library, options: argparse.Namespace, day: date) -> None:
    project = loaded.project
    kind, id_ = options.kind, options.id
    row = row_of(kind, id_)
    place = row.path_at(id_)
    if place is None or not row.example:
        form = EDITIONS.get(kind, row)
        raise RefusedError(f"编号“{id_}”的写法不对：{form.id_form()}。", code=WRONG_USE)
    if is_reserved(id_):
        raise RefusedError(f"编号“{id_}”是 Windows 留用的名字，换一个。", code=WRONG_USE)
    path = project.place(Layer.COUNTY, place)
    if (project.root / path).exists():
        raise RefusedError(f"已经有 {path}，不覆盖。")
    starts, ends = span(options)
    if row.of:
        refuse(_without_evergreen(row, id_, library))
    title = options.title
    if title is None and not row.of:
        title = ask("标题（直接回车就先空着）", "")
    alert_kind = options.alert_kind
    if kind == "alert" and alert_kind is None:
        alert_kind = ask(f"类别：{choices_of(AlertKind)}", check=unknown_kind)
        if not alert_kind:
            raise RefusedError(f"还缺 --kind，可选：{choices_of(AlertKind)}。", code=WRONG_USE)
    sectors, sources = options.sector, options.source
    if sectors is None and kind != "sector" and not row.of:
        known = id_ if id_ in library.sectors else ""
        question = "行业领域的编号" if known else "行业领域的编号（直接回车就先空着）"
        sectors = words_of(ask(question, known, check=lambda text: unknown_sector(text, library)))
    if sources is None:
        sources = words_of(
            ask("依据（直接回车就先空着）", check=lambda text: uncitable(text, library))
        )
    refuse(
        unknown_sector(" ".join(sectors or ()), library) or uncitable(" ".join(sources), library)
    )
    wish = Wish(
        kind=kind,
        id=id_,
        title=title or None,
        sectors=tuple(sectors or ()),
        sources=tuple(sources),
        publish_on=options.publish_on,
        starts=starts,
        ends=ends,
        colour=options.colour,
        area=options.area,
        issuer=options.issuer,
        group=options.group,
        alert_kind=alert_kind,
    )
    made = draft(wish, loaded, day=day)
    prove(project, {made.path: made.text}, day)
    create(project.root, {made.path: made.text})
    say(
        f"已建好 {made.path}（草稿，网站上看不到）",
        "下一步：",
        "  1. 打开这个文件，把“在这里写……”、zai-zhe-li-xie、000、？、2000-01-01 都换成内容；",
        "  2. 运行 pingan check 改到没有错误，用 pingan serve --drafts 看样子；",
        "  3. 把 status 改成 published，到 publish_on 那天就上线。",
    )


def _without_evergreen(row: Kind, id_: str, library: Library) -> Iterator[str]:
    """Say that there is nothing of which a new edition would be one."""
    of, base = str(row.fields_in(id_)["of"]), KIND_OF_THAT_NAME[row.of]
    known = library.ids[base.singular]
    if of not in known:
        titles = {each: getattr(library.linked(base.singular, each), "title", "") for each in known}
        yield f"没有常年的{base.label}“{of}”，年度版要有常年版。"
        yield from (f"  {line}" for line in near_lines(of, titles))
        if base.example:
            yield f"新的活动先建常年版：pingan new {base.name} {of}"


def _new_year(loaded: Loaded, text: str, day: date) -> None:
    if not (text.isascii() and text.isdigit() and 2000 <= int(text) <= 2100):
        raise RefusedError(f"年份“{text}”的写法不对，写成 2024 这样。", code=WRONG_USE)
    year = int(text)
    wanted = files_of_year(loaded, year, day=day)
    root = loaded.project.root
    kept = [name for name in wanted if (root / name).exists()]
    files = {name: text for name, text in wanted.items() if name not in kept}
    if not files:
        raise RefusedError(f"{year} 年要写的文件都已经有了，不覆盖。")
    prove(loaded.project, files, day)
    create(root, files)
    say(
        f"已建好 {year} 年要写的 {len(files)} 个文件，都是草稿，网站上看不到：",
        *(f"  {name}" for name in files),
        *(f"  已经有，没有动：{name}" for name in kept),
        "没有替你抄往年的任何日期和数字。下一步：",
        "  1. 照新一年的文件写工作要点：plan.yml 是总的，每一条一个文件；",
        "  2. 上级的通知到了，写活动的年度版：起止日期、当年的主题和安排；",
        "  3. 月度主题没有年度版的，网站用常年版；哪个月有新要求再建："
        f"pingan new theme {year}-06；",
        "  4. 运行 pingan check 改到没有错误，把 status 改成 published。",
    )
