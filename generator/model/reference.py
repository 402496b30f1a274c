"""References (依据): every law, order, standard or document that the site cites."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from typing import Annotated

from pydantic import Field, StringConstraints

from generator.model.base import Day, Line, Model, Slug
from generator.model.vocabulary import ReferenceKind, ReferenceStatus
from generator.model.web import PageAddress

Locator = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9A-Za-z]+([.\-][0-9A-Za-z]+)*$"),
    Field(description="条号：法律、法规、规章写第几条的阿拉伯数字，标准写条款号"),
]


class Reference(Model):
    """One text, with the articles that the site leans on and what each of them says."""

    id: Slug
    """编号"""
    title: Line
    """全称，不带书名号"""
    kind: ReferenceKind
    """种类"""
    number: Line | None = None
    """文号或标准号，例如：主席令第八十八号、GB 17761-2024"""
    issuer: Line
    """发布机关"""
    url: PageAddress | None = None
    """发布机关网站上原文的网址"""
    in_force_since: Day | None = None
    """现行版本施行日期"""
    until: Day | None = None
    """到哪一天为止有效（当天起不再是现行依据）；一次性的通知、年度文件要写"""
    version: Line | None = None
    """版本说明，例如：2021年第三次修正"""
    status: ReferenceStatus
    """效力状态"""
    superseded_by: Slug | None = None
    """被哪一件取代"""
    checked_on: Day
    """最近一次核对效力和条文的日期"""
    articles: dict[Locator, Line] = Field(default_factory=dict)
    """引用到的条款：条号 → 该条讲什么（用自己的话）"""


class References(Model):
    """The file content/references.yml."""

    references: tuple[Reference, ...] = Field(min_length=1)
    """全部依据"""


class CiteFault(Enum):
    """Why a text cannot be cited as it is written."""

    UNKNOWN = auto()
    """There is no such reference."""
    UNKNOWN_ARTICLE = auto()
    """The reference has no such article."""
    NO_ARTICLE = auto()
    """The reference must be cited by article."""


def cite_fault(cite: str, references: Mapping[str, Reference]) -> CiteFault | None:
    """Say what is wrong with a citation such as work-safety-law#41; None where it is good."""
    id_, _, locator = cite.partition("#")
    reference = references.get(id_)
    if reference is None:
        return CiteFault.UNKNOWN
    if locator and locator not in reference.articles:
        return CiteFault.UNKNOWN_ARTICLE
    return None if locator or not reference.kind.needs_article else CiteFault.NO_ARTICLE
