"""A risk alert (风险提示): for a festival or a season each year, or a warning of these days."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from generator.model.advice import Tip
from generator.model.base import Cite, Entity, Line, Model, Slug, Text
from generator.model.poster import Poster
from generator.model.vocabulary import AlertColour, AlertKind, AlertLevel

SHANGHAI = ZoneInfo("Asia/Shanghai")
_LEAP_YEAR = "2024"


def _written(value: Any) -> Any:
    """Write what YAML read as a date or a time again as text."""
    if isinstance(value, datetime):
        local = value.astimezone(SHANGHAI) if value.tzinfo else value
        return local.strftime("%Y-%m-%d %H:%M")
    return value.isoformat() if isinstance(value, date) else value


def _exists(text: str) -> str:
    """Refuse a day that is in no calendar, for instance 02-30."""
    day = text[:10] if len(text) > 5 else f"{_LEAP_YEAR}-{text}"
    try:
        datetime.strptime(day, "%Y-%m-%d")
    except ValueError as error:
        raise PydanticCustomError("date_parsing", "no such day") from error
    return text


Moment = Annotated[
    str,
    BeforeValidator(_written),
    StringConstraints(
        pattern=r"^((20\d\d-)?(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
        r"|20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]) ([01]\d|2[0-3]):[0-5]\d)$"
    ),
    AfterValidator(_exists),
    Field(
        description="每年都一样的写 月-日，例如 11-15；只这一次的写上年份，例如 2026-11-26 18:00"
    ),
]


class Window(Model):
    """When an alert stands: the same days each year, or once on days of one year.

    Days each year (`11-15`) may run over New Year. Days of a year (`2026-11-26`, or with a time
    in Asia/Shanghai, `2026-11-26 18:00`) come once. The two do not mix; `check` says so.
    """

    first: Moment
    """从哪天起（含）"""
    last: Moment
    """到哪天止（含）；只这一次的，过了这天自己下线"""

    @property
    def mixed(self) -> bool:
        """Tell whether only one of the two has a year."""
        return (len(self.first) > 5) != (len(self.last) > 5)

    @property
    def days(self) -> tuple[date, date] | None:
        """Give the first and the last day of a window that comes once; None for each year's."""
        if len(self.first) <= 5 or len(self.last) <= 5:
            return None
        return date.fromisoformat(self.first[:10]), date.fromisoformat(self.last[:10])

    @property
    def reversed(self) -> bool:
        """Tell whether a window that comes once ends before it begins."""
        end = self.last if len(self.last) > 10 else f"{self.last} 24:00"
        return self.days is not None and self.first > end

    def holds(self, day: date) -> bool:
        """Tell whether `day` falls into the window."""
        if self.days:
            return self.days[0] <= day <= self.days[1]
        today = day.strftime("%m-%d")
        if self.mixed:
            return False  # which days are meant is not known
        if self.first <= self.last:
            return self.first <= today <= self.last
        return today >= self.first or today <= self.last

    def begins_on(self, day: date) -> bool:
        """Tell whether the window begins on `day`."""
        return self.days[0] == day if self.days else self.first == day.strftime("%m-%d")

    def is_over(self, day: date) -> bool:
        """Tell whether it is behind us for good on `day`."""
        return self.days is not None and self.days[1] < day


class Alert(Entity):
    """What to beware of in these days."""

    kind: AlertKind
    """类别：festival 节日，weather 天气，season 时段"""
    level: AlertLevel
    """级别：notice 提示，warning 警示"""
    icon: Line
    """图标，取自 Material 图标集"""
    picture: Slug | None = None
    """这个提示的图，写图库里的编号，可不填"""
    window: Window
    """提示的起止：每年的日子，或者只这一次的日期"""
    colour: AlertColour | None = None
    """预警颜色：blue 蓝色，yellow 黄色，orange 橙色，red 红色；只写正式发布的，可不填"""
    area: Line | None = None
    """哪些地方，例如：北部山区各镇；全县都一样可不填"""
    issuer: Line | None = None
    """预警由谁发布，例如：县气象局；不是转发预警可不填"""
    summary: Line
    """一句话，60 字以内"""
    detail: Text
    """风险在哪里"""
    tips: tuple[Tip, ...] = Field(min_length=4)
    """怎么防"""
    sectors: tuple[Slug, ...] = Field(min_length=1)
    """相关行业领域"""
    situations: tuple[Slug, ...] = ()
    """出事了怎么办：情形的编号，最要紧的在前，可不填"""
    poster: Poster | None = None
    """海报和电子屏上的话；不填就没有海报"""
    sources: tuple[Cite, ...] = Field(min_length=1)
    """依据"""

    def is_live(self, as_of: date) -> bool:
        """Tell whether readers may see this; what comes once is gone after its last day."""
        return super().is_live(as_of) and not self.window.is_over(as_of)

    @property
    def gravity(self) -> tuple[bool, int, bool]:
        """Give what alerts are put in order by: warnings of these days, colour, level."""
        rank = self.colour.rank if self.colour else 0
        return self.window.days is not None, rank, self.level is AlertLevel.WARNING
