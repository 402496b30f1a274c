"""Signs in the shapes and colours of GB 2894, around glyphs of an icon set.

The shapes are those of the standard's four kinds and of fire equipment: ring and bar (4.1),
triangle (4.2), disc (4.3), square (4.4). A glyph is drawn as large as its shape has room for: its
outline is measured, not the box it came in. The bar goes below the glyph, which has a white edge,
so that no glyph is hidden by it. Two glyphs stand beside or above each other, whichever is larger.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path

from generator.icon_files import icon_svg
from generator.model.picture import Sign
from generator.model.vocabulary import SignKind
from generator.pictures.svg import Spot, number, pair

SIDE = 96
_MIDDLE = Spot(SIDE / 2, SIDE / 2)
_EDGE = 1.3
"""How wide the white edge of a glyph on a bar is."""
_GAP = 1.4
"""How far apart two glyphs stand, in their own units, of which an icon has 24."""
_LIFTS = (0, -3, -6)
"""How much higher the right one of two may stand: it gives way to the round shape, and the bar."""
_PATH = re.compile(r'<path d="([^"]+)"')
_NEEDLESS = re.compile(r" (?=-)|(?<![\d.])0(?=\.)|(?<=\.\d) (?=0?\.)")
"""What may be left out of a path: spaces before signs and points, zeros before points."""
_LETTERS = {
    "moveTo": "M",
    "lineTo": "l",
    "qCurveTo": "q",
    "curveTo": "c",
    "closePath": "z",
    "endPath": "",
}
_NOTHING = 0.2
"""How short a piece of a path is that nobody sees, in the units of an icon."""
Colours = Mapping[str, str]


class _Room(NamedTuple):
    """The room that a shape has for glyphs."""

    anchor: Spot
    """Where glyphs have their middle, or the middle of their foot."""
    stands: bool
    """Whether they stand on the anchor."""
    share: Callable[[Spot], float]
    """How much of the room a way from the anchor takes, of which there is 1."""


_BASE, _HEIGHT, _SLOPE = Spot(48, 83), 65, 0.57
"""The room in the triangle: the middle of its base, its height, how its sides go outward."""
_SQUARE = _Room(_MIDDLE, stands=False, share=lambda way: max(abs(way.x), abs(way.y)) / 36)
_ROOM: Mapping[SignKind, _Room] = {
    SignKind.BAN: _Room(_MIDDLE, stands=False, share=lambda way: math.hypot(*way) / 34.5),
    SignKind.WARN: _Room(
        _BASE, stands=True, share=lambda way: (abs(way.x) - _SLOPE * way.y) / (_SLOPE * _HEIGHT)
    ),
    SignKind.MUST: _Room(_MIDDLE, stands=False, share=lambda way: math.hypot(*way) / 40),
    SignKind.SAFE: _SQUARE,
    SignKind.FIRE: _SQUARE,
}

_SHAPES: Mapping[SignKind, str] = {
    SignKind.BAN: (
        '<g fill="{white}" stroke="{sign_red}" stroke-width="8">'
        '<circle cx="48" cy="48" r="42"/><path d="M19 19 77 77"/></g>'
    ),
    SignKind.WARN: (
        '<path d="M48 9 93 88H3z" fill="{sign_yellow}" stroke="{sign_black}" stroke-width="5" '
        'stroke-linejoin="round"/>'
    ),
    SignKind.MUST: '<circle cx="48" cy="48" r="46" fill="{sign_blue}"/>',
    SignKind.SAFE: '<rect x="3" y="3" width="90" height="90" rx="6" fill="{sign_green}"/>',
    SignKind.FIRE: '<rect x="3" y="3" width="90" height="90" rx="6" fill="{sign_red}"/>',
}


def sign_svg(sign: Sign, colours: Colours) -> str:
    """Draw a sign; raises `LookupError` where an icon is none."""
    shape = _SHAPES[sign.kind].format_map(colours)
    glyphs = _glyphs([_path(name) for name in sign.glyphs], sign.kind, colours)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}">{shape}{glyphs}</svg>'
    )


@dataclass(frozen=True, kw_only=True)
class _Box:
    """The smallest upright box around an outline."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> Spot:
        """Give its middle."""
        return Spot((self.left + self.right) / 2, (self.top + self.bottom) / 2)


def _glyphs(paths: Sequence[str], kind: SignKind, colours: Colours) -> str:
    """Draw one glyph, or two, as large as the shape has room for."""
    first, *others = paths
    offset, scale, at = max(
        (_fit(paths, offset, kind) for offset in _offsets(first, *others)), key=lambda fit: fit[1]
    )
    moved = f' transform="translate({number(offset.x)} {number(offset.y)})"'
    drawn = f'<path d="{_short(first)}"/>' + "".join(
        f'<path d="{_short(other)}"{moved}/>' for other in others
    )
    fill = colours["sign_black" if kind in {SignKind.BAN, SignKind.WARN} else "white"]
    edge = (
        f' stroke="{colours["white"]}" stroke-width="{2 * _EDGE / scale:.1f}" paint-order="stroke"'
        if kind is SignKind.BAN
        else ""
    )
    return (
        f'<g transform="translate({number(at.x)} {number(at.y)})scale({scale:.2f})" '
        f'fill="{fill}"{edge}>{drawn}</g>'
    )


def _fit(paths: Sequence[str], offset: Spot, kind: SignKind) -> tuple[Spot, float, Spot]:
    """Give the offset of the second glyph, the scale of both, and where their origin comes to."""
    room = _ROOM[kind]
    spots = [
        spot.moved(offset if index else (0, 0))
        for index, path in enumerate(paths)
        for spot in _outline(path)
    ]
    box = _box(spots)
    held = Spot(box.middle.x, box.bottom) if room.stands else box.middle
    scale = 1 / max(room.share(Spot(spot.x - held.x, spot.y - held.y)) for spot in spots)
    return offset, scale, room.anchor.moved(held, scale=-scale)


def _offsets(first: str, second: str | None = None) -> Iterator[Spot]:
    """Give where the second glyph may stand: to the right of the first, or below it."""
    if second is None:
        yield Spot(0, 0)
        return
    one, two = _box(_outline(first)), _box(_outline(second))
    across, down = one.middle.x - two.middle.x, one.middle.y - two.middle.y
    for lift in _LIFTS:
        yield Spot(one.right - two.left + _GAP, down + lift)
    yield Spot(across, one.bottom - two.top + _GAP)


def _box(spots: Sequence[Spot]) -> _Box:
    across, down = [spot.x for spot in spots], [spot.y for spot in spots]
    return _Box(left=min(across), top=min(down), right=max(across), bottom=max(down))


@cache
def _outline(path: str) -> tuple[Spot, ...]:
    """Give points along a path, close enough to each other to measure it."""
    spots: list[Spot] = []
    for _, through in _strokes(path):
        curve = [*spots[-1:], *through]
        spots += [_along(curve, quarter / 4) for quarter in range(1, 5) if through]
    return tuple(spots)


@cache
def _strokes(path: str) -> tuple[tuple[str, tuple[Spot, ...]], ...]:
    """Take a path apart: what is drawn, as pens of fontTools name it, and through which points."""
    pen = RecordingPen()
    parse_path(path, pen)
    return tuple((name, tuple(Spot(*point) for point in points)) for name, points in pen.value)


def _short(path: str) -> str:
    """Write a path with one decimal, where that is shorter: no sign shows more."""
    written, drawn, last = "", "", Spot(0, 0)
    for name, through in _strokes(path):
        steps = [Spot(round(spot.x, 1), round(spot.y, 1)) for spot in through]
        if name == "curveTo" and all(last.distance(step) < _NOTHING for step in steps):
            continue
        origin = Spot(0, 0) if name == "moveTo" else last
        written += " " if name == drawn else _LETTERS[name]
        written += " ".join(pair((spot.x - origin.x, spot.y - origin.y)) for spot in steps)
        drawn, last = name, steps[-1] if steps else last
    written = _NEEDLESS.sub("", written)
    return min(path, written, key=len)


def _along(through: Sequence[Spot], part: float) -> Spot:
    """Give the point of a Bézier curve, of any degree, after a part of it."""
    while len(through) > 1:
        through = [
            Spot(one.x + (two.x - one.x) * part, one.y + (two.y - one.y) * part)
            for one, two in pairwise(through)
        ]
    return through[0]


def _path(name: str) -> str:
    found = _PATH.search(icon_svg(name) or "")
    if found is None:
        raise LookupError(f"没有图标 {name}")
    return found[1]
