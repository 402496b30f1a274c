"""Carrying a year forward: last year's plan, themes and campaigns as drafts of the next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from generator.desk.drafts import a_year_after, moved
from generator.load.loader import Document, Loaded
from generator.load.source import read_text
from generator.load.tree import Loc, Tree, parse
from generator.model.base import Entity
from generator.model.campaign import Campaign
from generator.model.theme import Theme
from generator.model.work import WorkItem, WorkPlan

FOLDERS = ("work", "themes", "campaigns")
_DATES = {"publish_on", "expires_on", "starts", "ends"}
_SCHEMA_LINE = "# yaml-language-server:"
_NOTE = "# 带年｜"
_TOKEN = re.compile(r""""[^"]*"|'[^']*'|[^\s,\]}]+""")

_REVISE = {
    WorkPlan: "对照新一年的工作要点原文，改总体要求、目标和章节",
    WorkItem: "对照新一年的工作要点原文，改序号、任务、数字和责任分工；没有的条目删掉文件",
    Theme: "改节日和日期（春节等每年不同），看口号、提示、五进和海报还合不合适",
    Campaign: "改当年的主题口号、起止日期和活动安排；没有定的不写",
}


@dataclass(frozen=True)
class Carrying:
    """A year to be carried: from which, to which, the new files, and what stood there already."""

    old: int
    new: int
    files: dict[str, str]
    kept: tuple[str, ...]


def newest_year(root: Path, *, before: int) -> int | None:
    """Give the newest year below `before` that has a plan, themes or campaigns."""
    years = (
        int(path.name)
        for folder in FOLDERS
        for path in (root / "content" / folder).glob("[0-9]" * 4)
        if path.is_dir() and any(path.glob("*.yml"))
    )
    return max((year for year in years if year < before), default=None)


def broken_files(loaded: Loaded, year: int) -> tuple[str, ...]:
    """Give the year's files that could not be read."""
    folders = {f"content/{folder}/{year}" for folder in FOLDERS}
    read = {document.name for document in loaded.documents}
    return tuple(
        dict.fromkeys(
            problem.path
            for problem in loaded.problems
            if str(PurePosixPath(problem.path).parent) in folders and problem.path not in read
        )
    )


def carry(root: Path, loaded: Loaded, *, old: int, new: int, day: date) -> Carrying:
    """Give the drafts of the new year; a file that stands there already is kept as it is."""
    documents = {
        document.name.replace(f"/{old}/", f"/{new}/", 1): document
        for document in loaded.documents
        if any(document.name.startswith(f"content/{folder}/{old}/") for folder in FOLDERS)
    }
    kept = tuple(name for name in documents if (root / name).exists())
    if any(name.startswith("content/work/") for name in kept):  # a plan and its items are one
        documents = {
            name: document
            for name, document in documents.items()
            if not name.startswith("content/work/")
        }
    known = {value.id for each in loaded.documents if isinstance(value := each.value, Entity)}
    known |= {_moved_id(_id(document), old, new) for document in documents.values()}
    files = {
        name: _carried(root, document, old=old, new=new, day=day, known=known)
        for name, document in documents.items()
        if name not in kept
    }
    return Carrying(old, new, files, kept)


def _id(document: Document) -> str:
    return document.value.id if isinstance(document.value, Entity) else ""


def _carried(
    root: Path, document: Document, *, old: int, new: int, day: date, known: set[str]
) -> str:
    """Give a file's text moved to the new year, with a note of what is left to revise."""
    text = read_text(root / document.name, name=document.name)
    assert isinstance(text, str)
    tree = parse(text, name=document.name)
    assert isinstance(tree, Tree)
    lines = text.splitlines(keepends=True)
    newline = "\r\n" if lines[0].endswith("\r\n") else "\n"
    edits = dict(_edits(tree, old, new, day, known))
    for loc in sorted(edits, key=lambda loc: tree.values[loc].column, reverse=True):
        mark = tree.values[loc]
        line = lines[mark.line - 1]
        before, rest = line[: mark.column - 1], line[mark.column - 1 :]
        lines[mark.line - 1] = before + _TOKEN.sub(_quoted_alike(edits[loc]), rest, count=1)
    title = tree.values[("title",)].line - 1
    lines[title] = lines[title].replace(f"{old}年", f"{new}年")
    if ("status",) not in tree.keys:
        lines.insert(tree.values[("id",)].line, f"status: draft{newline}")
    return _noted(lines, document, old=old, day=day, newline=newline)


def _edits(tree: Tree, old: int, new: int, day: date, known: set[str]) -> Iterator[tuple[Loc, str]]:
    """Give the scalars to be replaced, by their place."""
    for loc in tree.values:
        value = _at(tree.data, loc)
        if loc == ("status",):
            yield loc, "draft"
        elif loc == ("reviewed_on",):
            yield loc, day.isoformat()
        elif loc == ("review_by",):
            yield loc, a_year_after(day).isoformat()
        elif loc == ("year",):
            yield loc, str(new)
        elif loc and loc[-1] in _DATES and value is not None:
            yield loc, moved(date.fromisoformat(str(value)), new - old).isoformat()
        elif isinstance(value, str) and _names_entity(loc):
            kind, colon, id_ = value.rpartition(":")
            target = _moved_id(id_, old, new)
            if target != id_ and target in known:
                yield loc, f"{kind}{colon}{target}"


def _names_entity(loc: Loc) -> bool:
    """Tell whether an id stands here that may belong to a year."""
    inside = loc[-2] if len(loc) > 1 else ""
    return loc == ("id",) or inside in {"items", "campaigns"} or loc[-1:] == ("link",)


def _at(data: Any, loc: Loc) -> Any:
    for part in loc:
        data = data[part]
    return data


def _moved_id(id_: str, old: int, new: int) -> str:
    """Move an id of a year: 2023, 2023-01 or safety-month-2023; any other stays."""
    if id_ == str(old) or id_.startswith(f"{old}-"):
        return f"{new}{id_[4:]}"
    return f"{id_[:-4]}{new}" if id_.endswith(f"-{old}") else id_


def _quoted_alike(text: str) -> Any:
    def replace(match: re.Match[str]) -> str:
        quote = match[0][0] if match[0][0] in "\"'" else ""
        return f"{quote}{text}{quote}"

    return replace


def _noted(lines: list[str], document: Document, *, old: int, day: date, newline: str) -> str:
    """Put at the top what an editor must revise, and in which lines the old year still stands."""
    head = lines[:1] if lines[0].startswith(_SCHEMA_LINE) else []
    body = [line for line in lines[len(head) :] if not line.startswith(_NOTE)]
    stale = [
        str(number)
        for number, line in enumerate(body, start=len(head) + 4)
        if re.search(rf"(?<!\d){old}(?!\d)", line)
    ]
    notes = (
        f"{day.isoformat()} 从 {old} 年带来的草稿，网站上看不到；改好后 status 改成 published。",
        f"要改：{_REVISE[type(document.value)]}。",
        f"还写着 {old} 的行：{'、'.join(stale)}；新一年的依据先在 references.yml 里登记再换。"
        if stale
        else f"正文里没有写 {old} 的地方。",
    )
    return "".join([*head, *(f"{_NOTE}{note}{newline}" for note in notes), *body])
