"""Forms of slides: where title, words and pictures stand on each kind of slide, in inches.

Each form is a layout of the PowerPoint file, with real placeholders, and a page of the PDF.
The upper right corner is kept free for the county's mark.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.documents.size import Size
from generator.documents.tone import Tone

WIDTH, HEIGHT = 13.333, 7.5


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


class Mark(StrEnum):
    """What stands before each line: nothing, a sign, its number, a sign of prohibition."""

    NONE = "none"
    SIGN = "sign"
    NUMBER = "number"
    BAN = "ban"


@dataclass(frozen=True, kw_only=True)
class Frame:
    """An area for words.

    They stand in its middle from top to bottom, or at its `top`; `under` is the size of all
    lines but the first, where that differs; `ground` is what it is filled with.
    """

    label: str
    area: Area
    size: Size
    tone: Tone
    under: Size | None = None
    bold: bool = False
    place: Place = Place.LEFT
    top: bool = False
    mark: Mark = Mark.NONE
    mark_tone: Tone = Tone.PINE
    columns: int = 1
    ground: Tone | None = None


@dataclass(frozen=True)
class Bar:
    """A filled rectangle, or a faint one, through which the paper shines."""

    area: Area
    tone: Tone
    faint: bool = False


@dataclass(frozen=True)
class Ban:
    """A large ring with a bar across, the sign of a prohibition."""

    area: Area


@dataclass(frozen=True)
class Glyph:
    """One large character that only adorns."""

    area: Area
    text: str
    size: Size
    tone: Tone


Shape = Bar | Ban | Glyph


@dataclass(frozen=True, kw_only=True)
class Form:
    """How slides of one kind look; `label` is what the layout is called in PowerPoint.

    `frames` are by what stands in them; there is always a `title`. `dark` slides have the colour
    of the site as their ground.
    """

    label: str
    frames: Mapping[str, Frame]
    shapes: tuple[Shape, ...] = ()
    pictures: tuple[Area, ...] = ()
    logo: Area
    dark: bool = False


FAINT = 0.12
"""How much of a faint bar's colour covers the paper."""
GUTTER = 0.4
"""How far columns are from each other."""
_LEFT, _EDGE = 0.7, 12.63
_PANEL = 8.3
_NARROW, _WIDE = 7.3, _EDGE - _LEFT
_BODY_TOP, _BODY_HIGH = 1.7, 5.2
_LOGO = Area(10.4, 0.34, 2.23, 0.56)
_BESIDE = Area(8.57, 1.95, 4.5, 3.375)
"""Where a picture stands beside the words."""


def _frames(body: Frame, *, tone: Tone, left: float = _LEFT, width: float) -> dict[str, Frame]:
    """Give what a slide of content has: title, label, body, footer and number."""
    return {
        "title": Frame(
            label="标题",
            area=Area(left, 0.72, width, 0.95),
            size=Size.TITLE,
            tone=tone,
            bold=True,
        ),
        "label": Frame(
            label="眉题",
            area=Area(left, 0.3, width, 0.45),
            size=Size.LABEL,
            tone=tone,
            bold=True,
        ),
        "body": replace(body, area=Area(left, _BODY_TOP, width, _BODY_HIGH), mark_tone=tone),
        "footer": Frame(
            label="页脚", area=Area(left, 6.98, min(width, 9), 0.35), size=Size.FOOT, tone=Tone.SOFT
        ),
        "number": Frame(
            label="页码",
            area=Area(11.73, 6.98, 0.9, 0.35),
            size=Size.FOOT,
            tone=Tone.SOFT,
            place=Place.RIGHT,
        ),
    }


def _body(mark: Mark) -> Frame:
    return Frame(
        label="正文", area=Area(0, 0, 0, 0), size=Size.POINT_LARGE, tone=Tone.INK, mark=mark
    )


def _stripe(tone: Tone) -> Bar:
    return Bar(Area(0, 0, WIDTH, 0.14), tone)


def _panel(tone: Tone, *, left: float = _PANEL, right: float = WIDTH) -> Bar:
    return Bar(Area(left, 0, right - left, HEIGHT), tone, faint=True)


def _points(label: str, tone: Tone) -> dict[str, Form]:
    """Give the forms of points in a tone, without and with a picture."""
    bare = Form(
        label=label,
        frames=_frames(_body(Mark.SIGN), tone=tone, width=_WIDE),
        shapes=(_stripe(tone),),
        logo=_LOGO,
    )
    pictured = Form(
        label=f"{label}（配图）",
        frames=_frames(_body(Mark.SIGN), tone=tone, width=_NARROW),
        shapes=(_panel(tone), _stripe(tone)),
        pictures=(_BESIDE,),
        logo=_LOGO,
    )
    return {f"points-{tone}": bare, f"points-{tone}-picture": pictured}


def _each(count: int) -> Form:
    """Give the form of points in rows, each beside its own picture."""
    frames = _frames(_body(Mark.NONE), tone=Tone.PINE, width=_WIDE)
    gap = 0.18
    high = (_BODY_HIGH - gap * (count - 1)) / count
    tops = [_BODY_TOP + place * (high + gap) for place in range(count)]
    left = _LEFT + high * 4 / 3 + 0.35
    row = replace(frames.pop("body"), size=Size.POINT)
    for place, top in enumerate(tops, 1):
        area = Area(left, top, _EDGE - left, high)
        frames[f"point-{place}"] = replace(row, label=f"要点{place}", area=area)
    return Form(
        label=f"图标要点（{count} 条）",
        frames=frames,
        shapes=(_stripe(Tone.PINE),),
        pictures=tuple(Area(_LEFT, top, high * 4 / 3, high) for top in tops),
        logo=_LOGO,
    )


def _calls(*areas: Area) -> dict[str, Frame]:
    """Give frames for a number to call and who answers it, white on red."""
    return {
        f"call-{number}": Frame(
            label=f"电话{number}",
            area=area,
            size=Size.CALL,
            under=Size.CALL_NAME,
            tone=Tone.WHITE,
            bold=True,
            place=Place.CENTRE,
            ground=Tone.CINNABAR,
        )
        for number, area in enumerate(areas, 1)
    }


def _steps() -> dict[str, Form]:
    """Give the forms of steps, without and with a picture, with up to two numbers to call."""
    red = Tone.CINNABAR
    wide = _frames(_body(Mark.NUMBER), tone=red, width=_WIDE)
    narrow = _frames(_body(Mark.NUMBER), tone=red, width=_NARROW)
    left, high = _BESIDE.left, 1.55
    below = {
        "一个电话": _calls(Area(left, 4.85, 4.5, high)),
        "两个电话": _calls(Area(left, 4.85, 2.16, high), Area(left + 2.34, 4.85, 2.16, high)),
    }
    alone = {
        "一个电话": _calls(Area(left, 2.9, 4.5, 2.0)),
        "两个电话": _calls(Area(left, 1.7, 4.5, 2.0), Area(left, 4.0, 4.5, 2.0)),
    }
    side = (_panel(red), _stripe(red))
    bare = {"steps": Form(label="步骤", frames=wide, shapes=(_stripe(red),), logo=_LOGO)}
    pictured = {
        "steps-picture": Form(
            label="步骤（配图）", frames=narrow, shapes=side, pictures=(_BESIDE,), logo=_LOGO
        )
    }
    for number, (label, calls) in enumerate(alone.items(), 1):
        frames = {**narrow, **calls}
        bare[f"steps-calls-{number}"] = Form(
            label=f"步骤、{label}", frames=frames, shapes=side, logo=_LOGO
        )
    for number, (label, calls) in enumerate(below.items(), 1):
        pictured[f"steps-calls-{number}-picture"] = Form(
            label=f"步骤、{label}（配图）",
            frames={**narrow, **calls},
            shapes=side,
            pictures=(replace(_BESIDE, top=1.2),),
            logo=_LOGO,
        )
    return {**bare, **pictured}


def _galleries(label: str, tone: Tone) -> dict[str, Form]:
    """Give the forms of three and of four pictures in a row, and of two rows of three."""
    made = {(3, 1): 2.83, (4, 1): 2.1, (3, 2): 1.78}
    return {
        f"gallery-{tone}-{across * rows}": _gallery(label, across, rows, high, tone)
        for (across, rows), high in made.items()
    }


def _gallery(label: str, across: int, rows: int, high: float, tone: Tone) -> Form:
    """Give the form of rows of pictures, `high` inches high, with a caption under each."""
    gap = 0.3
    width = (_WIDE - gap * (across - 1)) / across
    top = _BODY_TOP + (0.1 if rows > 1 else 0.3)
    down = (6.85 - top) / rows
    places = [
        (_LEFT + column * (width + gap), top + row * down)
        for row in range(rows)
        for column in range(across)
    ]
    frames = _frames(_body(Mark.NONE), tone=tone, width=_WIDE)
    size, near = (Size.CAPTION_TIGHT, 0.06) if rows > 1 else (Size.CAPTION, 0.15)
    row = replace(frames.pop("body"), size=size, bold=True, place=Place.CENTRE, top=True)
    for number, (left, upper) in enumerate(places, 1):
        area = Area(left, upper + high + near, width, down - high - near)
        frames[f"caption-{number}"] = replace(row, label=f"图说{number}", area=area)
    return Form(
        label=f"{label}（{across * rows} 幅）",
        frames=frames,
        shapes=(_stripe(tone),),
        pictures=tuple(Area(left, upper, width, high) for left, upper in places),
        logo=_LOGO,
    )


def _strip() -> Form:
    """Give the form of one wide picture alone."""
    frames = _frames(_body(Mark.NONE), tone=Tone.PINE, width=_WIDE)
    del frames["body"]
    return Form(
        label="看图（一长条）",
        frames=frames,
        shapes=(_stripe(Tone.PINE),),
        pictures=(Area(_LEFT, _BODY_TOP, _WIDE, _BODY_HIGH),),
        logo=_LOGO,
    )


def _cover(label: str, *, width: float, pictures: tuple[Area, ...] = ()) -> Form:
    left = 0.95
    return Form(
        label=label,
        frames={
            "title": Frame(
                label="标题",
                area=Area(left, 1.9, width, 1.9),
                size=Size.COVER,
                tone=Tone.WHITE,
                bold=True,
            ),
            "body": Frame(
                label="一句话",
                area=Area(left, 4.0, width, 1.75),
                size=Size.COVER_UNDER,
                tone=Tone.WHITE,
                top=True,
            ),
            "line": Frame(
                label="对象和学时",
                area=Area(left, 5.95, 11.4, 0.45),
                size=Size.COVER_LINE,
                tone=Tone.WHITE,
            ),
            "checked": Frame(
                label="单位和日期",
                area=Area(left, 6.45, 11.4, 0.45),
                size=Size.COVER_LINE,
                tone=Tone.WHITE,
            ),
        },
        shapes=(Bar(Area(left, 1.6, 1.6, 0.12), Tone.CINNABAR),),
        pictures=pictures,
        logo=Area(left, 0.62, 3.4, 0.64),
        dark=True,
    )


def _agenda() -> Form:
    left, width = 5.5, _EDGE - 5.5
    frames = _frames(_body(Mark.NUMBER), tone=Tone.PINE, left=left, width=width)
    return Form(
        label="目录",
        frames={
            **frames,
            "title": replace(frames["title"], area=Area(0.6, 1.2, 3.8, 1.9), tone=Tone.WHITE),
            "label": replace(frames["label"], area=Area(0.6, 0.72, 3.8, 0.45), tone=Tone.WHITE),
        },
        shapes=(Bar(Area(0, 0, 4.95, HEIGHT), Tone.PINE),),
        pictures=(Area(0.6, 3.55, 3.8, 2.85),),
        logo=_LOGO,
    )


def _never() -> Form:
    frames = _frames(_body(Mark.BAN), tone=Tone.CINNABAR, width=_NARROW)
    title = replace(frames["title"], area=Area(_LEFT, 0.72, _WIDE, 0.95))
    return Form(
        label="千万不要",
        frames={
            **frames,
            "title": title,
            "body": replace(frames["body"], size=Size.NEVER, bold=True),
        },
        shapes=(
            _panel(Tone.CINNABAR),
            _stripe(Tone.CINNABAR),
            Ban(Area(9.17, 2.2, 3.3, 3.3)),
        ),
        logo=_LOGO,
    )


def _case() -> Form:
    left, width = 6.85, _EDGE - 6.85
    frames = _frames(_body(Mark.SIGN), tone=Tone.CINNABAR, left=left, width=width)
    title = replace(frames["title"], area=Area(left, 0.9, width, 1.1))
    body = replace(frames["body"], area=Area(left, 2.05, width, 4.8))
    return Form(
        label="案例（配图）",
        frames={**frames, "title": title, "body": body},
        shapes=(_panel(Tone.CINNABAR, left=0, right=6.35), _stripe(Tone.CINNABAR)),
        pictures=(Area(0.4, 1.65, 5.55, 4.1625),),
        logo=_LOGO,
    )


def _questions() -> Form:
    left, width = 4.3, _EDGE - 4.3
    frames = _frames(_body(Mark.NUMBER), tone=Tone.SKY, left=left, width=width)
    return Form(
        label="提问",
        frames=frames,
        shapes=(
            _panel(Tone.SKY, left=0, right=3.75),
            _stripe(Tone.SKY),
            Glyph(Area(0, 1.5, 3.75, 4.5), "?", Size.QUESTION, Tone.SKY),
        ),
        logo=_LOGO,
    )


def _sources() -> Form:
    frames = _frames(_body(Mark.SIGN), tone=Tone.PINE, width=_WIDE)
    body = replace(frames["body"], size=Size.SOURCE, columns=2, top=True)
    return Form(
        label="依据", frames={**frames, "body": body}, shapes=(_stripe(Tone.PINE),), logo=_LOGO
    )


FORMS: Mapping[str, Form] = {
    "cover": _cover("封面", width=11.3),
    "cover-picture": _cover("封面（配图）", width=6.0, pictures=(Area(7.15, 1.45, 5.6, 4.2),)),
    "agenda": _agenda(),
    **_points("要点", Tone.PINE),
    **_points("危险", Tone.AMBER),
    **_points("规定", Tone.SKY),
    **{f"points-each-{count}": _each(count) for count in (4, 5, 6)},
    **_steps(),
    **_galleries("看图", Tone.PINE),
    **_galleries("看图：不要", Tone.CINNABAR),
    "strip": _strip(),
    "never": _never(),
    "case": _points("案例", Tone.CINNABAR)["points-cinnabar"],
    "case-picture": _case(),
    "questions": _questions(),
    "sources": _sources(),
}
"""All forms, by the names that slides and templates know them by."""
