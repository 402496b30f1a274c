"""A blank slide deck in our look: 16:9, our colours and fonts in theme and master."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

from lxml import etree  # type: ignore[import-untyped]
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout
from pptx.util import Inches

from generator.packs.archive import fact
from generator.packs.style import Style
from generator.palette import Colours

WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
_THEME = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
_TITLE, _TITLE_ONLY = 0, 5


def blank_deck(values: dict[str, Any], style: Style, day: date) -> Deck:
    """Make an empty deck with two layouts, cover and content, whose master carries our look."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    _theme(deck, style)
    _layouts(deck)
    _master(deck, style.colours)
    _cover(deck.slide_layouts[0], style.colours)
    _content(deck.slide_layouts[1], values)
    facts = deck.core_properties
    publisher = fact(values["publisher"])
    facts.title, facts.author = fact(values["title"]), publisher
    facts.last_modified_by, facts.language = publisher, "zh-CN"
    facts.created = facts.modified = datetime.combine(day, time(), UTC)
    facts.revision = 1
    return deck


def rgb(colour: str) -> RGBColor:
    """Turn #rrggbb into a colour of the library."""
    return RGBColor(*bytes.fromhex(colour.lstrip("#")))  # type: ignore[no-untyped-call]


def _theme(deck: Deck, style: Style) -> None:
    """Put our palette and fonts into the theme, so that a restyle in WPS reaches everything."""
    part = deck.slide_master.part.part_related_by(_THEME)
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


def _layouts(deck: Deck) -> None:
    """Keep the layouts for the cover and for content; the rest was drawn for 4:3."""
    kept = {_TITLE, _TITLE_ONLY}
    for index, layout in reversed(list(enumerate(deck.slide_layouts))):
        if index not in kept:
            deck.slide_layouts.remove(layout)
    for layout, name in zip(deck.slide_layouts, ("封面", "内容"), strict=True):
        layout.name = name


def _master(deck: Deck, colours: Colours) -> None:
    master = deck.slide_master
    master.background.fill.solid()
    master.background.fill.fore_color.rgb = rgb(colours.paper)
    for placeholder in list(master.placeholders):
        kind = placeholder.placeholder_format.type
        if kind is not None and kind.name in {"DATE", "FOOTER", "SLIDE_NUMBER"}:
            placeholder.left = {"DATE": Inches(0.6), "FOOTER": Inches(0.6)}.get(
                kind.name, Inches(11.9)
            )
            placeholder.top, placeholder.height = Inches(6.98), Inches(0.35)
            placeholder.width = Inches(0.9) if kind.name == "SLIDE_NUMBER" else Inches(8)
        elif kind is not None and kind.name == "TITLE":
            _place(placeholder, 0.6, 0.42, 12.1, 0.9)
        else:
            _place(placeholder, 0.6, 1.6, 12.1, 5.2)


def _cover(layout: SlideLayout, colours: Colours) -> None:
    layout.background.fill.solid()
    layout.background.fill.fore_color.rgb = rgb(colours.pine)
    _drop(layout, {"DATE", "FOOTER", "SLIDE_NUMBER"})
    for placeholder in _placeholders(layout):
        kind = placeholder.placeholder_format.type
        title = kind is not None and kind.name in {"CENTER_TITLE", "TITLE"}
        _place(placeholder, 1.0, 2.2 if title else 4.15, 11.3, 1.8 if title else 1.3)
        _write_style(
            placeholder,
            size=48 if title else 24,
            bold=title,
            colour=colours.on_pine.lstrip("#").upper(),
        )


def _content(layout: SlideLayout, values: dict[str, Any]) -> None:
    for placeholder in _placeholders(layout):
        kind = placeholder.placeholder_format.type
        name = kind.name if kind is not None else ""
        if name == "TITLE":
            _place(placeholder, 0.6, 0.62, 12.1, 0.85)
            _write_style(placeholder, size=34, bold=True, scheme="accent1")
        elif name == "FOOTER":
            _place(placeholder, 0.6, 6.98, 9, 0.35)
            placeholder.text_frame.text = f"{values['site']}　{values['title']}"
            _write_style(placeholder, size=12, bold=False, scheme="accent5")
        elif name == "SLIDE_NUMBER":
            _place(placeholder, 11.8, 6.98, 0.95, 0.35)
            _write_style(placeholder, size=12, bold=False, scheme="accent5", align="r")
        else:
            placeholder._element.getparent().remove(placeholder._element)


def _placeholders(layout: SlideLayout) -> list[Any]:
    """Give a layout's placeholders as a list, so that some may be removed on the way."""
    return [layout.placeholders[place] for place in range(len(layout.placeholders))]


def _place(shape: Any, left: float, top: float, width: float, height: float) -> None:
    shape.left, shape.top = Inches(left), Inches(top)
    shape.width, shape.height = Inches(width), Inches(height)


def _drop(layout: SlideLayout, kinds: set[str]) -> None:
    for placeholder in _placeholders(layout):
        kind = placeholder.placeholder_format.type
        if kind is not None and kind.name in kinds:
            placeholder._element.getparent().remove(placeholder._element)


def _write_style(
    placeholder: Any,
    *,
    size: int,
    bold: bool,
    colour: str = "",
    scheme: str = "",
    align: str = "l",
) -> None:
    """Set the text style that slides inherit from a layout's placeholder."""
    body = placeholder.text_frame._txBody
    body.find(qn("a:bodyPr")).set("anchor", "ctr")
    styles = body.find(qn("a:lstStyle"))
    for child in list(styles):
        styles.remove(child)
    level = etree.SubElement(styles, qn("a:lvl1pPr"), algn=align, marL="0", indent="0")
    etree.SubElement(level, qn("a:buNone"))
    run = etree.SubElement(level, qn("a:defRPr"), sz=str(size * 100), b=str(int(bold)))
    fill = etree.SubElement(run, qn("a:solidFill"))
    if colour:
        etree.SubElement(fill, qn("a:srgbClr"), val=colour)
    else:
        etree.SubElement(fill, qn("a:schemeClr"), val=scheme)
    for tag, face in (("a:latin", "+mn-lt"), ("a:ea", "+mn-ea")):
        etree.SubElement(run, qn(tag), typeface=face)
