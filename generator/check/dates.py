"""Dates: things go live before they expire, campaigns begin before they end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.load.loader import Document, Loaded
from generator.model.base import Entity
from generator.model.campaign import Campaign
from generator.model.library import Library
from generator.model.problem import Problem
from generator.model.theme import Theme


def check_dates(loaded: Loaded, library: Library, as_of: date) -> Iterator[Problem]:
    """Report dates that contradict each other."""
    for document in loaded.documents:
        value = document.value
        if isinstance(value, Entity):
            yield from _life_cycle(document, value)
        if isinstance(value, Campaign):
            yield from _campaign(document, value)
        if isinstance(value, Theme) and (value.publish_on.year, value.publish_on.month) > (
            value.year,
            value.month,
        ):
            yield document.problem(
                ("publish_on",), "E308", "上线日期晚于主题所在的月份", "主题应在当月 1 日前上线"
            )


def check_reviews(loaded: Loaded, library: Library, as_of: date) -> Iterator[Problem]:
    """Warn of content whose review is overdue on the day `as_of`."""
    for document in loaded.documents:
        value = document.value
        if isinstance(value, Entity) and value.review_by and value.review_by < as_of:
            yield document.warning(
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


def _campaign(document: Document, campaign: Campaign) -> Iterator[Problem]:
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
