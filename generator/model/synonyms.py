"""Synonyms: what people type, and what the site writes (content/synonyms.yml)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from generator.model.base import Model

Word = Annotated[
    str,
    StringConstraints(min_length=1, max_length=20, strip_whitespace=True, pattern=r"^[^\n]+$"),
    Field(description="一个说法，20 字以内"),
]


class Synonyms(Model):
    """The file content/synonyms.yml: words that mean the same to someone who searches."""

    groups: tuple[Annotated[tuple[Word, ...], Field(min_length=2)], ...] = ()
    """意思相同的说法，每组第一个是本站的写法；一个词只在一组里出现"""
    idle: tuple[Word, ...] = ()
    """不带意思的词，搜索时忽略，例如：怎么办"""
