"""Figures: people posed by where their hands and feet are; elbows and knees follow.

Where a joint lies follows from the law of cosines in the triangle of the two bones and the line
from shoulder to hand (hip to foot): two-bone inverse kinematics.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.picture import Part
from generator.pictures.pose import POSES, Offset, Pose
from generator.pictures.svg import Spot, disc, pair, placed, stroke

_ARM, _FOREARM, _THIGH, _SHIN = 13.5, 13.5, 17.0, 17.5
_SLEEVE, _LEG, _FOOT = 7.0, 8.5, 6.0
_HAND = 3.6
_STRETCH = 0.999
_LYING = 60
"""From what lean on, in degrees, a pose lies and nobody stoops."""
WORN = "helmet", "vest", "jacket", "mask", "harness"
"""What figures may wear."""


@dataclass(frozen=True, kw_only=True)
class Build:
    """How somebody is built and dressed: size, length of the trunk, radius of the head."""

    size: float
    trunk: float = 26
    width: float = 14
    head: float = 8.5
    stoop: float = 0
    top: str = "pine"
    legs: str = "ink"
    hair: str = "ink"
    long_hair: bool = False
    limbs: float = 1


BUILDS: Mapping[str, Build] = {
    "man": Build(size=1),
    "woman": Build(size=0.95, top="plum", long_hair=True, width=13),
    "child": Build(size=0.68, top="orange", head=10.6, trunk=24, limbs=0.96),
    "elder": Build(size=0.94, stoop=14, top="slate", hair="silver"),
    "infant": Build(size=0.45, top="sand", head=13, trunk=24, limbs=0.8, legs="sand"),
}
"""By what a part of a scene is to draw."""


@dataclass(frozen=True)
class Drawn:
    """A part as SVG, and the places of it that others may name."""

    svg: str
    spots: Mapping[str, Spot]


@dataclass(frozen=True)
class _Body:
    """A figure as it is being drawn: its measures, its colours, where it stands and faces."""

    build: Build
    pose: Pose
    part: Part
    ground: Spot
    colours: Mapping[str, str]

    @property
    def scale(self) -> float:
        return self.build.size * self.part.size

    @property
    def stoop(self) -> float:
        """Give how far the back is bent: who lies, lies flat."""
        return 0 if abs(self.pose.lean) > _LYING else self.build.stoop

    @property
    def facing(self) -> int:
        return -1 if self.part.flip else 1

    def spot(self, offset: Offset) -> Spot:
        """Give the place of an offset of the pose."""
        limbs = self.build.limbs * self.scale
        return self.ground.moved((offset[0] * self.facing, offset[1]), scale=limbs)


def figure(
    part: Part,
    ground: Spot,
    colours: Mapping[str, str],
    *,
    hip: Spot | None,
    hands: tuple[Spot, ...],
    feet: tuple[Spot, ...],
) -> Drawn:
    """Draw somebody on the ground at `ground`; what is given goes before the pose."""
    body = _Body(BUILDS[part.draw], POSES[part.pose or "stand"], part, ground, colours)
    scale, facing = body.scale, body.facing
    lean = body.pose.lean + body.stoop if part.lean is None else part.lean
    seat = hip or body.spot((0, -body.pose.hip))
    shoulder = seat.towards(lean * facing, body.build.trunk * scale)
    nod = (lean + body.pose.head - body.stoop * 0.5 + part.head) * facing
    face = shoulder.towards(nod, (body.build.head + 4.5) * scale)
    near_hand, far_hand = _both(hands, [body.spot(each) for each in body.pose.hands])
    near_foot, far_foot = _both(feet, [body.spot(each) for each in body.pose.feet])
    top = colours[part.colour or body.build.top]
    dark = _darker(top)
    legs = colours[body.build.legs]
    chest = shoulder.towards(lean * facing, -3 * scale)
    near, far = _Limbs(body, seat, chest), _Limbs(body, seat, chest)
    far_arm, far_end = far.arm(far_hand, dark)
    near_arm, near_end = near.arm(near_hand, top)
    svg = "".join(
        (
            far_arm,
            far.leg(far_foot, _darker(legs)),
            stroke((seat, chest), body.build.width * scale, top),
            near.leg(near_foot, legs),
            _worn(body, seat, chest),
            _head(body, face, nod),
            near_arm,
        )
    )
    spots = {
        "hand": near_end,
        "farhand": far_end,
        "foot": near_foot,
        "farfoot": far_foot,
        "hip": seat,
        "chest": seat.towards(lean * facing, body.build.trunk * scale * 0.75),
        "belly": seat.towards(lean * facing, body.build.trunk * scale * 0.35),
        "back": seat.towards(lean * facing, body.build.trunk * scale * 0.8).towards(
            (lean - 90) * facing, body.build.width * scale * 0.5
        ),
        "head": face,
        "mouth": face.towards(nod + 115 * facing, body.build.head * scale * 0.9),
        "ear": face.towards(nod + 100 * facing, body.build.head * scale * 0.5),
        "top": face.towards(nod, body.build.head * scale),
        "knee": near.knee,
    }
    return Drawn(svg, spots)


def joint(root: Spot, end: Spot, upper: float, lower: float, side: int) -> tuple[Spot, Spot]:
    """Give the joint between two bones, and where their end comes to; `side` is +1 or -1.

    An end that is out of reach is drawn back to where the stretched limb ends.
    """
    reach = root.distance(end)
    longest = (upper + lower) * _STRETCH
    shortest = abs(upper - lower) + 0.01
    length = min(max(reach, shortest), longest)
    direction = math.atan2(end.y - root.y, end.x - root.x) if reach else math.pi / 2
    end = Spot(root.x + length * math.cos(direction), root.y + length * math.sin(direction))
    cosine = (upper**2 + length**2 - lower**2) / (2 * upper * length)
    angle = direction + side * math.acos(min(1.0, max(-1.0, cosine)))
    return Spot(root.x + upper * math.cos(angle), root.y + upper * math.sin(angle)), end


class _Limbs:
    """One arm and one leg of a body."""

    def __init__(self, body: _Body, seat: Spot, chest: Spot) -> None:
        self._body = body
        self._seat = seat
        self._chest = chest
        self.knee = seat

    def _side(self, name: str) -> int:
        return -1 if name in (*self._body.pose.bends, *self._body.part.bends) else 1

    def arm(self, hand: Spot, colour: str) -> tuple[str, Spot]:
        """Draw an arm to a hand, and say where the hand came to."""
        scale = self._body.scale * self._body.build.limbs
        side = self._body.facing * self._side("elbows")
        elbow, end = joint(self._chest, hand, _ARM * scale, _FOREARM * scale, side)
        skin = self._body.colours["skin"]
        sleeve = stroke((self._chest, elbow, end), _SLEEVE * scale, colour)
        return sleeve + disc(end, _HAND * scale, skin), end

    def leg(self, foot: Spot, colour: str) -> str:
        """Draw a leg to a foot; the shoe points the way that one faces."""
        scale = self._body.scale * self._body.build.limbs
        side = -self._body.facing * self._side("knees")
        ankle = foot.moved((0, -3.2 * scale))
        self.knee, end = joint(self._seat, ankle, _THIGH * scale, _SHIN * scale, side)
        along = math.atan2(end.y - self.knee.y, end.x - self.knee.x)
        toes = along - self._body.facing * math.pi / 2
        toe = end.moved((math.cos(toes), math.sin(toes)), scale=6 * scale)
        shoe = stroke((end, toe), _FOOT * scale, self._body.colours["ink"])
        return stroke((self._seat, self.knee, end), _LEG * scale, colour) + shoe


def _head(body: _Body, face: Spot, nod: float) -> str:
    """Draw a head without a face; the hair shows which way it looks."""
    radius = body.build.head * body.scale
    colours, facing = body.colours, body.facing
    hair = colours[body.build.hair]
    parts = [disc(face, radius, colours["skin"])]
    if "helmet" in body.part.wears:
        brim = Spot(-radius * 1.05, 0.5), Spot(radius * 1.45, 0.5)
        cap = f'<path d="M{pair((-radius * 1.05, 0))}a{pair((radius * 1.05,) * 2)} 0 0 1'
        cap += f' {pair((radius * 2.1, 0))}z" fill="{colours["amber"]}"/>'
        cap += stroke(brim, 2.4 * body.scale, colours["amber"])
        parts.append(placed(cap, face.towards(nod, radius * 0.15), turn=nod, flip=facing < 0))
    else:
        parts.append(_hair(body, face, nod, radius, hair))
    if "mask" in body.part.wears:
        cloth = face.towards(nod + 112 * facing, radius * 0.75)
        parts.append(disc(cloth, radius * 0.48, colours["white"]))
    return "".join(parts)


def _hair(body: _Body, face: Spot, nod: float, radius: float, colour: str) -> str:
    """Draw hair over the back half of a head, from the brow to the neck."""
    turned = nod - 38 * body.facing
    left, right = face.towards(turned - 90, radius), face.towards(turned + 90, radius)
    arc = pair((radius, radius))
    svg = f'<path d="M{pair(left)}A{arc} 0 0 1 {pair(right)}z" fill="{colour}"/>'
    if body.build.long_hair:
        knot = face.towards(nod - 100 * body.facing, radius * 1.15)
        svg += disc(knot, radius * 0.42, colour)
    return svg


def _worn(body: _Body, seat: Spot, chest: Spot) -> str:
    """Draw what is worn over the trunk: a vest with its bands, a life jacket, a harness."""
    width = body.build.width * body.scale
    colours, wears = body.colours, body.part.wears
    waist = Spot(*(a + (b - a) * 0.25 for a, b in zip(seat, chest, strict=True)))
    svg = ""
    if "vest" in wears or "jacket" in wears:
        colour = colours["amber" if "vest" in wears else "orange"]
        svg += stroke((waist, chest), width * 1.04, colour)
        svg += _band(body, seat, chest, 0.45, "white") + _band(body, seat, chest, 0.8, "white")
    if "harness" in wears:
        svg += _band(body, seat, chest, 0.2, "amber")
        svg += stroke((seat, chest), 2.4 * body.scale, colours["amber"])
    return svg


def _band(body: _Body, seat: Spot, chest: Spot, share: float, colour: str) -> str:
    """Draw a band across the trunk, at a share of the way from the hip to the shoulder."""
    half = body.build.width * body.scale / 2 - 1
    middle = Spot(*(a + (b - a) * share for a, b in zip(seat, chest, strict=True)))
    length = seat.distance(chest) or 1
    across = ((chest.y - seat.y) / length, -(chest.x - seat.x) / length)
    ends = middle.moved(across, scale=half), middle.moved(across, scale=-half)
    return stroke(ends, 2.6 * body.scale, body.colours[colour])


def _both(given: tuple[Spot, ...], usual: list[Spot]) -> tuple[Spot, Spot]:
    """Give the near and the far end; one that is given holds for both."""
    if not given:
        return usual[0], usual[1]
    return given[0], given[-1]


def _darker(colour: str) -> str:
    """Give a colour as it looks on what is farther away."""
    parts = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(part * 0.72):02x}" for part in parts)
