"""What readers may see on a day: live entities, without ids of what is not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from datetime import date
from typing import Any, TypeVar

from generator.model.base import Entity, Model
from generator.model.campaign import Campaign
from generator.model.kind import Kind
from generator.model.vocabulary import Status

E = TypeVar("E", bound=Entity)
M = TypeVar("M", bound=Model)


def live(entities: Iterable[E], as_of: date, *, with_drafts: bool) -> dict[str, E]:
    """Give the entities that are live on the day `as_of`, and drafts where they are wanted."""
    return {
        entity.id: entity
        for entity in entities
        if entity.is_live(as_of) or (with_drafts and entity.status is Status.DRAFT)
    }


def without_dead_ends(entity: E, kind: Kind, ids: Mapping[str, Set[str]]) -> E:
    """Take out of an entity what names something that is not there.

    That is each id of its kind's relations, and each material of a campaign whose link leads
    nowhere; `ids` has the ids that are there by the singular of their kind.
    """
    for path, target in kind.relations.items():
        if path == "of":
            continue  # an edition has all that it inherits
        entity = _pruned(entity, path.split("."), ids[target])
    if isinstance(entity, Campaign):
        leading = tuple(each for each in entity.materials if _leads(each.link, ids))
        if leading != entity.materials:
            entity = entity.model_copy(update={"materials": leading})
    return entity


def _pruned(value: M, path: list[str], known: Set[str]) -> M:
    """Take unknown ids out of the field at a path below a value."""
    name, *rest = path
    inner = getattr(value, name)
    kept = _known(inner, rest, known)
    return value if kept == inner else value.model_copy(update={name: kept})


def _known(inner: Any, path: list[str], known: Set[str]) -> Any:
    if isinstance(inner, tuple):
        each = (_known(part, path, known) for part in inner)
        return tuple(part for part in each if part is not None)
    if path and inner is not None:
        return _pruned(inner, path, known)
    return inner if inner in known else None


def _leads(link: str, ids: Mapping[str, Set[str]]) -> bool:
    """Tell whether a link such as `sector:fire` leads to something that is there."""
    kind, _, id_ = link.partition(":")
    return id_ in ids.get(kind, ())
