"""Drawings: every picture of a library as a file that pages, documents and channels show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model.artifact import Artifact, stamp_of
from generator.model.picture import Picture
from generator.palette import Palette
from generator.pictures.scene import scene_size, scene_svg
from generator.pictures.sign import SIDE, sign_svg


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """A picture that is drawn: SVG, its size in its own units, and what it shows in words.

    `address` is that of its file on the site.
    """

    id: str
    text: str
    svg: str
    width: int
    height: int
    is_sign: bool

    @property
    def address(self) -> str:
        """Give the address of the file: named by its content, so that it may be kept for ever."""
        return f"pictures/{self.id}.{stamp_of(self.svg.encode())}.svg"

    @property
    def artifact(self) -> Artifact:
        """Give the file."""
        return Artifact(self.address, self.svg.encode())


def drawings_of(pictures: Iterable[Picture], palette: Palette) -> Mapping[str, Drawing]:
    """Draw all pictures in the colours of a palette, by id."""
    return {picture.id: drawn(picture, palette.pictures) for picture in pictures}


def drawn(picture: Picture, colours: Mapping[str, str]) -> Drawing:
    """Draw a picture.

    Raises `LookupError` where an icon is none, `PartError` where a part is none of the kit.
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
