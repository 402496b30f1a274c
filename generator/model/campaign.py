"""A publicity campaign (宣传活动), when it falls, its events and its yearly editions."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Annotated, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from generator.model.advice import Outreach
from generator.model.base import (
    Cite,
    Day,
    Edition,
    Entity,
    Line,
    Model,
    Slug,
    Text,
    refused,
)
from generator.model.photo import Photo
from generator.model.poster import Poster

_LEAP_YEAR = 2024
_NO_EARLIER_THAN_LEAP = 8


def _exists(text: str) -> str:
    try:
        date(_LEAP_YEAR, int(text[:2]), int(text[3:]))
    except ValueError as error:
        raise refused("不是日历上有的日子", "写成 月-日，例如 06-01") from error
    return text


YearDay = Annotated[
    str,
    StringConstraints(pattern=r"^\d\d-\d\d$"),
    AfterValidator(_exists),
    Field(description="月-日，加引号，例如 “06-01”"),
]


class Falls(Model):
    """When a campaign falls each year: on fixed days, on a weekday of a month, or as announced.

    Days may run over New Year. `week` counts the weekdays of the month from its beginning, and
    -1 is the last.
    """

    words: Line
    """每年什么时候，例如：每年6月、每年3月最后一个星期一"""
    first: YearDay | None = None
    """每年从哪天起；日子不固定的不填"""
    last: YearDay | None = None
    """每年到哪天止；只有一天的不填"""
    month: int | None = Field(default=None, ge=1, le=12)
    """每年在几月的某个星期几：月份"""
    weekday: int | None = Field(default=None, ge=1, le=7)
    """星期几：1 星期一，7 星期日"""
    week: int | None = Field(default=None, ge=-1, le=4)
    """这个月的第几个星期几；最后一个写 -1"""

    @model_validator(mode="after")
    def _one_rule(self) -> Self:
        by_weekday = (self.month, self.weekday, self.week)
        if any(by_weekday) and (not all(by_weekday) or self.first):
            raise refused("写得不全", "写 first 和 last，或者 month、weekday、week 三样都写")
        if self.last and not self.first:
            raise refused("写了 last，没有写 first", "补上 first")
        return self

    def next_from(self, day: date) -> tuple[date, date] | None:
        """Give the first and the last day of the time that is under way on a day, or the next.

        None where no rule says it.
        """
        for year in range(day.year - 1, day.year + _NO_EARLIER_THAN_LEAP):
            days = self.in_year(year)
            if days and days[1] >= day:
                return days
        return None

    def in_year(self, year: int) -> tuple[date, date] | None:
        """Give the first and the last day of the time that begins in a year, by the rule."""
        if self.month and self.weekday and self.week:
            return (found := _nth(year, self.month, self.weekday, self.week)), found
        if not self.first:
            return None
        try:
            first = _on(year, self.first)
        except ValueError:  # the 29th of February, of which there is none in this year
            return None
        last = _last_on(year, self.last or self.first)
        return (first, last) if last >= first else (first, _last_on(year + 1, str(self.last)))


def _on(year: int, day: str) -> date:
    return date(year, int(day[:2]), int(day[3:]))


def _last_on(year: int, day: str) -> date:
    """Give a last day; the 29th of February is the 28th in other years."""
    return date(year, int(day[:2]), min(int(day[3:]), monthrange(year, int(day[:2]))[1]))


def _nth(year: int, month: int, weekday: int, week: int) -> date:
    """Give the nth Monday (or another day) of a month, or the last."""
    if week > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (week - 1))
    last = date(year, month, monthrange(year, month)[1])
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)


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


class Campaign(Entity):
    """安全生产月 and its like: what it is, when it falls, and tasks for the five settings."""

    order: int = Field(ge=1, le=99)
    """在目录页的先后"""
    icon: Line
    """图标，取自 Material 图标集"""
    picture: Slug | None = None
    """这个活动的图，写图库里的编号，可不填"""
    slogan: Line
    """主题口号"""
    summary: Line
    """一句话介绍，60 字以内"""
    falls: Falls
    """每年什么时候"""
    intro: Text
    """活动是什么、从哪里来、为什么办"""
    aims: tuple[Line, ...] = Field(min_length=2)
    """要达到什么"""
    programme: tuple[Event, ...] = Field(min_length=3)
    """活动安排；常年版只写通常办什么，日期、地点、单位写在年度版里"""
    outreach: tuple[Outreach, ...] = Field(min_length=1)
    """五进任务"""
    take_part: tuple[Line, ...] = Field(min_length=2)
    """群众和企业怎样参加"""
    materials: tuple[Material, ...] = ()
    """可用的材料"""
    sectors: tuple[Slug, ...] = ()
    """相关行业领域"""
    situations: tuple[Slug, ...] = ()
    """出事了怎么办：情形的编号，最要紧的在前，可不填"""
    poster: Poster | None = None
    """海报和电子屏上的话；常年版不填就没有海报"""
    sources: tuple[Cite, ...] = Field(min_length=1)
    """依据"""


class CampaignEdition(Campaign, Edition):
    """A campaign as it is held in one year."""

    starts: Day
    """开始日期"""
    ends: Day
    """结束日期"""
    organisers: tuple[Slug, ...] = Field(min_length=1)
    """组织单位"""
    photos: tuple[Photo, ...] = ()
    """活动的照片，可不填"""
