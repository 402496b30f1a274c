"""Columns as an inspection sees them: how much is in each, and how old the newest of it is.

The limits are those of 《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）, 单项否决: a home
page without news for two weeks; news columns for two weeks, notices and policy papers for six
months; empty columns. For all other columns it names no days.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model import fixed_pages
from generator.model.alert import Alert
from generator.model.base import Entity
from generator.model.fixed_pages import FixedPage
from generator.model.library import Library
from generator.model.theme import Theme, ThemeEdition

HOME_DAYS = 14
NOTICE_DAYS = 182
"""Six months, at their shortest."""


@dataclass(frozen=True)
class Column:
    """A column: its name, how many things are in it, and the day of the newest.

    `limit` is for how many days it may be without news; None where no rule says it.
    """

    title: str
    count: int
    newest: date | None
    limit: int | None = None

    def left(self, day: date) -> int | None:
        """Give for how many days more it may stay as it is; negative where that is past."""
        if self.limit is None or self.newest is None:
            return None
        return self.limit - (day - self.newest).days


def columns(library: Library) -> tuple[Column, ...]:
    """Give the home page and every column of a live library."""
    day = library.day
    themes = [_came(theme, day) for theme in library.themes_now]
    campaigns = [campaign.changed_on for campaign in library.campaigns_now]
    alerts = [began for each in library.alerts.values() if (began := _began(each, day))]
    editions = [each.publish_on for each in library.campaign_editions.values()]
    home = [*themes, *editions, *alerts]
    plans = [plan.publish_on for plan in library.plans.values()]
    return (
        Column("首页", len(home), _newest(home, day), HOME_DAYS),
        _dated(fixed_pages.THEMES, day, len(themes), themes, NOTICE_DAYS),
        _dated(fixed_pages.CAMPAIGNS, day, len(campaigns), campaigns, NOTICE_DAYS),
        _dated(fixed_pages.ALERTS, day, len(library.alerts), alerts, NOTICE_DAYS),
        _dated(fixed_pages.WORK, day, len(library.items), plans, NOTICE_DAYS),
        _kept(fixed_pages.EMERGENCY, day, library.situations.values()),
        _kept(fixed_pages.SECTORS, day, library.sectors.values()),
        _kept(fixed_pages.TRAINING, day, library.courses.values()),
        _dated(
            fixed_pages.UNITS,
            day,
            len(library.units),
            [library.reviewed_units_on] if library.reviewed_units_on else [],
        ),
        _dated(
            fixed_pages.REFERENCES,
            day,
            len(library.references),
            [each.checked_on for each in library.references.values()],
        ),
    )


def _dated(
    page: FixedPage, day: date, count: int, days: Iterable[date], limit: int | None = None
) -> Column:
    return Column(page.title, count, _newest(days, day), limit)


def _kept(page: FixedPage, day: date, things: Collection[Entity]) -> Column:
    return _dated(page, day, len(things), (each.changed_on for each in things))


def _newest(days: Iterable[date], day: date) -> date | None:
    """Give the last of some days up to one; None where all are still ahead."""
    return max((each for each in days if each <= day), default=None)


def _came(theme: Theme, day: date) -> date:
    """Give the day on which a month's theme came last: an evergreen one comes each year."""
    if isinstance(theme, ThemeEdition):
        return theme.publish_on
    return max(theme.publish_on, theme.last_came(day))


def _began(alert: Alert, day: date) -> date | None:
    """Give the day on which an alert's time last began; None where it has not yet."""
    if alert.window.days:
        return alert.window.days[0] if alert.window.days[0] <= day else None
    years = (date(year, 12, 31) for year in (day.year, day.year - 1))
    last = (end - timedelta(days=back) for end in years for back in range(366))
    return next((at for at in last if at <= day and alert.window.begins_on(at)), None)
