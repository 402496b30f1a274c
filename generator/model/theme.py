"""A monthly theme (一月一主题)."""

from __future__ import annotations

from pydantic import Field

from generator.model.advice import Outreach, Tip
from generator.model.base import Cite, Line, Slug, Text, Yearly
from generator.model.poster import Poster


class Theme(Yearly):
    """What the county speaks about in one month."""

    month: int = Field(ge=1, le=12)
    """月份"""
    slogan: Line
    """口号，20 字以内"""
    summary: Line
    """摘要：一句话说这个月讲什么，60 字以内"""
    icon: Line
    """图标，取自 Material 图标集"""
    why_now: Text
    """为什么是这个月"""
    tips: tuple[Tip, ...] = Field(min_length=6)
    """本月安全提示"""
    outreach: tuple[Outreach, ...] = Field(min_length=5)
    """五进活动"""
    sectors: tuple[Slug, ...] = Field(min_length=1)
    """相关行业领域"""
    situations: tuple[Slug, ...] = ()
    """出事了怎么办：情形的编号，最要紧的在前，可不填"""
    items: tuple[Slug, ...] = ()
    """相关工作要点条目"""
    campaigns: tuple[Slug, ...] = ()
    """相关宣传活动"""
    poster: Poster | None = None
    """海报和电子屏上的话；不填就没有海报"""
    sources: tuple[Cite, ...] = Field(min_length=1)
    """依据"""
