"""Sizes: the sizes of type in the palette that slides are laid out with, by name."""

from __future__ import annotations

from enum import StrEnum

from generator.palette import DocumentSizes


class Size(StrEnum):
    """A size of type by its name in the palette; `tight` is for much text."""

    COVER = "slide_cover"
    COVER_UNDER = "slide_cover_under"
    COVER_LINE = "slide_cover_line"
    TITLE = "slide_title"
    LABEL = "slide_label"
    FOOT = "slide_foot"
    BADGE = "slide_badge"
    CARD = "slide_card"
    CARD_TIGHT = "slide_card_tight"
    STEP = "slide_step"
    STEP_TIGHT = "slide_step_tight"
    CALL = "slide_call"
    CALL_NAME = "slide_call_name"
    NEVER = "slide_never"
    NEVER_TIGHT = "slide_never_tight"
    LIST = "slide_list"


def points(size: Size, sizes: DocumentSizes) -> float:
    """Give a size in points."""
    return float(getattr(sizes, size))
