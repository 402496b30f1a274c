"""The editorial board: what goes live when, what is missing, overdue, still a draft or over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlsplit

from generator.check import check
from generator.check.placeholders import waiting
from generator.load.loader import Document, Loaded
from generator.model.alert import Alert
from generator.model.base import Edition, Entity
from generator.model.campaign import Campaign, CampaignEdition
from generator.model.course import Course
from generator.model.kinds import kind_of
from generator.model.problem import Problem, Severity
from generator.model.sector import Sector
from generator.model.site import Site
from generator.model.theme import Theme, ThemeEdition
from generator.model.vocabulary import Status
from generator.model.wording import some_of

AHEAD = timedelta(days=60)
SOON = timedelta(days=30)
_SCHEDULED = (Edition, Alert, Sector, Course)


@dataclass(frozen=True)
class Row:
    """One thing on the board: a day if it has one, what it is, what about it, and its file."""

    day: date | None
    kind: str
    what: str
    path: str


@dataclass(frozen=True)
class Section:
    """One table of the board; `empty` is said where it has no rows."""

    title: str
    rows: tuple[Row, ...]
    empty: str


@dataclass(frozen=True)
class Board:
    """All that an editor wants to know on a day."""

    day: date
    sections: tuple[Section, ...]
    errors: int
    warnings: int
    notices: tuple[str, ...]


def board(loaded: Loaded, *, as_of: date, problems: Sequence[Problem] | None = None) -> Board:
    """Lay out the board of a day; files with problems are left out and counted.

    Whoever has checked already gives the `problems`.
    """
    problems = check(loaded, as_of=as_of) if problems is None else problems
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    found = [(each, each.value) for each in loaded.documents if isinstance(each.value, Entity)]
    kept = [(document, entity) for document, entity in found if not _is_over(entity, as_of)]
    sections = (
        _section(f"今天上线（{as_of}）", _going_live(found, as_of, as_of), "今天没有要上线的。"),
        _section(
            "未来 60 天",
            _going_live(found, as_of + timedelta(days=1), as_of + AHEAD),
            "未来 60 天没有要上线的。",
        ),
        _section("缺什么", _missing(loaded, found, as_of), "什么都不缺。", by_day=False),
        _section("过期未核对", _overdue(kept, date.min, as_of), "没有过期未核对的。"),
        _section(
            "30 天内应核对",
            _overdue(kept, as_of, as_of + SOON + timedelta(days=1)),
            "30 天内没有要核对的。",
        ),
        _section("草稿", _drafts(found, as_of), "没有草稿。"),
        _section("已下线", _expired(found, as_of), "没有已下线的。"),
    )
    return Board(as_of, sections, errors, len(problems) - errors, tuple(_notices(loaded)))


Found = list[tuple[Document, Entity]]


def _section(title: str, rows: Iterator[Row], empty: str, *, by_day: bool = True) -> Section:
    laid = tuple(rows)
    if by_day:
        laid = tuple(sorted(laid, key=lambda row: (row.day or date.max, row.kind, row.path)))
    return Section(title, laid, empty)


def _row(document: Document, day: date | None, what: str) -> Row:
    return Row(day, document.kind.label, what, document.name)


def _going_live(found: Found, first: date, last: date) -> Iterator[Row]:
    """Give what begins or ends between two days, both included."""
    for document, entity in found:
        if entity.status is not Status.PUBLISHED or not isinstance(entity, _SCHEDULED):
            continue
        if first <= entity.publish_on <= last:
            yield _row(document, entity.publish_on, f"上线：{entity.full_title}")
        if entity.expires_on and first <= entity.expires_on <= last:
            yield _row(document, entity.expires_on, f"下线：{entity.full_title}")
        if isinstance(entity, CampaignEdition) and first <= entity.starts <= last:
            yield _row(document, entity.starts, f"活动开始：{entity.full_title}")
        if isinstance(entity, Alert):
            for day in _days(first, last):
                if entity.window.begins_on(day) and entity.is_live(day):
                    yield _row(document, day, f"提示开始：{entity.title}")
            if (days := entity.window.days) and first <= days[1] <= last:
                yield _row(document, days[1], f"提示最后一天，过后自己下线：{entity.title}")


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))


def _missing(loaded: Loaded, found: Found, as_of: date) -> Iterator[Row]:
    first = as_of.replace(day=1)
    for month in (first, (first + timedelta(days=31)).replace(day=1)):
        yield from _missing_theme(loaded, found, month, max(as_of, month))
    yield from _missing_dates(found, as_of)
    standing = [
        (document, entity)
        for document, entity in found
        if entity.status is Status.PUBLISHED and not _gone(entity, as_of)
    ]
    for document, entity in standing:
        inherited = isinstance(entity, Edition) and "poster" not in document.tree.data
        if isinstance(entity, Theme | Campaign | Alert) and not entity.poster and not inherited:
            yield _row(document, None, f"没有海报：{entity.title}（补上 poster）")
        if left := _left(document):
            yield _row(document, None, f"已发布，却还有 {left} 处没有写：{entity.title}")
    taught = {
        sector for _, course in standing if isinstance(course, Course) for sector in course.sectors
    }
    untaught = [
        entity.title
        for _, entity in standing
        if isinstance(entity, Sector) and entity.id not in taught
    ]
    if untaught:
        course = kind_of(Course)
        what = f"没有{course.label}（不急）：{some_of(untaught, unit='个领域')}"
        yield Row(None, course.label, what, f"{loaded.project.home_of(course)}/")


def _left(document: Document) -> int:
    """Count the places of a file in which nothing has been written yet."""
    return sum(1 for _ in waiting(document.tree.data))


def _missing_theme(loaded: Loaded, found: Found, month: date, day: date) -> Iterator[Row]:
    """Report a month of which readers see nothing."""
    id_ = f"{month.month:02d}"
    kind = kind_of(Theme)
    path = loaded.project.place(kind.home, kind.path_at(id_) or "")
    if (kind.singular, id_) in loaded.assumed:
        yield Row(None, kind.label, f"{id_} 月的主题有错，读不出来，先运行 pingan check", path)
        return
    themes = [
        entity
        for _, entity in found
        if isinstance(entity, Theme)
        and not (isinstance(entity, ThemeEdition) and entity.year != month.year)
    ]
    if not any(each.month == month.month and each.is_live(day) for each in themes):
        yield Row(None, kind.label, f"{month.month} 月没有主题", path)


def _missing_dates(found: Found, as_of: date) -> Iterator[Row]:
    """Report a campaign that falls soon by its rule and has no edition for it yet."""
    campaigns = [entity for _, entity in found if isinstance(entity, Campaign)]
    for document, entity in found:
        if not isinstance(entity, Campaign) or isinstance(entity, CampaignEdition):
            continue
        days = entity.falls.next_from(as_of)
        if not days or days[0] > as_of + AHEAD or not entity.is_live(as_of):
            continue
        of_that_year = [
            each
            for each in campaigns
            if isinstance(each, CampaignEdition)
            and each.of == entity.id
            and days[0].year in {each.starts.year, each.year}
        ]
        if any(each.status is Status.PUBLISHED for each in of_that_year):
            continue
        id_ = kind_of(CampaignEdition).id.format(of=entity.id, year=days[0].year)
        remedy = "草稿还没有发布" if of_that_year else f"新建：pingan new campaign {id_}"
        what = f"{entity.title}没有 {days[0].year} 年的安排，网站用常年版（{remedy}）"
        yield Row(days[0], document.kind.label, what, document.name)


def _overdue(found: Found, first: date, before: date) -> Iterator[Row]:
    for document, entity in found:
        if entity.review_by and first <= entity.review_by < before:
            yield _row(
                document, entity.review_by, f"{entity.title}（上次核对 {entity.reviewed_on}）"
            )


def _drafts(found: Found, as_of: date) -> Iterator[Row]:
    for document, entity in found:
        if entity.status is Status.DRAFT:
            late = "（已过上线日期）" if entity.publish_on < as_of else ""
            left = _left(document)
            todo = f"（还有 {left} 处没有写）" if left else ""
            yield _row(document, entity.publish_on, f"{entity.full_title}{todo}{late}")


def _expired(found: Found, as_of: date) -> Iterator[Row]:
    for document, entity in found:
        if day := _gone(entity, as_of):
            yield _row(document, day, entity.title)


def _is_over(entity: Entity, day: date) -> bool:
    return isinstance(entity, Alert) and entity.window.is_over(day)


def _gone(entity: Entity, as_of: date) -> date | None:
    """Give the day since when an entity is no longer shown; None while it may be."""
    window = entity.window if isinstance(entity, Alert) else None
    over = window.days[1] + timedelta(days=1) if window and window.days else None
    days = [day for day in (entity.expires_on, over) if day and day <= as_of]
    return min(days, default=None)


def _notices(loaded: Loaded) -> Iterator[str]:
    for document in loaded.of_kind("site"):
        assert isinstance(document.value, Site)
        host = urlsplit(document.value.url or "").hostname or ""
        if not host:
            yield f"{document.name} 没有写 url（网站的正式网址），海报上没有二维码。"
        elif host.endswith(".example") or host.split(".")[-2:-1] == ["example"]:
            yield (
                f"{document.name} 的 url 还是示例地址 {document.value.url}，"
                "海报上的二维码扫不开；正式上线前换成本县的网址。"
            )
