"""Faults: what scenes ask for that is not there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model.picture import Frame, Part
from generator.pictures.figure import BUILDS, WORN
from generator.pictures.kit import props
from generator.pictures.marks import MARKS
from generator.pictures.pose import BENDS, POSES
from generator.pictures.scene import Spots, draw_part, is_named


@dataclass(frozen=True)
class Fault:
    """What is asked for and not there: frame and part by their places, the field, what there is."""

    frame: int
    part: int
    field: tuple[str | int, ...]
    asked: str
    known: tuple[str, ...]


def faults_of(frames: tuple[Frame, ...], colours: Mapping[str, str]) -> Iterator[Fault]:
    """Give all that is wrong with the frames of a scene; one without faults can be drawn."""
    for place, frame in enumerate(frames):
        spots: Spots = {}
        for index, part in enumerate(frame.parts):
            wrong = False
            for field, asked, known in _asked(part, spots, colours):
                if asked not in known:
                    wrong = True
                    yield Fault(place, index, field, asked, tuple(sorted(known)))
            if not wrong:
                draw_part(part, spots, colours)


def _asked(
    part: Part, spots: Spots, colours: Mapping[str, str]
) -> Iterator[tuple[tuple[str | int, ...], str, set[str]]]:
    """Give each name that a part uses, by its field, and the names that it may use there."""
    yield ("draw",), part.draw, {*BUILDS, *MARKS, *props()}
    if part.colour:
        yield ("colour",), part.colour, set(colours)
    if part.pose:
        yield ("pose",), part.pose, set(POSES)
    for index, name in enumerate(part.bends):
        yield ("bends", index), name, set(BENDS)
    for index, name in enumerate(part.wears):
        yield ("wears", index), name, set(WORN)
    named = {f"{name}.{spot}" for name, places in spots.items() for spot in places}
    targets = [(("at",), part.at), (("to",), part.to), (("hip",), part.hip)]
    several = [("hands", part.hands), ("feet", part.feet)]
    fields: list[tuple[tuple[str | int, ...], str | None]] = [*targets]
    fields += [((name, place), each) for name, row in several for place, each in enumerate(row)]
    for field, target in fields:
        if target is not None and is_named(target):
            yield field, target, named
