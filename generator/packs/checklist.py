"""The hazard checklist (隐患排查清单): as a workbook to fill in and count, and on paper."""

from __future__ import annotations

from itertools import groupby

from generator.documents.outline import (
    Bullets,
    Column,
    Heading,
    Look,
    Outline,
    Section,
    Table,
    Title,
)
from generator.documents.tone import Tone
from generator.documents.workbook import Annex, Choice, Count, SheetColumn, Workbook
from generator.model.course import ChecklistRow
from generator.model.wording import plain
from generator.packs.lesson import Lesson

NAME = "隐患排查清单"
_PLACE = "检查单位：＿＿＿＿＿＿＿＿　检查日期：＿＿＿＿＿＿　检查人：＿＿＿＿＿＿　"
_MAJOR_SIGN = "★"
_MAJOR_NOTE = f"{_MAJOR_SIGN} 可能构成重大事故隐患，发现后先停下来处理。"
_NUMBER, _ITEM, _HOW, _REMEDY = "序号", "检查内容（合格的样子）", "怎么查", "不合格怎么改"
_SOURCES, _RESULT, _MAJOR, _REPAIR = "依据", "结果", "重大", "复查"
_FOUND, _WHO = "问题", "责任人、期限"
_GOOD, _BAD = "合格", "不合格"
_REPAIRED = "已整改"
_RESULTS = (Choice(_GOOD, Tone.PINE), Choice(_BAD, Tone.CINNABAR), Choice("不适用", None))
_REPAIRS = (
    Choice(_REPAIRED, Tone.PINE),
    Choice("整改中", Tone.AMBER),
    Choice("未整改", Tone.CINNABAR),
)
_TICKED = "□{} □{}\n□{}".format(*(choice.word for choice in _RESULTS))
_OPEN = ((_RESULT, _BAD), (_REPAIR, f"<>{_REPAIRED}"))


def checklist_workbook(lesson: Lesson) -> Workbook:
    """Arrange the list as a workbook, with a sheet that counts what is still open."""
    return Workbook(
        name=NAME,
        imprint=lesson.imprint,
        title=_title(lesson),
        note=f"{_PLACE}“结果”“复查”点开选择；每一条的依据在“{_SOURCES}”表。{_MAJOR_NOTE}",
        columns=(
            SheetColumn(head=_NUMBER, width=5, centred=True),
            SheetColumn(head="部位", width=10),
            SheetColumn(head=_ITEM, width=34),
            SheetColumn(head=_HOW, width=20),
            SheetColumn(head=_MAJOR, width=5, centred=True, tone=Tone.CINNABAR),
            SheetColumn(head=_RESULT, width=9, choices=_RESULTS),
            SheetColumn(head=_FOUND, width=18),
            SheetColumn(head=_REMEDY, width=26),
            SheetColumn(head=_WHO, width=13),
            SheetColumn(head=_REPAIR, width=9, choices=_REPAIRS),
        ),
        rows=tuple(_cells(number, row) for number, row in enumerate(lesson.course.checklist, 1)),
        frozen=3,
        summary=f"{lesson.subject}：汇总",
        counts=(
            Count(label="检查项目总数"),
            Count(label="已检查", criteria=((_RESULT, "?*"),)),
            *(Count(label=choice.word, criteria=((_RESULT, choice.word),)) for choice in _RESULTS),
            Count(label="还没整改完的隐患", criteria=_OPEN, urgent=True),
            Count(
                label="其中可能是重大隐患的",
                criteria=(*_OPEN, (_MAJOR, _MAJOR_SIGN)),
                urgent=True,
            ),
        ),
        annex=Annex(
            name=_SOURCES,
            columns=(
                SheetColumn(head=_NUMBER, width=6, centred=True),
                SheetColumn(head=_ITEM, width=44),
                SheetColumn(head=_SOURCES, width=44),
            ),
            rows=tuple(
                (number, plain(row.item), "；".join(lesson.labels(row.sources)))
                for number, row in enumerate(lesson.course.checklist, 1)
            ),
        ),
    )


def checklist(lesson: Lesson) -> Outline:
    """Arrange the list for paper, part by part of the place that is looked at."""
    columns = (
        Column(_NUMBER, 1.4, Look.CENTRED),
        Column(_ITEM, 7.4),
        Column(_HOW, 4.4),
        Column(_RESULT, 2.9, Look.CENTRED),
        Column(_REMEDY, 5.4),
        Column(f"{_FOUND}、{_WHO}", 4.0),
    )
    rows: list[tuple[str, ...] | Section] = []
    numbered = enumerate(lesson.course.checklist, 1)
    for area, part in groupby(numbered, key=lambda pair: pair[1].area):
        rows.append(Section(area))
        rows += [_printed(number, row) for number, row in part]
    sources = tuple(
        f"第 {number} 项：{'；'.join(lesson.labels(row.sources))}"
        for number, row in enumerate(lesson.course.checklist, 1)
    )
    return Outline(
        name=NAME,
        imprint=lesson.imprint,
        blocks=(
            Title(_title(lesson), under=_PLACE + _MAJOR_NOTE),
            Table(columns, tuple(rows)),
            Heading(f"{_SOURCES}（按{_NUMBER}）"),
            Bullets(sources, small=True),
        ),
        landscape=True,
    )


def _title(lesson: Lesson) -> str:
    return f"{lesson.subject}{NAME}"


def _cells(number: int, row: ChecklistRow) -> tuple[str | int, ...]:
    return (
        number,
        row.area,
        plain(row.item),
        plain(row.how),
        _MAJOR_SIGN if row.major else "",
        "",
        "",
        plain(row.remedy),
        "",
        "",
    )


def _printed(number: int, row: ChecklistRow) -> tuple[str, ...]:
    return (
        f"{number} {_MAJOR_SIGN}" if row.major else str(number),
        plain(row.item),
        plain(row.how),
        _TICKED,
        plain(row.remedy),
        "",
    )
