"""The message: what any channel may say of a theme, a campaign or an alert."""

from __future__ import annotations

from dataclasses import dataclass

from generator.documents.imprint import Imprint, imprint_of
from generator.model.alert import Alert
from generator.model.campaign import Campaign
from generator.model.library import Announced, Library
from generator.model.poster import Poster
from generator.model.sector import Sector
from generator.model.situation import Situation
from generator.model.theme import Theme
from generator.model.vocabulary import HotlineRole
from generator.model.wording import (
    campaign_days,
    chinese_date,
    cite_label,
    near_words,
    plain,
    warning_words,
    window_words,
)

_SCREEN = 20
_RESCUES = 2


@dataclass(frozen=True)
class Advice:
    """One action, and why; "" where nothing is said of it."""

    text: str
    why: str


@dataclass(frozen=True)
class Rescue:
    """What to do when something happens, step by step, and what never to do."""

    title: str
    steps: tuple[str, ...]
    never: tuple[str, ...]


@dataclass(frozen=True)
class Outreach:
    """What is done in one of the five settings."""

    label: str
    actions: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class PosterWords:
    """What stands on the poster."""

    headline: str
    lines: tuple[str, ...]
    call: str
    call_name: str
    near: str


@dataclass(frozen=True, kw_only=True)
class Message:
    """Plain texts; templates know them by these names.

    `when` and `reviewed` are in Chinese words; `warning` and `screens` are of warnings of these
    days alone; `report` is the number for reporting hazards; `picture` is one of the library,
    "" for none; `url` is the subject's page, "" where the site has no address; `imprint` is for
    documents.
    """

    imprint: Imprint
    site: str
    publisher: str
    county: str
    title: str
    slogan: str
    summary: str
    kind: str
    when: str
    warning: str
    screens: tuple[str, ...]
    why: tuple[str, ...]
    tips: tuple[Advice, ...]
    outreach: tuple[Outreach, ...]
    rescues: tuple[Rescue, ...]
    report: str
    poster: PosterWords
    picture: str
    reviewed: str
    sources: tuple[str, ...]
    url: str


def message_of(subject: Announced, poster: Poster, library: Library, address: str) -> Message:
    """Give what is to be said of a subject with its poster; `address` is its page."""
    issuer = library.issuer_of(subject)
    site = library.site
    return Message(
        imprint=imprint_of(issuer, title=subject.title, day=subject.reviewed_on, address=address),
        site=site.name,
        publisher=site.publisher,
        county=site.region.county,
        title=subject.title,
        slogan=poster.headline if isinstance(subject, Alert) else subject.slogan,
        summary=plain(subject.summary),
        kind=_kind(subject),
        when=_when(subject),
        warning=warning_words(subject) if isinstance(subject, Alert) else "",
        screens=_screens(subject) if isinstance(subject, Alert) else (),
        why=_why(subject),
        tips=_advice(subject),
        outreach=_outreach(subject),
        rescues=_rescues(subject, library),
        report=site.line(HotlineRole.REPORT).number,
        poster=PosterWords(
            headline=poster.headline,
            lines=poster.lines,
            call=poster.call,
            call_name=library.call_name(poster.call),
            near=_near(subject, library),
        ),
        picture=_picture(subject, library),
        reviewed=chinese_date(subject.reviewed_on),
        sources=tuple(cite_label(library, cite) for cite in subject.sources),
        url=site.absolute(address),
    )


def _outreach(subject: Announced) -> tuple[Outreach, ...]:
    if isinstance(subject, Alert):
        return ()
    return tuple(
        Outreach(row.setting.label, tuple(plain(action) for action in row.actions))
        for row in subject.outreach
    )


def _rescues(subject: Announced, library: Library) -> tuple[Rescue, ...]:
    """Give the first situations that a subject names; a message has no room for more."""
    return tuple(
        Rescue(
            situation.title,
            tuple(plain(step.text) for step in situation.steps),
            tuple(plain(line) for line in situation.never),
        )
        for situation in library.situations_of(subject)[:_RESCUES]
    )


def _picture(subject: Announced, library: Library) -> str:
    """Give the picture of a subject, or else one of what it is about; "" where there is none."""
    things = (subject, *library.sectors_of(subject), *library.situations_of(subject))
    return next((each.picture for each in things if each.picture), "")


def _near(subject: Announced, library: Library) -> str:
    """Name places of the county that help with what a subject is about."""
    things: list[Situation | Sector] = [*library.situations_of(subject)]
    things += library.sectors_of(subject)
    return near_words(library.places_for(things))


def _kind(subject: Announced) -> str:
    if isinstance(subject, Theme):
        return f"{subject.month}月安全主题"
    return "宣传活动" if isinstance(subject, Campaign) else "风险提示"


def _when(subject: Announced) -> str:
    if isinstance(subject, Theme):
        return f"{subject.month}月"
    if isinstance(subject, Campaign):
        return campaign_days(subject, to="至")
    return window_words(subject.window, years=False)


def _screens(alert: Alert) -> tuple[str, ...]:
    """Give what an LED screen says of a warning of these days, a few words at a time."""
    if alert.window.days is None:
        return ()
    when = window_words(alert.window, years=False)
    begin, _, end = when.partition("至")
    signal = f"{alert.colour.label}预警" if alert.colour else ""
    named = f"{signal}：{alert.title}"
    signal = named if signal and len(named) <= _SCREEN else signal
    times = [when] if len(when) <= _SCREEN else [f"{begin}起", f"到{end}"]
    lines = (signal, *times, alert.area or "")
    return tuple(line for line in lines if 0 < len(line) <= _SCREEN)


def _why(subject: Announced) -> tuple[str, ...]:
    match subject:
        case Theme():
            text = subject.why_now
        case Campaign():
            text = subject.intro
        case Alert():
            text = subject.detail
    return tuple(part.strip() for part in plain(text).split("\n") if part.strip())


def _advice(subject: Announced) -> tuple[Advice, ...]:
    """Give a subject's tips; of a campaign, how to take part."""
    if isinstance(subject, Campaign):
        return tuple(Advice(plain(line), "") for line in subject.take_part)
    return tuple(Advice(plain(tip.text), plain(tip.why)) for tip in subject.tips)
