"""Tips as the files that hold them, and where in those files each of them then stands.

A sector of the county's own has them among its tips. A common sector is every county's, and new
with each update: what the county adds to it stands in the county's tips.yml.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.editors.additions import appended
from generator.editors.rows import Row, with_rows
from generator.importer.tips.reading import TipRow
from generator.load.loader import Document, Loaded
from generator.load.tree import Tree, parse
from generator.model.base import Entity
from generator.model.kind import Layer
from generator.model.kinds import kind_of
from generator.model.own_tips import OwnTips
from generator.model.sector import Sector
from generator.project import Project

_FIELD = "tips"
_HEAD = """# yaml-language-server: $schema={schemas}/{name}.json
# 本县加到各行业领域的安全提示，网站上排在这个领域原有的后面。更新平安站不动这个文件。
"""


@dataclass(frozen=True)
class TipFiles:
    """New texts by path; `places` give the row and the field that stand in a line of them."""

    texts: Mapping[str, str]
    places: Mapping[tuple[str, int], tuple[TipRow, str]]


def files_of(loaded: Loaded, tips: Sequence[TipRow]) -> TipFiles:
    """Give the files as they are with the tips; raises `RefusedError`."""
    own = {
        each.value.id: each
        for each in loaded.of_kind(kind_of(Sector).name)
        if each.layer is Layer.COUNTY and isinstance(each.value, Entity)
    }
    groups: dict[str, list[TipRow]] = {}
    for tip in tips:
        groups.setdefault(tip.sector.id if tip.sector.id in own else "", []).append(tip)
    texts: dict[str, str] = {}
    places: dict[tuple[str, int], tuple[TipRow, str]] = {}
    for id_, group in groups.items():
        document = own[id_] if id_ else next(loaded.of_kind(kind_of(OwnTips).name), None)
        rows = [_row(tip, own=bool(id_)) for tip in group]
        path = document.name if document else _path(loaded.project)
        text = (
            appended(loaded.project, document, _FIELD, rows)
            if document
            else _begun(loaded.project, path, rows)
        )
        texts[path] = text
        places.update(_places(path, text, group, _count(document)))
    return TipFiles(texts, places)


def _row(tip: TipRow, *, own: bool) -> Row:
    row: Row = {
        "text": tip.text,
        "why": tip.why,
        "audience": [each.value for each in tip.audience],
        "sources": tip.sources,
    }
    return row if own else {"sector": tip.sector.id, **row}


def _path(project: Project) -> str:
    return project.place(Layer.COUNTY, kind_of(OwnTips).path)


def _begun(project: Project, path: str, rows: Sequence[Row]) -> str:
    """Give the text of the county's file where there is none yet."""
    head = _HEAD.format(schemas=project.schemas_from(path), name=kind_of(OwnTips).name)
    text = with_rows(head, Tree({}), _FIELD, rows)
    assert text is not None
    return text


def _count(document: Document | None) -> int:
    return len(document.tree.data[_FIELD]) if document else 0


def _places(
    path: str, text: str, tips: Iterable[TipRow], before: int
) -> dict[tuple[str, int], tuple[TipRow, str]]:
    """Find the lines in which the new rows stand, which come after those that were there."""
    tree = parse(text.removeprefix("\ufeff"), name=path)
    if isinstance(tree, list):
        return {}
    return {
        (path, tree.where((_FIELD, number, name)).line): (tip, name)
        for number, tip in enumerate(tips, before)
        for name in ("sector", "text", "why", "audience", "sources")
        if tree.has((_FIELD, number, name))
    }
