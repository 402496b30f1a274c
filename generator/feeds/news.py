"""News: what went live or was corrected lately, as Atom (RFC 4287) and RSS 2.0."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from email.utils import format_datetime

from generator.look import Folder
from generator.model.address import address_of
from generator.model.alert import Alert
from generator.model.artifact import Artifact
from generator.model.campaign import Campaign
from generator.model.course import Course
from generator.model.library import Library
from generator.model.theme import Theme
from generator.model.wording import plain, warning_words
from generator.templates import Templates

CHINA = timezone(timedelta(hours=8))
_NEWEST = 30


@dataclass(frozen=True)
class Item:
    """One piece of news: when it went live, and when it was last changed.

    Both are midnights in Asia/Shanghai.
    """

    title: str
    url: str
    summary: str
    kind: str
    published: datetime
    updated: datetime

    @property
    def rfc822(self) -> str:
        """Give the time it went live as RSS wants it."""
        return format_datetime(self.published)


def news(library: Library, as_of: date, templates: Folder) -> Iterator[Artifact]:
    """Give `feed.xml` (Atom) and `rss.xml`; nothing where the site has no address yet.

    Raises `BrokenTemplateError` when a template is broken.
    """
    if not library.site.url:
        return
    items = _items(library, library.site.url)
    updated = items[0].updated if items else _midnight(as_of)
    values = {"site": library.site, "items": items, "updated": updated}
    xml = Templates(templates, code="E404")
    for name in ("feed", "rss"):
        text = xml.render(f"{name}.xml.j2", values)
        yield Artifact(f"{name}.xml", text.encode())


def _summary(entity: Theme | Campaign | Alert | Course) -> str:
    """Give an entity's summary, of a warning with when and where it holds."""
    warning = warning_words(entity) if isinstance(entity, Alert) else ""
    return f"{warning}。{plain(entity.summary)}" if warning else plain(entity.summary)


def _items(library: Library, base: str) -> list[Item]:
    kinds: tuple[tuple[str, tuple[Theme | Campaign | Alert | Course, ...]], ...] = (
        ("月度主题", tuple(library.themes.values())),
        ("宣传活动", tuple(library.campaigns.values())),
        ("风险提示", tuple(library.alerts.values())),
        ("培训课件", tuple(library.courses.values())),
    )
    items = [
        Item(
            title=entity.title,
            url=base + address_of(entity),
            summary=_summary(entity),
            kind=kind,
            published=_midnight(entity.publish_on),
            updated=_midnight(entity.changed_on),
        )
        for kind, entities in kinds
        for entity in entities
    ]
    return sorted(items, key=lambda item: (item.updated, item.published, item.url), reverse=True)[
        :_NEWEST
    ]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), CHINA)
