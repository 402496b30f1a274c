"""The library: all content, typed and frozen, with its relations resolved once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from generator.model.alert import Alert
from generator.model.base import Entity
from generator.model.campaign import Campaign
from generator.model.course import Course
from generator.model.reference import Reference
from generator.model.sector import Sector
from generator.model.site import Hotline, Site
from generator.model.synonyms import Synonyms
from generator.model.theme import Theme
from generator.model.unit import Unit
from generator.model.vocabulary import Role, Status
from generator.model.work import WorkItem, WorkPlan

E = TypeVar("E", bound=Entity)
S = TypeVar("S", WorkItem, Theme, Campaign, Alert, Course)


_RELATIONS: Mapping[str, tuple[str, ...]] = {
    "plans": (),
    "items": ("sectors", "campaigns"),
    "sectors": ("related",),
    "themes": ("sectors", "items", "campaigns"),
    "campaigns": ("sectors",),
    "alerts": ("sectors", "items"),
    "courses": ("sectors",),
}


@dataclass(frozen=True, kw_only=True)
class Library:
    """Everything the site says; each mapping goes from an id to its entity, in reading order."""

    site: Site
    reviewed_units_on: date
    units: Mapping[str, Unit]
    references: Mapping[str, Reference]
    synonyms: Synonyms
    plans: Mapping[str, WorkPlan]
    items: Mapping[str, WorkItem]
    sectors: Mapping[str, Sector]
    themes: Mapping[str, Theme]
    campaigns: Mapping[str, Campaign]
    alerts: Mapping[str, Alert]
    courses: Mapping[str, Course]

    def live(self, as_of: date, *, with_drafts: bool = False) -> Library:
        """Give the library as readers may see it on the day `as_of`.

        What is not live is gone, and with it each relation that names it. An editor's preview
        is made `with_drafts`: drafts show as they will on their day.
        """
        entities: dict[str, Any] = {
            name: _live(getattr(self, name), as_of, with_drafts) for name in _RELATIONS
        }
        shown = replace(self, **entities)
        known = {
            field: set(getattr(shown, shelf))
            for field, shelf in (
                ("sectors", "sectors"),
                ("related", "sectors"),
                ("items", "items"),
                ("campaigns", "campaigns"),
                ("themes", "themes"),
                ("alerts", "alerts"),
                ("courses", "courses"),
            )
        }
        pruned: dict[str, Any] = {
            name: {
                id_: _pruned(entity, fields, known) for id_, entity in getattr(shown, name).items()
            }
            for name, fields in _RELATIONS.items()
        }
        return replace(shown, **pruned)

    def items_of(self, sector: Sector) -> tuple[WorkItem, ...]:
        """Give the work items that name this sector."""
        return self._by_sector(self.items.values(), sector)

    def themes_of(self, sector: Sector) -> tuple[Theme, ...]:
        """Give the monthly themes that name this sector."""
        return self._by_sector(self.themes.values(), sector)

    def campaigns_of(self, sector: Sector) -> tuple[Campaign, ...]:
        """Give the campaigns that name this sector."""
        return self._by_sector(self.campaigns.values(), sector)

    def alerts_of(self, sector: Sector) -> tuple[Alert, ...]:
        """Give the alerts that name this sector."""
        return self._by_sector(self.alerts.values(), sector)

    def courses_of(self, sector: Sector) -> tuple[Course, ...]:
        """Give the courses that name this sector; those made for it come first."""
        courses = self._by_sector(self.courses.values(), sector)
        return tuple(sorted(courses, key=lambda course: course.sectors[0] != sector.id))

    def courses_for(self, entity: WorkItem | Theme | Campaign | Alert) -> tuple[Course, ...]:
        """Give the courses whose main sector an entity names, in the entity's order of sectors."""
        by_sector = [self.courses_of(sector) for sector in self.sectors_of(entity)]
        found = {
            course.id: course
            for courses in by_sector
            for course in courses
            if course.sectors[0] in entity.sectors
        }
        return tuple(found.values())

    def sectors_of(
        self, entity: WorkItem | Theme | Campaign | Alert | Course
    ) -> tuple[Sector, ...]:
        """Give the live sectors that an entity names, in its own order."""
        return _pick(self.sectors, entity.sectors)

    def neighbours_of(self, sector: Sector) -> tuple[Sector, ...]:
        """Give a sector's parent, children and related sectors, each once."""
        ids = [sector.parent] if sector.parent else []
        ids += [other.id for other in self.sectors.values() if other.parent == sector.id]
        ids += sector.related
        ids += [other.id for other in self.sectors.values() if sector.id in other.related]
        return _pick(self.sectors, dict.fromkeys(ids))

    def campaigns_named_by(self, entity: WorkItem | Theme) -> tuple[Campaign, ...]:
        """Give the live campaigns that an item or a theme names."""
        return _pick(self.campaigns, entity.campaigns)

    def items_named_by(self, entity: Theme | Alert) -> tuple[WorkItem, ...]:
        """Give the live items that a theme or an alert names."""
        return _pick(self.items, entity.items)

    def themes_naming(self, entity: WorkItem | Campaign) -> tuple[Theme, ...]:
        """Give the themes that name an item or a campaign."""
        if isinstance(entity, WorkItem):
            return tuple(theme for theme in self.themes.values() if entity.id in theme.items)
        return tuple(theme for theme in self.themes.values() if entity.id in theme.campaigns)

    def items_naming(self, campaign: Campaign) -> tuple[WorkItem, ...]:
        """Give the items that name a campaign."""
        return tuple(item for item in self.items.values() if campaign.id in item.campaigns)

    def items_in(self, plan: WorkPlan, section_id: str) -> tuple[WorkItem, ...]:
        """Give the items of one section of a plan, by number."""
        return tuple(
            item
            for item in self.items.values()
            if item.year == plan.year and item.section == section_id
        )

    def plan_of(self, item: WorkItem) -> WorkPlan | None:
        """Give the plan of the item's year, if it is live."""
        return next((plan for plan in self.plans.values() if plan.year == item.year), None)

    def alerts_on(self, day: date) -> tuple[Alert, ...]:
        """Give the alerts that stand on a day, warnings first."""
        standing = [alert for alert in self.alerts.values() if alert.window.holds(day)]
        return tuple(sorted(standing, key=lambda alert: (alert.level != "warning", alert.id)))

    def theme_of_month(self, day: date) -> Theme | None:
        """Give the month's theme; where the year has none yet, the latest year's for that month."""
        same_month = [theme for theme in self.themes.values() if theme.month == day.month]
        return max(same_month, key=lambda theme: theme.year, default=None)

    def hotline(self, number: str) -> Hotline | None:
        """Give the hotline with this number, if the site lists it."""
        return next((line for line in self.site.hotlines if line.number == number), None)

    def parts_of(self, unit: Unit) -> tuple[tuple[Role, tuple[WorkItem, ...]], ...]:
        """Give the items that a unit takes part in, by role."""
        found: dict[Role, list[WorkItem]] = defaultdict(list)
        for item in self.items.values():
            for role, ids in item.responsibility.by_role():
                if unit.id in ids:
                    found[role].append(item)
        return tuple((role, tuple(found[role])) for role in Role if role in found)

    @cached_property
    def citations(self) -> Mapping[str, Mapping[str, tuple[Entity, ...]]]:
        """Map a reference id and a locator ("" for the whole text) to the entities citing it."""
        found: dict[str, dict[str, dict[str, Entity]]] = defaultdict(lambda: defaultdict(dict))
        for entity in self.entities():
            for cite in cites_of(entity):
                reference, _, locator = cite.partition("#")
                found[reference][locator][f"{type(entity).__name__}:{entity.id}"] = entity
        return {
            reference: {locator: tuple(them.values()) for locator, them in by_locator.items()}
            for reference, by_locator in found.items()
        }

    def changed_on(self, thing: object) -> date:
        """Give the day of the last change to a thing; of all content where it is not one thing.

        It follows the content's own dates and never the day of a build.
        """
        match thing:
            case Entity():
                return thing.changed_on
            case Unit():
                return self.reviewed_units_on
            case Reference():
                return thing.checked_on
        return self._last_change

    @cached_property
    def _last_change(self) -> date:
        return max((entity.changed_on for entity in self.entities()), default=self.reviewed_units_on)

    def entities(self) -> Iterator[Entity]:
        """Give every entity that has a life cycle, kind by kind."""
        yield from self.plans.values()
        yield from self.items.values()
        yield from self.sectors.values()
        yield from self.themes.values()
        yield from self.campaigns.values()
        yield from self.alerts.values()
        yield from self.courses.values()

    @staticmethod
    def _by_sector(entities: Iterable[S], sector: Sector) -> tuple[S, ...]:
        return tuple(entity for entity in entities if sector.id in entity.sectors)


def cites_of(value: object) -> Iterator[str]:
    """Give every citation inside an entity, in reading order."""
    if isinstance(value, tuple):
        for part in value:
            yield from cites_of(part)
        return
    fields = getattr(type(value), "model_fields", {})
    for name in fields:
        if name == "sources":
            yield from getattr(value, name)
        else:
            yield from cites_of(getattr(value, name))


def _live(entities: Mapping[str, E], as_of: date, with_drafts: bool) -> Mapping[str, E]:
    return {
        id_: entity
        for id_, entity in entities.items()
        if entity.is_live(as_of) or (with_drafts and entity.status is Status.DRAFT)
    }


def _pruned(entity: E, fields: tuple[str, ...], known: Mapping[str, set[str]]) -> E:
    """Take the ids of what is not live out of an entity's relations."""
    changed: dict[str, object] = {}
    for field in fields:
        ids = getattr(entity, field)
        kept = tuple(id_ for id_ in ids if id_ in known[field])
        if kept != ids:
            changed[field] = kept
    if isinstance(entity, Campaign):
        material = tuple(each for each in entity.materials if _leads(each.link, known))
        if material != entity.materials:
            changed["materials"] = material
    parent = getattr(entity, "parent", None)
    if parent and parent not in known["sectors"]:
        changed["parent"] = None
    return entity.model_copy(update=changed) if changed else entity


def _leads(link: str, known: Mapping[str, set[str]]) -> bool:
    """Tell whether a link such as `sector:fire` leads to something that is live."""
    kind, _, id_ = link.partition(":")
    return id_ in known[f"{kind}s"]


def _pick(entities: Mapping[str, E], ids: Iterable[str]) -> tuple[E, ...]:
    return tuple(entities[id_] for id_ in ids if id_ in entities)
