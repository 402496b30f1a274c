"""Where everything stands on a slide, in inches: each slide becomes shapes that are only drawn.

PowerPoint and PDF draw the same shapes, so that both decks look alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from generator.documents.deck import Cards, Cover, Deck, Lines, Rescue, Slide
from generator.documents.size import Size
from generator.documents.tone import Tone

WIDTH, HEIGHT = 13.333, 7.5
_LEFT, _WIDE = 0.6, 12.13
_TOP, _HIGH = 1.68, 5.15
_COLUMN = 6.1
_CALLS_SHOWN = 2


@dataclass(frozen=True)
class Area:
    """A rectangle on the slide, in inches from its upper left corner."""

    left: float
    top: float
    width: float
    height: float


class Place(StrEnum):
    """Where words stand in their area, from side to side."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"


@dataclass(frozen=True, kw_only=True)
class Frame:
    """An area for words that every slide of a layout has."""

    area: Area
    size: Size
    tone: Tone
    bold: bool = False
    place: Place = Place.LEFT


LOGO = Area(1.1, 0.7, 3.4, 0.7)
"""Where a county's mark stands on the cover; its width follows from its shape."""
COVER_TITLE = Frame(area=Area(1.0, 2.2, 11.3, 1.8), size=Size.COVER, tone=Tone.WHITE, bold=True)
COVER_SUMMARY = Frame(area=Area(1.0, 4.15, 11.3, 1.3), size=Size.COVER_UNDER, tone=Tone.WHITE)
TITLE = Frame(area=Area(_LEFT, 0.62, 12.1, 0.85), size=Size.TITLE, tone=Tone.PINE, bold=True)
FOOTER = Frame(area=Area(_LEFT, 6.98, 9, 0.35), size=Size.FOOT, tone=Tone.SOFT)
NUMBER = Frame(area=Area(11.8, 6.98, 0.95, 0.35), size=Size.FOOT, tone=Tone.SOFT, place=Place.RIGHT)
FRAMES = {
    "cover_title": COVER_TITLE,
    "cover_summary": COVER_SUMMARY,
    "title": TITLE,
    "footer": FOOTER,
    "number": NUMBER,
}
"""All frames, by the names that the template of slides knows them by."""


@dataclass(frozen=True)
class Bar:
    """A filled rectangle without a line."""

    area: Area
    tone: Tone


@dataclass(frozen=True)
class Card:
    """A white rectangle with a thin line."""

    area: Area


@dataclass(frozen=True)
class Badge:
    """A short text, white on a filled circle."""

    area: Area
    text: str
    tone: Tone


@dataclass(frozen=True, kw_only=True)
class Words:
    """Lines of text; `lead` is a bold line over them.

    Words are in the middle of their area from top to bottom, but for a list, which begins at
    the top and has a sign before each line.
    """

    area: Area
    lines: tuple[str, ...]
    size: Size
    tone: Tone
    bold: bool = False
    place: Place = Place.LEFT
    lead: str = ""
    listed: bool = False


Shape = Bar | Card | Badge | Words


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """A slide ready to be drawn; `summary` is the text under the title, on the cover alone."""

    cover: bool
    title: str
    summary: str
    shapes: tuple[Shape, ...]
    notes: str


def drawings(deck: Deck) -> tuple[Drawing, ...]:
    """Lay out all slides of a deck."""
    return tuple(_drawing(slide, deck) for slide in deck.slides)


def _drawing(slide: Slide, deck: Deck) -> Drawing:
    match slide:
        case Cover():
            return _cover(slide, deck.imprint.checked)
        case Cards():
            shapes, tone = _cards(slide), slide.tone
        case Rescue():
            shapes, tone = _rescue(slide), Tone.CINNABAR
        case Lines():
            shapes, tone = _lines(slide), Tone.PINE
        case _:
            assert_never(slide)
    top: tuple[Shape, ...] = (
        Bar(Area(0, 0, WIDTH, 0.16), tone),
        Words(
            area=Area(_LEFT, 0.3, 6, 0.4),
            lines=(slide.label,),
            size=Size.LABEL,
            tone=tone,
            bold=True,
        ),
    )
    return Drawing(
        cover=False, title=slide.title, summary="", shapes=(*top, *shapes), notes=slide.notes
    )


def _cover(slide: Cover, checked: str) -> Drawing:
    return Drawing(
        cover=True,
        title=slide.title,
        summary=slide.summary,
        shapes=(
            Bar(Area(1.1, 1.75, 1.6, 0.12), Tone.CINNABAR),
            Words(
                area=Area(1, 5.7, 11.3, 0.5),
                lines=(slide.line,),
                size=Size.COVER_LINE,
                tone=Tone.WHITE,
            ),
            Words(
                area=Area(1, 6.25, 11.3, 0.5), lines=(checked,), size=Size.LABEL, tone=Tone.WHITE
            ),
        ),
        notes=f"今天学：{slide.title}。{slide.summary}",
    )


def _cards(slide: Cards) -> tuple[Shape, ...]:
    size = Size.CARD if len(slide.lines) <= 4 else Size.CARD_TIGHT
    shapes: list[Shape] = []
    for place, (top, height) in enumerate(_rows(len(slide.lines), gap=0.16, highest=1.45), 1):
        left = 0.95
        shapes += [
            Card(Area(_LEFT, top, _WIDE, height)),
            Bar(Area(_LEFT, top, 0.14, height), slide.tone),
        ]
        if slide.numbered:
            shapes.append(_badge(left, top + height / 2, 0.56, place, slide.tone))
            left = 1.7
        area = Area(left, top, 12.5 - left, height)
        line = slide.lines[place - 1]
        shapes.append(Words(area=area, lines=(line,), size=size, tone=Tone.INK))
    return tuple(shapes)


def _rescue(slide: Rescue) -> tuple[Shape, ...]:
    short = len(slide.steps) <= 6 and max(map(len, slide.steps)) <= 60
    shapes: list[Shape] = []
    for place, (top, height) in enumerate(_rows(len(slide.steps), gap=0.1, highest=_HIGH), 1):
        area = Area(1.3, top, 8.4, height)
        line = slide.steps[place - 1]
        shapes += [
            Card(Area(_LEFT, top, 9.2, height)),
            _badge(0.72, top + height / 2, 0.48, place, Tone.CINNABAR),
            Words(
                area=area,
                lines=(line,),
                size=Size.STEP if short else Size.STEP_TIGHT,
                tone=Tone.INK,
            ),
        ]
    left, width = 10.05, 2.68
    shown = slide.calls[:_CALLS_SHOWN]
    for place, call in enumerate(shown):
        top = _TOP + place * 1.35
        shapes += [
            Bar(Area(left, top, width, 1.2), Tone.CINNABAR),
            _white(Area(left, top, width, 0.75), call.number, size=Size.CALL, bold=True),
            _white(Area(left, top + 0.7, width, 0.42), call.name, size=Size.CALL_NAME, bold=False),
        ]
    if slide.never:
        top = _TOP + len(shown) * 1.35
        area = Area(left, top, width, _TOP + _HIGH - top)
        never = Words(
            area=area,
            lines=tuple(f"× {line}" for line in slide.never),
            size=Size.NEVER if len(slide.never) <= 3 else Size.NEVER_TIGHT,
            tone=Tone.CINNABAR,
            lead=slide.never_title,
        )
        shapes += [Card(area), never]
    return tuple(shapes)


def _lines(slide: Lines) -> tuple[Shape, ...]:
    half = (len(slide.lines) + 1) // 2
    return tuple(
        Words(
            area=Area(_LEFT + column * _COLUMN, 1.7, 5.9, 5.1),
            lines=part,
            size=Size.LIST,
            tone=Tone.INK,
            listed=True,
        )
        for column, part in enumerate((slide.lines[:half], slide.lines[half:]))
        if part
    )


def _rows(count: int, *, gap: float, highest: float) -> list[tuple[float, float]]:
    """Share out the height under the title: top and height of each row."""
    height = min(highest, (_HIGH - gap * (count - 1)) / count)
    return [(_TOP + place * (height + gap), height) for place in range(count)]


def _badge(left: float, middle: float, side: float, number: int, tone: Tone) -> Badge:
    return Badge(Area(left, middle - side / 2, side, side), str(number), tone)


def _white(area: Area, text: str, *, size: Size, bold: bool) -> Words:
    return Words(
        area=area, lines=(text,), size=size, tone=Tone.WHITE, bold=bold, place=Place.CENTRE
    )
