"""Years: what belongs to a year speaks of that year once it is published.

A plan, its items and the yearly editions of themes and campaigns belong to a year. What was
taken over from an earlier one is found here:

- E321: an earlier year stands where this year's should:
  - in a title, slogan, summary, poster or an event's time (`2023年{县名}安全生产工作要点`);
  - in any other text, where the clause is the same, word for word, in an earlier edition of the
    same month's theme, campaign or plan (`2023年1月22日是春节` in January 2026);
  - as the dates of a campaign or its events, or as a day of publication years ahead;
  - as a county plan of another year among an item's sources, or among those of a theme or
    campaign where this year's plan is in references.yml;
  - as a link to an earlier year's item, theme or campaign that this year has too.
- W322: an earlier year that may be meant or not: a date or a year's theme words in a clause of
  this year's own; a source or a link of an earlier year for which this year has none.

An earlier year is one of the five before (`EARLIER`), written `2023年`. It is history and left
alone in a clause that says so (`_HISTORY`): 现行的《安全生产法》从2021年9月1日起施行, 2023年以来,
从2023年起, 2025年11月发生火灾; and where it only begins a span: 2024年至2026年.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from generator.check.texts import link_targets
from generator.load.loader import Document, Loaded
from generator.load.tree import Loc
from generator.model.base import Model, Yearly
from generator.model.campaign import CampaignEdition
from generator.model.kinds import ENTITIES, YEARLY_FIELDS
from generator.model.library import Library
from generator.model.placeholder import is_placeholder
from generator.model.problem import Problem
from generator.model.reference import Reference
from generator.model.vocabulary import ReferenceKind, Status
from generator.model.work import WorkItem, WorkPlan

EARLIER = 5

_FORWARD = {"title", "short_title", "slogan", "summary", "headline", "lines", "when"}
_BARE = r"(?:20\d\d年\d{1,2}月\d{1,2}日，)?"  # a day before its comma is no clause of its own
_CLAUSE = re.compile(rf"{_BARE}[^，。；：！？\n]+")
_SPAN = r"(?!\s*年?\s*(?:[—–~～-]+|至|到)\s*20\d\d)"
_YEAR = re.compile(rf"(?<!\d)(20\d\d){_SPAN}(?=\s*年)")
_AS_OWN = re.compile(r"\s*年(\d{1,2}月|的|是第)")
_HISTORY = re.compile(
    "施行|实施|批准|设立|修正|修订|公布|发布|印发|发文|出台|通过|成立|建成|发生|年以来|年起|年开始"
)
_PLAN_YEAR = re.compile(r"(20\d\d)年")
_YEARLY_ID = re.compile(r"(?P<first>20\d\d)(?P<month>-\d+)?|(?P<name>[a-z0-9-]+-)(?P<last>20\d\d)")


def check_years(loaded: Loaded, library: Library, as_of: date) -> Iterator[Problem]:
    """Report earlier years in what is published (E321, W322)."""
    for document in loaded.documents:
        value = document.value
        if not isinstance(value, Yearly) or value.status is Status.DRAFT:
            continue
        yield from _dates(document, value)
        yield from _texts(document, value, loaded)
        yield from _sources(document, value, library)
        yield from _links(document, value, library)


def earlier_years(text: str, year: int) -> Iterator[tuple[str, int, bool]]:
    """Give each clause that speaks of an earlier year than `year`, and that year.

    The third value tells whether the clause names a day or a theme of that year.
    """
    for clause in _CLAUSE.findall(text):
        for match in _YEAR.finditer(clause):
            found = int(match[1])
            if year - EARLIER <= found < year and not _HISTORY.search(clause):
                yield clause.strip(), found, bool(_AS_OWN.match(clause, match.end()))


def id_in_year(id_: str, year: int) -> str:
    """Give the id that a yearly thing has in another year; any other id as it is.

    2023-01 becomes 2026-01, and safety-month-2023 safety-month-2026.
    """
    match = _YEARLY_ID.fullmatch(id_)
    return f"{match['name'] or ''}{year}{match['month'] or ''}" if match else id_


def _year_of(id_: str) -> int | None:
    match = _YEARLY_ID.fullmatch(id_)
    return int(match["first"] or match["last"]) if match else None


def _dates(document: Document, value: Yearly) -> Iterator[Problem]:
    if value.publish_on.year < value.year - 1:
        yield _stale(document, ("publish_on",), value.publish_on.year, value.year)
    if not isinstance(value, CampaignEdition):
        return
    if is_placeholder(value.starts):
        return  # not a wrong date but none yet: check_placeholders' business
    if value.year not in {value.starts.year, value.ends.year}:
        yield _stale(document, ("starts",), value.starts.year, value.year)
        return
    for index, event in enumerate(value.programme):
        for field, day in (("starts", event.starts), ("ends", event.ends)):
            if day and not value.starts.year <= day.year <= value.ends.year:
                yield _stale(document, ("programme", index, field), day.year, value.year)


def _texts(document: Document, value: Yearly, loaded: Loaded) -> Iterator[Problem]:
    for loc, text in document.tree.texts:
        for clause, year, as_own in earlier_years(text, value.year):
            forward = not _FORWARD.isdisjoint(part for part in loc if isinstance(part, str))
            if forward or clause in _clauses_before(document, value, loaded):
                yield at_line_of(f"{year}年", _stale(document, loc, year, value.year), document)
            elif as_own:
                problem = document.problem(
                    loc,
                    "W322",
                    f"{value.year} 年的内容里写着“{year}年”",
                    f"是旧的就改；说的是过去的事，写明“{year}年以来”“{year}年发生”这样的话",
                )
                yield at_line_of(f"{year}年", problem, document)


def _clauses_before(document: Document, value: Yearly, loaded: Loaded) -> set[str]:
    """Give all clauses of the earlier editions of the same month, campaign or plan."""
    found: set[str] = set()
    for other in loaded.of_kind(document.kind.name):
        if _is_earlier_edition(other.value, value):
            for _, text in other.tree.texts:
                found.update(clause.strip() for clause in _CLAUSE.findall(text))
    return found


def _is_earlier_edition(other: Model, value: Yearly) -> bool:
    return (
        isinstance(other, Yearly)
        and other.year < value.year
        and getattr(other, "of", None) == getattr(value, "of", None)
    )


def _sources(document: Document, value: Yearly, library: Library) -> Iterator[Problem]:
    """Report each county plan of another year that is cited as this year's, once a file."""
    plans = {_plan_year(each): each.id for each in library.references.values()}
    own = plans.get(value.year)
    found: dict[str, list[Loc]] = {}
    for loc, cite in document.tree.texts:
        reference = library.references.get(cite.partition("#")[0])
        if "sources" in loc and reference and _plan_year(reference) not in {None, value.year}:
            found.setdefault(reference.title, []).append(loc)
    for title, places in found.items():
        problem = document.problem(
            places[0],
            "E321",
            f"{value.year} 年的内容引用了《{title}》" + _times(len(places)),
            f"换成 {own} 里对应的条"
            if own
            else f"先在 references.yml 里登记 {value.year} 年的工作要点，再换",
        )
        certain = own or isinstance(value, WorkPlan | WorkItem)
        yield problem if certain else replace(problem, code="W322")


def _times(count: int) -> str:
    return f"，共 {count} 处" if count > 1 else ""


def _plan_year(reference: Reference | None) -> int | None:
    """Give the year of a county plan, which its title begins with; None for other texts."""
    if reference is None or reference.kind is not ReferenceKind.PLAN:
        return None
    match = _PLAN_YEAR.match(reference.title)
    return int(match[1]) if match else None


def _links(document: Document, value: Yearly, library: Library) -> Iterator[Problem]:
    """Report relations and links to an earlier year's item, theme or campaign."""
    known = {id_ for kind in ENTITIES if kind.yearly for id_ in library.ids[kind.singular]}
    for loc, text in document.tree.texts:
        named = [text] if YEARLY_FIELDS.intersection(map(str, loc)) else []
        linked = [text] if loc[-1] == "link" else link_targets(text)
        for id_ in (*named, *(target.partition(":")[2] for target in linked)):
            year = _year_of(id_)
            if year is None or year >= value.year or id_ not in known:
                continue
            own = id_in_year(id_, value.year)
            problem = document.problem(
                loc,
                "E321",
                f"{value.year} 年的内容连到了 {year} 年的“{id_}”",
                f"看看是不是该换成 {own}" if own in known else f"{value.year} 年有了再换，或删掉",
            )
            yield problem if own in known else replace(problem, code="W322")


def _stale(document: Document, loc: Loc, year: int, own: int) -> Problem:
    return document.problem(
        loc,
        "E321",
        f"{own} 年的内容里还写着 {year} 年",
        f"改成 {own} 年的；说的是过去的事，写明“{year}年以来”“{year}年发生”这样的话",
    )


def is_history(clause: str) -> bool:
    """Tell whether a clause says that the year it names is history."""
    return _HISTORY.search(clause) is not None


def at_line_of(words: str, problem: Problem, document: Document) -> Problem:
    """Move a problem from where a long text begins to the line on which its words stand."""
    lines = document.text.splitlines()
    for number in range(problem.line, len(lines) + 1):
        column = lines[number - 1].find(words)
        if column >= 0:
            return replace(problem, line=number, column=column + 1)
    return problem
