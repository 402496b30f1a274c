"""Scenes: frames put together from figures, props and marks, on one sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.picture import Frame, Part
from generator.pictures.figure import BUILDS, Drawn, figure
from generator.pictures.kit import props
from generator.pictures.marks import MARKS
from generator.pictures.svg import Spot, number, placed

WIDTH, HEIGHT, GAP = 160, 120, 8
_CORNER = 10
_COLUMNS = {1: 1, 2: 2, 3: 3, 4: 2}
"""How many frames stand beside each other, by how many there are."""
Colours = Mapping[str, str]
Spots = dict[str, Mapping[str, Spot]]


def scene_size(frames: int) -> tuple[int, int]:
    """Give width and height of a scene of so many frames."""
    columns = _COLUMNS[frames]
    rows = -(-frames // columns)
    return columns * (WIDTH + GAP) - GAP, rows * (HEIGHT + GAP) - GAP


def scene_svg(frames: tuple[Frame, ...], colours: Colours) -> str:
    """Draw a scene; what stands out of its frame is cut off."""
    width, height = scene_size(len(frames))
    clip = f'<clipPath id="f"><rect width="{WIDTH}" height="{HEIGHT}" rx="{_CORNER}"/></clipPath>'
    sheet = "".join(_placed(frames, colours))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{clip}'
        f'<g fill="none" stroke-linecap="round" stroke-linejoin="round" '
        'font-family="sans-serif" font-weight="700" text-anchor="middle">'
        f"{sheet}</g></svg>"
    )


def _placed(frames: tuple[Frame, ...], colours: Colours) -> Iterator[str]:
    columns = _COLUMNS[len(frames)]
    for place, frame in enumerate(frames):
        row, column = divmod(place, columns)
        at = Spot(column * (WIDTH + GAP), row * (HEIGHT + GAP))
        badge = _badge(place + 1, colours) if len(frames) > 1 else ""
        paper = f'<path d="M0 0h{WIDTH}v{HEIGHT}H0z" fill="{colours["paper"]}"/>'
        drawn = f'<g clip-path="url(#f)">{paper}{frame_svg(frame, colours)}</g>{badge}'
        yield placed(drawn, at) if place else drawn


def frame_svg(frame: Frame, colours: Colours) -> str:
    """Draw what is in a frame; a part that names what is not there raises `KeyError`."""
    spots: Spots = {}
    return "".join(draw_part(part, spots, colours) for part in frame.parts)


def draw_part(part: Part, spots: Spots, colours: Colours) -> str:
    """Draw a part, and note its spots for those that come after it."""
    drawn = _drawn(part, spots, colours)
    spots[part.name or part.draw] = drawn.spots
    return drawn.svg


def _drawn(part: Part, spots: Spots, colours: Colours) -> Drawn:
    start = _spot(part.at, spots)
    if part.draw in BUILDS:
        return figure(
            part,
            start,
            colours,
            hip=_spot(part.hip, spots) if part.hip else None,
            hands=tuple(_spot(each, spots) for each in part.hands),
            feet=tuple(_spot(each, spots) for each in part.feet),
        )
    if part.draw in MARKS:
        end = _spot(part.to, spots) if part.to else start
        return Drawn(MARKS[part.draw](part, start, end, colours), {"start": start, "end": end})
    return _prop(part, start, colours)


def _prop(part: Part, at: Spot, colours: Colours) -> Drawn:
    prop = props()[part.draw]
    named = {**colours, "colour": colours[part.colour or prop.colour], "text": part.text or ""}
    svg = placed(prop.draw.format_map(named), at, size=part.size, turn=part.turn, flip=part.flip)
    moved = {name: _moved(spot, part, at) for name, spot in prop.spots.items()}
    return Drawn(svg, {"at": at, **moved})


def _moved(spot: Spot, part: Part, at: Spot) -> Spot:
    across = -spot.x if part.flip else spot.x
    length = Spot(0, 0).distance(Spot(across, spot.y))
    if not length:
        return at
    flat = Spot(0, 0).moved((across, spot.y), scale=part.size)
    if not part.turn:
        return at.moved(flat)
    right = Spot(0, 0).towards(90 + part.turn, flat.x)
    down = Spot(0, 0).towards(180 + part.turn, flat.y)
    return at.moved(right).moved(down)


def is_named(target: str) -> bool:
    """Tell whether a target is a spot such as `lid.handle`, and not two numbers."""
    return " " not in target


def _spot(target: str, spots: Spots) -> Spot:
    if is_named(target):
        name, _, place = target.partition(".")
        return spots[name][place]
    across, down = target.split()
    return Spot(float(across), float(down))


def _badge(place: int, colours: Colours) -> str:
    return (
        f'<circle cx="15" cy="15" r="10" fill="{colours["ink"]}"/>'
        f'<text x="15" y="19.5" font-size="13" fill="{colours["white"]}">{number(place)}</text>'
    )
