"""Pieces of a slide's XML (ISO/IEC 29500-1, 19 and 20): where things stand, their fill, their type.

Colours are those of the presentation's own palette, so that a restyle reaches them.
"""

from __future__ import annotations

from lxml import etree  # type: ignore[import-untyped]
from lxml.builder import ElementMaker  # type: ignore[import-untyped]
from pptx.util import Inches

from generator.documents.slide_form import FAINT, Area
from generator.documents.tone import Tone

_SPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
A = ElementMaker(namespace=_SPACES["a"], nsmap=_SPACES)
P = ElementMaker(namespace=_SPACES["p"], nsmap=_SPACES)
EMBED = f"{{{_SPACES['r']}}}embed"

COLOURS = {
    Tone.INK: "tx1",
    Tone.WHITE: "bg1",
    Tone.PINE: "accent1",
    Tone.CINNABAR: "accent2",
    Tone.AMBER: "accent3",
    Tone.SKY: "accent4",
    Tone.SOFT: "accent5",
    Tone.LINE: "accent6",
}
"""Where each tone stands in the presentation's own palette."""


def place(area: Area) -> etree._Element:
    """Say where something stands, and how large it is."""
    left, top, width, height = (
        str(Inches(side)) for side in (area.left, area.top, area.width, area.height)
    )
    return A.xfrm(A.off(x=left, y=top), A.ext(cx=width, cy=height))


def geometry(shape: str, **guides: int) -> etree._Element:
    """Give one of the shapes that Office knows by name, with what bends it."""
    bent = (A.gd(name=name, fmla=f"val {value}") for name, value in guides.items())
    return A.prstGeom(A.avLst(*bent), prst=shape)


def fill(tone: Tone, *, faint: bool = False) -> etree._Element:
    """Fill with a tone, or so that what is behind shines through."""
    colour = A.schemeClr(val=COLOURS[tone])
    if faint:
        colour.append(A.alpha(val=share(FAINT)))
    return A.solidFill(colour)


def share(part: float) -> str:
    """Write a part of the whole as Office does, in thousandths of a percent."""
    return str(round(100_000 * part))


def hundredths(size: float) -> str:
    """Write points as Office does."""
    return str(round(100 * size))
