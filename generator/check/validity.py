"""Validity: what is cited is in force, on the days for which it is cited.

What readers take as advice of today (a sector, a county's tips, a course, a situation, an alert
that comes each year) rests on what is in force on the day of the check. What belongs to a year, or
to the days of one warning, rests on what was in force in that year, or on those days. So the work
points of 2023 are a source of the items, themes and campaigns of 2023, and of nothing else.

- E318: a source that is not in force.
- W301: a source of today's advice that lapses within `_SOON`.
- E308, E319: dates and status of a reference that contradict each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from generator.check.by_document import ByDocument
from generator.check.citations import cites_in
from generator.load.loader import Document, Loaded
from generator.model.alert import Alert
from generator.model.base import Entity, Model, Yearly
from generator.model.library import Library
from generator.model.own_tips import OwnTips
from generator.model.problem import Problem
from generator.model.reference import Reference, References
from generator.model.vocabulary import Status

_SOON = timedelta(days=60)


_Texts = Mapping[str, Reference]


def _in_force(loaded: Loaded, library: Library, as_of: date) -> tuple[_Texts, date]:
    return library.references, as_of


def _of_validity(document: Document, given: tuple[_Texts, date]) -> Iterator[Problem]:
    """Report sources that are not in force, and references that contradict themselves."""
    value = document.value
    if isinstance(value, References):
        yield from _contradictions(document, value)
    elif isinstance(value, OwnTips) or _is_published(value):
        yield from _lapsed(document, value, *given)


check_validity = ByDocument("validity", _in_force, _of_validity)


def _is_published(value: Model) -> bool:
    return isinstance(value, Entity) and value.status is not Status.DRAFT


def _contradictions(document: Document, value: References) -> Iterator[Problem]:
    for index, reference in enumerate(value.references):
        begins, until = reference.in_force_since, reference.until
        if begins and until and until <= begins:
            yield document.problem(
                ("references", index, "until"), "E308", "失效早于施行", "改正其中一个日期"
            )
        if reference.superseded_by and not reference.status.has_ended:
            yield document.problem(
                ("references", index, "superseded_by"),
                "E319",
                f"写了被哪一件取代，status 却是 {reference.status.value}",
                "status 写 repealed 或 amended，until 写被取代的那一天",
            )


def _lapsed(document: Document, value: Model, references: _Texts, as_of: date) -> Iterator[Problem]:
    first, last = _days(value, as_of)
    for loc, cite in cites_in(document.tree.data):
        reference = references.get(cite.partition("#")[0])
        if reference is None:
            continue  # check_citations' business
        if not reference.holds_between(first, last):
            yield document.problem(
                loc,
                "E318",
                f"《{reference.title}》{_fault(reference, first, last)}",
                "改用现行有效的依据；没有就删掉这一处",
            )
        elif first == as_of and not reference.holds_between(as_of + _SOON, as_of + _SOON):
            yield document.problem(
                loc,
                "W301",
                f"《{reference.title}》从 {reference.until} 起不再是现行依据",
                "在那天以前换成新的依据",
            )


def _days(value: Model, as_of: date) -> tuple[date, date]:
    """Give the first and the last of the days on which a source must be in force."""
    if isinstance(value, Yearly):
        return date(value.year, 1, 1), date(value.year, 12, 31)
    if isinstance(value, Alert) and value.window.days is not None:
        return value.window.days
    return as_of, as_of


def _fault(reference: Reference, first: date, last: date) -> str:
    """Say why a text is no source on any of these days."""
    status = reference.status_on(first)
    if not status.has_ended:
        status = reference.status_on(last)
    return status.label + (f"（到 {reference.until} 为止）" if reference.until else "")
