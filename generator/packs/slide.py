"""Drawing slides: cover, content, rows of cards, and the shapes that they are put together from."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide
from pptx.util import Inches, Pt

INK, WHITE = MSO_THEME_COLOR.TEXT_1, MSO_THEME_COLOR.BACKGROUND_1
PINE, CINNABAR = MSO_THEME_COLOR.ACCENT_1, MSO_THEME_COLOR.ACCENT_2
AMBER, SKY, LINE = MSO_THEME_COLOR.ACCENT_3, MSO_THEME_COLOR.ACCENT_4, MSO_THEME_COLOR.ACCENT_6
_FOOTERS = 10


def cover(deck: Deck, values: dict[str, Any], *, line: str) -> None:
    """Add the cover: title, summary, and a line such as whom it is for."""
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    assert slide.shapes.title is not None
    slide.shapes.title.text = values["title"]
    slide.placeholders[1].text = values["summary"]
    bar(slide, (1.0, 1.75, 1.6, 0.12), CINNABAR)
    words(
        slide,
        line,
        box=(1.0, 5.7, 11.3, 0.5),
        size=18,
        colour=WHITE,
    )
    words(
        slide,
        f"{values['publisher']}　{values['reviewed']}核对",
        box=(1.0, 6.25, 11.3, 0.5),
        size=16,
        colour=WHITE,
    )
    say(slide, f"今天学：{values['title']}。{values['summary']}")


def content(deck: Deck, label: str, title: str, colour: MSO_THEME_COLOR) -> Slide:
    """Add a slide with its title, the label over it and the footer of its layout."""
    layout = deck.slide_layouts[1]
    slide: Slide = deck.slides.add_slide(layout)
    assert slide.shapes.title is not None
    slide.shapes.title.text = title
    for shape in layout.shapes:
        if shape.is_placeholder and shape.placeholder_format.idx >= _FOOTERS:
            slide.shapes._spTree.append(deepcopy(shape._element))
    bar(slide, (0, 0, 13.333, 0.16), colour)
    words(slide, label, box=(0.68, 0.3, 6, 0.4), size=16, colour=colour, bold=True)
    return slide


def rows(
    deck: Deck,
    *,
    label: str,
    title: str,
    lines: list[str],
    colour: MSO_THEME_COLOR,
    notes: str,
    numbered: bool = False,
) -> None:
    """Add a slide of cards, one below the other; order is told by numbers where it matters."""
    slide = content(deck, label, title, colour)
    gap = 0.16
    height = min(1.45, (5.15 - gap * (len(lines) - 1)) / len(lines))
    size = 26 if len(lines) <= 4 else 22
    for place, line in enumerate(lines):
        top = 1.68 + place * (height + gap)
        card(slide, (0.6, top, 12.13, height))
        bar(slide, (0.6, top, 0.14, height), colour)
        left = 0.95
        if numbered:
            badge(slide, str(place + 1), (0.95, top + height / 2 - 0.28, 0.56), colour)
            left = 1.7
        words(slide, line, box=(left, top, 12.5 - left, height), size=size, colour=INK, middle=True)
    say(slide, notes)


def card(slide: Slide, box: tuple[float, float, float, float]) -> None:
    """Draw a white card: left, top, width, height in inches."""
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *(Inches(side) for side in box))
    shape.fill.solid()
    shape.fill.fore_color.theme_color = WHITE
    shape.line.color.theme_color = LINE
    shape.line.width = Pt(0.75)
    _flat(shape)


def bar(slide: Slide, box: tuple[float, float, float, float], colour: MSO_THEME_COLOR) -> None:
    """Draw a coloured bar."""
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *(Inches(side) for side in box))
    shape.fill.solid()
    shape.fill.fore_color.theme_color = colour
    shape.line.fill.background()
    _flat(shape)


def badge(
    slide: Slide, text: str, place: tuple[float, float, float], colour: MSO_THEME_COLOR
) -> None:
    """Draw a numbered circle: left, top and side in inches."""
    left, top, side = place
    shape = slide.shapes.add_shape(
        MSO_SHAPE.OVAL, Inches(left), Inches(top), Inches(side), Inches(side)
    )
    shape.fill.solid()
    shape.fill.fore_color.theme_color = colour
    shape.line.fill.background()
    _flat(shape)
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.CENTER
    run = paragraph.add_run()
    run.text = text
    run.font.size, run.font.bold = Pt(18), True
    run.font.color.theme_color = WHITE


def _flat(shape: Shape) -> None:
    """Take away the effects that a shape inherits from the theme."""
    style = shape._element.find(qn("p:style"))
    if style is not None:
        shape._element.remove(style)


def words(
    slide: Slide,
    text: str,
    *,
    box: tuple[float, float, float, float],
    size: int,
    colour: MSO_THEME_COLOR,
    bold: bool = False,
    middle: bool = False,
    centre: bool = False,
) -> None:
    """Write words into a box; middle and centre place them in it."""
    frame = slide.shapes.add_textbox(*(Inches(side) for side in box)).text_frame
    frame.word_wrap = True
    if middle:
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    for place, line in enumerate(text.split("\n")):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        if place:
            paragraph.space_before = Pt(4)
        if centre:
            paragraph.alignment = PP_ALIGN.CENTER
        run = paragraph.add_run()
        run.text = line
        run.font.size, run.font.bold = Pt(size), bold
        run.font.color.theme_color = colour
        run._r.get_or_add_rPr().set("lang", "zh-CN")


def say(slide: Slide, notes: str) -> None:
    """Put what the trainer says into the notes."""
    frame = slide.notes_slide.notes_text_frame
    assert frame is not None
    frame.text = notes
