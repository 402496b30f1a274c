"""A publicity campaign (宣传活动) and its events."""

from __future__ import annotations

from pydantic import Field

from generator.model.advice import Outreach
from generator.model.base import Cite, Day, Line, Model, Slug, Text, Yearly
from generator.model.poster import Poster


class Event(Model):
    """One activity of a campaign (活动); what is not yet known is left out, never invented."""

    title: Line
    """活动名称"""
    when: Line
    """时间，读者看的写法，例如：6月16日、6月上旬"""
    starts: Day | None = None
    """开始日期，确定了才填"""
    ends: Day | None = None
    """结束日期，确定了才填"""
    where: Line | None = None
    """地点，确定了才填"""
    organisers: tuple[Slug, ...] = ()
    """组织单位"""
    detail: Line
    """做什么、谁参加"""


class Material(Model):
    """Something that helps to run the campaign: a page of this site."""

    title: Line
    """名称"""
    link: Line
    """站内链接，写成 类别:编号，例如 sector:fire"""


class Campaign(Yearly):
    """安全生产月 and its like: dates, programme and tasks for the five settings."""

    order: int = Field(ge=1, le=99)
    """在目录页的先后"""
    icon: Line
    """图标，取自 Material 图标集"""
    slogan: Line
    """主题口号"""
    summary: Line
    """一句话介绍，60 字以内"""
    starts: Day
    """开始日期"""
    ends: Day
    """结束日期"""
    intro: Text
    """活动是什么、从哪里来、为什么办"""
    aims: tuple[Line, ...] = Field(min_length=2)
    """要达到什么"""
    programme: tuple[Event, ...] = Field(min_length=3)
    """活动安排"""
    outreach: tuple[Outreach, ...] = Field(min_length=1)
    """五进任务"""
    take_part: tuple[Line, ...] = Field(min_length=2)
    """群众和企业怎样参加"""
    materials: tuple[Material, ...] = ()
    """可用的材料"""
    organisers: tuple[Slug, ...] = Field(min_length=1)
    """组织单位"""
    sectors: tuple[Slug, ...] = ()
    """相关行业领域"""
    situations: tuple[Slug, ...] = ()
    """出事了怎么办：情形的编号，最要紧的在前，可不填"""
    poster: Poster | None = None
    """海报和电子屏上的话；不填就没有海报"""
    sources: tuple[Cite, ...] = Field(min_length=1)
    """依据"""
