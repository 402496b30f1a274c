"""Sizes: the sizes of type in the palette that slides are laid out with, by name."""

from __future__ import annotations

from enum import StrEnum

from generator.palette import DocumentSizes


class Size(StrEnum):
    """A size of type by its name in the palette; `tight` is for much text."""

    COVER = "slide_cover"
    COVER_TIGHT = "slide_cover_tight"
    COVER_UNDER = "slide_cover_under"
    COVER_LINE = "slide_cover_line"
    TITLE = "slide_title"
    TITLE_TIGHT = "slide_title_tight"
    LABEL = "slide_label"
    FOOT = "slide_foot"
    POINT_LARGE = "slide_point_large"
    POINT = "slide_point"
    POINT_TIGHT = "slide_point_tight"
    POINT_LEAST = "slide_point_least"
    CAPTION = "slide_caption"
    CAPTION_TIGHT = "slide_caption_tight"
    NEVER = "slide_never"
    NEVER_TIGHT = "slide_never_tight"
    CALL = "slide_call"
    CALL_NAME = "slide_call_name"
    QUESTION = "slide_question"
    SOURCE = "slide_source"
    SOURCE_TIGHT = "slide_source_tight"


def points(size: Size, sizes: DocumentSizes) -> float:
    """Give a size in points."""
    return float(getattr(sizes, size))
