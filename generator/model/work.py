"""The county's yearly work points: plan, sections and items."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from generator.model.base import Cite, Line, Model, Slug, Text, Yearly
from generator.model.vocabulary import Period, Role

Amount = Annotated[int, Field(ge=1)] | Annotated[float, Field(gt=0)]
"""How many, or how much: 16 座, 9.6 公里."""


class Section(Model):
    """A chapter of the plan (章节)."""

    id: Slug
    """章节编号"""
    number: int = Field(ge=1, le=30)
    """第几部分"""
    title: Line
    """章节标题，与原文一致"""


class DueDay(Model):
    """A day by which something is to be done (完成时限)."""

    due: date
    """最后一天"""
    what: Line
    """做什么"""
    who: Line | None = None
    """谁；文件没有写明的不填"""


class WorkPlan(Yearly):
    """A year's document (工作要点)."""

    requirement: Text
    """总体要求，用自己的话写"""
    aim: Text
    """总体目标"""
    official_text: Text | None = None
    """文件里总体要求和目标的原文，一字不改；网页上折叠着，可不填"""
    sections: tuple[Section, ...] = Field(min_length=1)
    """章节，按原文顺序"""
    deadlines: tuple[DueDay, ...] = ()
    """整份文件要求按时办的事，例如报送情况，可不填"""


class Figure(Model):
    """A demand that can be counted (量化要求): only what the document gives as a quantity."""

    actor: Line
    """谁"""
    stated: bool = True
    """文件写明了由谁做；没有写明、是从上下文推出来的写 false"""
    units: tuple[Slug, ...] = ()
    """这里的“谁”对应的单位编号；不是登记的单位就不填"""
    action: Line
    """做什么"""
    period: Period
    """多久一次；一年之内做完的写 once"""
    at_least: Amount | None = None
    """至少几次（个、批）"""
    amount: Amount | None = None
    """要完成的总数，例如 16 座尾矿库"""
    unit: Line
    """量词，例如：次、批、座"""


class Responsibility(Model):
    """Who answers for an item, exactly as the document says (责任分工)."""

    wording: Line
    """原文括号内的写法，标点按全角"""
    lead: tuple[Slug, ...] = ()
    """牵头单位"""
    joint: tuple[Slug, ...] = ()
    """会同单位：“会同”后面的单位；“会同”前面的写在 lead"""
    joint_sharing: bool = False
    """会同的各单位也“按职责分工负责”"""
    sharing: tuple[Slug, ...] = ()
    """按职责分工负责的单位"""
    sharing_others: bool = False
    """按职责分工负责的名单后面有“等”字，还包括没有点名的单位"""
    supporting: tuple[Slug, ...] = ()
    """配合单位"""

    def by_role(self) -> tuple[tuple[Role, tuple[str, ...]], ...]:
        """Give the units of each role that has any, in the document's order."""
        rows = (
            (Role.LEAD, self.lead),
            (Role.JOINT, self.joint),
            (Role.SHARING, self.sharing),
            (Role.SUPPORTING, self.supporting),
        )
        return tuple(row for row in rows if row[1])


class WorkItem(Yearly):
    """One numbered point of the plan (工作要点条目)."""

    year: int = Field(ge=2000, le=2100)
    """属于哪一年的工作要点"""
    number: int = Field(ge=1, le=200)
    """原文序号"""
    short_title: Line
    """短标题：用在卡片和面包屑上，12 字以内"""
    section: Slug
    """所在章节编号"""
    digest: Text
    """这件事是什么，用老百姓听得懂的话说"""
    official_text: Text | None = None
    """文件里这一条的原文，一字不改；网页上折叠着，可不填"""
    tasks: tuple[Line, ...] = Field(min_length=1)
    """主要任务，用自己的话重述"""
    figures: tuple[Figure, ...] = ()
    """原文中的数字和频次，一个不漏"""
    deadlines: tuple[DueDay, ...] = ()
    """写明了最后一天的事，可不填"""
    responsibility: Responsibility
    """责任分工"""
    sectors: tuple[Slug, ...] = ()
    """涉及的行业领域"""
    campaigns: tuple[Slug, ...] = ()
    """涉及的宣传活动"""
    for_public: tuple[Line, ...] = Field(min_length=1)
    """对群众意味着什么"""
    for_enterprises: tuple[Line, ...] = Field(min_length=1)
    """对企业意味着什么"""
    take_part: tuple[Line, ...] = Field(min_length=1)
    """怎样参与或举报"""
    sources: tuple[Cite, ...] = Field(min_length=1)
    """依据，第一条是工作要点本身"""
