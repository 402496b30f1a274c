"""What documents are set from: a course or a sector as plain words, lists and numbers."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from generator.model.address import address_of
from generator.model.advice import Emergency, Tip
from generator.model.course import Course, Question
from generator.model.library import Library, cites_of
from generator.model.sector import Sector
from generator.model.wording import chinese_date, cite_label, plain


def course_values(course: Course, library: Library) -> dict[str, Any]:
    """Give everything that any document of a course may say."""
    return {
        **_shared(library, course),
        "subject": course.title.removesuffix("培训"),
        "audience": "、".join(audience.label for audience in course.audience),
        "hours": course.hours,
        "sectors": [sector.title for sector in library.sectors_of(course)],
        "objectives": list(course.objectives),
        "slides": [
            {
                "kind": slide.kind.value,
                "label": slide.kind.label,
                "title": slide.title,
                "points": [plain(point) for point in slide.points],
                "notes": plain(slide.notes),
                "sources": _labels(library, slide.sources),
            }
            for slide in course.slides
        ],
        "emergencies": [_emergency(case, library) for case in course.emergencies],
        "talk": {
            "minutes": course.talk.minutes,
            "opening": plain(course.talk.opening),
            "points": [plain(point) for point in course.talk.points],
            "ask": [plain(question) for question in course.talk.ask],
            "closing": plain(course.talk.closing),
        },
        "checklist": _checklist(course, library),
        "quiz": [
            _question(number, question, library) for number, question in enumerate(course.paper, 1)
        ],
        "poster": {
            "headline": course.poster.headline,
            "lines": list(course.poster.lines),
            "call": course.poster.call,
            "call_name": _call_name(course.poster.call, library),
        },
    }


def sector_values(sector: Sector, library: Library) -> dict[str, Any]:
    """Give what the printed sheet of a sector says."""
    return {
        **_shared(library, sector),
        "hazards": [
            {"title": hazard.title, "detail": plain(hazard.detail)} for hazard in sector.hazards
        ],
        "signs": [plain(sign) for sign in sector.warning_signs],
        "dos": [plain(line) for line in sector.dos],
        "donts": [plain(line) for line in sector.donts],
        "tips": [_tip(tip) for tip in sector.tips],
        "emergencies": [_emergency(case, library) for case in sector.emergencies],
    }


def _shared(library: Library, entity: Course | Sector) -> dict[str, Any]:
    base = library.site.url
    return {
        "site": library.site.name,
        "publisher": library.site.publisher,
        "title": entity.title,
        "summary": plain(entity.summary),
        "reviewed": chinese_date(entity.reviewed_on),
        "url": base + address_of(entity) if base else "",
        "sources": _labels(library, tuple(dict.fromkeys(cites_of(entity)))),
    }


def _labels(library: Library, cites: tuple[str, ...]) -> list[str]:
    return [cite_label(library, cite) for cite in cites]


def _emergency(case: Emergency, library: Library) -> dict[str, Any]:
    return {
        "situation": case.situation,
        "calls": [{"number": number, "name": _call_name(number, library)} for number in case.call],
        "steps": [plain(step) for step in case.steps],
        "never": [plain(line) for line in case.never],
    }


def _call_name(number: str, library: Library) -> str:
    line = library.hotline(number)
    return line.name if line else ""


def _tip(tip: Tip) -> dict[str, str]:
    return {
        "text": plain(tip.text),
        "why": plain(tip.why),
        "audience": "、".join(audience.label for audience in tip.audience),
    }


def _checklist(course: Course, library: Library) -> list[dict[str, Any]]:
    """Give the rows by area, numbered through."""
    numbered = list(enumerate(course.checklist, 1))
    return [
        {
            "area": area,
            "rows": [
                {
                    "number": number,
                    "item": plain(row.item),
                    "how": plain(row.how),
                    "remedy": plain(row.remedy),
                    "major": row.major,
                    "sources": _labels(library, row.sources),
                }
                for number, row in rows
            ],
        }
        for area, rows in groupby(numbered, key=lambda pair: pair[1].area)
    ]


def _question(number: int, question: Question, library: Library) -> dict[str, Any]:
    return {
        "number": number,
        "kind": question.kind.value,
        "label": question.kind.label,
        "text": plain(question.text),
        "choices": [{"letter": letter, "text": plain(text)} for letter, text in question.choices],
        "answer": question.answer,
        "explanation": plain(question.explanation),
        "sources": _labels(library, question.sources),
    }
