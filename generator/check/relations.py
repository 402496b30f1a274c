"""Relations: every id that an entity names must exist."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from generator.load.loader import Document, Loaded
from generator.load.tree import Loc
from generator.model.kinds import COLLECTIONS
from generator.model.library import Library
from generator.model.placeholder import is_placeholder
from generator.model.problem import Problem
from generator.model.work import WorkItem


def check_relations(loaded: Loaded, library: Library, as_of: date) -> Iterator[Problem]:
    """Report ids that name nothing, with the nearest existing id as a hint."""
    known = known_ids(loaded, library)
    for document in loaded.documents:
        for loc, kind, id_ in named_in(document):
            ids = known[kind]
            if id_ in ids or is_placeholder(id_):
                continue
            near = difflib.get_close_matches(id_, ids, n=1, cutoff=0.5)
            yield document.problem(
                loc,
                "E303",
                f"找不到编号“{id_}”（{COLLECTIONS[kind].label}）",
                f"是不是想写 {near[0]}？" if near else "先建立这一条，或删掉这个编号",
            )
        if isinstance(document.value, WorkItem):
            yield from _sections(document, document.value, library)
            yield from _one_role(document, document.value)


def known_ids(loaded: Loaded, library: Library) -> Mapping[str, set[str]]:
    """Give the ids that may be named, by the singular of their kind.

    Those of files with problems count as known.
    """
    known = {kind: set(ids) for kind, ids in library.ids.items()}
    for kind, id_ in loaded.assumed:
        known[kind].add(id_)
    return known


def named_in(document: Document) -> Iterator[tuple[Loc, str, str]]:
    """Give each id that a document names: its place, the kind it should be of, the id."""
    for path, kind in document.kind.relations.items():
        for loc, id_ in _ids_at(document.tree.data, path.split("."), ()):
            yield loc, kind, id_


def _ids_at(value: Any, path: list[str], loc: Loc) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, list):
        for index, row in enumerate(value):
            yield from _ids_at(row, path, (*loc, index))
    elif path and isinstance(value, dict) and path[0] in value:
        yield from _ids_at(value[path[0]], path[1:], (*loc, path[0]))
    elif not path and isinstance(value, str):
        yield loc, value


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
