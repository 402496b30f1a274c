"""A risk alert (风险提示) for a festival, the weather or a season."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from generator.model.advice import Tip
from generator.model.base import Cite, Entity, Line, Model, Slug, Text
from generator.model.poster import Poster
from generator.model.vocabulary import AlertKind, AlertLevel

MonthDay = Annotated[
    str,
    StringConstraints(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"),
    Field(description="月-日，每年都一样，例如 11-15"),
]


class Window(Model):
    """When an alert stands: the same days each year; may run over New Year."""

    first: MonthDay
    """从哪天起（含）"""
    last: MonthDay
    """到哪天止（含）"""

    def holds(self, day: date) -> bool:
        """Tell whether `day` falls into the window."""
        today = day.strftime("%m-%d")
        if self.first <= self.last:
            return self.first <= today <= self.last
        return today >= self.first or today <= self.last


class Alert(Entity):
    """What to beware of in these days."""

    kind: AlertKind
    """类别：festival 节日，weather 天气，season 时段"""
    level: AlertLevel
    """级别：notice 提示，warning 警示"""
    icon: Line
    """图标，取自 Material 图标集"""
    window: Window
    """每年提示的起止日期"""
    summary: Line
    """一句话，60 字以内"""
    detail: Text
    """风险在哪里"""
    tips: tuple[Tip, ...] = Field(min_length=4)
    """怎么防"""
    sectors: tuple[Slug, ...] = Field(min_length=1)
    """相关行业领域"""
    items: tuple[Slug, ...] = ()
    """相关工作要点条目"""
    poster: Poster | None = None
    """海报和电子屏上的话；不填就没有海报"""
    sources: tuple[Cite, ...] = Field(min_length=1)
    """依据"""
