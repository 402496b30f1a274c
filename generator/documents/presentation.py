"""An empty presentation in our look: 16:9, our colours and fonts, a layout for each form."""

from __future__ import annotations

from datetime import UTC, datetime, time

from lxml import etree  # type: ignore[import-untyped]
from pptx import Presentation
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Blank
from pptx.shapes.base import BaseShape
from pptx.util import Inches

from generator.documents.archive import fact
from generator.documents.imprint import Imprint
from generator.documents.slide_form import FORMS, HEIGHT, WIDTH, Area
from generator.documents.slide_layout import add_layouts
from generator.documents.style import Style

_THEME = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
_PROMPTS = {
    "TITLE": ("单击这里写标题",),
    "BODY": ("单击这里写字", "第二级", "第三级", "第四级", "第五级"),
}


def blank_presentation(imprint: Imprint, style: Style, logo: bytes) -> Blank:
    """Make an empty presentation whose layouts are our forms, in their order.

    `logo` is the mark (PNG) that each layout bears where the imprint has one.
    """
    blank = Presentation()
    blank.slide_width, blank.slide_height = Inches(WIDTH), Inches(HEIGHT)
    _theme(blank, style)
    _master(blank, style)
    add_layouts(blank, imprint, style, logo if imprint.logo else b"")
    facts = blank.core_properties
    publisher = fact(imprint.publisher)
    facts.title, facts.author = fact(imprint.title), publisher
    facts.last_modified_by, facts.language = publisher, "zh-CN"
    facts.created = facts.modified = datetime.combine(imprint.day, time(), UTC)
    facts.revision = 1
    return blank


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


def _master(blank: Blank, style: Style) -> None:
    """Dress the master, from which layouts that somebody adds later take their look."""
    master = blank.slide_master
    master.background.fill.solid()
    master.background.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_2
    frames = FORMS["points-pine"].frames
    places = {
        "TITLE": frames["title"].area,
        "BODY": frames["body"].area,
        "DATE": Area(0.7, 7.2, 2, 0.2),
        "FOOTER": frames["footer"].area,
        "SLIDE_NUMBER": frames["number"].area,
    }
    for placeholder in master.placeholders:
        kind = _kind(placeholder)
        _put(placeholder, places[kind])
        for paragraph, words in zip(
            placeholder.text_frame.paragraphs, _PROMPTS.get(kind, ()), strict=False
        ):
            paragraph.runs[0].text = words
    styles = master._element.find(qn("p:txStyles"))
    title = styles.find(f"{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    title.set("algn", "l")
    size = round(100 * style.sizes.slide_title)
    run = title.find(qn("a:defRPr"))
    run.set("sz", str(size))
    run.set("b", "1")
    run.find(f"{qn('a:solidFill')}/{qn('a:schemeClr')}").set("val", "accent1")
    body = styles.find(f"{qn('p:bodyStyle')}/{qn('a:lvl1pPr')}/{qn('a:defRPr')}")
    body.set("sz", str(round(100 * style.sizes.slide_point)))


def _kind(placeholder: BaseShape) -> str:
    kind = placeholder.placeholder_format.type
    return kind.name if kind is not None else ""


def _put(shape: BaseShape, area: Area) -> None:
    shape.left, shape.top = Inches(area.left), Inches(area.top)
    shape.width, shape.height = Inches(area.width), Inches(area.height)
