"""Two years' work points compared: what is new, what is gone, what is asked otherwise."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.model.vocabulary import Role
from generator.model.work import Figure, WorkItem

_ALIKE = 0.6
"""How alike two titles must be (difflib's ratio) to be taken for the same point of work."""


@dataclass(frozen=True)
class Part:
    """What a unit has to do in an item: its id, and the role in the older and the newer year."""

    unit: str
    before: Role | None
    after: Role | None


@dataclass(frozen=True)
class Change:
    """An item of both years, and what is asked otherwise in the newer."""

    old: WorkItem
    new: WorkItem
    figures_gone: tuple[Figure, ...]
    figures_new: tuple[Figure, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Comparison:
    """The newer year seen from the older: items that are new, gone, and changed."""

    new: tuple[WorkItem, ...]
    gone: tuple[WorkItem, ...]
    changed: tuple[Change, ...]


def counterparts(new: Iterable[WorkItem], old: Iterable[WorkItem]) -> Mapping[str, WorkItem]:
    """Give the newer item that is the like of each older one, by the older one's id.

    That is the one with the same title, else the same short title, else the one whose title is
    most alike; each newer item is the like of one only.
    """
    left = {item.id: item for item in new}
    found: dict[str, WorkItem] = {}
    waiting = list(old)
    for name in ("title", "short_title"):
        by_name = {getattr(item, name): item for item in left.values()}
        for item in tuple(waiting):
            like = by_name.pop(getattr(item, name), None)
            if like is not None:
                found[item.id] = left.pop(like.id)
                waiting.remove(item)
    for _, old_id, new_id in sorted(_alike(waiting, tuple(left.values()))):
        if old_id not in found and new_id in left:
            found[old_id] = left.pop(new_id)
    return found


def _alike(old: Iterable[WorkItem], new: Iterable[WorkItem]) -> Iterator[tuple[float, str, str]]:
    """Give the pairs of items with titles that are alike: how unlike they are, and the ids.

    What cannot be alike enough is told by its characters alone, which takes no time.
    """
    matcher = difflib.SequenceMatcher(None)
    for other in new:
        matcher.set_seq2(other.title)
        for item in old:
            matcher.set_seq1(item.title)
            if matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE:
                ratio = matcher.ratio()
                if ratio >= _ALIKE:
                    yield -ratio, item.id, other.id


def compare(new: Iterable[WorkItem], old: Iterable[WorkItem]) -> Comparison:
    """Compare the items of two years."""
    new, old = tuple(new), tuple(old)
    like = counterparts(new, old)
    kept = {item.id for item in like.values()}
    changes = (_change(item, like[item.id]) for item in old if item.id in like)
    return Comparison(
        new=tuple(item for item in new if item.id not in kept),
        gone=tuple(item for item in old if item.id not in like),
        changed=tuple(
            each for each in changes if each.figures_gone or each.figures_new or each.parts
        ),
    )


def _change(old: WorkItem, new: WorkItem) -> Change:
    before, after = _roles(old), _roles(new)
    units = [unit for unit in {**before, **after} if before.get(unit) is not after.get(unit)]
    return Change(
        old,
        new,
        tuple(figure for figure in old.figures if figure not in new.figures),
        tuple(figure for figure in new.figures if figure not in old.figures),
        tuple(Part(unit, before.get(unit), after.get(unit)) for unit in units),
    )


def _roles(item: WorkItem) -> dict[str, Role]:
    return {unit: role for role, ids in item.responsibility.by_role() for unit in ids}
