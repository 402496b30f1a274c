"""A monthly theme (一月一主题) and its yearly editions."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from generator.model.advice import Outreach, Tip
from generator.model.base import Cite, Edition, Entity, Line, Slug, Text
from generator.model.photo import Photo
from generator.model.poster import Poster


class Theme(Entity):
    """What is spoken about in one month of any year; its id is the month, 06."""

    slogan: Line
    """口号，20 字以内"""
    summary: Line
    """摘要：一句话说这个月讲什么，60 字以内"""
    icon: Line
    """图标，取自 Material 图标集"""
    picture: Slug | None = None
    """这个月的图，写图库里的编号，可不填"""
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
    campaigns: tuple[Slug, ...] = ()
    """相关宣传活动"""
    poster: Poster | None = None
    """海报和电子屏上的话；常年版不填就没有海报"""
    sources: tuple[Cite, ...] = Field(min_length=1)
    """依据"""

    @property
    def month(self) -> int:
        """Give the month, 1 to 12; 0 where the id is none, which the check reports."""
        return int(self.id) if self.id.isdigit() else 0

    def last_came(self, day: date) -> date:
        """Give the first day of this month as it was last reached on a day."""
        year = day.year if self.month <= day.month else day.year - 1
        return date(year, max(self.month, 1), 1)


class ThemeEdition(Theme, Edition):
    """A month's theme in one year."""

    more_tips: tuple[Tip, ...] = ()
    """这一年另加的安全提示，可不填"""
    items: tuple[Slug, ...] = ()
    """相关工作要点条目"""
    photos: tuple[Photo, ...] = ()
    """这个月的照片，可不填"""

    @property
    def month(self) -> int:
        """Give the month, 1 to 12."""
        return int(self.of) if self.of.isdigit() else 0
