"""Unit pages, their index and the responsibility matrix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.model import fixed_pages
from generator.model.address import UNITS, address_of
from generator.model.campaign import CampaignEdition
from generator.model.kinds import kind_of
from generator.model.library import Library
from generator.model.unit import Unit
from generator.model.vocabulary import Role, UnitKind
from generator.model.work import WorkItem
from generator.pages.page import Crumb, Page
from generator.pages.page_maker import PageMaker

_LABEL = kind_of(Unit).label


def unit_pages(maker: PageMaker) -> Iterator[Page]:
    """Give the index of units, the matrix, and one page per unit."""
    library = maker.library
    yield maker.fixed(
        "units",
        fixed_pages.UNITS,
        wide=True,
        year=library.plan_year if library.items_now else None,
        groups=[
            (
                kind,
                [
                    (unit, _count(library, unit), _count_in_groups(library, unit))
                    for unit in library.units.values()
                    if unit.kind is kind
                ],
            )
            for kind in UnitKind
        ],
    )
    if library.items_now and library.plan_year:
        yield _matrix(maker, library.plan_year)
    for unit in library.units.values():
        yield maker.page(
            "unit",
            address=address_of(unit),
            title=unit.name,
            description=unit.about,
            section=UNITS,
            parents=(Crumb.to(fixed_pages.UNITS),),
            about=unit,
            unit=unit,
            year=library.plan_year,
            duties=library.parts_of(unit),
            group_duties=library.group_parts_of(unit),
            figures=library.figures_of(unit),
            campaigns=[
                campaign
                for campaign in library.campaigns_now
                if isinstance(campaign, CampaignEdition) and unit.id in _organisers(campaign)
            ],
        )


def _organisers(campaign: CampaignEdition) -> set[str]:
    """Give the ids of all who organise a campaign or one of its events."""
    events = {id_ for event in campaign.programme for id_ in event.organisers}
    return events | set(campaign.organisers)


def _count(library: Library, unit: Unit) -> list[tuple[Role, int]]:
    return [(role, len(items)) for role, items in library.parts_of(unit)]


def _count_in_groups(library: Library, unit: Unit) -> int:
    """Count the items in which a unit has its part only as one of a group's members."""
    return sum(len(items) for _, parts in library.group_parts_of(unit) for _, items in parts)


def _matrix(maker: PageMaker, year: int) -> Page:
    library = maker.library
    items = library.items_now
    rows = [(unit, _cells(library, unit, items)) for unit in library.units.values()]
    return maker.fixed(
        "matrix",
        fixed_pages.MATRIX,
        description=f"{year}年{fixed_pages.MATRIX.description}",
        section=UNITS,
        parents=(Crumb.to(fixed_pages.UNITS),),
        wide=True,
        year=year,
        rows=[
            (unit, cells, _counted(cells))
            for unit, cells in rows
            if any(cell.role for cell in cells)
        ],
        items=items,
        roles=list(Role),
    )


@dataclass(frozen=True)
class Cell:
    """A unit's part in an item: none, its own, or that of a group to which it belongs."""

    item: WorkItem
    role: Role | None = None
    group: Unit | None = None


def _cells(library: Library, unit: Unit, items: Iterable[WorkItem]) -> list[Cell]:
    """Give a unit's row: one cell for each item."""
    cells = {
        item.id: Cell(item, role, group)
        for group, parts in library.group_parts_of(unit)
        for role, found in parts
        for item in found
    }
    for role, found in library.parts_of(unit):
        cells |= {item.id: Cell(item, role) for item in found}
    return [cells.get(item.id, Cell(item)) for item in items]


def _counted(cells: Sequence[Cell]) -> str:
    """Write in how many items a unit has a part, and how many of them it leads."""
    parts = [cell.role for cell in cells if cell.role]
    leads = parts.count(Role.LEAD)
    return f"{len(parts)} 条" + (f"，牵头 {leads} 条" if leads else "")
