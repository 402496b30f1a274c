"""Ids, file names and numbers: each thing has one name and each name one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from generator.load.loader import Document, Loaded
from generator.model.base import Entity
from generator.model.campaign import Campaign
from generator.model.library import Library
from generator.model.problem import Problem
from generator.model.reference import References
from generator.model.synonyms import Synonyms
from generator.model.theme import Theme
from generator.model.unit import Units
from generator.model.work import WorkItem, WorkPlan

_PLACES = re.compile(
    r"content/(work/\d{4}/(plan|\d{2,3})|themes/\d{4}/\d{2}|campaigns/\d{4}/[a-z0-9-]+)\.yml"
)
"""The paths that the yearly kinds may have."""


def check_identity(loaded: Loaded, library: Library, as_of: date) -> Iterator[Problem]:
    """Report ids used twice, ids that differ from the file name, and numbers used twice."""
    seen: dict[tuple[str, object], Document] = {}
    for document in loaded.documents:
        for name, loc, key, label in _names(document):
            first = seen.setdefault((name, key), document)
            if first is not document:
                code = "E301" if loc == ("id",) else "E334"
                yield document.problem(loc, code, f"{label}重复", f"{first.name} 已经用了，换一个")
        if isinstance(document.value, Entity):
            wanted, place = expected_id(document), expected_place(document.value)
            if place and not _PLACES.fullmatch(document.name):
                yield document.problem(
                    ("id",),
                    "E302",
                    "文件的名字或文件夹不对",
                    f"按里面填的年份和编号，这个文件应放在 {place}",
                )
            elif document.value.id != wanted:
                yield document.problem(
                    ("id",),
                    "E302",
                    f"编号“{document.value.id}”与文件位置不符",
                    f"按文件名应写 {wanted}",
                )
    yield from _repeats_inside(loaded)


def expected_place(value: Entity) -> str | None:
    """Give the path that a yearly entity's own fields ask for; nothing for the other kinds."""
    match value:
        case WorkPlan(year=year):
            return f"content/work/{year}/plan.yml"
        case WorkItem(year=year, number=number):
            return f"content/work/{year}/{number:02d}.yml"
        case Theme(year=year, month=month):
            return f"content/themes/{year}/{month:02d}.yml"
        case Campaign(year=year, id=id_):
            return f"content/campaigns/{year}/{id_.removesuffix(f'-{year}')}.yml"
    return None


def expected_id(document: Document) -> str:
    """Give the id that a document's path asks for."""
    path = PurePosixPath(document.name)
    match document.value:
        case WorkPlan():
            return path.parent.name
        case WorkItem() | Theme():
            return f"{path.parent.name}-{path.stem}"
    return f"{path.stem}-{path.parent.name}" if path.parent.name.isdigit() else path.stem


def _names(document: Document) -> Iterator[tuple[str, tuple[str, ...], object, str]]:
    value = document.value
    if not isinstance(value, Entity):
        return
    yield document.kind.name, ("id",), value.id, f"编号“{value.id}”"
    if isinstance(value, WorkItem):
        yield "item-number", ("number",), (value.year, value.number), f"序号 {value.number} "
    if isinstance(value, Theme):
        yield "theme-month", ("month",), (value.year, value.month), f"{value.month} 月的主题"


def _repeated_words(document: Document, synonyms: Synonyms) -> Iterator[Problem]:
    """Report words that stand in two groups of synonyms, or twice in one."""
    seen: set[str] = set()
    for place, group in enumerate(synonyms.groups):
        for index, word in enumerate(group):
            if word in seen:
                yield document.problem(
                    ("groups", place, index), "E335", f"说法“{word}”重复", "一个词只放在一组里"
                )
            seen.add(word)


def _repeats_inside(loaded: Loaded) -> Iterator[Problem]:
    """Report ids used twice inside units.yml and references.yml."""
    for document in loaded.documents:
        match document.value:
            case Units(units=rows):
                field, ids = "units", [unit.id for unit in rows]
            case References(references=rows):
                field, ids = "references", [reference.id for reference in rows]
            case Synonyms():
                yield from _repeated_words(document, document.value)
                continue
            case _:
                continue
        for index, id_ in enumerate(ids):
            if id_ in ids[:index]:
                yield document.problem(
                    (field, index, "id"), "E301", f"编号“{id_}”重复", "换一个编号，或删掉一条"
                )
