"""What an import would write: new drafts, and files that a corrected document changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generator.editors.asking import RefusedError
from generator.editors.drafts import Draft
from generator.importer.again import Renewal, matched, renewed, with_values
from generator.importer.drafts import drafts, item_values
from generator.importer.proposals import Proposals
from generator.importer.reading import Reading, read_again
from generator.importer.units import KnownUnits
from generator.load.loader import Document, Loaded
from generator.load.tree import parse
from generator.model.library import Library
from generator.model.wording import some_of
from generator.model.work import WorkItem, WorkPlan

_OF_PLAN = ("title", "official_text", "sections", "deadlines")
_OF_ITEM = ("title", "section", "official_text", "figures", "deadlines", "responsibility")
_MOST_ITEMS = 200
_SURE = ("title", "official_text", "sections", "section")
"""Fields that are the document's alone: nobody writes them in words of his own."""
_NAMES = {
    "figures": "数字",
    "deadlines": "时限",
    "responsibility": "责任单位",
}


@dataclass
class Outcome:
    """Texts of files by path: `new` ones, and those that `change`; `gone` have moved elsewhere.

    `told` are lines for the person who imports; `before` are the texts of the files that change.
    """

    new: dict[str, str] = field(default_factory=dict)
    change: dict[str, str] = field(default_factory=dict)
    before: dict[str, str] = field(default_factory=dict)
    gone: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

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
        data = parsed_values(plan.text)
        base = {name: data.get(name) for name in _SURE}
        made = renewed(plan.text, base, first.text, _OF_PLAN)
        _keep(result, plan.name, plan.text, plan.name, made)
    _items(result, items, old, _Again(found, known, year))
    return result


def parsed_values(text: str) -> Mapping[str, Any]:
    """Give the values of a file as they stand, its tokens not filled."""
    tree = parse(text, name="")
    assert not isinstance(tree, list)
    data: Mapping[str, Any] = tree.data
    return data


def _sections(found: Reading, plan: Document | None) -> dict[int, str]:
    """Give the ids that the plan has for chapters already, by the chapters' places."""
    if plan is None:
        return {}
    assert isinstance(plan.value, WorkPlan)
    by_title = {each.title: each.id for each in plan.value.sections}
    by_number = {each.number: each.id for each in plan.value.sections}
    ids = {
        each.number: by_title.get(each.title.words) or by_number.get(each.written or each.number)
        for each in found.outline.chapters
    }
    return {number: id_ for number, id_ in ids.items() if id_}


@dataclass(frozen=True)
class _Again:
    """What is needed to read again what files keep of the document."""

    found: Reading
    known: KnownUnits
    year: int

    def base(self, document: Document) -> dict[str, Any]:
        """Give what the importer wrote once, by the document's own words that the file keeps."""
        data = parsed_values(document.text)
        sure = {name: data.get(name) for name in _SURE}
        official = data.get("official_text")
        if not isinstance(official, str):
            return sure
        point = read_again(str(data["title"]), official, self.known, year=self.year)
        return item_values(point, self.found.everybody, self.known) | sure


def _items(
    result: Outcome, items: Sequence[Draft], old: Mapping[int, Document], again: _Again
) -> None:
    titles = {number: str(parsed_values(each.text)["title"]) for number, each in old.items()}
    new = {point.item.number: point.item.title.words for point in again.found.points}
    was = matched(titles, new)
    for (number, _), made in zip(new.items(), items, strict=True):
        if number not in was:
            here = old.get(number)
            result.put(made.path, made.text, here.text if here else None)
            continue
        source = old[was[number]]
        text = renewed(source.text, again.base(source), made.text, _OF_ITEM)
        if was[number] != number:
            text.text = with_values(text.text, made.text, ("id", "number"))
            result.told.append(f"原来的第 {was[number]} 条现在是第 {number} 条")
        here = old.get(number)
        _keep(result, made.path, here.text if here else None, source.name, text)
    _leave(result, old, set(was.values()), set(new))


def _leave(result: Outcome, old: Mapping[int, Document], used: set[int], new: set[int]) -> None:
    """See to the files of items that moved or are no more."""
    for number, document in old.items():
        if number in used and number not in new:
            result.gone.append(document.name)
        elif number not in used and number in new:
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
