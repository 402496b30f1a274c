"""Placeholders: what `pingan new` left to be written must not be published."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.check.by_document import ByDocument
from generator.load.loader import Document, Loaded
from generator.load.tree import Loc, texts_in
from generator.model.base import Entity
from generator.model.placeholder import is_placeholder
from generator.model.problem import Problem
from generator.model.vocabulary import Status

_NAMES = {
    "sources": "依据",
    "call": "电话",
    "answer": "答案",
    "sectors": "行业领域",
    "organisers": "组织单位",
    "situations": "情形",
    "starts": "开始日期",
    "ends": "结束日期",
}
_ROWS = {
    "tips": "这条提示",
    "steps": "这一步",
    "duties": "这件要做的事",
    "checklist": "这一项检查",
    "quiz": "这道题",
    "slides": "这一页",
    "poster": "海报",
}


def unwritten(loaded: Loaded) -> int:
    """Count the places of drafts where nothing has been written yet."""
    return sum(
        1
        for document in loaded.documents
        if isinstance(document.value, Entity) and document.value.status is Status.DRAFT
        for _ in waiting(document.tree.data)
    )


def _unwritten(document: Document, given: None) -> Iterator[Problem]:
    """Report what is published and not yet written (E317); drafts may wait.

    That is every text with 在这里写……, the id `zai-zhe-li-xie`, the number 000 and 2000-01-01.
    """
    value = document.value
    if not isinstance(value, Entity) or value.status is Status.DRAFT:
        return
    for loc in waiting(document.tree.data):
        yield document.problem(loc, "E317", _message(loc), "写好再发布，或把 status 改回 draft")


check_placeholders = ByDocument("placeholders", lambda loaded, library, as_of: None, _unwritten)


def waiting(data: Any) -> Iterator[Loc]:
    """Give the places of a content file's values where nothing has been written yet."""
    yield from (loc for loc, text in texts_in(data, ()) if is_placeholder(text))
    yield from (loc for loc, day in _days(data, ()) if is_placeholder(day))


def _days(value: Any, loc: Loc) -> Iterator[tuple[Loc, date]]:
    if isinstance(value, date):
        yield loc, value
    elif isinstance(value, dict):
        for key, child in value.items():
            yield from _days(child, (*loc, key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from _days(child, (*loc, index))


def _message(loc: Loc) -> str:
    """Say what is missing where: 这条提示还没有写依据."""
    fields = [part for part in loc if isinstance(part, str)]
    name = _NAMES.get(fields[-1])
    if name is None:
        return "这里还没有写内容"
    where = _ROWS.get(fields[0], "") if len(fields) > 1 else ""
    return f"{where}还没有写{name}"
