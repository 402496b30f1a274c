"""Relations: every id that an entity names must exist."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from datetime import date

from generator.load.loader import Document, Loaded
from generator.load.tree import Loc
from generator.model.library import Library
from generator.model.placeholder import is_placeholder
from generator.model.problem import Problem
from generator.model.work import WorkItem

_ROLES = ("lead", "joint", "sharing", "supporting")


def check_relations(loaded: Loaded, library: Library, as_of: date) -> Iterator[Problem]:
    """Report ids that name nothing, with the nearest existing id as a hint."""
    known = known_ids(loaded, library)
    for document in loaded.documents:
        for loc, kind, id_ in _named(document):
            ids = known[kind]
            if id_ in ids or is_placeholder(id_):
                continue
            near = difflib.get_close_matches(id_, ids, n=1, cutoff=0.5)
            yield document.problem(
                loc,
                "E303",
                f"找不到编号“{id_}”（{LABELS[kind]}）",
                f"是不是想写 {near[0]}？" if near else "先建立这一条，或删掉这个编号",
            )
        if isinstance(document.value, WorkItem):
            yield from _sections(document, document.value, library)
            yield from _one_role(document, document.value)


LABELS = {
    "sector": "行业领域",
    "work-item": "工作要点条目",
    "campaign": "宣传活动",
    "theme": "月度主题",
    "alert": "风险提示",
    "course": "培训课件",
    "unit": "单位",
    "reference": "依据",
}

_FIELDS = {
    "sectors": "sector",
    "related": "sector",
    "items": "work-item",
    "campaigns": "campaign",
    "organisers": "unit",
}


def known_ids(loaded: Loaded, library: Library) -> Mapping[str, set[str]]:
    """Give the ids that may be named, by kind; those of files with problems count as known."""
    known: dict[str, set[str]] = {
        "sector": set(library.sectors),
        "work-item": set(library.items),
        "campaign": set(library.campaigns),
        "theme": set(library.themes),
        "alert": set(library.alerts),
        "course": set(library.courses),
        "unit": set(library.units),
        "reference": set(library.references),
    }
    for kind, id_ in loaded.assumed:
        known.setdefault(kind, set()).add(id_)
    return known


def _named(document: Document) -> Iterator[tuple[Loc, str, str]]:
    """Give each id that a document names: its place, the kind it should be of, the id."""
    data = document.tree.data
    yield from _rows(data, ())
    if isinstance(data.get("parent"), str):
        yield ("parent",), "sector", data["parent"]
    for role in _ROLES:
        for index, id_ in enumerate(data.get("responsibility", {}).get(role, ())):
            yield ("responsibility", role, index), "unit", id_
    for index, row in enumerate(data.get("programme", ())):
        yield from _rows(row, ("programme", index))
    for index, row in enumerate(data.get("entries", ())):
        yield from _rows(row, ("entries", index))


def _rows(row: Mapping[str, object], loc: Loc) -> Iterator[tuple[Loc, str, str]]:
    for field, kind in _FIELDS.items():
        ids = row.get(field)
        if isinstance(ids, list):
            for index, id_ in enumerate(ids):
                if isinstance(id_, str):
                    yield (*loc, field, index), kind, id_


def _sections(document: Document, item: WorkItem, library: Library) -> Iterator[Problem]:
    plan = next((plan for plan in library.plans.values() if plan.year == item.year), None)
    if plan is not None and item.section not in {section.id for section in plan.sections}:
        choices = "、".join(section.id for section in plan.sections)
        yield document.problem(
            ("section",),
            "E303",
            f"{item.year} 年工作要点没有章节“{item.section}”",
            f"可选：{choices}",
        )


def _one_role(document: Document, item: WorkItem) -> Iterator[Problem]:
    seen: set[str] = set()
    for role, ids in item.responsibility.by_role():
        for index, id_ in enumerate(ids):
            if id_ in seen:
                yield document.problem(
                    ("responsibility", role.value, index),
                    "E304",
                    f"单位“{id_}”在责任分工里出现了两次",
                    "一个单位在一条里只担任一种角色",
                )
            seen.add(id_)
