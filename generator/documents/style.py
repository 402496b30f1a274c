"""The look of printed and office documents, as far as it is not in their templates."""

from __future__ import annotations

from generator.model.base import Model
from generator.palette import Colours, DocumentSizes, Palette


class Style(Model):
    """Colours and sizes of type of all documents, and the font of editable ones."""

    colours: Colours
    sizes: DocumentSizes
    office_font: str


def style_of(palette: Palette) -> Style:
    """Give what documents take from the palette."""
    return Style(
        colours=palette.documents,
        sizes=palette.document_sizes,
        office_font=palette.fonts.office,
    )
