"""Laying a year's edition over the evergreen thing that it names."""

from __future__ import annotations

from typing import Any, TypeVar

from generator.model.base import Model
from generator.model.theme import ThemeEdition

M = TypeVar("M", bound=Model)


def with_its_own(edition: M, evergreen: Model) -> M:
    """Give an edition with what it adds to the evergreen: its sources, and a theme's tips.

    All else that it says has taken the place of what the evergreen says already.
    """
    sources = dict.fromkeys((*_of(evergreen, "sources"), *_of(edition, "sources")))
    changes: dict[str, Any] = {"sources": tuple(sources)}
    if isinstance(edition, ThemeEdition):
        changes |= {"tips": (*edition.tips, *edition.more_tips), "more_tips": ()}
    return edition.model_copy(update=changes)


def _of(thing: Model, name: str) -> tuple[Any, ...]:
    values: tuple[Any, ...] = getattr(thing, name)
    return values
