"""Poses: where hip, feet and hands of an adult are, from the ground below the hip, facing right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Offset = tuple[float, float]


@dataclass(frozen=True, kw_only=True)
class Pose:
    """A pose: the hip's height, the trunk's lean and the head's in degrees, feet and hands.

    `hands` and `feet` are the near one and the far one.
    """

    hip: float
    lean: float = 0
    head: float = 0
    feet: tuple[Offset, Offset]
    hands: tuple[Offset, Offset]
    bends: tuple[str, ...] = ()


BENDS = "elbows", "knees"
"""What may be bent the other way."""
_AT_SIDES = ((4, -34), (-2, -34))

POSES: Mapping[str, Pose] = {
    "stand": Pose(hip=33.5, feet=((3, 0), (-4, 0)), hands=_AT_SIDES),
    "walk": Pose(hip=32, lean=5, feet=((12, 0), (-13, -2)), hands=((-11, -36), (14, -38))),
    "run": Pose(
        hip=31, lean=18, head=-10, feet=((18, -8), (-22, -10)), hands=((-4, -40), (26, -48))
    ),
    "stoop": Pose(
        hip=27, lean=62, head=-22, feet=((12, 0), (-10, 0)), hands=((32, -30), (34, -32))
    ),
    "bow": Pose(hip=31, lean=45, head=-10, feet=((6, 0), (-8, 0)), hands=((34, -26), (36, -28))),
    "squat": Pose(hip=13, lean=24, feet=((9, 0), (1, 0)), hands=((24, -20), (25, -22))),
    "kneel": Pose(hip=19, lean=12, feet=((-15, -2), (-17, -2)), hands=((22, -24), (23, -25))),
    "half-kneel": Pose(hip=20, lean=12, feet=((12, 0), (-17, -2)), hands=((24, -26), (25, -27))),
    "sit": Pose(hip=19, lean=-4, feet=((18, 0), (15, 0)), hands=((15, -24), (12, -25))),
    "sit-ground": Pose(hip=7, lean=-10, feet=((32, -3), (30, -3)), hands=((18, -13), (12, -12))),
    "crawl": Pose(
        hip=20, lean=80, head=-38, feet=((-14, -2), (-20, -2)), hands=((27, -2), (33, -2))
    ),
    "lie": Pose(hip=7, lean=88, feet=((-33, -4), (-34, -6)), hands=((4, -5), (2, -8))),
    "curl": Pose(hip=8, lean=86, head=30, feet=((8, -4), (4, -4)), hands=((32, -4), (30, -8))),
    "reach": Pose(hip=33, lean=14, feet=((8, 0), (-9, 0)), hands=((35, -56), (33, -54))),
    "push": Pose(hip=29, lean=28, feet=((10, 0), (-20, 0)), hands=((36, -48), (35, -50))),
    "lift": Pose(hip=31, lean=10, feet=((9, 0), (-8, 0)), hands=((24, -40), (23, -42))),
    "wave": Pose(hip=33.5, feet=((4, 0), (-5, 0)), hands=((12, -88), (-6, -34))),
    "phone": Pose(hip=33.5, head=4, feet=((3, 0), (-4, 0)), hands=((8, -69), (3, -34))),
    "arms-up": Pose(hip=33.5, feet=((6, 0), (-7, 0)), hands=((12, -86), (-10, -86))),
    "shout": Pose(hip=33.5, lean=4, feet=((5, 0), (-6, 0)), hands=((13, -68), (12, -70))),
    "climb": Pose(hip=34, lean=4, feet=((7, -12), (1, 0)), hands=((14, -66), (13, -52))),
    "cower": Pose(hip=12, lean=62, head=34, feet=((8, 0), (2, 0)), hands=((34, -26), (33, -29))),
    "carry": Pose(hip=32.5, lean=-3, feet=((7, 0), (-6, 0)), hands=((17, -45), (15, -47))),
    "float": Pose(hip=12, lean=0, feet=((3, 18), (-4, 18)), hands=((18, -56), (-16, -56))),
    # Fire, gas, electricity.
    "call": Pose(hip=33.5, feet=((3, 0), (-4, 0)), hands=((3, -68), (-2, -34)), bends=("elbows",)),
    # First aid, illness, water.
    "lie-up": Pose(hip=7, lean=-88, feet=((33, -4), (34, -6)), hands=((4, -5), (3, -8))),
    "on-side": Pose(
        hip=26, lean=90, head=-8, feet=((-8, 2), (-34, -18)), hands=((30, -8), (30, 4))
    ),
    "prone": Pose(
        hip=8, lean=86, head=-40, feet=((-33, -3), (-34, -6)), hands=((40, -8), (42, -9))
    ),
    # Road, weather, work.
    "under-table": Pose(
        hip=17, lean=62, head=10, feet=((-16, -2), (-19, -2)), hands=((38, -26), (16, -34))
    ),
    "guard-head": Pose(
        hip=32, lean=12, head=14, feet=((12, 0), (-13, -2)), hands=((12, -74), (14, -72))
    ),
    "brace": Pose(
        hip=32.5, lean=4, feet=((12, 0), (-12, 0)), hands=((9, -46), (10, -50)), bends=("elbows",)
    ),
    "halt": Pose(hip=33, lean=-4, feet=((8, 0), (-9, 0)), hands=((26, -56), (-24, -52))),
    # Months, campaigns, training.
    "hurry": Pose(
        hip=32, lean=14, head=-6, feet=((16, 0), (-17, -3)), hands=((-4, -44), (24, -50))
    ),
}
