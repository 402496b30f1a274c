"""A deck of slides: what each slide says, and what the trainer says to it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.documents.imprint import Imprint
from generator.documents.tone import Tone


@dataclass(frozen=True, kw_only=True)
class Cover:
    """The first slide: title and summary, and a line such as whom it is for."""

    title: str
    summary: str
    line: str


@dataclass(frozen=True, kw_only=True)
class Cards:
    """A slide of cards, one below the other; order is told by numbers where it matters.

    `label` stands over the title; `notes` are what the trainer says.
    """

    label: str
    title: str
    lines: tuple[str, ...]
    tone: Tone
    notes: str
    numbered: bool = False


@dataclass(frozen=True)
class Number:
    """A telephone number and who answers it."""

    number: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Rescue:
    """A slide for an emergency: steps on the left; numbers and what never to do on the right."""

    label: str
    title: str
    steps: tuple[str, ...]
    calls: tuple[Number, ...]
    never_title: str
    never: tuple[str, ...]
    notes: str


@dataclass(frozen=True, kw_only=True)
class Lines:
    """A slide of many short lines, in two columns."""

    label: str
    title: str
    lines: tuple[str, ...]
    notes: str


Slide = Cover | Cards | Rescue | Lines


@dataclass(frozen=True, kw_only=True)
class Deck:
    """Slides in our look; `name` says what kind of deck it is (培训课件)."""

    name: str
    imprint: Imprint
    slides: tuple[Slide, ...]
