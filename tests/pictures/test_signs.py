"""Signs: the shapes and colours of GB 2894, with a glyph that is never hidden."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from generator.model.picture import Picture, Sign
from generator.model.vocabulary import SignKind
from generator.pictures import drawing_of
from tests.pictures.colours import COLOURS


def sign(kind: SignKind, *glyphs: str) -> str:
    picture = Picture(id="x", text="x", sign=Sign(kind=kind, glyphs=glyphs))
    return drawing_of(picture, COLOURS).svg


@pytest.mark.parametrize(
    ("kind", "colour"),
    [
        (SignKind.BAN, "sign_red"),
        (SignKind.WARN, "sign_yellow"),
        (SignKind.MUST, "sign_blue"),
        (SignKind.SAFE, "sign_green"),
        (SignKind.FIRE, "sign_red"),
    ],
)
def test_each_kind_has_its_colour_and_its_shape(kind: SignKind, colour: str) -> None:
    drawn = sign(kind, "material/fire")
    shapes = {each: sign(each, "material/fire") for each in SignKind}
    ElementTree.fromstring(drawn)
    assert COLOURS[colour] in drawn
    assert len(set(shapes.values())) == len(SignKind)


def test_the_bar_of_a_prohibition_lies_below_the_glyph() -> None:
    drawn = sign(SignKind.BAN, "material/smoking")
    bar, glyph = drawn.rindex(f'stroke="{COLOURS["sign_red"]}"'), drawn.rindex("<path")
    assert bar < glyph


def test_two_glyphs_stand_beside_each_other() -> None:
    one, two = (
        sign(SignKind.BAN, "material/fire"),
        sign(SignKind.BAN, "material/fire", "material/car"),
    )
    assert two.count("<path") == one.count("<path") + 1


def test_a_glyph_that_is_not_there_is_no_empty_sign() -> None:
    with pytest.raises(LookupError):
        sign(SignKind.SAFE, "material/no-such-thing")
