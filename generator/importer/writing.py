"""What an import would write: new drafts, and files that a corrected document changes."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import Any

from generator.editors.asking import RefusedError
from generator.editors.drafts import Draft
from generator.importer.again import Renewal, Said, matched, renewed, tree_of, with_values
from generator.importer.drafts import MOST_CHAPTERS, drafts, item_values
from generator.importer.proposals import Proposals
from generator.importer.reading import Reading, read_again
from generator.importer.units import KnownUnits
from generator.load.loader import Document, Loaded
from generator.load.tree import Mark
from generator.model import placeholder
from generator.model.library import Library
from generator.model.wording import some_of
from generator.model.work import WorkItem, WorkPlan

_OF_PLAN = ("title", "official_text", "sections", "deadlines")
_OF_ITEM = (
    "title",
    "short_title",
    "section",
    "official_text",
    "figures",
    "deadlines",
    "responsibility",
)
_MOST_ITEMS = 200
_SURE = ("title", "official_text", "sections", "section")
"""Fields that are the document's alone: nobody writes them in words of his own."""
_NAMES = {
    "short_title": "短标题",
    "figures": "数字",
    "deadlines": "时限",
    "responsibility": "责任单位",
}


@dataclass
class Outcome:
    """Texts of files by path: `new` ones, and those that `change`; `gone` have moved elsewhere.

    `told` are lines for the person who imports; `before` are the texts of the files that change;
    `explained` are comments that only explain fields; `places` are the numbers of items, and
    where these stand in the document, by the paths of their files.
    """

    new: dict[str, str] = field(default_factory=dict)
    change: dict[str, str] = field(default_factory=dict)
    before: dict[str, str] = field(default_factory=dict)
    gone: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    explained: set[str] = field(default_factory=set)
    places: dict[str, tuple[int, Mark]] = field(default_factory=dict)

    def put(self, path: str, text: str, before: str | None) -> None:
        """Take a file's new text; `before` is the one that it has, None where it is new."""
        if before is None:
            self.new[path] = text
        elif before != text:
            self.change[path], self.before[path] = text, before


def outcome(
    found: Reading, known: KnownUnits, loaded: Loaded, library: Library, *, year: int, day: date
) -> Outcome:
    """Give what would be written for a year; nothing is written.

    Raises `RefusedError` where what people wrote of an item that is gone would be lost, and where
    there are more items than a year may have.
    """
    if len(found.points) > _MOST_ITEMS:
        raise RefusedError(
            f"读到 {len(found.points)} 条，一年最多 {_MOST_ITEMS} 条：可能编号读细了。"
            "用 --dry-run --open 看一看。"
        )
    if len(found.outline.chapters) > MOST_CHAPTERS:
        raise RefusedError(f"读到 {len(found.outline.chapters)} 部分，最多 {MOST_CHAPTERS} 部分。")
    there = [each for each in loaded.documents if getattr(each.value, "year", None) == year]
    plan = next((each for each in there if isinstance(each.value, WorkPlan)), None)
    old = {each.value.number: each for each in there if isinstance(each.value, WorkItem)}
    first, *items = drafts(
        found,
        known,
        loaded.project,
        Proposals(library),
        _sections(found, plan),
        county=library.site.region.county,
        year=year,
        day=day,
    )
    result = Outcome()
    if plan is None:
        result.put(first.path, first.text, None)
    else:
        data = tree_of(plan.text).data
        base = {name: data.get(name) for name in _SURE}
        made = renewed(plan.text, base, first.text, _OF_PLAN)
        _keep(result, plan.name, plan.text, plan.name, made)
    _items(result, items, old, _Again(found, known, year))
    for point, draft in zip(found.points, items, strict=True):
        result.places[draft.path] = (point.item.number, point.mark)
    return result


def _sections(found: Reading, plan: Document | None) -> dict[int, str]:
    """Give the ids of chapters by their places: those of the plan by title, then by number.

    No id is given twice; a chapter that is new has one that nobody had.
    """
    if plan is None:
        return {}
    assert isinstance(plan.value, WorkPlan)
    left = {each.id: each for each in plan.value.sections}
    chapters = found.outline.chapters
    ids: dict[int, str] = {}
    for by_title in (True, False):
        for chapter in chapters:
            number = chapter.written or chapter.number
            same = (
                id_
                for id_, each in left.items()
                if (each.title == chapter.title.words if by_title else each.number == number)
            )
            id_ = next(same, "") if chapter.number not in ids else ""
            if id_:
                ids[chapter.number] = id_
                del left[id_]
    taken = {*ids.values(), *(each.id for each in plan.value.sections)}
    for chapter in chapters:
        if chapter.number not in ids:
            ids[chapter.number] = next(id_ for at in count(1) if (id_ := f"part-{at}") not in taken)
            taken.add(ids[chapter.number])
    return ids


@dataclass(frozen=True)
class _Again:
    """What is needed to read again what files keep of the document."""

    found: Reading
    known: KnownUnits
    year: int

    def base(self, document: Document) -> dict[str, Any]:
        """Give what the importer wrote once, by the document's own words that the file keeps."""
        data = tree_of(document.text).data
        sure = {name: data.get(name) for name in _SURE}
        sure["short_title"] = data.get("title")
        official = data.get("official_text")
        if not isinstance(official, str):
            return sure
        point = read_again(str(data["title"]), official, self.known, year=self.year)
        return item_values(point, self.found.everybody, self.known) | sure


def _items(
    result: Outcome, items: Sequence[Draft], old: Mapping[int, Document], again: _Again
) -> None:
    new = {
        point.item.number: _said(tree_of(made.text).data)
        for point, made in zip(again.found.points, items, strict=True)
    }
    was = matched({number: _said(tree_of(each.text).data) for number, each in old.items()}, new)
    texts = {each.name: each.text for each in old.values()}
    for number, made in zip(new, items, strict=True):
        result.explained |= _comments(made.text)
        if number not in was:
            result.put(made.path, made.text, texts.get(made.path))
            continue
        source = old[was[number]]
        text = renewed(source.text, again.base(source), made.text, _OF_ITEM)
        if was[number] != number:
            text.text = with_values(text.text, made.text, ("id", "number"))
            result.told.append(f"原来的第 {was[number]} 条现在是第 {number} 条")
        _keep(result, made.path, texts.get(made.path), source.name, text)
    _leave(result, old, set(was.values()), {each.path for each in items})


def _said(values: Mapping[str, Any]) -> Said:
    title = str(values["title"])
    waits = title.startswith(placeholder.TEXT)
    return "" if waits else title, str(values.get("official_text") or "")


def _comments(text: str) -> set[str]:
    return {line.strip() for line in text.splitlines() if line.lstrip().startswith("#")}


def _leave(
    result: Outcome, old: Mapping[int, Document], used: set[int], paths: Container[str]
) -> None:
    """See to the files of items that moved or are no more; `paths` are those of the new items."""
    for number, document in old.items():
        if number in used and document.name not in paths:
            result.gone.append(document.name)
        elif number not in used and document.name in paths:
            raise RefusedError(
                f"{document.name}：这一条新文件里没有了，它的位置要给别的条。"
                "先把这个文件移到别处，再导入。"
            )
        elif number not in used:
            result.told.append(f"{document.name}：这一条新文件里没有了，文件没有动")


def _keep(result: Outcome, path: str, before: str | None, name: str, made: Renewal) -> None:
    result.put(path, made.text, before)
    if made.kept:
        fields = some_of([_NAMES[each] for each in made.kept])
        result.told.append(f"{name}：{fields}有人改过，文件里的也变了，没有动，请核对")
