"""Synonyms: what people type, and what the site writes (synonyms.yml)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from generator.model.base import Model

LONGEST_WORD = 12
"""Characters of the longest word that the search looks for in what is typed."""
LONGEST_LATIN = 18
"""The same for a word of Latin letters, spaces included."""

Word = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, pattern=rf"^([ -~]{{1,{LONGEST_LATIN}}}|[^\n]{{1,{LONGEST_WORD}}})$"
    ),
    Field(description=f"一个说法，{LONGEST_WORD} 字以内，英文 {LONGEST_LATIN} 个字母以内"),
]


class Synonyms(Model):
    """The file synonyms.yml: words that mean the same to someone who searches."""

    groups: tuple[Annotated[tuple[Word, ...], Field(min_length=2)], ...] = ()
    """意思相同的说法，每组第一个是本站的写法；一个词只在一组里出现"""
    idle: tuple[Word, ...] = ()
    """不带意思的词，搜索时忽略，例如：怎么办"""
