"""Chinese wording for dates, numbers and citations."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlsplit

from generator.model.address import address_of
from generator.model.alert import Alert, Window
from generator.model.campaign import Campaign, CampaignEdition
from generator.model.library import Library
from generator.model.place import Place
from generator.model.reference import Reference
from generator.model.vocabulary import Period, ReferenceKind
from generator.model.work import Figure

_MARKED_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_BULLET = re.compile(r"^\s*[-*]\s+", re.MULTILINE)
_DIGITS = "零一二三四五六七八九"

NEVER = "千万不要"
"""What stands above what must never be done."""


def some_of(names: Sequence[str], *, unit: str = "个", most: int = 3) -> str:
    """Name the first few of many, at most `most`, and say how many there are."""
    named = "、".join(names[:most])
    if len(names) <= most:
        return named
    return f"{named}{' ' if named[-1:].isascii() else ''}等 {len(names)} {unit}"


def chinese_number(number: int) -> str:
    """Write 1 to 9999 in Chinese characters, as articles are numbered; what is more, in digits."""
    if number > 9999:
        return str(number)
    text, gap = "", False
    for value, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, value)
        if digit:
            ten = value == 10 and digit == 1 and not text
            text += ("零" if gap else "") + ("" if ten else _DIGITS[digit]) + unit
        gap = not digit and bool(text)
    return text


def chinese_date(day: date) -> str:
    """Write a day as 2023年6月1日."""
    return f"{day.year}年{day.month}月{day.day}日"


def campaign_days(campaign: Campaign, *, to: str = "—") -> str:
    """Write when a campaign is: 2023年6月1日—2023年6月30日, or the one day; else 每年6月."""
    if not isinstance(campaign, CampaignEdition):
        return campaign.falls.words
    return span_words(campaign.starts, campaign.ends, to=to)


def span_words(first: date, last: date, *, to: str = "—") -> str:
    """Write a span of days in full, or the one day."""
    return to.join(map(chinese_date, dict.fromkeys((first, last))))


def next_time(campaign: Campaign, now: Campaign, day: date) -> str:
    """Say when a campaign is held next, seen from a day: as announced, else by its rule.

    `now` is the campaign as it is now. "" where that says it itself, and where there is no more to
    say than the rule's words.
    """
    if isinstance(now, CampaignEdition) and now.ends >= day:
        if campaign is now:
            return ""
        first, last = now.starts, now.ends
    elif days := campaign.falls.next_from(_after(campaign, day)):
        first, last = days
    else:
        return ""
    end = f"—{last.month}月{last.day}日" if last.year == first.year else f"—{chinese_date(last)}"
    words = "正在进行" if first <= day else "下一次"
    return f"{words}：{chinese_date(first)}{end if last > first else ''}"


def _after(campaign: Campaign, day: date) -> date:
    """Give the day from which the next time is looked for: after an edition that is over."""
    if isinstance(campaign, CampaignEdition) and campaign.ends < date.max:
        return max(day, campaign.ends + timedelta(days=1))
    return day


def near_words(places: Sequence[Place]) -> str:
    """Name the first places of one kind: 避难场所：清河镇中心小学操场、河东村文化广场等 12 处."""
    if not places:
        return ""
    named = some_of([f"{each.town}{each.name}" for each in places], unit="处", most=2)
    return f"{places[0].kind.label}：{named}"


def month_day(text: str) -> str:
    """Write `06-01` as 6月1日."""
    month, day = text.split("-")
    return f"{int(month)}月{int(day)}日"


def window_words(window: Window, *, years: bool = True) -> str:
    """Write when an alert stands: 每年11月15日至3月15日, or 2026年11月26日18时至30日.

    What the end shares with the beginning is not said twice; without `years`, the year is said
    only where the two differ.
    """
    if window.days is None:
        return f"每年{month_day(window.first[-5:])}至{month_day(window.last[-5:])}"
    first, last = window.days
    begin = _day_words(first, None if years or first.year != last.year else first)
    begin += hour_words(window.first)
    end = _day_words(last, first) + hour_words(window.last)
    return f"{begin}至{end}" if end else begin


def _day_words(day: date, since: date | None) -> str:
    """Write a day as far as it differs from an earlier one; a month is named with its day."""
    if since is None or day.year != since.year:
        return chinese_date(day)
    if day is since or day.month != since.month:
        return f"{day.month}月{day.day}日"
    return "" if day == since else f"{day.day}日"


def hour_words(moment: str) -> str:
    """Write the time of `2026-11-26 18:00` as 18时; nothing for a day without one."""
    hour, colon, minute = moment[11:].partition(":")
    if not colon:
        return ""
    return f"{int(hour)}时" + (f"{int(minute)}分" if minute != "00" else "")


def warning_words(alert: Alert) -> str:
    """Say in one line what a warning of these days says, without its year; "" for any other.

    For instance 县气象局发布橙色预警：11月26日18时至30日，北部山区各镇.
    """
    if alert.window.days is None:
        return ""
    signal = f"{alert.colour.label}预警" if alert.colour else ("预警" if alert.issuer else "")
    opening = (f"{alert.issuer}发布" if alert.issuer else "") + signal
    place = f"，{alert.area}" if alert.area else ""
    return (f"{opening}：" if opening else "") + window_words(alert.window, years=False) + place


def locator_label(reference: Reference, locator: str) -> str:
    """Write a locator as its kind of text does: 第四十一条, or 第5.3.1条 in a standard.

    The points of a guide are numbered here, not there.
    """
    if reference.kind.needs_article:
        base, _, extra = locator.partition("-")
        if base.isdigit():
            suffix = f"之{chinese_number(int(extra))}" if extra.isdigit() else ""
            return f"第{chinese_number(int(base))}条{suffix}"
    if reference.kind is ReferenceKind.PLAN:
        return f"第{locator}条"
    if reference.kind.advises:
        return f"要点 {locator}"
    return f"第 {locator} 条" if locator[0].isdigit() else f"附录 {locator}"


def short_title(reference: Reference) -> str:
    """Give the name by which people know a text."""
    title = reference.title.removeprefix("中华人民共和国")
    if reference.kind is ReferenceKind.STANDARD and reference.number:
        return f"{reference.number}《{title}》"
    return f"《{title}》"


def cite_label(library: Library, cite: str) -> str:
    """Turn `work-safety-law#41` into 《安全生产法》第四十一条."""
    id_, _, locator = cite.partition("#")
    reference = library.references[id_]
    return short_title(reference) + (locator_label(reference, locator) if locator else "")


def initial(title: str) -> str:
    """Give the letter under which a title stands in an A to Z list; # for anything else."""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 - slow import

    letter = lazy_pinyin(title, style=Style.FIRST_LETTER)[0][:1].upper()
    return letter if letter.isascii() and letter.isalpha() else "#"


def sound(title: str) -> tuple[str, ...]:
    """Give a title's pinyin, by which lists are put in order."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - slow import

    return tuple(lazy_pinyin(title))


def file_size(size: int) -> str:
    """Write a number of bytes as people see it in their file manager."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} KB"
    return f"{size / 1_000_000:.1f} MB"


def host(url: str) -> str:
    """Give the name of the server of a web address, by which readers know whose page it is."""
    return urlsplit(url).hostname or url


def plain(text: str) -> str:
    """Give a content text without its Markdown signs, for documents and messages."""
    text = _MARKED_LINK.sub(r"\1", text)
    return _BULLET.sub("· ", text.replace("**", ""))


@dataclass(frozen=True)
class Citation:
    """A source as readers see it: what it is called, and where it is explained."""

    label: str
    address: str
    gist: str


def citation(library: Library, cite: str) -> Citation:
    """Turn `work-safety-law#41` into a label and the address of that article."""
    id_, _, locator = cite.partition("#")
    reference = library.references[id_]
    label = short_title(reference)
    if not locator:
        return Citation(label, address_of(reference), "")
    return Citation(
        label + locator_label(reference, locator),
        f"{address_of(reference)}#{anchor(locator)}",
        reference.articles[locator],
    )


def anchor(locator: str) -> str:
    """Give the fragment under which a reference's page explains an article."""
    return f"a{locator.replace('.', '-').lower()}"


def figure_count(figure: Figure) -> str:
    """Write how much a figure demands: 至少 1 次, or 16 座."""
    if figure.at_least:
        return f"至少 {figure.at_least} {figure.unit}"
    if figure.amount:
        return f"{figure.amount} {figure.unit}"
    return figure.unit


def figure_period(figure: Figure) -> str:
    """Write how often: 每季度; nothing for what is done once."""
    return "" if figure.period is Period.ONCE else figure.period.label


_PARTS_OF_A_YEAR: Mapping[Period, int] = {
    Period.MONTHLY: 12,
    Period.TWO_MONTHLY: 6,
    Period.QUARTERLY: 4,
    Period.HALF_YEARLY: 2,
    Period.TERM: 2,
    Period.YEARLY: 1,
}
_MOST_MARKS = 6


def figure_year(figure: Figure) -> tuple[int, int]:
    """Give a figure as a year: how many parts it has, and how many times in each of them.

    No parts (0, 0) where a year cannot show it: what is done once, at every job, more often than
    monthly, or too many times to count at a glance.
    """
    parts = _PARTS_OF_A_YEAR.get(figure.period, 0)
    times = figure.at_least or figure.amount or 0
    whole = isinstance(times, int) and 0 < times <= _MOST_MARKS
    return (parts, int(times)) if parts and whole else (0, 0)
