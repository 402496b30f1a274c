"""Decks as PowerPoint files that WPS and PowerPoint edit."""

from __future__ import annotations

import io
from copy import deepcopy
from typing import assert_never

from lxml import etree  # type: ignore[import-untyped]
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.shapes.autoshape import Shape as Drawn
from pptx.slide import Slide
from pptx.text.text import _Paragraph
from pptx.util import Inches, Pt

from generator.documents.archive import settled
from generator.documents.deck import Deck
from generator.documents.layout import LOGO, Area, Badge, Bar, Card, Drawing, Shape, Words, drawings
from generator.documents.presentation import ALIGNED, COLOURS, blank_presentation
from generator.documents.size import Size, points
from generator.documents.style import Style
from generator.documents.tone import Tone
from generator.palette import DocumentSizes

_COVER, _CONTENT = 0, 1
_FOOTERS = 10
_SIGN = "•"
_EDGE = 0.15  # of the height of the mark
_SIGN_WIDTH = 228_600  # a quarter of an inch


def pptx(deck: Deck, style: Style, logo: bytes = b"") -> bytes:
    """Draw a deck, with the mark (PNG) if it bears it; the same bytes each time."""
    presentation = blank_presentation(deck.imprint, style)
    for drawing in drawings(deck):
        slide = _draw(presentation, drawing, style.sizes)
        if drawing.cover and deck.imprint.logo:
            _logo(slide, logo, deck.imprint.publisher)
    whole = io.BytesIO()
    presentation.save(whole)
    return settled(whole.getvalue())


def _draw(presentation: Presentation, drawing: Drawing, sizes: DocumentSizes) -> Slide:
    layout = presentation.slide_layouts[_COVER if drawing.cover else _CONTENT]
    slide: Slide = presentation.slides.add_slide(layout)
    assert slide.shapes.title is not None
    slide.shapes.title.text = drawing.title
    if drawing.cover:
        slide.placeholders[1].text = drawing.summary
    else:
        for shape in layout.shapes:
            if shape.is_placeholder and shape.placeholder_format.idx >= _FOOTERS:
                slide.shapes._spTree.append(deepcopy(shape._element))
    for each in drawing.shapes:
        _add(slide, each, sizes)
    notes = slide.notes_slide.notes_text_frame
    assert notes is not None
    notes.text = drawing.notes
    return slide


def _logo(slide: Slide, logo: bytes, says: str) -> None:
    """Put the county's mark onto the cover, on white."""
    picture = slide.shapes.add_picture(
        io.BytesIO(logo), Inches(LOGO.left), Inches(LOGO.top), height=Inches(LOGO.height)
    )
    picture._element._nvXxPr.cNvPr.set("descr", says)
    edge = LOGO.height * _EDGE
    width = picture.width / Inches(1)
    area = Area(LOGO.left - edge, LOGO.top - edge, width + 2 * edge, LOGO.height + 2 * edge)
    ground = _filled(slide, MSO_SHAPE.ROUNDED_RECTANGLE, area, Tone.WHITE)
    picture._element.addprevious(ground._element)


def _add(slide: Slide, shape: Shape, sizes: DocumentSizes) -> None:
    match shape:
        case Card():
            _card(slide, shape)
        case Bar():
            _filled(slide, MSO_SHAPE.RECTANGLE, shape.area, shape.tone)
        case Badge():
            _badge(slide, shape, sizes)
        case Words():
            _words(slide, shape, sizes)
        case _:
            assert_never(shape)


def _card(slide: Slide, card: Card) -> None:
    drawn = _filled(slide, MSO_SHAPE.RECTANGLE, card.area, Tone.WHITE)
    drawn.line.fill.solid()
    drawn.line.color.theme_color = COLOURS[Tone.LINE]
    drawn.line.width = Pt(0.75)


def _badge(slide: Slide, badge: Badge, sizes: DocumentSizes) -> None:
    frame = _filled(slide, MSO_SHAPE.OVAL, badge.area, badge.tone).text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.CENTER
    _run(paragraph, badge.text, size=points(Size.BADGE, sizes), tone=Tone.WHITE, bold=True)


def _filled(slide: Slide, form: MSO_SHAPE, area: Area, tone: Tone) -> Drawn:
    """Draw a form without a line, and without the effects that it inherits from the theme."""
    drawn = slide.shapes.add_shape(form, *_inches(area))
    drawn.fill.solid()
    drawn.fill.fore_color.theme_color = COLOURS[tone]
    drawn.line.fill.background()
    style = drawn._element.find(qn("p:style"))
    if style is not None:
        drawn._element.remove(style)
    return drawn


def _words(slide: Slide, words: Words, sizes: DocumentSizes) -> None:
    frame = slide.shapes.add_textbox(*_inches(words.area)).text_frame
    frame.word_wrap = True
    if not words.listed:
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    lead = (words.lead,) if words.lead else ()
    for place, line in enumerate((*lead, *words.lines)):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        if place:
            paragraph.space_before = Pt(4)
        if words.listed:
            _mark(paragraph)
        paragraph.alignment = ALIGNED[words.place]
        bold = words.bold or place < len(lead)
        size = points(words.size, sizes)
        _run(paragraph, line, size=size, tone=words.tone, bold=bold)


def _mark(paragraph: _Paragraph) -> None:
    """Make a paragraph an entry of a list."""
    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", str(_SIGN_WIDTH))
    properties.set("indent", str(-_SIGN_WIDTH))
    etree.SubElement(properties, qn("a:buChar"), char=_SIGN)


def _run(paragraph: _Paragraph, text: str, *, size: float, tone: Tone, bold: bool) -> None:
    run = paragraph.add_run()
    run.text = text
    run.font.size, run.font.bold = Pt(size), bold
    run.font.color.theme_color = COLOURS[tone]
    run._r.get_or_add_rPr().set("lang", "zh-CN")


def _inches(area: Area) -> tuple[Inches, Inches, Inches, Inches]:
    return Inches(area.left), Inches(area.top), Inches(area.width), Inches(area.height)
