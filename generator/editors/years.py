"""Carrying a year forward: the newest plan, themes and campaigns as drafts of a new year."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from generator.check.placeholders import waiting
from generator.check.years import NOTE, earlier_years, id_in_year
from generator.editors.drafts import a_year_after, moved
from generator.load.loader import Document, Loaded
from generator.load.tree import Loc, Tree, parse
from generator.model.base import Entity, Model
from generator.model.campaign import Campaign
from generator.model.kinds import KINDS, YEARLY_FIELDS
from generator.model.theme import Theme
from generator.model.vocabulary import Status
from generator.model.work import WorkItem, WorkPlan

_DATES = {"publish_on", "expires_on", "starts", "ends"}
_REVIEWS = ("reviewed_on:", "review_by:")
_SCHEMA_LINE = "# yaml-language-server:"
_YEARLY = [kind for kind in KINDS if kind.yearly]
_YEARLY_FILE = re.compile(
    rf"content/(?:{'|'.join(kind.folder for kind in _YEARLY)})/(?P<year>\d{{4}})/[^/]+\.yml"
)
_LINK = re.compile(rf"(\]\((?:{'|'.join(kind.singular for kind in _YEARLY)}):)([a-z0-9-]+)(?=\))")
_TOKEN = re.compile(r""""[^"]*"|'[^']*'|[^\s,\]}]+""")

_REVISE: Mapping[type[Model], str] = {
    WorkPlan: "对照新一年的工作要点原文，改总体要求、目标和章节",
    WorkItem: "对照新一年的工作要点原文，改序号、任务、数字和责任分工；没有的条目删掉文件",
    Theme: "改节日和日期（春节等每年不同），看口号、提示、五进和海报还合不合适",
    Campaign: "改当年的主题口号、起止日期和活动安排；没有定的不写",
}
_REVISE_ANY = "改当年的日期和说法；没有定的不写"


@dataclass(frozen=True)
class Carrying:
    """A new year's files, and what stood there already.

    `files_from` counts the new files, and `older` what was left behind because the same month,
    campaign or plan has a newer edition, by the year that they belong to.
    """

    files: Mapping[str, str]
    kept: tuple[str, ...]
    files_from: Mapping[int, int]
    older: Mapping[int, int]


def broken_files(loaded: Loaded, *, before: int) -> tuple[str, ...]:
    """Give the files of earlier years that could not be read."""
    read = {document.name for document in loaded.documents}
    return tuple(
        dict.fromkeys(
            problem.path
            for problem in loaded.problems
            if (year := _year_of(problem.path)) and year < before and problem.path not in read
        )
    )


def carry(root: Path, loaded: Loaded, *, new: int, day: date) -> Carrying:
    """Give the drafts of the new year; a file that stands there already is kept as it is.

    Of each month's theme and of each campaign the newest earlier edition is carried, of the plan
    the newest with all its items. A draft in which something is still to be written is no edition.
    """
    earlier = [
        (document, year)
        for document in loaded.documents
        if (year := _year_of(document.name)) and year < new and not _unwritten(document)
    ]
    newest: dict[str, int] = {}
    for document, year in earlier:
        newest[_thing(document)] = max(year, newest.get(_thing(document), 0))
    chosen = {
        document.name.replace(f"/{year}/", f"/{new}/", 1): (document, year)
        for document, year in earlier
        if year == newest[_thing(document)]
    }
    kept = tuple(name for name in chosen if (root / name).exists())
    begun = any(name.startswith("content/work/") for name in kept)  # a plan and its items are one
    carried = {
        name: pair
        for name, pair in chosen.items()
        if name not in kept and not (begun and name.startswith("content/work/"))
    }
    known = {value.id for each in loaded.documents if isinstance(value := each.value, Entity)}
    known |= {id_in_year(_id(document), new) for document, _ in carried.values()}
    return Carrying(
        {
            name: _carried(document, old=year, new=new, day=day, known=known)
            for name, (document, year) in carried.items()
        },
        kept,
        Counter(year for _, year in carried.values()),
        Counter(year for each, year in earlier if year != newest[_thing(each)]),
    )


def _year_of(name: str) -> int | None:
    """Give the year of a file such as content/themes/2023/01.yml; None for other files."""
    match = _YEARLY_FILE.fullmatch(name)
    return int(match["year"]) if match else None


def _unwritten(document: Document) -> bool:
    value = document.value
    draft = isinstance(value, Entity) and value.status is Status.DRAFT
    return draft and any(waiting(document.tree.data))


def _thing(document: Document) -> str:
    """Name what comes again each year: themes/01, campaigns/safety-month, the plan as a whole."""
    folder, _, name = document.name.split("/")[1:]
    return folder if folder == "work" else f"{folder}/{name}"


def _id(document: Document) -> str:
    return document.value.id if isinstance(document.value, Entity) else ""


def _carried(document: Document, *, old: int, new: int, day: date, known: set[str]) -> str:
    """Give a file's text moved to the new year, with a note of what is left to revise."""
    text = _LINK.sub(lambda match: match[1] + _moved(match[2], new, known), document.text)
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
    return _noted(lines, document, old=old, new=new, day=day, newline=newline)


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
            target = _moved(id_, new, known)
            if target != id_:
                yield loc, f"{kind}{colon}{target}"


def _names_entity(loc: Loc) -> bool:
    """Tell whether an id stands here that may belong to a year."""
    named = YEARLY_FIELDS.intersection(map(str, loc))
    return loc == ("id",) or bool(named) or loc[-1:] == ("link",)


def _at(data: Any, loc: Loc) -> Any:
    for part in loc:
        data = data[part]
    return data


def _moved(id_: str, new: int, known: set[str]) -> str:
    """Move an id of an earlier year to the new one, if that has it; any other stays."""
    target = id_in_year(id_, new)
    return target if target in known else id_


def _quoted_alike(text: str) -> Any:
    def replace(match: re.Match[str]) -> str:
        quote = match[0][0] if match[0][0] in "\"'" else ""
        return f"{quote}{text}{quote}"

    return replace


def _noted(
    lines: list[str], document: Document, *, old: int, new: int, day: date, newline: str
) -> str:
    """Put at the top what an editor must revise, and in which lines an old year still stands."""
    head = lines[:1] if lines[0].startswith(_SCHEMA_LINE) else []
    body = [line for line in lines[len(head) :] if not line.startswith(NOTE)]
    stale = [
        str(number)
        for number, line in enumerate(body, start=len(head) + 4)
        if not line.startswith(_REVIEWS)
        and (re.search(rf"(?<!\d){old}(?!\d)", line) or any(earlier_years(line, new)))
    ]
    notes = (
        f"{day.isoformat()} 从 {old} 年带来的草稿，网站上看不到；改好后 status 改成 published。",
        f"要改：{_REVISE.get(type(document.value), _REVISE_ANY)}。",
        f"还写着 {old} 的行：{'、'.join(stale)}；新一年的依据先在 references.yml 里登记再换。"
        if stale
        else f"正文里没有写 {old} 的地方。",
    )
    return "".join([*head, *(f"{NOTE}{note}{newline}" for note in notes), *body])
