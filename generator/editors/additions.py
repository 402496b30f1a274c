"""What is added to a file that is there: a tip of a sector, an event of a campaign."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date

from generator.editors.asking import (
    WRONG_USE,
    RefusedError,
    ask,
    refuse,
    say,
    span,
    uncitable,
    unknown_audience,
    unknown_campaign,
    unknown_sector,
    unknown_unit,
)
from generator.editors.options import audiences, words_of
from generator.editors.proof import prove, rewrite
from generator.editors.rows import Row, with_rows
from generator.load.loader import Document, Loaded
from generator.model.alert import Window
from generator.model.base import Entity
from generator.model.kind import Layer
from generator.model.wording import window_words
from generator.project import Project

_OF_ALL = (
    "注意：这个文件是各县共用的，更新平安站时会换成新的；只是本县的，用 pingan import tips 加。",
)


def new_tip(loaded: Loaded, options: argparse.Namespace, day: date) -> None:
    """Append a tip to a sector; raises `RefusedError` where that would not do."""
    library = loaded.library
    assert library is not None
    refuse(unknown_sector(options.id, library))
    text = options.text or ask("提示（一个动作，一句话说清）")
    why = options.why or ask("为什么要这样做")
    spoken_to = options.audience or words_of(
        ask("说给谁听（可写几个）", "public", check=unknown_audience)
    )
    refuse(unknown_audience(" ".join(spoken_to)))
    sources = options.source or words_of(
        ask("依据，例如 work-safety-law#57", check=lambda text: uncitable(text, library))
    )
    _complete(("--text", text), ("--why", why), ("--source", sources))
    refuse(uncitable(" ".join(sources), library))
    document = _document(loaded, "sector", options.id)
    row = {"text": text, "why": why, "audience": audiences(spoken_to)[0], "sources": sources}
    _append(loaded, document, "tips", row, day)
    say(
        f"已在 {document.name} 的 tips 最后加了一条：{text}",
        "下一步：",
        "  1. 打开文件看一看，位置不合适就挪一挪；",
        "  2. 运行 pingan check；",
        "  3. 这个领域已发布的话，下次生成网站（pingan build）就上线。",
        *(_OF_ALL if document.layer is Layer.COMMON else ()),
    )


def new_event(loaded: Loaded, options: argparse.Namespace, day: date) -> None:
    """Append an event to a campaign; raises `RefusedError` where that would not do."""
    library = loaded.library
    assert library is not None
    refuse(unknown_campaign(options.id, library))
    starts, ends = span(options)
    title = options.title or ask("活动名称")
    said = window_words(Window(first=starts, last=ends or starts), years=False) if starts else ""
    when = options.when or ask("时间，读者看的写法，例如 6月上旬", said)
    detail = options.detail or ask("做什么、谁参加")
    organisers = options.organiser or words_of(
        ask("组织单位的编号（没定就直接回车）", check=lambda text: unknown_unit(text, library))
    )
    _complete(("--title", title), ("--when 或 --starts", when), ("--detail", detail))
    refuse(unknown_unit(" ".join(organisers), library))
    document = _document(loaded, "campaign-edition", options.id)
    row = {
        "title": title,
        "when": when,
        "starts": date.fromisoformat(starts) if starts else None,
        "ends": date.fromisoformat(ends) if ends else None,
        "where": options.where,
        "organisers": organisers,
        "detail": detail,
    }
    _append(
        loaded,
        document,
        "programme",
        {name: each for name, each in row.items() if each},
        day,
    )
    say(
        f"已在 {document.name} 的活动安排（programme）最后加了一项：{title}",
        "下一步：",
        "  1. 打开文件看一看，按时间先后挪一挪；",
        "  2. 运行 pingan check；",
        "  3. 这个年度版已发布的话，下次生成网站（pingan build）就上线；写了开始日期的也进日历。",
    )


def _complete(*given: tuple[str, object]) -> None:
    """Refuse to go on while something is missing; each is an option's name and its value."""
    missing = [name for name, value in given if not value]
    if missing:
        raise RefusedError(f"还缺 {'、'.join(missing)}。", code=WRONG_USE)


def _document(loaded: Loaded, kind: str, id_: str) -> Document:
    return next(
        document
        for document in loaded.of_kind(kind)
        if isinstance(document.value, Entity) and document.value.id == id_
    )


def _inherited(loaded: Loaded, document: Document, field: str) -> list[Row]:
    """Give the rows that an edition has of the evergreen thing."""
    if not document.kind.of:
        return []
    of = document.tree.data["of"]
    rows: list[Row] = _document(loaded, document.kind.of, of).tree.data[field]
    return rows


def _append(loaded: Loaded, document: Document, field: str, row: Row, day: date) -> None:
    """Put a row at the end of a list of a file, if the check would pass it."""
    project = loaded.project
    longer = appended(project, document, field, [row], _inherited(loaded, document, field))
    prove(project, {document.name: longer}, day)
    rewrite(project.root, {document.name: longer})


def appended(
    project: Project,
    document: Document,
    field: str,
    rows: Sequence[Row],
    inherited: Sequence[Row] = (),
) -> str:
    """Give a file's text with rows at the end of a list; raises `RefusedError`."""
    raw = (project.root / document.name).read_bytes().decode("utf-8")
    bare = raw.removeprefix("\ufeff")
    longer = with_rows(bare, document.tree, field, rows, inherited)
    if longer is None:
        raise RefusedError(f"{document.name} 的 {field} 不是每条另起一行的列表，请自己打开文件加。")
    return raw[: len(raw) - len(bare)] + longer
