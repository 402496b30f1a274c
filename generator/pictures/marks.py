"""Marks: what leads from one point to another, and the signs over a scene."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.model.picture import Part
from generator.pictures.svg import Spot, number, pair, placed, stroke

Colours = Mapping[str, str]
_HEAD = 9.0
"""The length of an arrow's head."""


def _stick(part: Part, start: Spot, end: Spot, colours: Colours) -> str:
    return stroke((start, end), 4.5 * part.size, colours[part.colour or "wood"])


def _rope(part: Part, start: Spot, end: Spot, colours: Colours) -> str:
    """Draw a rope that hangs through a little."""
    sag = start.distance(end) * 0.18
    middle = Spot((start.x + end.x) / 2, (start.y + end.y) / 2 + sag)
    return (
        f'<path d="M{pair(start)}Q{pair(middle)} {pair(end)}" '
        f'stroke="{colours[part.colour or "amber"]}" stroke-width="{number(2.6 * part.size)}"/>'
    )


def _wire(part: Part, start: Spot, end: Spot, colours: Colours) -> str:
    """Draw a wire that comes down from its start."""
    bend = Spot(start.x, (start.y + end.y) / 2)
    return (
        f'<path d="M{pair(start)}Q{pair(bend)} {pair(end)}" '
        f'stroke="{colours[part.colour or "ink"]}" stroke-width="{number(3 * part.size)}"/>'
    )


def _arrow(part: Part, start: Spot, end: Spot, colours: Colours) -> str:
    length = start.distance(end) or 1
    along = ((end.x - start.x) / length, (end.y - start.y) / length)
    across = (-along[1], along[0])
    head = _HEAD * part.size
    neck = end.moved(along, scale=-head)
    wings = [neck.moved(across, scale=side * head * 0.8) for side in (1, -1)]
    colour = colours[part.colour or "green"]
    shaft = stroke((start, end), 4.5 * part.size, colour)
    return shaft + stroke((wings[0], end, wings[1]), 4.5 * part.size, colour)


def _ban(part: Part, start: Spot, end: Spot, colours: Colours) -> str:
    """Draw the ring and bar of a prohibition around a point, 30 units in radius."""
    ring = (
        f'<circle r="30" stroke="{colours["red"]}" stroke-width="7"/>'
        f'<path d="M-21-21L21 21" stroke="{colours["red"]}" stroke-width="7"/>'
    )
    return placed(ring, start, size=part.size)


def _cross(part: Part, start: Spot, end: Spot, colours: Colours) -> str:
    cross = f'<path d="M-9-9L9 9M9-9L-9 9" stroke="{colours["red"]}" stroke-width="6"/>'
    return placed(cross, start, size=part.size)


def _tick(part: Part, start: Spot, end: Spot, colours: Colours) -> str:
    tick = f'<path d="M-10 0L-3 7L10-8" stroke="{colours["green"]}" stroke-width="6"/>'
    return placed(tick, start, size=part.size)


def _text(part: Part, start: Spot, end: Spot, colours: Colours) -> str:
    return (
        f'<text x="{number(start.x)}" y="{number(start.y)}" '
        f'font-size="{number(13 * part.size)}" '
        f'fill="{colours[part.colour or "ink"]}">{part.text or ""}</text>'
    )


Mark = Callable[[Part, Spot, Spot, Colours], str]

MARKS: Mapping[str, Mark] = {
    "stick": _stick,
    "rope": _rope,
    "wire": _wire,
    "arrow": _arrow,
    "ban": _ban,
    "cross": _cross,
    "tick": _tick,
    "text": _text,
}
"""By what a part of a scene is to draw."""
