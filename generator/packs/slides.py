"""The slides (培训课件) as a PowerPoint file that WPS and PowerPoint edit."""

from __future__ import annotations

import io
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

from generator.packs.archive import settled
from generator.packs.deck import blank_deck
from generator.packs.workshop import Workshop

_INK, _WHITE = MSO_THEME_COLOR.TEXT_1, MSO_THEME_COLOR.BACKGROUND_1
_PINE, _CINNABAR = MSO_THEME_COLOR.ACCENT_1, MSO_THEME_COLOR.ACCENT_2
_AMBER, _SKY, _LINE = MSO_THEME_COLOR.ACCENT_3, MSO_THEME_COLOR.ACCENT_4, MSO_THEME_COLOR.ACCENT_6
_KIND_COLOURS = {
    "why": _PINE,
    "hazard": _AMBER,
    "action": _PINE,
    "case": _CINNABAR,
    "rule": _SKY,
    "discussion": _SKY,
}
_SOURCES_SHOWN = 16
_FOOTERS = 10


def slides(values: dict[str, Any], workshop: Workshop) -> bytes:
    """Make the deck: cover, objectives, the course's own slides, emergencies, quiz, sources."""
    deck = blank_deck(values, workshop.style, workshop.day)
    _cover(deck, values)
    _rows(
        deck,
        label="学习目标",
        title="学完这一课，你能做到",
        lines=values["objectives"],
        colour=_PINE,
        notes=f"{values['summary']}\n先问大家：这些事，现在有谁能做到？",
    )
    for slide in values["slides"]:
        _rows(
            deck,
            label=slide["label"],
            title=slide["title"],
            lines=slide["points"],
            colour=_KIND_COLOURS[slide["kind"]],
            notes=_with_sources(slide),
            numbered=slide["kind"] == "action",
        )
    for case in values["emergencies"]:
        _emergency(deck, case)
    _rows(
        deck,
        label="考一考",
        title="现在回答这三个问题",
        lines=[question["text"] for question in values["quiz"][:3]],
        colour=_SKY,
        notes="\n".join(
            f"{question['text']}\n答案：{question['answer']}。{question['explanation']}"
            for question in values["quiz"][:3]
        ),
    )
    _sources(deck, values)
    whole = io.BytesIO()
    deck.save(whole)
    return settled(whole.getvalue())


def _with_sources(slide: dict[str, Any]) -> str:
    if not slide["sources"]:
        return str(slide["notes"])
    return f"{slide['notes']}\n依据：{'；'.join(slide['sources'])}"


def _cover(deck: Deck, values: dict[str, Any]) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    assert slide.shapes.title is not None
    slide.shapes.title.text = values["title"]
    slide.placeholders[1].text = values["summary"]
    _bar(slide, (1.0, 1.75, 1.6, 0.12), _CINNABAR)
    _words(
        slide,
        f"适用：{values['audience']}　　学时：{values['hours']}",
        box=(1.0, 5.7, 11.3, 0.5),
        size=18,
        colour=_WHITE,
    )
    _words(
        slide,
        f"{values['publisher']}　{values['reviewed']}核对",
        box=(1.0, 6.25, 11.3, 0.5),
        size=16,
        colour=_WHITE,
    )
    _say(slide, f"今天学：{values['title']}。{values['summary']}")


def _content(deck: Deck, label: str, title: str, colour: MSO_THEME_COLOR) -> Slide:
    """Add a slide with its title, the label over it and the footer of its layout."""
    layout = deck.slide_layouts[1]
    slide: Slide = deck.slides.add_slide(layout)
    assert slide.shapes.title is not None
    slide.shapes.title.text = title
    for shape in layout.shapes:
        if shape.is_placeholder and shape.placeholder_format.idx >= _FOOTERS:
            slide.shapes._spTree.append(deepcopy(shape._element))
    _bar(slide, (0, 0, 13.333, 0.16), colour)
    _words(slide, label, box=(0.68, 0.3, 6, 0.4), size=16, colour=colour, bold=True)
    return slide


def _rows(
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
    slide = _content(deck, label, title, colour)
    gap = 0.16
    height = min(1.45, (5.15 - gap * (len(lines) - 1)) / len(lines))
    size = 26 if len(lines) <= 4 else 22
    for place, line in enumerate(lines):
        top = 1.68 + place * (height + gap)
        _card(slide, (0.6, top, 12.13, height))
        _bar(slide, (0.6, top, 0.14, height), colour)
        left = 0.95
        if numbered:
            _badge(slide, str(place + 1), (0.95, top + height / 2 - 0.28, 0.56), colour)
            left = 1.7
        _words(
            slide, line, box=(left, top, 12.5 - left, height), size=size, colour=_INK, middle=True
        )
    _say(slide, notes)


def _emergency(deck: Deck, case: dict[str, Any]) -> None:
    slide = _content(deck, "出事了怎么办", case["situation"], _CINNABAR)
    steps, calls = case["steps"], case["calls"]
    gap = 0.1
    height = (5.15 - gap * (len(steps) - 1)) / len(steps)
    for place, step in enumerate(steps):
        top = 1.68 + place * (height + gap)
        _card(slide, (0.6, top, 9.2, height))
        _badge(slide, str(place + 1), (0.72, top + height / 2 - 0.24, 0.48), _CINNABAR)
        size = 20 if len(steps) <= 6 and len(step) <= 60 else 16
        _words(slide, step, box=(1.3, top, 8.4, height), size=size, colour=_INK, middle=True)
    for place, call in enumerate(calls[:2]):
        top = 1.68 + place * 1.35
        box = (10.05, top, 2.68, 1.2)
        _bar(slide, box, _CINNABAR)
        _words(
            slide,
            call["number"],
            box=(10.05, top, 2.68, 0.75),
            size=36,
            colour=_WHITE,
            bold=True,
            middle=True,
            centre=True,
        )
        _words(
            slide,
            call["name"],
            box=(10.05, top + 0.7, 2.68, 0.42),
            size=16,
            colour=_WHITE,
            middle=True,
            centre=True,
        )
    if case["never"]:
        top = 1.68 + min(len(calls), 2) * 1.35
        _card(slide, (10.05, top, 2.68, 6.83 - top))
        _words(
            slide,
            "千万不要\n" + "\n".join(f"× {line}" for line in case["never"]),
            box=(10.1, top, 2.58, 6.83 - top),
            size=13 if len(case["never"]) <= 3 else 11,
            colour=_CINNABAR,
            middle=True,
        )
    _say(slide, "带着大家按顺序说一遍，再请一个人示范：\n" + "\n".join(steps))


def _sources(deck: Deck, values: dict[str, Any]) -> None:
    slide = _content(deck, "依据", "这些要求写在哪里", _PINE)
    shown = values["sources"][:_SOURCES_SHOWN]
    rest = len(values["sources"]) - len(shown)
    lines = shown + ([f"另有 {rest} 条，见讲义“本课依据”。"] if rest > 0 else [])
    half = (len(lines) + 1) // 2
    for column, part in enumerate((lines[:half], lines[half:])):
        if part:
            _words(
                slide,
                "\n".join(part),
                box=(0.68 + column * 6.1, 1.7, 5.9, 5.1),
                size=16,
                colour=_INK,
            )
    _say(slide, "告诉大家：这些不是谁的要求，是法律和标准写明的。")


def _card(slide: Slide, box: tuple[float, float, float, float]) -> None:
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *(Inches(side) for side in box))
    shape.fill.solid()
    shape.fill.fore_color.theme_color = _WHITE
    shape.line.color.theme_color = _LINE
    shape.line.width = Pt(0.75)
    _flat(shape)


def _flat(shape: Shape) -> None:
    """Take away the effects that a shape inherits from the theme."""
    style = shape._element.find(qn("p:style"))
    if style is not None:
        shape._element.remove(style)


def _bar(slide: Slide, box: tuple[float, float, float, float], colour: MSO_THEME_COLOR) -> None:
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *(Inches(side) for side in box))
    shape.fill.solid()
    shape.fill.fore_color.theme_color = colour
    shape.line.fill.background()
    _flat(shape)


def _badge(
    slide: Slide, text: str, place: tuple[float, float, float], colour: MSO_THEME_COLOR
) -> None:
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
    run.font.color.theme_color = _WHITE


def _words(
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


def _say(slide: Slide, notes: str) -> None:
    """Put what the trainer says into the notes."""
    frame = slide.notes_slide.notes_text_frame
    assert frame is not None
    frame.text = notes
