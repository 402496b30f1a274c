"""Calendars (iCalendar, RFC 5545): themes, campaigns, and each sector's recurring duties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from generator.look import Folder
from generator.model.address import address_of
from generator.model.artifact import Artifact
from generator.model.base import Entity, Yearly
from generator.model.campaign import Campaign
from generator.model.kinds import kind_of
from generator.model.library import Library
from generator.model.sector import Sector
from generator.model.theme import Theme
from generator.model.vocabulary import Period
from generator.model.wording import cite_label, plain

if TYPE_CHECKING:
    from icalendar import Event

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_FIRST_DAY = date(2000, 1, 1)
_RULES: dict[Period, dict[str, str | int | date]] = {
    Period.DAILY: {"freq": "daily"},
    Period.WEEKLY: {"freq": "weekly"},
    Period.HALF_MONTHLY: {"freq": "weekly", "interval": 2},
    Period.MONTHLY: {"freq": "monthly"},
    Period.TWO_MONTHLY: {"freq": "monthly", "interval": 2},
    Period.QUARTERLY: {"freq": "monthly", "interval": 3},
    Period.HALF_YEARLY: {"freq": "monthly", "interval": 6},
    Period.TERM: {"freq": "monthly", "interval": 6},
    Period.YEARLY: {"freq": "yearly"},
    Period.THREE_YEARLY: {"freq": "yearly", "interval": 3},
}


def calendars(library: Library, as_of: date, templates: Folder) -> Iterator[Artifact]:
    """Give `calendar/themes.ics`, `calendar/campaigns.ics` and `calendar/duties/<sector>.ics`.

    Recurring duties begin with the first weekday of the year of their last change, so that a
    calendar is the same on every day until its content changes.
    """
    host = urlsplit(library.site.url).netloc if library.site.url else "pingan.invalid"
    themes = f"{library.site.name}：一月一主题"
    yield _file("themes", themes, _theme_events(library, host), library)
    campaigns = f"{library.site.name}：{kind_of(Campaign).label}"
    yield _file("campaigns", campaigns, _campaign_events(library, host), library)
    for sector in library.sectors.values():
        duties = [
            *_duties(sector, library, host),
            *_figures(sector, library, host),
        ]
        if duties:
            yield _file(f"duties/{sector.id}", f"{sector.title}：要定期做的事", duties, library)


def _theme_events(library: Library, host: str) -> Iterator[Event]:
    """Give each month's theme, every year but those that have an edition, and the editions."""
    for theme in library.themes.values():
        years = [each.year for each in library.editions_of(theme)]
        made = _theme_event(theme, library, host, year=theme.changed_on.year)
        made.add("rrule", {"freq": "yearly"})
        if years:
            made.add("exdate", [date(year, theme.month, 1) for year in sorted(years)])
        yield made
    for edition in library.theme_editions.values():
        yield _theme_event(edition, library, host, year=edition.year)


def _theme_event(theme: Theme, library: Library, host: str, *, year: int) -> Event:
    return _event(
        theme,
        library,
        uid=f"theme-{theme.id}@{host}",
        summary=f"{theme.month}月主题：{theme.title}",
        text=f"{theme.slogan}。{plain(theme.summary)}",
        first=date(year, theme.month, 1),
        last=_month_end(year, theme.month),
    )


def _campaign_events(library: Library, host: str) -> Iterator[Event]:
    yield from _campaigns_by_rule(library, host)
    for campaign in library.campaign_editions.values():
        yield _event(
            campaign,
            library,
            uid=f"campaign-{campaign.id}@{host}",
            summary=campaign.title,
            text=plain(campaign.summary),
            first=campaign.starts,
            last=campaign.ends,
        )
        for place, event in enumerate(campaign.programme, 1):
            if event.starts:
                made = _event(
                    campaign,
                    library,
                    uid=f"campaign-{campaign.id}-{place}@{host}",
                    summary=f"{campaign.title}：{event.title}",
                    text=plain(event.detail),
                    first=event.starts,
                    last=event.ends or event.starts,
                )
                if event.where:
                    made.add("location", event.where)
                yield made


def _campaigns_by_rule(library: Library, host: str) -> Iterator[Event]:
    """Give the campaigns that fall by a rule, every year but those that have an edition."""
    for campaign in library.campaigns.values():
        falls = campaign.falls
        days = next(
            filter(None, (falls.in_year(campaign.changed_on.year + more) for more in range(9))),
            None,
        )
        if days is None:
            continue
        made = _event(
            campaign,
            library,
            uid=f"campaign-{campaign.id}@{host}",
            summary=campaign.title,
            text=plain(campaign.summary),
            first=days[0],
            last=days[1],
        )
        rule: dict[str, Any] = {"freq": "yearly"}
        if falls.month and falls.weekday and falls.week:
            rule |= {"bymonth": falls.month, "byday": f"{falls.week}{_WEEKDAYS[falls.weekday - 1]}"}
        made.add("rrule", rule)
        editions = library.campaign_editions.values()
        held = (falls.in_year(each.starts.year) for each in editions if each.of == campaign.id)
        if out := sorted(days[0] for days in held if days):
            made.add("exdate", out)
        yield made


def _duties(sector: Sector, library: Library, host: str) -> Iterator[Event]:
    start = _first_weekday(sector.changed_on.year)
    for place, duty in enumerate(sector.duties, 1):
        if not duty.period.comes_round:
            continue
        basis = "、".join(cite_label(library, cite) for cite in duty.sources)
        made = _event(
            sector,
            library,
            uid=f"duty-{sector.id}-{place}@{host}",
            summary=f"{duty.period.label}：{plain(duty.action)}",
            text=f"谁来做：{duty.actor}\n依据：{basis}",
            first=start,
            last=start,
        )
        made.add("rrule", _RULES[duty.period])
        yield made


def _figures(sector: Sector, library: Library, host: str) -> Iterator[Event]:
    """Give what a year's work points ask of enterprises of this sector, until the year's end."""
    for item in library.items_of(sector):
        start = _first_weekday(item.year)
        for place, figure in enumerate(item.figures, 1):
            if "企业" not in figure.actor or not figure.period.comes_round:
                continue
            made = _event(
                item,
                library,
                uid=f"figure-{sector.id}-{item.id}-{place}@{host}",
                summary=f"{figure.period.label}：{figure.action}",
                text=f"谁来做：{figure.actor}\n依据：{item.year}年工作要点第{item.number}条",
                first=start,
                last=start,
            )
            made.add("rrule", {**_RULES[figure.period], "until": date(item.year, 12, 31)})
            yield made


def _changed_on(entity: Entity, library: Library) -> date:
    """Give the day of the last change; of what comes each year, an edition's counts as well."""
    if not isinstance(entity, Theme | Campaign) or isinstance(entity, Yearly):
        return entity.changed_on
    editions = (each.changed_on for each in library.editions_of(entity))
    return max((entity.changed_on, *editions))


def _event(
    entity: Entity,
    library: Library,
    *,
    uid: str,
    summary: str,
    text: str,
    first: date,
    last: date,
) -> Event:
    """Make an all-day event; DTEND is the day after the last (RFC 5545, 3.6.1).

    SEQUENCE must grow with each change (3.8.7.4): it counts the days to the last one. The last
    day of all has no day after it; a duration says the same.
    """
    changed_on = _changed_on(entity, library)
    changed = datetime.combine(changed_on, time(), UTC)
    from icalendar import Event  # noqa: PLC0415 - slow import

    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("sequence", max((changed_on - _FIRST_DAY).days, 0))
    event.add("summary", summary)
    event.add("description", text)
    event.add("dtstart", first)
    if last < date.max:
        event.add("dtend", last + timedelta(days=1))
    else:
        event.add("duration", last - first + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    if url := library.site.absolute(address_of(entity)):
        event.add("url", url)
    return event


def _file(name: str, title: str, events: Iterable[Event], library: Library) -> Artifact:
    from icalendar import Calendar  # noqa: PLC0415 - slow import

    calendar = Calendar()
    calendar.add("prodid", "-//pingan-site//zh-CN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", title)
    calendar.add("x-wr-timezone", "Asia/Shanghai")
    for event in events:
        calendar.add_component(event)
    return Artifact(f"calendar/{name}.ics", calendar.to_ical())


def _month_end(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


def _first_weekday(year: int) -> date:
    """Give the first day of a year that is neither New Year's Day nor a weekend."""
    day = date(year, 1, 2)
    while day.weekday() > 4:
        day += timedelta(days=1)
    return day
