"""Scenes: parts in their places, named spots, frames on one sheet."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.picture import Frame, Part, Picture
from generator.pictures import drawing_of, faults_of
from tests.pictures.colours import COLOURS

GROUND = Part(draw="ground", at="80 108")


def scene(*frames: tuple[Part, ...]) -> Picture:
    return Picture(id="x", text="x", scene=tuple(Frame(parts=parts) for parts in frames))


def svg(*frames: tuple[Part, ...]) -> str:
    return drawing_of(scene(*frames), COLOURS).svg


@pytest.mark.parametrize(
    ("frames", "size"), [(1, (160, 120)), (2, (328, 120)), (3, (496, 120)), (4, (328, 248))]
)
def test_frames_stand_beside_each_other_and_four_in_two_rows(
    frames: int, size: tuple[int, int]
) -> None:
    drawing = drawing_of(scene(*[(GROUND,)] * frames), COLOURS)
    assert (drawing.width, drawing.height) == size
    assert f'viewBox="0 0 {size[0]} {size[1]}"' in drawing.svg
    numbers = re.findall(r">(\d)</text>", drawing.svg)
    assert numbers == [str(each) for each in range(1, frames + 1)] * (frames > 1)


def test_what_comes_later_is_drawn_over_what_came_before() -> None:
    water, ring = Part(draw="water", at="80 110"), Part(draw="ring", at="80 90")
    assert svg((water, ring)).index(COLOURS["water"]) < svg((water, ring)).index(COLOURS["red"])
    assert svg((ring, water)).index(COLOURS["red"]) < svg((ring, water)).index(COLOURS["water"])


@pytest.mark.parametrize(
    ("lid", "place"),
    [
        (Part(draw="lid", at="50 60"), "50 46"),
        (Part(draw="lid", at="50 60", size=2), "50 32"),
        (Part(draw="lid", at="50 60", turn=90), "64 60"),
        (Part(draw="lid", name="cover", at="50 60", flip=True), "50 46"),
    ],
)
def test_a_spot_moves_with_its_prop(lid: Part, place: str) -> None:
    name = lid.name or "lid"
    line = Part(draw="stick", at=f"{name}.handle", to="0 0")
    assert f"M{place}L0 0" in svg((lid, line))


def test_a_hand_is_laid_on_what_it_names() -> None:
    lid = Part(draw="lid", at="98 76")
    cook = Part(draw="man", at="80 108", hands=("lid.handle",))
    line = Part(draw="stick", at="man.hand", to="lid.handle")
    assert "M98 62L98 62" in svg((lid, cook, line))


def test_words_are_words_and_nothing_else() -> None:
    text = Part(draw="text", at="80 40", text="150米")
    root = ElementTree.fromstring(svg((text,)))
    assert "".join(root.itertext()).strip() == "150米"


def test_the_colour_of_a_part_may_be_changed() -> None:
    car = Part(draw="car", at="80 100")
    plum = car.model_copy(update={"colour": "plum"})
    assert COLOURS["plum"] not in svg((car,))
    assert COLOURS["plum"] in svg((plum,))


NAMES = st.sampled_from(["man", "lid", "arrow", "rope", "ghost", "car"])
TARGETS = st.sampled_from(["0 0", "80 -4.5", "lid.handle", "man.hand", "car.wing", "a.b"])
PARTS = st.builds(
    Part,
    draw=NAMES,
    name=st.none() | NAMES,
    at=TARGETS,
    to=st.none() | TARGETS,
    hip=st.none() | TARGETS,
    turn=st.floats(-360, 360),
    size=st.floats(0.2, 4),
    flip=st.booleans(),
    pose=st.none() | st.sampled_from(["run", "fly"]),
    colour=st.none() | st.sampled_from(["blue", "pink"]),
    hands=st.lists(TARGETS, max_size=2).map(tuple),
    feet=st.lists(TARGETS, max_size=2).map(tuple),
    bends=st.lists(st.sampled_from(["knees", "ears"]), max_size=2).map(tuple),
    wears=st.lists(st.sampled_from(["vest", "hat"]), max_size=2).map(tuple),
)
FRAMES = st.lists(st.builds(Frame, parts=st.lists(PARTS, min_size=1, max_size=5).map(tuple)))


@given(FRAMES.filter(lambda frames: 1 <= len(frames) <= 4).map(tuple))
def test_what_has_no_fault_can_be_drawn(frames: tuple[Frame, ...]) -> None:
    faults = list(faults_of(frames, COLOURS))
    for fault in faults:
        assert fault.asked not in fault.known
    if not faults:
        drawing = drawing_of(Picture(id="x", text="x", scene=frames), COLOURS)
        ElementTree.fromstring(drawing.svg)
        assert "nan" not in drawing.svg
