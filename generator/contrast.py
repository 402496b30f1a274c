"""Colours as people see them: contrast, and a scheme grown from one main colour."""

from __future__ import annotations

import colorsys

LEAST = 4.5
"""The least contrast of text with what is behind it (WCAG 2.2, 1.4.3, level AA)."""


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, 1 to 21 (WCAG 2.2, relative luminance); as #rrggbb."""
    lights = sorted((_luminance(one), _luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """Mix a share (0 to 1) of another colour into one."""
    pairs = zip(_parts(one), _parts(other), strict=True)
    return _written(*(a + (b - a) * share for a, b in pairs))


def with_lightness(colour: str, lightness: float, *, saturation: float = 1.0) -> str:
    """Give a colour of the same hue, as light as is said (0 black, 1 white)."""
    hue, _, own = colorsys.rgb_to_hls(*_parts(colour))
    return _written(*colorsys.hls_to_rgb(hue, lightness, own * saturation))


def lightness(colour: str) -> float:
    """Give how light a colour is: 0 black, 1 white."""
    return colorsys.rgb_to_hls(*_parts(colour))[1]


def darkened(colour: str, behind: str, least: float) -> str:
    """Give the lightest colour of the same hue, no lighter than this, with so much contrast."""
    return _until(colour, behind, least, step=-0.01)


def lightened(colour: str, behind: str, least: float) -> str:
    """Give the darkest colour of the same hue, no darker than this, with so much contrast."""
    return _until(colour, behind, least, step=0.01)


def _until(colour: str, behind: str, least: float, *, step: float) -> str:
    found, light = colour, lightness(colour)
    while contrast(found, behind) < least and 0 < light < 1:
        light = min(max(light + step, 0.0), 1.0)
        found = with_lightness(colour, light)
    return found


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in _parts(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _written(*parts: float) -> str:
    return "#" + "".join(f"{round(min(max(part, 0), 1) * 255):02x}" for part in parts)
