"""What was read as drafts: the plan and one file an item, each with the document's own words.

What only a person can write waits to be written; no text is invented.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from generator.editors.drafts import Draft, a_year_after
from generator.editors.skeleton import draft_text
from generator.importer.proposals import Proposal, Proposals
from generator.importer.reading import Point, Reading
from generator.importer.times import Due
from generator.importer.units import KnownUnits
from generator.model import placeholder
from generator.model.kind import Kind, Layer
from generator.model.kinds import kind_of
from generator.model.work import WorkItem, WorkPlan
from generator.project import Project

_LONGEST_SHORT_TITLE = 12
_LONGEST_LINE = 300
MOST_CHAPTERS = 30
_NO_CHAPTER = "whole"
_PROPOSED = "# 提议：按文件里的词找到的，核对以后留下合适的"


def drafts(
    found: Reading,
    known: KnownUnits,
    project: Project,
    proposals: Proposals,
    sections: Mapping[int, str],
    *,
    county: str,
    year: int,
    day: date,
) -> Iterator[Draft]:
    """Give the plan's draft and those of its items.

    `sections` are ids that chapters have already, by their places; `county` is the name for
    which the content has {县名}; `day` the one on which the drafts are made.
    """
    common = {
        "status": "draft",
        "publish_on": day,
        "reviewed_on": day,
        "review_by": a_year_after(day),
        "year": year,
        "*.sources": [placeholder.ID],
    }
    plan = _plan(found, county, sections)
    yield _draft(kind_of(WorkPlan), f"{year}", {**common, **plan}, project)
    for point in found.points:
        item = point.item
        given = {
            **common,
            **item_values(point, found.everybody, known),
            **_proposed(proposals.of(item.title.words, item.body.words)),
            "section": sections.get(item.chapter) or _chapter(item.chapter),
        }
        draft = _draft(kind_of(WorkItem), f"{year}-{item.number:02}", given, project)
        yield replace(draft, text=_marked(draft.text))


def _draft(kind: Kind, id_: str, given: dict[str, Any], project: Project) -> Draft:
    place = kind.path_at(id_)
    assert place is not None
    path = project.place(Layer.COUNTY, place)
    schemas = project.schemas_from(path)
    return Draft(path, draft_text(kind, {**given, "id": id_}, schemas=schemas))


def _proposed(found: Proposal) -> dict[str, Any]:
    """Give what common content offers; sentences still wait to be written, with the offer."""
    lines = {"for_public": found.for_public, "for_enterprises": found.for_enterprises}
    rows = {
        name: [f"{placeholder.TEXT}（提议，取自“{title}”）{line}" for title, line in offered]
        for name, offered in lines.items()
    }
    digest = [f"{placeholder.TEXT}（提议，取自“{title}”）{line}" for title, line in found.summary]
    return {
        "sectors": [*found.sectors] or None,
        "campaigns": [*found.campaigns] or None,
        **{name: offered for name, offered in rows.items() if offered},
        **({"digest": digest[0]} if digest else {}),
    }


def _marked(text: str) -> str:
    """Mark what was found by words alone, so that a person looks at it."""
    for name in ("sectors", "campaigns"):
        text = text.replace(f"\n{name}: [", f"\n{_PROPOSED}\n{name}: [", 1)
    return text


def _plan(found: Reading, county: str, sections: Mapping[int, str]) -> dict[str, Any]:
    outline = found.outline
    befores = [each.before for each in outline.chapters]
    told = [outline.requirement, outline.aim, *outline.others, *befores]
    official = [part.words for part in told if part.words]
    written = [each.written for each in outline.chapters]
    counted = 0 not in written and len({*written}) == len(written)
    chapters = [
        {
            "id": sections.get(each.number) or _chapter(each.number),
            "number": min(each.written if counted else each.number, MOST_CHAPTERS),
            "title": each.title.words[:_LONGEST_LINE] or f"{placeholder.TEXT}章节标题",
        }
        for each in outline.chapters
    ] or [{"id": _chapter(0), "number": 1, "title": f"{placeholder.TEXT}章节标题"}]
    named = outline.title.words.replace(county, "{县名}") if outline.title else ""
    title = {"title": named} if named else {}
    return {
        **title,
        "official_text": "\n".join(official) or None,
        "sections": chapters,
        "deadlines": [*_deadlines(found.dues)] or None,
    }


def _deadlines(dues: Iterable[Due]) -> Iterator[dict[str, Any]]:
    seen: set[tuple[date, str]] = set()
    for each in dues:
        if (each.day, each.what) not in seen:
            seen.add((each.day, each.what))
            yield {"due": each.day, "what": each.what[:_LONGEST_LINE]}


def item_values(point: Point, everybody: Sequence[str], known: KnownUnits) -> dict[str, Any]:
    """Give the fields of an item that the document says, as they are written."""
    item = point.item
    title = item.title.words
    note = f"（{item.note.words}）" if item.note else ""
    when = f"\n{item.when.words}" if item.when else ""
    given: dict[str, Any] = {
        "number": item.number,
        "section": _chapter(item.chapter),
        "official_text": f"{item.body.words}{note}{when}".strip() or None,
        "responsibility": _responsibility(point, everybody, known),
        "figures": list(_figures(point, known)) or None,
        "deadlines": [*_deadlines(point.dues)] or None,
    }
    if title:
        given["title"] = title[:_LONGEST_LINE]
    if 0 < len(title) <= _LONGEST_SHORT_TITLE:
        given["short_title"] = title
    return given


def _chapter(number: int) -> str:
    return f"part-{number}" if number else _NO_CHAPTER


def _responsibility(point: Point, everybody: Sequence[str], known: KnownUnits) -> dict[str, Any]:
    """Give the wording and the units; what nobody knows waits to be written, in one place.

    A unit has one role in an item: the first that it is named in. `everybody` carries out
    every item, by a clause that stands once in the document.
    """
    if point.duties is None or point.note is None:
        return {"wording": f"{placeholder.TEXT}文件括号内的写法"}
    wording = "，".join(point.note.words.split())
    seen: set[str] = set()
    roles: dict[str, list[str]] = {}
    for role in ("lead", "joint", "sharing", "supporting"):
        names = [*point.duties.of(role).names, *(everybody if role == "sharing" else ())]
        ids = [known.find(name) or placeholder.ID for name in names]
        roles[role] = [each for each in dict.fromkeys(ids) if each not in seen]
        seen.update(ids)
    marks = {
        "joint_sharing": point.duties.joint_sharing,
        "sharing_others": point.duties.sharing.others,
    }
    return {
        "wording": wording[:_LONGEST_LINE],
        **{role: ids for role, ids in roles.items() if ids},
        **{name: value for name, value in marks.items() if value},
    }


def _figures(point: Point, known: KnownUnits) -> Iterator[dict[str, Any]]:
    for each in point.demands:
        units = [unit for unit in [known.find(each.actor) if each.actor else ""] if unit]
        yield {
            "actor": each.actor or f"{placeholder.TEXT}谁",
            **({} if each.actor else {"stated": False}),
            **({"units": units} if units else {}),
            "action": each.action[:_LONGEST_LINE],
            "period": each.period.value,
            "at_least" if each.least else "amount": each.number,
            "unit": each.unit,
        }
