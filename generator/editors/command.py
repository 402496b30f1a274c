"""What editors use: `pingan desk` and `pingan new` read, ask, write and say what they did."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from rich.console import Console

from generator.clock import parse_day
from generator.editors.additions import new_event, new_tip
from generator.editors.asking import (
    REFUSED,
    WRONG_USE,
    RefusedError,
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
from generator.editors.options import DRAFTED, choices_of, words_of
from generator.editors.proof import create, prove
from generator.editors.tables import tables
from generator.editors.years import broken_files, carry
from generator.load import load
from generator.load.loader import Loaded
from generator.model.address import ARCHIVE
from generator.model.base import is_reserved
from generator.model.library import Library
from generator.model.vocabulary import AlertKind

GOOD = 0
_WIDE = 150
_ADDED_TO = {"tip": "sector", "event": "campaign"}
"""What `pingan new` adds to a file that is there, and the kind of that file."""


def run_desk(options: argparse.Namespace) -> int:
    """Show the editorial board; always exits with 0."""
    laid = board(load(options.root.resolve()), as_of=parse_day(options.as_of))
    console = Console()
    if not console.is_terminal:
        console = Console(width=_WIDE)
    for piece in tables(laid):
        console.print(piece)
    return GOOD


def run_new(options: argparse.Namespace) -> int:
    """Make a new draft, append a tip or an event, or carry a year forward."""
    root = options.root.resolve()
    day = parse_day(options.as_of)
    try:
        _refuse_broken(options)
        loaded = load(root)
        if loaded.library is None:
            raise RefusedError("内容读不出来，先运行 pingan check 改好（或用 --root 指定项目）。")
        if options.kind == "year":
            _new_year(root, loaded, options.id, day)
        elif options.kind == "tip":
            new_tip(root, loaded, options, day)
        elif options.kind == "event":
            new_event(root, loaded, options, day)
        else:
            _new_draft(root, loaded.library, options, day)
    except RefusedError as refusal:
        say(str(refusal), "什么也没有写。", error=True)
        return refusal.code
    except EOFError:
        say("没有回答，什么也没有写。", error=True)
        return REFUSED
    except FileExistsError as error:
        say(f"已经有 {error.filename or error}，不覆盖。", error=True)
        return REFUSED
    except OSError as error:
        say(f"写不进磁盘：{error.strerror}（{error.filename}）", error=True)
        return REFUSED
    return GOOD


def page_of(kind: str, id_: str) -> str:
    """Give the address of the page on which a new thing is seen, drafts shown."""
    if kind == "year":
        return ARCHIVE
    return DRAFTED[_ADDED_TO.get(kind, kind)].address_at(id_)


def _refuse_broken(options: argparse.Namespace) -> None:
    """Refuse arguments that the system could not decode; no file could hold them."""
    values = [
        each
        for value in vars(options).values()
        for each in (value if isinstance(value, list) else [value])
    ]
    try:
        "".join(each for each in values if isinstance(each, str)).encode()
    except UnicodeEncodeError as error:
        raise RefusedError(
            "参数里有读不出来的字（不是 UTF-8），改了再试。", code=WRONG_USE
        ) from error


def _new_draft(root: Path, library: Library, options: argparse.Namespace, day: date) -> None:
    kind, id_ = options.kind, options.id
    row = DRAFTED[kind]
    path = row.path_at(id_)
    if path is None:
        raise RefusedError(f"编号“{id_}”的写法不对：{row.id_form()}。", code=WRONG_USE)
    if is_reserved(id_):
        raise RefusedError(f"编号“{id_}”是 Windows 留用的名字，换一个。", code=WRONG_USE)
    if (root / path).exists():
        raise RefusedError(f"已经有 {path}，不覆盖。")
    starts, ends = span(options)
    title = options.title or ask("标题（直接回车就先空着）", "")
    alert_kind = options.alert_kind
    if kind == "alert" and alert_kind is None:
        alert_kind = ask(f"类别：{choices_of(AlertKind)}", check=unknown_kind)
        if not alert_kind:
            raise RefusedError(f"还缺 --kind，可选：{choices_of(AlertKind)}。", code=WRONG_USE)
    sectors, sources = options.sector, options.source
    if sectors is None and kind != "sector":
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
    made = draft(wish, library, day=day)
    prove(root, {made.path: made.text}, day)
    create(root, {made.path: made.text})
    say(
        f"已建好 {made.path}（草稿，网站上看不到）",
        "下一步：",
        "  1. 打开这个文件，把“在这里写……”、zai-zhe-li-xie、000、？ 都换成内容；",
        "  2. 运行 pingan check 改到没有错误，用 pingan serve --drafts 看样子；",
        "  3. 把 status 改成 published，到 publish_on 那天就上线。",
    )


def _new_year(root: Path, loaded: Loaded, text: str, day: date) -> None:
    if not (text.isascii() and text.isdigit() and 2000 <= int(text) <= 2100):
        raise RefusedError(f"年份“{text}”的写法不对，写成 2024 这样。", code=WRONG_USE)
    new = int(text)
    broken = broken_files(loaded, before=new)
    if broken:
        raise RefusedError("以前的文件有读不出来的，先运行 pingan check 改好：", *broken)
    carrying = carry(root, loaded, new=new, day=day)
    if not carrying.files and not carrying.kept:
        raise RefusedError(f"没有比 {new} 年更早的内容可以带过来。")
    if not carrying.files:
        raise RefusedError(f"{new} 年的文件都已经有了，不覆盖。")
    prove(root, carrying.files, day)
    create(root, carrying.files)
    folders = dict.fromkeys(name.rsplit("/", 1)[0] for name in carrying.files)
    say(
        f"已建好 {new} 年的 {len(carrying.files)} 个文件，都是草稿；"
        f"照着 {_by_year(carrying.files_from)}做的，原来的没有动：",
        *(
            f"  {folder}/　{sum(name.startswith(f'{folder}/') for name in carrying.files)} 个"
            for folder in folders
        ),
        *(f"  已经有，没有动：{name}" for name in carrying.kept),
        *(
            [f"  还有更早的没有带（每月、每个活动只带最近一年的）：{_by_year(carrying.older)}"]
            if carrying.older
            else []
        ),
        "下一步：",
        "  1. 每个文件开头写着要改什么，改好以后删掉那几行说明；",
        "  2. 运行 pingan check 改到没有错误，用 pingan serve --drafts 看样子；",
        "  3. 一个一个把 status 改成 published；没改好的留着草稿，pingan desk 里看得到。",
    )


def _by_year(counts: Mapping[int, int]) -> str:
    """Write how many files of which years: 2026 年的 2 个、2023 年的 48 个."""
    return "、".join(f"{year} 年的 {counts[year]} 个" for year in sorted(counts, reverse=True))
