"""Slides laid out: each one's form, what stands in its frames, how large, and its pictures.

PowerPoint and PDF draw the same, so that both decks look alike.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar, assert_never
from unicodedata import east_asian_width

from generator.documents.deck import (
    Agenda,
    Case,
    Cover,
    Deck,
    Gallery,
    Never,
    Points,
    Questions,
    Rescue,
    Slide,
    Sources,
)
from generator.documents.size import Size, points
from generator.documents.slide_form import FORMS, Frame, Mark
from generator.palette import DocumentSizes

T = TypeVar("T")

PITCH = 1.28
"""How far apart the lines of a paragraph are, in heights of their type."""
MARGIN = {Mark.NONE: 0.0, Mark.SIGN: 0.95, Mark.NUMBER: 1.75, Mark.BAN: 1.5}
"""How far a list is moved in for what stands before its lines, in heights of type."""
_NARROW = 0.56  # of the width of a Chinese character: a Latin letter or digit
_CALLS_SHOWN = 2
_GALLERIES = (3, 4, 6)
_STRIP = 2.0
"""How many times wider than high pictures are that do not stand beside words."""
_ROWS = 4

_LADDERS: dict[Size, tuple[Size, ...]] = {
    Size.COVER: (Size.COVER, Size.COVER_TIGHT),
    Size.TITLE: (Size.TITLE, Size.TITLE_TIGHT),
    Size.POINT_LARGE: (Size.POINT_LARGE, Size.POINT, Size.POINT_TIGHT, Size.POINT_LEAST),
    Size.POINT: (Size.POINT, Size.POINT_TIGHT, Size.POINT_LEAST),
    Size.CAPTION: (Size.CAPTION, Size.CAPTION_TIGHT),
    Size.SOURCE: (Size.SOURCE, Size.SOURCE_TIGHT),
    Size.NEVER: (Size.NEVER, Size.NEVER_TIGHT),
}
"""Which sizes are tried, the largest first; what is not here has one size."""
_TITLES = {Size.COVER, Size.TITLE}
"""What rather becomes smaller than goes on in a second line."""
_GAPS = (0.9, 0.6, 0.35, 0.15)
"""How much room there may be between paragraphs, in heights of type."""


@dataclass(frozen=True, kw_only=True)
class Text:
    """What stands in a frame: paragraphs, their size, the room between them in its heights."""

    frame: str
    lines: tuple[str, ...]
    size: Size
    gap: float


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """A slide ready to be drawn: the name of its form, and what stands in it."""

    form: str
    texts: tuple[Text, ...]
    pictures: tuple[str, ...]
    notes: str


def drawings(
    deck: Deck, sizes: DocumentSizes, *, drawn: Mapping[str, float]
) -> tuple[Drawing, ...]:
    """Lay out all slides of a deck.

    `drawn` are the pictures that there are, each with how many times wider than high it is.
    """
    layout = _Layout(sizes, drawn, deck.imprint.checked)
    return tuple(each for slide in deck.slides for each in layout.slides(slide))


@dataclass(frozen=True)
class _Layout:
    """Lays out slides: the sizes of type, the pictures that there are, who answers for it."""

    sizes: DocumentSizes
    drawn: Mapping[str, float]
    checked: str

    def slides(self, slide: Slide) -> Iterator[Drawing]:
        """Lay out a slide, on several where it does not fit one."""
        match slide:
            case Cover():
                yield self._cover(slide)
            case Agenda():
                yield self._lines("agenda", slide, pictures=self._shown(slide.picture))
            case Points():
                yield self._points(slide)
            case Rescue():
                yield from self._steps(slide)
            case Gallery():
                yield from self._gallery(slide)
            case Never():
                for lines in self._parts("never", slide.lines):
                    yield self._drawing("never", slide, {"body": lines})
            case Case():
                shown = self._shown(slide.picture)
                yield self._lines("case-picture" if shown else "case", slide, pictures=shown)
            case Questions():
                yield self._lines("questions", slide)
            case Sources():
                yield self._lines("sources", slide)
            case _:
                assert_never(slide)

    def _shown(self, *pictures: str) -> tuple[str, ...]:
        return tuple(each for each in pictures if each in self.drawn)

    def _cover(self, slide: Cover) -> Drawing:
        shown = self._shown(slide.picture)
        form = "cover-picture" if shown else "cover"
        words = {
            "title": (slide.title,),
            "body": (slide.summary,),
            "line": (slide.line,),
            "checked": (self.checked,),
        }
        return Drawing(
            form=form,
            texts=tuple(self._text(form, frame, lines) for frame, lines in words.items()),
            pictures=shown,
            notes=f"今天学：{slide.title}。{slide.summary}",
        )

    def _lines(
        self,
        form: str,
        slide: Agenda | Points | Case | Questions | Sources,
        *,
        pictures: tuple[str, ...] = (),
    ) -> Drawing:
        return self._drawing(form, slide, {"body": slide.lines}, pictures=pictures)

    def _points(self, slide: Points) -> Drawing:
        """Lay out points, each beside its picture where all of those are there."""
        shown = self._shown(*slide.pictures)
        if 1 < len(slide.lines) == len(shown):
            rows = {f"point-{place}": (line,) for place, line in enumerate(slide.lines, 1)}
            form = f"points-each-{max(_ROWS, len(rows))}"
            return self._drawing(form, slide, rows, pictures=shown)
        form = f"points-{slide.tone}{'-picture' if shown else ''}"
        return self._lines(form, slide, pictures=shown[:1])

    def _steps(self, slide: Rescue) -> Iterator[Drawing]:
        """Lay out steps; a picture of several frames has a slide of its own after them."""
        shown = self._shown(slide.picture)
        strip = tuple(each for each in shown if self.drawn[each] > _STRIP)
        shown = () if strip else shown
        calls = slide.calls[:_CALLS_SHOWN]
        form = f"steps{f'-calls-{len(calls)}' if calls else ''}{'-picture' if shown else ''}"
        words = {"body": slide.steps}
        for place, call in enumerate(calls, 1):
            words[f"call-{place}"] = (call.number, call.name)
        yield self._drawing(form, slide, words, pictures=shown)
        if strip:
            yield self._drawing("strip", slide, {}, pictures=strip)

    def _gallery(self, slide: Gallery) -> Iterator[Drawing]:
        """Show pictures where as many fit, or a few more; on several slides beyond six."""
        captions = [each for each in slide.captions if each.picture in self.drawn]
        for row in _shares(captions, math.ceil(len(captions) / _GALLERIES[-1])):
            room = next(count for count in _GALLERIES if count >= len(row))
            form = f"gallery-{slide.tone}-{room}"
            words = {f"caption-{place}": (each.text,) for place, each in enumerate(row, 1)}
            pictures = tuple(each.picture for each in row)
            yield self._drawing(form, slide, words, pictures=pictures)

    def _drawing(
        self,
        form: str,
        slide: Agenda | Points | Rescue | Gallery | Never | Case | Questions | Sources,
        words: Mapping[str, tuple[str, ...]],
        *,
        pictures: tuple[str, ...] = (),
    ) -> Drawing:
        words = {"title": (slide.title,), "label": (slide.label,), **words}
        return Drawing(
            form=form,
            texts=tuple(self._text(form, frame, lines) for frame, lines in words.items()),
            pictures=pictures,
            notes=slide.notes,
        )

    def _text(self, form: str, frame: str, lines: tuple[str, ...]) -> Text:
        """Give lines as large as they fit their frame, and as far apart as there is room."""
        size, gap = self._fitting(FORMS[form].frames[frame], lines)
        return Text(frame=frame, lines=lines, size=size, gap=gap)

    def _fitting(self, frame: Frame, lines: Sequence[str]) -> tuple[Size, float]:
        ladder = _LADDERS.get(frame.size, (frame.size,))
        if frame.size in _TITLES:
            for size in ladder:
                if self._height(frame, lines, size, 0) < 2 * points(size, self.sizes) / 72:
                    return size, 0
        tries = [(size, gap) for size in ladder for gap in _gaps(size, ladder)]
        for size, gap in tries:
            if self._height(frame, lines, size, gap) <= frame.area.height:
                return size, gap
        return tries[-1]

    def _parts(self, form: str, lines: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """Share lines out evenly over as few slides as have room for them."""
        frame = FORMS[form].frames["body"]
        for count in range(1, len(lines) + 1):
            parts = _shares(lines, count)
            if all(self._fits(frame, part) for part in parts):
                break
        yield from parts

    def _fits(self, frame: Frame, lines: Sequence[str]) -> bool:
        return self._height(frame, lines, *self._fitting(frame, lines)) <= frame.area.height

    def _height(self, frame: Frame, lines: Sequence[str], size: Size, gap: float) -> float:
        """Give how high lines become in a frame, in inches."""
        em = points(size, self.sizes) / 72
        across = frame.area.width / frame.columns / em - MARGIN[frame.mark]
        rows = sum(math.ceil(_width(line) / max(1, math.floor(across))) for line in lines)
        return (rows * PITCH + (len(lines) - 1) * gap) * em / frame.columns


def _shares(things: Sequence[T], count: int) -> list[tuple[T, ...]]:
    """Share things out in their order, as evenly as can be; none where there are none."""
    each = math.ceil(len(things) / max(1, count))
    return [tuple(things[at : at + each]) for at in range(0, len(things), max(1, each))]


def _gaps(size: Size, ladder: tuple[Size, ...]) -> tuple[float, ...]:
    """Give what is tried between paragraphs; large type with little room only at the end."""
    return _GAPS if size is ladder[-1] else _GAPS[:-1]


def _width(line: str) -> float:
    """Give how wide a line is, in widths of a Chinese character."""
    return sum(1 if east_asian_width(each) in "WFA" else _NARROW for each in line)
