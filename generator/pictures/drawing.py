"""Drawings: every picture of a library, drawn in the colours of a palette."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from generator.model.artifact import Drawing
from generator.model.picture import Picture
from generator.palette import Palette
from generator.pictures.scene import scene_size, scene_svg
from generator.pictures.sign import SIDE, sign_svg
from generator.store import Store


def drawings_of(
    pictures: Iterable[Picture], palette: Palette, store: Store
) -> Mapping[str, Drawing]:
    """Draw all pictures, by id, those of the `store` not again; raises as `drawing_of`."""
    colours = palette.pictures
    return {
        picture.id: store.get(
            "draw",
            repr((picture, sorted(colours.items()))).encode(),
            partial(drawing_of, picture, colours),
        )
        for picture in pictures
    }


def drawing_of(picture: Picture, colours: Mapping[str, str]) -> Drawing:
    """Draw a picture.

    Raises `LookupError` where an icon, a part or what it names is not there; the check says so.
    """
    if picture.sign:
        svg, width, height = sign_svg(picture.sign, colours), SIDE, SIDE
    else:
        svg = scene_svg(picture.scene, colours)
        width, height = scene_size(len(picture.scene))
    return Drawing(
        id=picture.id,
        text=picture.text,
        svg=svg,
        width=width,
        height=height,
        is_sign=picture.sign is not None,
    )
