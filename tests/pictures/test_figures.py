"""Figures: hands and feet are where they are asked to be, and nothing is ever torn apart."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.picture import Part
from generator.pictures.figure import BUILDS, Drawn, figure, joint
from generator.pictures.pose import POSES
from generator.pictures.svg import Spot
from tests.pictures.colours import COLOURS

PLACES = st.floats(-200, 400, allow_nan=False)
SPOTS = st.builds(Spot, PLACES, PLACES)
GROUND = Spot(80, 108)


def drawn(part: Part, *, hands: tuple[Spot, ...] = (), feet: tuple[Spot, ...] = ()) -> Drawn:
    return figure(part, GROUND, COLOURS, hip=None, hands=hands, feet=feet)


@given(SPOTS, SPOTS, st.floats(1, 40), st.floats(1, 40), st.sampled_from([-1, 1]))
def test_bones_keep_their_length_wherever_the_end_is(
    root: Spot, end: Spot, upper: float, lower: float, side: int
) -> None:
    middle, reached = joint(root, end, upper, lower, side)
    assert math.isclose(root.distance(middle), upper, abs_tol=1e-6)
    assert math.isclose(middle.distance(reached), lower, abs_tol=0.02)


@given(SPOTS)
def test_what_is_in_reach_is_reached(end: Spot) -> None:
    root = Spot(80, 60)
    _, reached = joint(root, end, 13.5, 13.5, 1)
    if 0.1 < root.distance(end) < 26.9:
        assert reached.distance(end) < 0.1
    else:
        assert root.distance(reached) <= 27


def test_a_hand_is_put_where_it_is_asked_to_be() -> None:
    part = Part(draw="man", at="80 108")
    assert drawn(part, hands=(Spot(98, 62),)).spots["hand"].distance(Spot(98, 62)) < 0.1
    far = drawn(part, hands=(Spot(98, 62), Spot(90, 58))).spots["farhand"]
    assert far.distance(Spot(90, 58)) < 0.1


@pytest.mark.parametrize("who", BUILDS)
def test_who_stands_stands_on_the_ground(who: str) -> None:
    for flip in (False, True):
        spots = drawn(Part(draw=who, flip=flip)).spots
        assert spots["foot"].y == spots["farfoot"].y == GROUND.y
        assert spots["top"].y < spots["chest"].y < spots["hip"].y < GROUND.y


@pytest.mark.parametrize("pose", ["lie", "lie-up", "prone"])
def test_an_elder_who_lies_lies_as_flat_as_anybody(pose: str) -> None:
    spots = drawn(Part(draw="elder", pose=pose)).spots
    flat = drawn(Part(draw="man", pose=pose)).spots
    for name in ("chest", "head"):
        rise = (spots[name].y - spots["hip"].y) / (flat[name].y - flat["hip"].y)
        assert math.isclose(rise, BUILDS["elder"].size, rel_tol=1e-6), name


def test_an_elder_who_stands_stoops() -> None:
    spots = drawn(Part(draw="elder")).spots
    assert spots["chest"].x > spots["hip"].x


def test_children_are_smaller_and_have_larger_heads() -> None:
    heights = {}
    for who in ("man", "child", "infant"):
        spots = drawn(Part(draw=who)).spots
        heights[who] = GROUND.y - spots["top"].y
    assert heights["man"] > heights["child"] > heights["infant"]
    shares = {who: BUILDS[who].head * BUILDS[who].size / tall for who, tall in heights.items()}
    assert shares["man"] < shares["child"] < shares["infant"]


@pytest.mark.parametrize("pose", POSES)
def test_who_faces_left_is_the_mirror_of_who_faces_right(pose: str) -> None:
    right = drawn(Part(draw="woman", pose=pose)).spots
    left = drawn(Part(draw="woman", pose=pose, flip=True)).spots
    for name, spot in right.items():
        assert math.isclose(spot.x - GROUND.x, GROUND.x - left[name].x, abs_tol=1e-6), name
        assert math.isclose(spot.y, left[name].y, abs_tol=1e-6), name


@pytest.mark.parametrize("worn", ["helmet", "vest", "jacket", "mask", "harness"])
def test_what_is_worn_is_seen(worn: str) -> None:
    assert drawn(Part(draw="man", wears=(worn,))).svg != drawn(Part(draw="man")).svg
