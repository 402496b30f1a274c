"""Dates: things go live before they expire, campaigns and warnings begin before they end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.load.loader import Document, Loaded
from generator.model.alert import Alert
from generator.model.base import Entity
from generator.model.campaign import Campaign, CampaignEdition
from generator.model.kind import Layer
from generator.model.library import Library
from generator.model.problem import Problem
from generator.model.theme import ThemeEdition


def check_dates(loaded: Loaded, library: Library, as_of: date) -> Iterator[Problem]:
    """Report dates that contradict each other."""
    for document in loaded.documents:
        value = document.value
        if isinstance(value, Entity):
            yield from _life_cycle(document, value)
        if isinstance(value, CampaignEdition):
            yield from _campaign(document, value)
        elif isinstance(value, Campaign):
            yield from _dated(document, value)
        if isinstance(value, Alert):
            yield from _window(document, value)
        if isinstance(value, ThemeEdition) and (value.publish_on.year, value.publish_on.month) > (
            value.year,
            value.month,
        ):
            yield document.problem(
                ("publish_on",), "E308", "上线日期晚于主题所在的月份", "主题应在当月 1 日前上线"
            )


def check_reviews(loaded: Loaded, library: Library, as_of: date) -> Iterator[Problem]:
    """Warn of content whose review is overdue on `as_of`; a warning that is over needs none."""
    for document in loaded.documents:
        value = document.value
        if isinstance(value, Alert) and value.window.is_over(as_of):
            continue
        if isinstance(value, Entity) and value.review_by and value.review_by < as_of:
            yield document.problem(
                ("review_by",),
                "W302",
                f"已过应核对的日期 {value.review_by}",
                "核对内容，更新 reviewed_on 和 review_by",
            )


def _life_cycle(document: Document, entity: Entity) -> Iterator[Problem]:
    if entity.expires_on and entity.expires_on <= entity.publish_on:
        yield document.problem(
            ("expires_on",), "E308", "下线日期不晚于上线日期", "改正其中一个日期"
        )
    if entity.review_by and entity.review_by < entity.reviewed_on:
        yield document.problem(
            ("review_by",), "E308", "应核对日期早于最近核对日期", "改正其中一个日期"
        )


def _window(document: Document, alert: Alert) -> Iterator[Problem]:
    """Report a window that mixes days of a year with each year's (E323), or runs backwards."""
    if alert.window.mixed:
        yield document.problem(
            ("window", "last"),
            "E323",
            "起止一个写了年份，一个没有",
            "只这一次的，两个都写年份；每年都有的，两个都不写",
        )
    if alert.window.reversed:
        yield document.problem(("window", "last"), "E324", "提示结束早于开始", "改正其中一个日期")
    elif alert.window.is_over(alert.publish_on):
        yield document.problem(
            ("publish_on",), "E324", "上线日期晚于提示的最后一天", "改正其中一个日期"
        )
    if alert.colour and alert.window.days is None:
        yield document.problem(
            ("colour",),
            "E325",
            "每年都有的提示写了预警颜色",
            "颜色只用于这一次发布的预警：起止写上年份，或删掉 colour",
        )


def _campaign(document: Document, campaign: CampaignEdition) -> Iterator[Problem]:
    if campaign.ends < campaign.starts:
        yield document.problem(("ends",), "E308", "活动结束早于开始", "改正其中一个日期")
    for index, event in enumerate(campaign.programme):
        if event.starts and event.ends and event.ends < event.starts:
            yield document.problem(
                ("programme", index, "ends"), "E308", "活动结束早于开始", "改正其中一个日期"
            )
        if event.ends and not event.starts:
            yield document.problem(
                ("programme", index, "ends"), "E308", "有结束日期却没有开始日期", "补上 starts"
            )


def _dated(document: Document, campaign: Campaign) -> Iterator[Problem]:
    """Report what only one year's edition can say (E327)."""
    for index, event in enumerate(campaign.programme):
        places = ("where",) if document.layer is Layer.COMMON else ()
        for field in ("starts", "ends", *places):
            if getattr(event, field):
                yield document.problem(
                    ("programme", index, field),
                    "E327",
                    "常年的活动安排里写了某一年的日期或地点",
                    f"删掉；写到 county/campaigns/年份/{campaign.id}.yml 那一年的年度版里",
                )
