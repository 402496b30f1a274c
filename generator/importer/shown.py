"""What was read, as people are shown it: the words that terminal, page and document share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.importer.figures import Demand
from generator.importer.reading import Doubt, Point, Reading
from generator.importer.units import KnownUnits
from generator.model.wording import chinese_date

ROLES = {"lead": "牵头", "joint": "会同", "sharing": "按职责分工", "supporting": "配合"}
NEXT = "把“在这里写”都写好，把编号换成 units.yml 里的，再把 status 改成 published。"


@dataclass(frozen=True)
class Row:
    """An item as it is listed: number, title, units by role, figures and days, its doubts."""

    number: int
    title: str
    units: tuple[str, ...]
    figures: tuple[str, ...]
    doubts: tuple[Doubt, ...]


def rows(found: Reading, known: KnownUnits) -> tuple[Row, ...]:
    """Give every item as it is listed."""
    return tuple(
        Row(
            point.item.number,
            point.item.title.words,
            tuple(_units(point, known)),
            (*map(_figure, point.demands), *_days(point)),
            tuple(_in_order(point.doubts)),
        )
        for point in found.points
    )


def head(found: Reading) -> str:
    """Give the title, and how much was read."""
    title = found.outline.title.words if found.outline.title else "没有标题"
    left = f"，去掉页码等 {len(found.dropped)} 处" if found.dropped else ""
    mended = "".join(f"，{each}" for each in found.mended)
    count = len(found.outline.chapters)
    return f"{title}：{count} 部分，{len(found.points)} 条{left}{mended}"


def doubts(found: Reading) -> tuple[Doubt, ...]:
    """Give every doubt, those of the document and of its items, by their places."""
    of_items = (each for point in found.points for each in point.doubts)
    return tuple(_in_order([*found.doubts, *of_items]))


def unknown(found: Reading, known: KnownUnits) -> Iterator[str]:
    """Give every name once that is no unit's, but for those that are near one's."""
    names = (name for point in found.points if point.duties for name in point.duties.all)
    for name in dict.fromkeys([*names, *found.everybody]):
        if not known.find(name) and not known.near(name):
            yield name


def _in_order(found: Iterable[Doubt]) -> list[Doubt]:
    return sorted(found, key=lambda each: (each.mark.line, each.mark.column))


def _units(point: Point, known: KnownUnits) -> Iterator[str]:
    for role, label in ROLES.items() if point.duties else ():
        assert point.duties is not None
        names = point.duties.of(role)
        if names.names:
            shown = "、".join(known.names.get(known.find(name), name) for name in names.names)
            yield f"{label}：{shown}{'等' if names.others else ''}"


def _figure(demand: Demand) -> str:
    least = "至少" if demand.least else ""
    return f"{demand.period.label}{least}{demand.number}{demand.unit}：{demand.clause.words}"


def _days(point: Point) -> Iterator[str]:
    for each in point.dues:
        yield f"{chinese_date(each.day)}前：{each.what}"
