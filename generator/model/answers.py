"""What people ask in the search field that no situation answers (answers.yml)."""

from __future__ import annotations

from pydantic import Field

from generator.model.base import Line, Model
from generator.model.situation import Saying


class Elsewhere(Model):
    """An emergency that the site has no situation for: whom to call, and how people say it."""

    title: Line
    """是什么事，十几个字以内，例如：要生孩子了"""
    call: tuple[Line, ...] = Field(min_length=1, max_length=3)
    """要打的电话，按先后排列，号码须在 site.yml 的 hotlines 中"""
    says: tuple[Saying, ...] = Field(min_length=4)
    """群众会怎么说，至少四种，各不一样"""


class Answers(Model):
    """The file answers.yml: what sounds like a situation of ours and is none."""

    elsewhere: tuple[Elsewhere, ...] = ()
    """本站没有的急事：搜到时老实说没有，给出电话"""
    other: tuple[Saying, ...] = ()
    """别的急事的说法，没有单独写成一条的"""
    calm: tuple[Saying, ...] = ()
    """不是急事的说法：买卖、考试、预防、打比方，搜到时不出应急卡片"""
