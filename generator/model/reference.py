"""References (依据): every law, order, standard or document that the site cites."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum, auto
from typing import Annotated

from pydantic import Field, StringConstraints

from generator.model.base import Day, Line, Model, Slug
from generator.model.registry import Registry, registry_of
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
    issuer: Line | None = None
    """发布机关；文件没有写明的不填"""
    url: PageAddress | None = None
    """发布机关或国家部门网站上原文的网址，亲眼见过才填"""
    read_at: PageAddress | None = None
    """没有见到发布机关网站上的原文时，读到的是哪一页转载；页面上只写网站名，不做链接"""
    in_force_since: Day | None = None
    """现行版本施行日期"""
    until: Day | None = None
    """从哪一天起不再是现行依据；一次性的通知、年度文件要写，被废止、被取代的写那一天"""
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

    @property
    def registry(self) -> Registry | None:
        """Give where the official text is to be looked up, where its own address is not known."""
        return None if self.url else registry_of(self.kind, self.number or "")

    def status_on(self, day: date) -> ReferenceStatus:
        """Give the status that a text has on a day.

        `in_force_since` is that of the present version: an earlier day is before the text itself
        only where the text was registered before it came into force.
        """
        if self.until and day >= self.until:
            return self.status if self.status.has_ended else ReferenceStatus.LAPSED
        if self.status.has_ended and not self.until:
            return self.status
        begins = self.in_force_since
        if begins and day < begins and self.checked_on < begins:
            return ReferenceStatus.NOT_YET
        advice = self.kind is ReferenceKind.GUIDE
        return ReferenceStatus.ADVICE if advice else ReferenceStatus.IN_FORCE

    def holds_between(self, first: date, last: date) -> bool:
        """Tell whether a text can be relied on upon some day of a span."""
        begun = self.status_on(last) is not ReferenceStatus.NOT_YET
        return begun and not self.status_on(first).has_ended

    def as_on(self, day: date) -> Reference:
        """Give the text with the status that it has on a day, as readers see it."""
        return self.model_copy(update={"status": self.status_on(day)})


class References(Model):
    """The file references.yml."""

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
