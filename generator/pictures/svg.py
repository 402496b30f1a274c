"""SVG as text: numbers as short as they are true, points, strokes, discs."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple


class Spot(NamedTuple):
    """A point, to the right and down from the upper left corner."""

    x: float
    y: float

    def moved(self, by: tuple[float, float], *, scale: float = 1) -> Spot:
        """Give the point that lies so far from this one."""
        return Spot(self.x + by[0] * scale, self.y + by[1] * scale)

    def towards(self, angle: float, length: float) -> Spot:
        """Give the point at a distance, `angle` degrees clockwise from upright."""
        turned = math.radians(angle)
        return Spot(self.x + length * math.sin(turned), self.y - length * math.cos(turned))

    def distance(self, other: Spot) -> float:
        """Give how far another point is."""
        return math.hypot(other.x - self.x, other.y - self.y)


def number(value: float) -> str:
    """Write a number with one decimal at most."""
    short = f"{value:.1f}".removesuffix(".0")
    return "0" if short == "-0" else short


def pair(spot: tuple[float, float]) -> str:
    """Write a point as two numbers."""
    return f"{number(spot[0])} {number(spot[1])}"


def stroke(spots: Iterable[Spot], width: float, colour: str) -> str:
    """Draw a line with round ends through points."""
    first, *others = spots
    path = f"M{pair(first)}" + "".join(f"L{pair(each)}" for each in others)
    return f'<path d="{path}" stroke="{colour}" stroke-width="{number(width)}"/>'


def disc(middle: Spot, radius: float, colour: str) -> str:
    """Draw a filled circle."""
    return (
        f'<circle cx="{number(middle.x)}" cy="{number(middle.y)}" r="{number(radius)}" '
        f'fill="{colour}"/>'
    )


def placed(content: str, at: Spot, *, size: float = 1, turn: float = 0, flip: bool = False) -> str:
    """Move, turn and scale what is drawn around the origin."""
    moves = [f"translate({pair(at)})"]
    if turn:
        moves.append(f"rotate({number(turn)})")
    if size != 1 or flip:
        across, down = number(-size if flip else size), number(size)
        moves.append(f"scale({across})" if across == down else f"scale({across} {down})")
    return f'<g transform="{" ".join(moves)}">{content}</g>'
