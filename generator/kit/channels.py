"""Channel texts: one content, set into the template of each channel."""

from __future__ import annotations

from typing import Any

from generator.kit.spoken import read_number, spoken
from generator.look import Folder
from generator.model.alert import Alert
from generator.model.campaign import Campaign
from generator.model.library import Library
from generator.model.theme import Theme
from generator.model.vocabulary import HotlineRole
from generator.model.wording import (
    chinese_date,
    cite_label,
    plain,
    warning_words,
    window_words,
)
from generator.templates import Templates

Subject = Theme | Campaign | Alert
_SCREEN = 20


class Channels:
    """Sets the texts of all channels for one library."""

    def __init__(self, library: Library, templates: Folder) -> None:
        """Take a live library and the folder of their templates."""
        self._hotlines = frozenset(line.number for line in library.site.hotlines)
        self._plain = _templates(templates, escape=False)
        self._html = _templates(templates, escape=True)

    def text(self, channel: str, values: dict[str, Any]) -> str:
        """Set a channel's plain text; raises `BrokenTemplateError` where its template is broken."""
        return self._plain.render(f"{channel}.txt.j2", values).strip() + "\n"

    def html(self, name: str, values: dict[str, Any]) -> str:
        """Set a text that is HTML; raises `BrokenTemplateError` where its template is broken."""
        return self._html.render(f"{name}.html.j2", values).strip() + "\n"

    def broadcast(self, values: dict[str, Any]) -> str:
        """Set the loudspeaker script, with numbers written as they are read."""
        return spoken(self.text("broadcast", values), hotlines=self._hotlines)


def _templates(folder: Folder, *, escape: bool) -> Templates:
    templates = Templates(folder, code="E403", escape=escape)
    templates.environment.globals["read_number"] = read_number
    return templates


def channel_values(subject: Subject, library: Library, address: str) -> dict[str, Any]:
    """Give what any channel may say of a subject that has a poster; `address` is its page."""
    poster = subject.poster
    assert poster is not None
    line = library.hotline(poster.call)
    base = library.site.url
    slogan = poster.headline if isinstance(subject, Alert) else subject.slogan
    return {
        "site": library.site.name,
        "publisher": library.site.publisher,
        "county": library.site.region.county,
        "title": subject.title,
        "slogan": slogan,
        "summary": plain(subject.summary),
        "kind": _kind(subject),
        "when": _when(subject),
        "warning": warning_words(subject) if isinstance(subject, Alert) else "",
        "screens": _screens(subject) if isinstance(subject, Alert) else [],
        "why": _why(subject),
        "tips": _advice(subject),
        "outreach": [
            {"label": row.setting.label, "actions": [plain(action) for action in row.actions]}
            for row in getattr(subject, "outreach", ())
        ],
        "report": library.site.line(HotlineRole.REPORT).number,
        "poster": {
            "headline": poster.headline,
            "lines": list(poster.lines),
            "call": poster.call,
            "call_name": line.name if line else "",
        },
        "reviewed": chinese_date(subject.reviewed_on),
        "sources": [cite_label(library, cite) for cite in subject.sources],
        "url": base + address if base else "",
    }


def _kind(subject: Subject) -> str:
    if isinstance(subject, Theme):
        return f"{subject.month}月安全主题"
    return "宣传活动" if isinstance(subject, Campaign) else "风险提示"


def _when(subject: Subject) -> str:
    if isinstance(subject, Theme):
        return f"{subject.year}年{subject.month}月"
    if isinstance(subject, Campaign):
        return f"{chinese_date(subject.starts)}至{chinese_date(subject.ends)}"
    return window_words(subject.window, years=False)


def _screens(alert: Alert) -> list[str]:
    """Give what an LED screen says of a warning of these days, a few words at a time."""
    if alert.window.days is None:
        return []
    when = window_words(alert.window, years=False)
    begin, _, end = when.partition("至")
    signal = f"{alert.colour.label}预警" if alert.colour else ""
    named = f"{signal}：{alert.title}"
    signal = named if signal and len(named) <= _SCREEN else signal
    times = [when] if len(when) <= _SCREEN else [f"{begin}起", f"到{end}"]
    return [line for line in (signal, *times, alert.area or "") if 0 < len(line) <= _SCREEN]


def _why(subject: Subject) -> list[str]:
    match subject:
        case Theme():
            text = subject.why_now
        case Campaign():
            text = subject.intro
        case Alert():
            text = subject.detail
    return [part.strip() for part in plain(text).split("\n") if part.strip()]


def _advice(subject: Subject) -> list[dict[str, str]]:
    """Give a subject's tips; of a campaign, how to take part."""
    if isinstance(subject, Campaign):
        return [{"text": plain(line), "why": ""} for line in subject.take_part]
    return [{"text": plain(tip.text), "why": plain(tip.why)} for tip in subject.tips]
