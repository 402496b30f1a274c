"""The notice: what a field says at a glance, for the wall (A4) and for the pocket (folded to A6).

It has templates of its own, `wall.typ` and `pocket.typ`, which take as much as the paper holds, in
this order: all lines in the largest type that fits; then fewer of what to do and not to do, the
last ones first; then fewer steps. Nothing goes on to a second page, no type is smaller than the
palette's least.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.documents.deck import Number
from generator.documents.imprint import Imprint

Form = Literal["wall", "pocket"]


@dataclass(frozen=True)
class Said:
    """A line, and its picture by id, "" for none."""

    text: str
    picture: str = ""


@dataclass(frozen=True, kw_only=True)
class Emergency:
    """When it happens: whom to call, what to do first, what never to do.

    `picture` is an id, "" for none; `more` is how many steps stand on the page only.
    """

    title: str
    picture: str
    calls: tuple[Number, ...]
    steps: tuple[str, ...]
    more: int
    never_title: str
    never: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Notice:
    """A field's most urgent emergency, what to do and what not to do, most important first.

    `others` are its other emergencies, `numbers` whom to call in any of them. `emergency` is None
    where nothing is known yet.
    """

    name: str
    imprint: Imprint
    form: Form
    title: str
    summary: str
    picture: str
    emergency: Emergency | None
    dos: tuple[Said, ...]
    donts: tuple[Said, ...]
    others: tuple[str, ...]
    numbers: tuple[Number, ...]
