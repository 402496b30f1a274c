"""An empty presentation in our look: 16:9, our colours and fonts in theme and master."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time

from lxml import etree  # type: ignore[import-untyped]
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import PP_ALIGN
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Blank
from pptx.shapes.base import BaseShape
from pptx.shapes.placeholder import LayoutPlaceholder
from pptx.slide import SlideLayout
from pptx.util import Inches

from generator.documents import layout as places
from generator.documents.archive import fact
from generator.documents.imprint import Imprint
from generator.documents.layout import Area, Frame, Place
from generator.documents.size import points
from generator.documents.style import Style
from generator.documents.tone import Tone
from generator.palette import Colours, DocumentSizes

COLOURS = {
    Tone.INK: MSO_THEME_COLOR.TEXT_1,
    Tone.WHITE: MSO_THEME_COLOR.BACKGROUND_1,
    Tone.PINE: MSO_THEME_COLOR.ACCENT_1,
    Tone.CINNABAR: MSO_THEME_COLOR.ACCENT_2,
    Tone.AMBER: MSO_THEME_COLOR.ACCENT_3,
    Tone.SKY: MSO_THEME_COLOR.ACCENT_4,
    Tone.SOFT: MSO_THEME_COLOR.ACCENT_5,
    Tone.LINE: MSO_THEME_COLOR.ACCENT_6,
}
"""Where each tone stands in the presentation's own palette."""
ALIGNED = {
    Place.LEFT: PP_ALIGN.LEFT,
    Place.CENTRE: PP_ALIGN.CENTER,
    Place.RIGHT: PP_ALIGN.RIGHT,
}
_THEME = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
_TITLE, _TITLE_ONLY = 0, 5
_BODY = Area(0.6, 1.6, 12.1, 5.2)


def blank_presentation(imprint: Imprint, style: Style) -> Blank:
    """Make an empty presentation with two layouts, cover and content, whose master has our look."""
    blank = Presentation()
    blank.slide_width, blank.slide_height = Inches(places.WIDTH), Inches(places.HEIGHT)
    _theme(blank, style)
    _layouts(blank)
    _master(blank, style.colours)
    _cover(blank.slide_layouts[0], style)
    _content(blank.slide_layouts[1], imprint, style)
    facts = blank.core_properties
    publisher = fact(imprint.publisher)
    facts.title, facts.author = fact(imprint.title), publisher
    facts.last_modified_by, facts.language = publisher, "zh-CN"
    facts.created = facts.modified = datetime.combine(imprint.day, time(), UTC)
    facts.revision = 1
    return blank


def _rgb(colour: str) -> RGBColor:
    """Turn #rrggbb into a colour of the library."""
    return RGBColor(*bytes.fromhex(colour.lstrip("#")))  # type: ignore[no-untyped-call]


def _theme(blank: Blank, style: Style) -> None:
    """Put our palette and fonts into the theme, so that a restyle in WPS reaches everything."""
    part = blank.slide_master.part.part_related_by(_THEME)
    root = etree.fromstring(part.blob)
    colours = style.colours
    slots = {
        "dk1": colours.ink,
        "lt1": colours.card,
        "dk2": colours.pine,
        "lt2": colours.paper,
        "accent1": colours.pine,
        "accent2": colours.cinnabar,
        "accent3": colours.amber,
        "accent4": colours.sky,
        "accent5": colours.soft,
        "accent6": colours.line,
        "hlink": colours.sky,
        "folHlink": colours.soft,
    }
    scheme = root.find(f".//{qn('a:clrScheme')}")
    scheme.set("name", "平安站")
    for name, colour in slots.items():
        slot = scheme.find(qn(f"a:{name}"))
        for child in list(slot):
            slot.remove(child)
        etree.SubElement(slot, qn("a:srgbClr"), val=colour.lstrip("#").upper())
    fonts = root.find(f".//{qn('a:fontScheme')}")
    fonts.set("name", "平安站")
    for family in fonts:
        for script in ("a:latin", "a:ea"):
            family.find(qn(script)).set("typeface", style.office_font)
        for font in family.findall(qn("a:font")):
            if font.get("script") in {"Hans", "Hant"}:
                font.set("typeface", style.office_font)
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _layouts(blank: Blank) -> None:
    """Keep the layouts for the cover and for content; the rest was drawn for 4:3."""
    kept = {_TITLE, _TITLE_ONLY}
    for index, layout in reversed(list(enumerate(blank.slide_layouts))):
        if index not in kept:
            blank.slide_layouts.remove(layout)
    for layout, name in zip(blank.slide_layouts, ("封面", "内容"), strict=True):
        layout.name = name


def _master(blank: Blank, colours: Colours) -> None:
    master = blank.slide_master
    master.background.fill.solid()
    master.background.fill.fore_color.rgb = _rgb(colours.paper)
    for placeholder in list(master.placeholders):
        match _kind(placeholder):
            case "DATE" | "FOOTER":
                _put(placeholder, replace(places.FOOTER.area, width=8))
            case "SLIDE_NUMBER":
                _put(placeholder, places.NUMBER.area)
            case "TITLE":
                _put(placeholder, places.TITLE.area)
            case _:
                _put(placeholder, _BODY)


def _cover(on: SlideLayout, style: Style) -> None:
    on.background.fill.solid()
    on.background.fill.fore_color.rgb = _rgb(style.colours.pine)
    for placeholder in _placeholders(on):
        match _kind(placeholder):
            case "DATE" | "FOOTER" | "SLIDE_NUMBER":
                _drop(placeholder)
            case "CENTER_TITLE" | "TITLE":
                _dress(placeholder, style.sizes, places.COVER_TITLE)
            case _:
                _dress(placeholder, style.sizes, places.COVER_SUMMARY)


def _content(on: SlideLayout, imprint: Imprint, style: Style) -> None:
    for placeholder in _placeholders(on):
        match _kind(placeholder):
            case "TITLE":
                _dress(placeholder, style.sizes, places.TITLE)
            case "FOOTER":
                placeholder.text_frame.text = imprint.header
                _dress(placeholder, style.sizes, places.FOOTER)
            case "SLIDE_NUMBER":
                _dress(placeholder, style.sizes, places.NUMBER)
            case _:
                _drop(placeholder)


def _placeholders(on: SlideLayout) -> list[LayoutPlaceholder]:
    """Give a layout's placeholders as a list, so that some may be removed on the way."""
    found = (on.placeholders[place] for place in range(len(on.placeholders)))
    return [each for each in found if isinstance(each, LayoutPlaceholder)]


def _kind(placeholder: BaseShape) -> str:
    kind = placeholder.placeholder_format.type
    return kind.name if kind is not None else ""


def _drop(placeholder: BaseShape) -> None:
    placeholder._element.getparent().remove(placeholder._element)


def _put(shape: BaseShape, area: Area) -> None:
    shape.left, shape.top = Inches(area.left), Inches(area.top)
    shape.width, shape.height = Inches(area.width), Inches(area.height)


def _dress(placeholder: LayoutPlaceholder, sizes: DocumentSizes, frame: Frame) -> None:
    """Set where a layout's placeholder stands, and the text style that slides inherit from it."""
    _put(placeholder, frame.area)
    body = placeholder.text_frame._txBody
    body.find(qn("a:bodyPr")).set("anchor", "ctr")
    styles = body.find(qn("a:lstStyle"))
    for child in list(styles):
        styles.remove(child)
    aligned = ALIGNED[frame.place].xml_value
    level = etree.SubElement(styles, qn("a:lvl1pPr"), algn=aligned, marL="0", indent="0")
    etree.SubElement(level, qn("a:buNone"))
    bold = str(int(frame.bold))
    size = str(round(100 * points(frame.size, sizes)))
    run = etree.SubElement(level, qn("a:defRPr"), sz=size, b=bold)
    fill = etree.SubElement(run, qn("a:solidFill"))
    etree.SubElement(fill, qn("a:schemeClr"), val=COLOURS[frame.tone].xml_value)
    for tag, face in (("a:latin", "+mn-lt"), ("a:ea", "+mn-ea")):
        etree.SubElement(run, qn(tag), typeface=face)
