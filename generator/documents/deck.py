"""A deck of slides: what each slide says, and what the trainer says to it.

Pictures are named by their ids in the library; a slide goes without one that is not drawn.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.documents.imprint import Imprint
from generator.documents.tone import Tone


@dataclass(frozen=True, kw_only=True)
class Cover:
    """The first slide (封面): title and summary, and a line such as whom it is for."""

    title: str
    summary: str
    line: str
    picture: str = ""


@dataclass(frozen=True, kw_only=True)
class Agenda:
    """A slide that opens a part (目录): what is learnt or comes next, one line each.

    `label` stands over the title; `notes` are what the trainer says.
    """

    label: str
    title: str
    lines: tuple[str, ...]
    notes: str
    picture: str = ""


@dataclass(frozen=True, kw_only=True)
class Points:
    """A slide of a few points (要点), pine, amber or sky.

    One of its `pictures` stands beside all points, as many as there are points each beside its
    own.
    """

    label: str
    title: str
    lines: tuple[str, ...]
    tone: Tone
    notes: str
    pictures: tuple[str, ...] = ()


@dataclass(frozen=True)
class Number:
    """A telephone number and who answers it."""

    number: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Rescue:
    """A slide of what to do one after the other (步骤), with whom to call, if anybody."""

    label: str
    title: str
    steps: tuple[str, ...]
    calls: tuple[Number, ...]
    notes: str
    picture: str = ""


@dataclass(frozen=True)
class Caption:
    """A picture, and a short line under it."""

    picture: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Gallery:
    """A slide of pictures with few words (看图); those beyond six go onto slides of their own."""

    label: str
    title: str
    captions: tuple[Caption, ...]
    tone: Tone
    notes: str


@dataclass(frozen=True, kw_only=True)
class Never:
    """A slide of what never to do (千万不要), large; goes on where its lines are many."""

    label: str
    title: str
    lines: tuple[str, ...]
    notes: str


@dataclass(frozen=True, kw_only=True)
class Case:
    """A slide of what happened, or might (案例): a large picture beside few words."""

    label: str
    title: str
    lines: tuple[str, ...]
    notes: str
    picture: str = ""


@dataclass(frozen=True, kw_only=True)
class Questions:
    """A slide of questions to those who listen (提问)."""

    label: str
    title: str
    lines: tuple[str, ...]
    notes: str


@dataclass(frozen=True, kw_only=True)
class Sources:
    """A slide of what all rests on (依据), small and in two columns."""

    label: str
    title: str
    lines: tuple[str, ...]
    notes: str


Slide = Cover | Agenda | Points | Rescue | Gallery | Never | Case | Questions | Sources


@dataclass(frozen=True, kw_only=True)
class Deck:
    """Slides in our look; `name` says what kind of deck it is (培训课件)."""

    name: str
    imprint: Imprint
    slides: tuple[Slide, ...]
