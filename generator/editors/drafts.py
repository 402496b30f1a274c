"""Drafts of single files: what an id such as 2024-01 asks for, and the file it becomes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from typing import Any

from generator.editors.options import row_of
from generator.editors.skeleton import Given, draft_text
from generator.load.loader import Loaded
from generator.model import placeholder
from generator.model.kind import Layer
from generator.model.library import Library

_SETTINGS = ("enterprise", "village", "community", "school", "family")
_SLIDES = ("why", "hazard", "action", "case", "rule", "discussion", "action", "action")


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


def draft(wish: Wish, loaded: Loaded, *, day: date) -> Draft:
    """Give the draft that a wish asks for; its id must have the form of its kind's ids.

    It belongs to the county in hand, whose folder no update touches.
    """
    library, project = loaded.library, loaded.project
    kind = row_of(wish.kind, wish.id)
    place = kind.path_at(wish.id)
    assert library is not None and place is not None
    path = project.place(Layer.COUNTY, place)
    given = {**_common(wish, library, day), **kind.fields_in(wish.id)}
    if kind.of:
        given = {**_edition(wish, day), **kind.fields_in(wish.id)}
    if kind.name in _MAKERS:
        given |= _MAKERS[kind.name](wish, library, day)
    return Draft(path, draft_text(kind, given, schemas=project.schemas_from(path)))


def _common(wish: Wish, library: Library, day: date) -> dict[str, Any]:
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
        "call": [placeholder.CALL],
        "icon": "material/shield-check",
        "tips.audience": ["public"],
        "sectors": _sectors(wish, library),
    }
    if wish.title:
        given["title"] = wish.title
    return given


def _edition(wish: Wish, day: date) -> dict[str, Any]:
    """Give what every yearly edition must say; the rest it has of the evergreen."""
    given: dict[str, Any] = {
        "id": wish.id,
        "status": "draft",
        "reviewed_on": day,
        "this_year": f"{placeholder.TEXT}这一年才有的要求、主题和安排",
        "sources": list(wish.sources) or [placeholder.ID],
    }
    if wish.title:
        given["title"] = wish.title
    if wish.sectors:
        given["sectors"] = list(wish.sectors)
    return given


def _theme_edition(wish: Wish, library: Library, day: date) -> Given:
    year, month = map(int, wish.id.split("-"))
    return {"publish_on": wish.publish_on or date(year, month, 1)}


def _campaign(wish: Wish, library: Library, day: date) -> Given:
    return {
        "order": min(_next(each.order for each in library.campaigns.values()), 99),
        "icon": "material/bullhorn",
        **_outreach(),
    }


def _campaign_edition(wish: Wish, library: Library, day: date) -> Given:
    year = int(wish.id[-4:])
    return {
        "publish_on": wish.publish_on or date(year, 1, 1),
        "starts": date.fromisoformat(wish.starts) if wish.starts else placeholder.DAY,
        "ends": date.fromisoformat(wish.ends) if wish.ends else placeholder.DAY,
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
    }


def _sector(wish: Wish, library: Library, day: date) -> Given:
    group = wish.group or "everyday"
    orders = (each.order for each in library.sectors.values() if each.group == group)
    return {
        "group": group,
        "order": min(_next(orders), 999),
        "tips.audience": _in_turn(["public"], ["worker"], ["manager"]),
        "situations": [placeholder.ID],
        "related": list(wish.sectors),
    }


def _course(wish: Wish, library: Library, day: date) -> Given:
    return {
        "order": min(_next(each.order for each in library.courses.values()), 999),
        "icon": "material/school",
        "audience": ["worker"],
        "hours": 2,
        "situations": [placeholder.ID],
        "slides.kind": _in_turn(*_SLIDES),
        "quiz.kind": lambda numbers: _question(numbers)[0],
        "quiz.options": lambda numbers: _question(numbers)[1],
        "quiz.answer": lambda numbers: _question(numbers)[2],
    }


_MAKERS: dict[str, Callable[[Wish, Library, date], Given]] = {
    "theme-edition": _theme_edition,
    "campaign": _campaign,
    "campaign-edition": _campaign_edition,
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
