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
from generator.model.base import Entity
from generator.model.kinds import ENTITIES, family_of
from generator.model.library import Library
from generator.model.theme import Theme, ThemeEdition
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
    items = _items(library, as_of)
    updated = items[0].updated if items else _midnight(as_of)
    values = {"site": library.site, "items": items, "updated": updated}
    xml = Templates(templates, code="E404")
    for name in ("feed", "rss"):
        text = xml.render(f"{name}.xml.j2", values)
        yield Artifact(f"{name}.xml", text.encode())


def _summary(entity: Entity) -> str:
    """Give an entity's summary, of a warning with when and where it holds."""
    warning = warning_words(entity) if isinstance(entity, Alert) else ""
    summary = plain(getattr(entity, "summary", ""))
    return f"{warning}。{summary}" if warning else summary


def _items(library: Library, as_of: date) -> list[Item]:
    items = [
        Item(
            title=entity.full_title,
            url=library.site.absolute(address_of(entity)),
            summary=_summary(entity),
            kind=family_of(kind.model).label,
            published=_midnight(_published(entity, as_of)),
            updated=_midnight(max(entity.changed_on, _published(entity, as_of))),
        )
        for kind in ENTITIES
        if kind.news
        for entity in library.entities_of(kind)
        if not _has_edition(entity, library, as_of)
    ]
    return sorted(items, key=lambda item: (item.updated, item.published, item.url), reverse=True)[
        :_NEWEST
    ]


def _published(entity: Entity, as_of: date) -> date:
    """Give the day that an entity went live; a month's theme does so on its first, each year."""
    if isinstance(entity, Theme) and not isinstance(entity, ThemeEdition):
        return max(entity.publish_on, entity.last_came(as_of))
    return entity.publish_on


def _has_edition(entity: Entity, library: Library, as_of: date) -> bool:
    """Tell whether a month's theme came in an edition of its own when it came last."""
    if not isinstance(entity, Theme) or isinstance(entity, ThemeEdition):
        return False
    year = entity.last_came(as_of).year
    return any(each.year == year for each in library.editions_of(entity))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), CHINA)
