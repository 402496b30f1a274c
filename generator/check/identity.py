"""Ids, file names and numbers: each thing has one name and each name one thing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.load.loader import Document, Loaded
from generator.model.base import Entity
from generator.model.library import Library
from generator.model.problem import Problem
from generator.model.synonyms import Synonyms
from generator.model.theme import Theme
from generator.model.work import WorkItem

_MONTHS = {f"{month:02d}" for month in range(1, 13)}


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
            yield from _misplaced(document, document.value)
    yield from _repeats_inside(loaded)


def _misplaced(document: Document, entity: Entity) -> Iterator[Problem]:
    """Report a file that does not stand where its own fields ask for it."""
    kind = document.kind
    if kind.parts and document.place != kind.path_of(entity):
        yield document.problem(
            ("id",),
            "E302",
            "文件的名字或文件夹不对",
            f"按里面填的年份和编号，这个文件应放在 {_home(document)}{kind.path_of(entity)}",
        )
    elif type(entity) is Theme and entity.id not in _MONTHS:
        yield document.problem(
            ("id",), "E302", f"编号“{entity.id}”不是月份", "月度主题的编号写两位月份，例如 06"
        )
    elif entity.id != (wanted := kind.id_at(document.place)):
        yield document.problem(
            ("id",),
            "E302",
            f"编号“{entity.id}”与文件位置不符",
            f"按文件名应写 {wanted}",
        )


def _home(document: Document) -> str:
    """Give the folder of a document's layer, as messages name it."""
    return document.name.removesuffix(document.place)


def _names(document: Document) -> Iterator[tuple[str, tuple[str, ...], object, str]]:
    value = document.value
    if not isinstance(value, Entity):
        return
    yield document.kind.name, ("id",), value.id, f"编号“{value.id}”"
    if isinstance(value, WorkItem):
        yield "item-number", ("number",), (value.year, value.number), f"序号 {value.number} "


def _repeats_inside(loaded: Loaded) -> Iterator[Problem]:
    """Report ids of listed things, and words of synonyms, that are used twice in all files."""
    words: dict[str, str] = {}
    ids: dict[tuple[str, str], str] = {}
    for document in loaded.documents:
        if isinstance(document.value, Synonyms):
            for place, group in enumerate(document.value.groups):
                for index, word in enumerate(group):
                    if word in words:
                        yield document.problem(
                            ("groups", place, index),
                            "E335",
                            f"说法“{word}”重复",
                            f"一个词只放在一组里，{words[word]} 里已经有了",
                        )
                    words.setdefault(word, document.name)
        if not document.kind.listed:
            continue
        field = document.kind.plural
        for index, row in enumerate(getattr(document.value, field)):
            known = ids.setdefault((field, row.id), f"{document.name}#{index}")
            if known != f"{document.name}#{index}":
                yield document.problem(
                    (field, index, "id"),
                    "E301",
                    f"编号“{row.id}”重复",
                    f"{known.partition('#')[0]} 里已经有了，换一个编号，或删掉一条",
                )
