"""Drafts of single files: what an id such as 2024-01 asks for, and the file it becomes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from typing import Any

from generator.desk.skeleton import Given, draft_text
from generator.load.kinds import KINDS
from generator.model import placeholder
from generator.model.library import Library

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_MONTH = re.compile(r"(20\d\d|2100)-(0[1-9]|1[0-2])")
_YEARLY = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)-(20\d\d|2100)")
_SETTINGS = ("enterprise", "village", "community", "school", "family")
_SLIDES = ("why", "hazard", "action", "case", "rule", "discussion", "action", "action")

_ID_FORMS = {
    "theme": "年份-月份，例如 2024-01",
    "campaign": "名字-年份，例如 safety-month-2024",
}
_SLUG_FORM = "小写字母、数字和连字符，不超过 60 个，例如 e-bike"


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What an editor asks a new file to hold; what is None is left to the draft."""

    kind: str
    id: str
    title: str | None = None
    sectors: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    publish_on: date | None = None
    starts: str | None = None
    ends: str | None = None
    group: str | None = None
    alert_kind: str | None = None
    colour: str | None = None
    area: str | None = None
    issuer: str | None = None


@dataclass(frozen=True)
class Draft:
    """A file that is not yet written: its path below the project, and its text."""

    path: str
    text: str


def path_of(kind: str, id_: str) -> str | None:
    """Give the file in which an id stands, or None where the id has not its kind's form."""
    if kind == "theme":
        return f"content/themes/{id_.replace('-', '/')}.yml" if _MONTH.fullmatch(id_) else None
    if len(id_) > 60 or not _SLUG.fullmatch(id_):
        return None
    if kind == "campaign":
        parts = _YEARLY.fullmatch(id_)
        return f"content/campaigns/{parts[2]}/{parts[1]}.yml" if parts else None
    folder = {"sector": "sectors", "alert": "alerts", "course": "training"}[kind]
    return f"content/{folder}/{id_}.yml"


def id_form(kind: str) -> str:
    """Say how an id of a kind is written."""
    return _ID_FORMS.get(kind, _SLUG_FORM)


def draft(wish: Wish, library: Library, *, day: date) -> Draft:
    """Give the draft that a wish asks for; its id must have been accepted by `path_of`."""
    path = path_of(wish.kind, wish.id)
    assert path is not None
    kind = next(each for each in KINDS if each.name == wish.kind)
    given = {**_common(wish, library, day), **_MAKERS[wish.kind](wish, library, day)}
    return Draft(path, draft_text(kind, given, folders=path.count("/")))


def _common(wish: Wish, library: Library, day: date) -> Given:
    given: dict[str, Any] = {
        "id": wish.id,
        "status": "draft",
        "publish_on": wish.publish_on or day,
        "reviewed_on": day,
        "review_by": a_year_after(day),
        "*.sources": list(wish.sources) or [placeholder.ID],
        "poster.headline": "在这里写大字",
        "poster.lines": [f"在这里写一个动作 {number}" for number in range(1, 4)],
        "poster.call": placeholder.CALL,
        "emergencies.call": [placeholder.CALL],
    }
    if wish.title:
        given["title"] = wish.title
    return given


def _theme(wish: Wish, library: Library, day: date) -> Given:
    year, month = map(int, wish.id.split("-"))
    return {
        "publish_on": wish.publish_on or date(year, month, 1),
        "year": year,
        "month": month,
        "icon": "material/calendar-star",
        "tips.audience": ["public"],
        **_outreach(),
        "sectors": _sectors(wish, library),
    }


def _campaign(wish: Wish, library: Library, day: date) -> Given:
    year = int(wish.id[-4:])
    order = _next(each.order for each in library.campaigns.values() if each.year == year)
    starts = date.fromisoformat(wish.starts) if wish.starts else date(year, 1, 1)
    return {
        "publish_on": wish.publish_on or date(year, 1, 1),
        "year": year,
        "order": min(order, 99),
        "icon": "material/bullhorn",
        "starts": starts,
        "ends": date.fromisoformat(wish.ends) if wish.ends else starts + timedelta(days=29),
        **_outreach(),
        "organisers": [placeholder.ID],
        "sectors": _sectors(wish, library),
    }


def _alert(wish: Wish, library: Library, day: date) -> Given:
    given = {"colour": wish.colour, "area": wish.area, "issuer": wish.issuer}
    return {
        "kind": wish.alert_kind,
        "level": "warning" if wish.colour else "notice",
        "icon": "material/alert",
        "window.first": wish.starts or day.strftime("%m-%d"),
        "window.last": wish.ends or (day + timedelta(days=29)).strftime("%m-%d"),
        **{name: value for name, value in given.items() if value},
        "tips.audience": ["public"],
        "sectors": _sectors(wish, library),
    }


def _sector(wish: Wish, library: Library, day: date) -> Given:
    group = wish.group or "everyday"
    orders = (each.order for each in library.sectors.values() if each.group == group)
    return {
        "group": group,
        "order": min(_next(orders), 999),
        "icon": "material/shield-check",
        "tips.audience": _in_turn(["public"], ["worker"], ["manager"]),
        "related": list(wish.sectors),
    }


def _course(wish: Wish, library: Library, day: date) -> Given:
    return {
        "order": min(_next(each.order for each in library.courses.values()), 999),
        "icon": "material/school",
        "sectors": _sectors(wish, library),
        "audience": ["worker"],
        "hours": 2,
        "slides.kind": _in_turn(*_SLIDES),
        "quiz.kind": lambda numbers: _question(numbers)[0],
        "quiz.options": lambda numbers: _question(numbers)[1],
        "quiz.answer": lambda numbers: _question(numbers)[2],
    }


_MAKERS: dict[str, Callable[[Wish, Library, date], Given]] = {
    "theme": _theme,
    "campaign": _campaign,
    "alert": _alert,
    "sector": _sector,
    "course": _course,
}


def _question(numbers: tuple[int, ...]) -> tuple[str, list[str] | None, str]:
    """Give kind, options and answer of a question that waits for its wording."""
    options = [f"在这里写选项 {letter}" for letter in "ABCD"]
    if numbers[0] <= 10:
        return "single", options, placeholder.ANSWER
    if numbers[0] <= 15:
        return "multiple", options, placeholder.ANSWER
    return "true-false", None, placeholder.ANSWER


def _outreach() -> Given:
    return {"outreach[]": len(_SETTINGS), "outreach.setting": _in_turn(*_SETTINGS)}


def _in_turn(*values: Any) -> Callable[[tuple[int, ...]], Any]:
    return lambda numbers: values[(numbers[0] - 1) % len(values)]


def _sectors(wish: Wish, library: Library) -> list[str]:
    """Give the sectors wished for; else the one of the same name, if there is one."""
    if wish.sectors:
        return list(wish.sectors)
    return [wish.id if wish.id in library.sectors else placeholder.ID]


def _next(orders: Iterable[int]) -> int:
    return max(orders, default=0) + 10


def a_year_after(day: date) -> date:
    """Give the same day of the next year."""
    return moved(day, 1)


def moved(day: date, years: int) -> date:
    """Move a day by years, to 9999 at the latest; 29 February becomes 28 where it must."""
    year = min(day.year + years, MAXYEAR)
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)
