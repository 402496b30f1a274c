"""Pictures in Word and PowerPoint: the drawing itself, and dots for programs that know no SVG."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree  # type: ignore[import-untyped]

SVG_TYPE = "image/svg+xml"
_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@dataclass(frozen=True, kw_only=True)
class OfficePicture:
    """A picture of the library for an Office file; `text` says what it shows.

    `ratio` is how many times wider than high it is.
    """

    id: str
    svg: bytes
    png: bytes
    text: str
    ratio: float


def show_svg(blip: etree._Element, relation: str) -> None:
    """Let a picture's dots (`a:blip`) stand for the SVG of a relation: Word 2016 and later, WPS."""
    extensions = etree.SubElement(blip, f"{{{_MAIN}}}extLst")
    extension = etree.SubElement(extensions, f"{{{_MAIN}}}ext", uri=_EXTENSION)
    shown = etree.SubElement(extension, f"{{{_SVG}}}svgBlip", nsmap={"asvg": _SVG})
    shown.set(f"{{{_RELATIONS}}}embed", relation)
