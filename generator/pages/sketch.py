"""A sketch map: numbered points in their true positions, north above, with a scale.

It asks no one for a map: degrees become metres on a plane that touches the earth in the middle of
the points (equirectangular projection), which is true to a few metres across a county.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

Point = tuple[float, float]
"""Latitude and longitude in degrees."""

_DEGREE = 111_195.0
"""Metres of a degree of latitude: the earth's mean radius of 6,371,009 m (IUGG), times π / 180."""
_WIDTH, _MARGIN, _TOP, _LEAST = 360.0, 30.0, 48.0, 90.0
"""A phone is about 360 units wide, so that what is drawn there has its size in pixels."""
_STEPS = (1, 2, 5)


@dataclass(frozen=True)
class Mark:
    """A point on the sketch, in its units, with its number in the list.

    The number stands on its left where it is `turned`, for want of room.
    """

    x: float
    y: float
    number: int
    turned: bool


@dataclass(frozen=True)
class Sketch:
    """What the template draws: size, marks, and a bar of so many units for a length in words."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    bar: float
    length: str


def sketch(points: Sequence[tuple[int, Point]]) -> Sketch | None:
    """Lay numbered points out; None where fewer than two places are known."""
    if len({point for _, point in points}) < 2:
        return None
    lats = [lat for _, (lat, _) in points]
    lons = [lon for _, (_, lon) in points]
    shrink = math.cos(math.radians((min(lats) + max(lats)) / 2))
    wide = (max(lons) - min(lons)) * shrink * _DEGREE
    high = (max(lats) - min(lats)) * _DEGREE
    room = _WIDTH - 2 * _MARGIN
    scale = room / max(wide, high, 1.0)
    height = max(high * scale, _LEAST) + _TOP + _MARGIN
    left = _MARGIN + (room - wide * scale) / 2
    top = _TOP + (height - _TOP - _MARGIN - high * scale) / 2
    marks = []
    for number, (lat, lon) in points:
        x = round(left + (lon - min(lons)) * shrink * _DEGREE * scale, 1)
        y = round(top + (max(lats) - lat) * _DEGREE * scale, 1)
        marks.append(Mark(x, y, number, turned=x > _WIDTH * 0.8))
    metres = _round_length(room / scale / 4)
    return Sketch(_WIDTH, round(height, 1), tuple(marks), round(metres * scale, 1), _words(metres))


def _round_length(metres: float) -> int:
    """Give the longest of 1, 2, 5, 10, 20, 50 … metres that is no longer."""
    power = 10 ** max(math.floor(math.log10(max(metres, 1))), 0)
    fitting = [step * power for step in _STEPS if step * power <= max(metres, 1)]
    return int(max(fitting, default=power))


def _words(metres: int) -> str:
    return f"{metres // 1000} 公里" if metres >= 1000 else f"{metres} 米"
