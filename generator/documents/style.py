"""The look of printed and office documents, as far as it is not in their templates."""

from __future__ import annotations

from generator.model.base import Model
from generator.palette import Colours, Palette


class Style(Model):
    """Colours of all documents and the font of editable ones."""

    colours: Colours
    office_font: str


def style_of(palette: Palette) -> Style:
    """Give what documents take from the palette."""
    return Style(colours=palette.documents, office_font=palette.fonts.office)
