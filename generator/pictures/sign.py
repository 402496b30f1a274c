"""Signs in the shapes and colours of GB 2894, around glyphs of an icon set.

The shapes are those of the standard's four kinds and of fire equipment: ring and bar (4.1),
triangle (4.2), disc (4.3), square (4.4). The bar goes below the glyph, which has a white edge, so
that no glyph is hidden by it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.icon_files import icon_svg
from generator.model.picture import Sign
from generator.model.vocabulary import SignKind
from generator.pictures.svg import number

SIDE = 96
_GLYPH = 24
_PATH = re.compile(r'<path d="([^"]+)"')
Colours = Mapping[str, str]

_ROOM: Mapping[SignKind, tuple[float, float, float]] = {
    SignKind.BAN: (48, 48, 46),
    SignKind.WARN: (48, 60, 40),
    SignKind.MUST: (48, 48, 58),
    SignKind.SAFE: (48, 48, 68),
    SignKind.FIRE: (48, 48, 68),
}
"""The middle of the glyph, and its side, within each shape."""


def sign_svg(sign: Sign, colours: Colours) -> str:
    """Draw a sign; raises `LookupError` where an icon is none."""
    shape = _SHAPES[sign.kind].format_map(colours)
    inner = _glyphs(sign, colours)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}">{shape}{inner}</svg>'
    )


_SHAPES: Mapping[SignKind, str] = {
    SignKind.BAN: (
        '<circle cx="48" cy="48" r="42" fill="{white}" stroke="{sign_red}" stroke-width="8"/>'
        '<path d="M18 18L78 78" stroke="{sign_red}" stroke-width="8"/>'
    ),
    SignKind.WARN: (
        '<path d="M48 8L91 84H5z" fill="{sign_yellow}" stroke="{sign_black}" stroke-width="6" '
        'stroke-linejoin="round"/>'
    ),
    SignKind.MUST: '<circle cx="48" cy="48" r="46" fill="{sign_blue}"/>',
    SignKind.SAFE: '<rect x="3" y="3" width="90" height="90" rx="6" fill="{sign_green}"/>',
    SignKind.FIRE: '<rect x="3" y="3" width="90" height="90" rx="6" fill="{sign_red}"/>',
}


def _glyphs(sign: Sign, colours: Colours) -> str:
    """Draw one glyph in the middle, or two beside each other that overlap a little."""
    across, down, side = _ROOM[sign.kind]
    paths = [_path(name) for name in sign.glyphs]
    if len(paths) == 1:
        return _glyph(paths[0], sign.kind, across, down, side, colours)
    small = side * 0.66
    off = side * 0.27
    return _glyph(paths[0], sign.kind, across - off, down - off * 0.45, small, colours) + _glyph(
        paths[1], sign.kind, across + off, down + off * 0.45, small, colours
    )


def _glyph(
    path: str, kind: SignKind, across: float, down: float, side: float, colours: Colours
) -> str:
    scale = side / _GLYPH
    left, top = number(across - side / 2), number(down - side / 2)
    dark = kind in {SignKind.BAN, SignKind.WARN}
    fill = colours["sign_black" if dark else "white"]
    ground = {SignKind.BAN: "white", SignKind.WARN: "sign_yellow", SignKind.MUST: "sign_blue"}
    edge = colours[ground.get(kind, "")] if kind in ground else ""
    halo = f' stroke="{edge}" stroke-width="1.6" paint-order="stroke"' if edge else ""
    return (
        f'<path transform="translate({left} {top}) scale({scale:.2f})" d="{path}" '
        f'fill="{fill}"{halo}/>'
    )


def _path(name: str) -> str:
    found = _PATH.search(icon_svg(name) or "")
    if found is None:
        raise LookupError(f"没有图标 {name}")
    return found[1]
