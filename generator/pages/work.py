"""The work points: the plan by section, and one page per item."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.model import fixed_pages
from generator.model.address import WORK, address_of
from generator.model.compared import Comparison, compare
from generator.model.library import Library
from generator.model.unit import Unit
from generator.model.vocabulary import Role
from generator.model.work import WorkItem, WorkPlan
from generator.pages.campaigns import units_of
from generator.pages.page import Crumb, Page
from generator.pages.page_maker import PageMaker
from generator.pages.tips import unique_sources


def work_pages(maker: PageMaker) -> Iterator[Page]:
    """Give the newest year's index, each year's plan, and one page per item."""
    library = maker.library
    plans = sorted(library.plans.values(), key=lambda plan: plan.year, reverse=True)
    yield maker.fixed(
        "work",
        fixed_pages.WORK,
        wide=True,
        plans=[
            (plan, _sections(library, plan))
            for plan in plans
            if plan.year >= (library.plan_year or 0)
        ],
    )
    current = next((plan for plan in plans if plan.year == library.plan_year), None)
    older = {plan.year: before for plan, before in pairwise(plans)}
    for plan in plans:
        yield maker.page(
            "plan",
            address=address_of(plan),
            title=plan.title,
            description=f"{plan.title}的总体要求、目标和全部条目。",
            section=WORK,
            parents=(Crumb.to(fixed_pages.WORK),),
            about=plan,
            plan=plan,
            now=current if current and current.year > plan.year else None,
            sections=_sections(library, plan),
            older=older.get(plan.year),
            comparison=_compared(library, plan, older.get(plan.year)),
            figures=[
                (item, figure)
                for item in library.items_of_year(plan.year)
                for figure in item.figures
            ],
        )
    for item in library.items.values():
        yield _item(maker, item)


def _compared(library: Library, plan: WorkPlan, older: WorkPlan | None) -> Comparison | None:
    """Compare a plan with the one before it; None where it is the first."""
    if older is None:
        return None
    new, old = library.items_of_year(plan.year), library.items_of_year(older.year)
    return compare(new, old) if new and old else None


def _sections(library: Library, plan: WorkPlan) -> list[tuple[object, tuple[WorkItem, ...]]]:
    return [(section, library.items_in(plan, section.id)) for section in plan.sections]


def _item(maker: PageMaker, item: WorkItem) -> Page:
    library = maker.library
    plan = library.plan_of(item)
    section = (
        next((each for each in plan.sections if each.id == item.section), None) if plan else None
    )
    way = (Crumb(f"{item.year}年", address_of(plan)),) if plan else ()
    same_year = {each.number: each for each in library.items_of_year(item.year)}
    return maker.page(
        "item",
        address=address_of(item),
        title=item.full_title,
        description=item.digest.replace("\n", "")[:120],
        section=WORK,
        parents=(Crumb.to(fixed_pages.WORK), *way),
        about=item,
        item=item,
        now=library.item_now(item),
        section_title=section.title if section else "",
        roles=_roles(library, item),
        sectors=library.sectors_of(item),
        courses=library.courses_for(item),
        campaigns=library.campaigns_named_by(item),
        themes=library.themes_naming(item),
        alerts=library.alerts_for(item),
        previous=same_year.get(item.number - 1),
        following=same_year.get(item.number + 1),
        all_sources=unique_sources(item),
    )


def _roles(library: Library, item: WorkItem) -> list[tuple[Role, str, list[Unit], bool]]:
    """Give each role, how the document words it, its units, and whether it says 等 after them."""
    duty = item.responsibility
    joint = f"{Role.JOINT.label}，{Role.SHARING.label}" if duty.joint_sharing else Role.JOINT.label
    return [
        (
            role,
            joint if role is Role.JOINT else role.label,
            units_of(library, ids),
            role is Role.SHARING and duty.sharing_others,
        )
        for role, ids in duty.by_role()
    ]
