"""A poster (海报): few words, large; its lines also run over LED screens."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from generator.model.base import Model, Phone

Banner = Annotated[
    str,
    StringConstraints(min_length=1, max_length=12, strip_whitespace=True, pattern=r"^[^\n]+$"),
    Field(description="海报大字，12 字以内，两米外能看清"),
]
PosterLine = Annotated[
    str,
    StringConstraints(min_length=1, max_length=18, strip_whitespace=True, pattern=r"^[^\n]+$"),
    Field(description="海报上的一条，18 字以内"),
]


class Poster(Model):
    """What the course's poster says (海报)."""

    headline: Banner
    """大字"""
    lines: tuple[PosterLine, ...] = Field(min_length=3, max_length=5)
    """要点：三到五条，每条一个动作"""
    call: Phone
    """出事打的电话，加引号"""
