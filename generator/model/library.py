"""The library: all content, typed and frozen, with its relations resolved once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TypeVar, cast

from generator.model import placeholder
from generator.model.alert import Alert
from generator.model.answers import Answers
from generator.model.base import Entity, Model, Yearly
from generator.model.campaign import Campaign, CampaignEdition
from generator.model.compared import counterparts
from generator.model.course import Course
from generator.model.kind import Kind
from generator.model.kinds import COLLECTIONS, ENTITIES
from generator.model.live import live, without_dead_ends
from generator.model.picture import Picture
from generator.model.place import Place, Places
from generator.model.reference import Reference
from generator.model.sector import Sector
from generator.model.site import Hotline, Issuer, Site
from generator.model.situation import Procedure, Situation
from generator.model.synonyms import Synonyms
from generator.model.theme import Theme, ThemeEdition
from generator.model.unit import Unit
from generator.model.vocabulary import PlaceKind, Role
from generator.model.work import Figure, WorkItem, WorkPlan

M = TypeVar("M", bound=Model)
E = TypeVar("E", bound=Entity | Unit)
Thing = Entity | Unit | Reference | Picture
Announced = Theme | Campaign | Alert
"""What the publicity department tells people of, in every channel."""
S = TypeVar("S", WorkItem, Theme, Campaign, Alert, Course)


@dataclass(frozen=True, kw_only=True)
class Library:
    """Everything the site says.

    `things` has all things of each kind under their model: a mapping from id to thing, in
    reading order. `of` gives them typed; the properties are the same for the kinds that the site
    is built on. `own` names what stands in the county's folder, by model and id. `day` is the one
    on which a live library is seen.
    """

    site: Site
    synonyms: Synonyms
    answers: Answers
    reviewed_units_on: date | None
    places: Places | None
    things: Mapping[type[Model], Mapping[str, Model]]
    own: frozenset[tuple[type[Model], str]] = frozenset()
    day: date = date.max

    def of(self, model: type[M]) -> Mapping[str, M]:
        """Give all things of a kind by their ids, in reading order."""
        return cast(Mapping[str, M], self.things[model])

    @property
    def plans(self) -> Mapping[str, WorkPlan]:
        """Give the yearly plans."""
        return self.of(WorkPlan)

    @property
    def items(self) -> Mapping[str, WorkItem]:
        """Give the items of all plans."""
        return self.of(WorkItem)

    @property
    def procedures(self) -> Mapping[str, Procedure]:
        """Give the procedures."""
        return self.of(Procedure)

    @property
    def situations(self) -> Mapping[str, Situation]:
        """Give the situations."""
        return self.of(Situation)

    @property
    def sectors(self) -> Mapping[str, Sector]:
        """Give the sectors."""
        return self.of(Sector)

    @property
    def themes(self) -> Mapping[str, Theme]:
        """Give the months' themes, as they are in any year."""
        return self.of(Theme)

    @property
    def theme_editions(self) -> Mapping[str, ThemeEdition]:
        """Give the yearly editions of the months' themes."""
        return self.of(ThemeEdition)

    @property
    def campaigns(self) -> Mapping[str, Campaign]:
        """Give the campaigns, as they are in any year."""
        return self.of(Campaign)

    @property
    def campaign_editions(self) -> Mapping[str, CampaignEdition]:
        """Give the yearly editions of the campaigns."""
        return self.of(CampaignEdition)

    @property
    def alerts(self) -> Mapping[str, Alert]:
        """Give the alerts."""
        return self.of(Alert)

    @property
    def courses(self) -> Mapping[str, Course]:
        """Give the courses."""
        return self.of(Course)

    @property
    def units(self) -> Mapping[str, Unit]:
        """Give the units."""
        return self.of(Unit)

    @property
    def pictures(self) -> Mapping[str, Picture]:
        """Give the pictures of the library of pictures."""
        return self.of(Picture)

    @property
    def references(self) -> Mapping[str, Reference]:
        """Give the references."""
        return self.of(Reference)

    def with_things(self, things: Mapping[type[Model], Mapping[str, Model]]) -> Library:
        """Give the library with other things of some kinds, which are named by their models."""
        return replace(self, things={**self.things, **things})

    def live(self, as_of: date, *, with_drafts: bool = False) -> Library:
        """Give the library as readers may see it on the day `as_of`.

        What is not live is gone, and with it each relation that names it; each reference has the
        status of that day. An editor's preview is made `with_drafts`: drafts show as they will on
        their day.
        """
        shown = replace(self, day=as_of).with_things(
            {
                kind.model: live(self.entities_of(kind), as_of, with_drafts=with_drafts)
                for kind in ENTITIES
            }
        )
        pruned: dict[type[Model], Mapping[str, Model]] = {
            kind.model: {
                entity.id: without_dead_ends(entity, kind, shown.ids)
                for entity in shown.entities_of(kind)
            }
            for kind in ENTITIES
        }
        pruned[Reference] = {id_: each.as_on(as_of) for id_, each in self.references.items()}
        if with_drafts:
            pruned[Reference] = {**pruned[Reference], **_unwritten_source(shown)}
        return shown.with_things(pruned)

    @cached_property
    def ids(self) -> Mapping[str, Set[str]]:
        """Give the ids of all things, by the singular of their kind."""
        return {name: self.things[kind.thing].keys() for name, kind in COLLECTIONS.items()}

    def linked(self, kind: str, id_: str) -> Thing | None:
        """Give what a link such as `sector:fire` names, if it is there.

        What comes each year is shown as it is now.
        """
        things = self.things[COLLECTIONS[kind].thing] if kind in COLLECTIONS else {}
        found = cast(Thing | None, things.get(id_))
        if isinstance(found, Theme | Campaign) and not isinstance(found, Yearly):
            return self.now(found)
        return found

    @cached_property
    def plan_year(self) -> int | None:
        """Give the newest year that has work points; what is counted is of this year alone.

        That is one with a plan and its items, where there is such a year.
        """
        planned = {each.year for each in self.plans.values()}
        filled = {each.year for each in self.items.values()}
        return max(planned & filled or filled or planned, default=None)

    @property
    def items_now(self) -> tuple[WorkItem, ...]:
        """Give the items of the newest work points, by number."""
        return self.items_of_year(self.plan_year)

    def items_of_year(self, year: int | None) -> tuple[WorkItem, ...]:
        """Give the items of one year's work points, by number."""
        return self._items_by_year.get(year, ())

    @cached_property
    def _items_by_year(self) -> Mapping[int | None, tuple[WorkItem, ...]]:
        found: dict[int | None, list[WorkItem]] = defaultdict(list)
        for item in self.items.values():
            found[item.year].append(item)
        return {year: tuple(items) for year, items in found.items()}

    def items_of(self, sector: Sector) -> tuple[WorkItem, ...]:
        """Give the items of the newest work points that name this sector."""
        return self._by_sector(self.items_now, sector)

    def themes_of(self, sector: Sector) -> tuple[Theme, ...]:
        """Give the monthly themes that name this sector, as they are now."""
        return self._by_sector(self.themes_now, sector)

    def campaigns_of(self, sector: Sector) -> tuple[Campaign, ...]:
        """Give the campaigns that name this sector, as they are now."""
        return self._by_sector(self.campaigns_now, sector)

    @cached_property
    def themes_now(self) -> tuple[Theme, ...]:
        """Give each month's theme as it is now, January first."""
        months = {theme.id: theme for theme in self.themes.values()}
        for edition in self.theme_editions.values():
            if edition.year == self.day.year:  # its evergreen may not be live
                months.setdefault(edition.of, edition)
        return tuple(self.theme_now(months[id_]) for id_ in sorted(months))

    @cached_property
    def campaigns_now(self) -> tuple[Campaign, ...]:
        """Give each campaign as it is now, in reading order."""
        known = {campaign.id: campaign for campaign in self.campaigns.values()}
        for edition in self.campaign_editions.values():
            if edition.ends >= self.day or edition.year == self.day.year:
                known.setdefault(edition.of, edition)
        shown = (self.campaign_now(campaign) for campaign in known.values())
        return tuple(sorted(shown, key=lambda campaign: campaign.order))

    def now(self, thing: Theme | Campaign) -> Theme | Campaign:
        """Give a theme or a campaign as it is now: in the edition that counts, or evergreen."""
        return self.theme_now(thing) if isinstance(thing, Theme) else self.campaign_now(thing)

    def theme_now(self, theme: Theme) -> Theme:
        """Give a month's theme as it is now.

        That is this year's edition; where the month is past, it may be next year's that is out
        already. Without either it is the evergreen. What was said for an earlier year is never
        carried on.
        """
        of = _of(theme)
        years = {
            each.year: each
            for each in self.theme_editions.values()
            if each.of == of and each.year >= self.day.year
        }
        past = theme.month < self.day.month
        found = years.get(max(years, default=0) if past else self.day.year)
        return found or self.themes.get(of, theme)

    def campaign_now(self, campaign: Campaign) -> Campaign:
        """Give a campaign as it is now.

        That is the edition that is under way or comes next, else the last of this year, else the
        evergreen.
        """
        of = _of(campaign)
        editions = [each for each in self.campaign_editions.values() if each.of == of]
        ahead = [each for each in editions if each.ends >= self.day]
        if ahead:
            return min(ahead, key=lambda each: each.starts)
        again = campaign.falls.next_from(self.day)
        since = again[0] if again and again[0] <= self.day else date.min
        of_this_year = [
            each for each in editions if each.year == self.day.year and each.ends >= since
        ]
        if of_this_year:
            return max(of_this_year, key=lambda each: each.ends)
        return self.campaigns.get(of, campaign)

    def editions_of(self, thing: Theme | Campaign) -> tuple[ThemeEdition | CampaignEdition, ...]:
        """Give all editions of what comes each year, the newest first."""
        of = _of(thing)
        kind = self.theme_editions if isinstance(thing, Theme) else self.campaign_editions
        found = [each for each in kind.values() if each.of == of]
        return tuple(sorted(found, key=lambda each: each.year, reverse=True))

    @property
    def announced(self) -> tuple[Announced, ...]:
        """Give what kits are made for: what counts now, in order of their kind."""
        return (*self.themes_now, *self.campaigns_now, *self.alerts.values())

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

    def situations_of(
        self, entity: Sector | Course | Theme | Campaign | Alert
    ) -> tuple[Situation, ...]:
        """Give the live situations that an entity names, in its own order."""
        return _pick(self.situations, entity.situations)

    def related_situations(self, situation: Situation) -> tuple[Situation, ...]:
        """Give the situations that may come next."""
        return _pick(self.situations, situation.related)

    def sectors_naming(self, situation: Situation) -> tuple[Sector, ...]:
        """Give the sectors that name a situation."""
        return tuple(each for each in self.sectors.values() if situation.id in each.situations)

    def situations_using(self, procedure: Procedure) -> tuple[Situation, ...]:
        """Give the situations in which a procedure is used."""
        return tuple(
            each
            for each in self.situations.values()
            if any(step.use == procedure.id for step in each.all_steps)
        )

    def procedures_of(self, things: Iterable[Situation | Procedure]) -> tuple[Procedure, ...]:
        """Give the procedures that situations use, and those that these use, each once."""
        found: dict[str, Procedure] = {}
        waiting = [step.use for thing in things for step in thing.all_steps if step.use]
        for id_ in waiting:
            procedure = self.procedures.get(id_)
            if procedure is not None and id_ not in found:
                found[id_] = procedure
                waiting += [step.use for step in procedure.steps if step.use]
        return tuple(found.values())

    def neighbours_of(self, sector: Sector) -> tuple[Sector, ...]:
        """Give a sector's parent, children and related sectors, each once."""
        ids = [sector.parent] if sector.parent else []
        ids += [other.id for other in self.sectors.values() if other.parent == sector.id]
        ids += sector.related
        ids += [other.id for other in self.sectors.values() if sector.id in other.related]
        return _pick(self.sectors, dict.fromkeys(ids))

    def campaigns_named_by(self, entity: WorkItem | Theme) -> tuple[Campaign, ...]:
        """Give the live campaigns that an item or a theme names.

        What belongs to a year leads to that year's edition, where there is one.
        """
        named = _pick(self.campaigns, entity.campaigns)
        year = entity.year if isinstance(entity, Yearly) else None
        return tuple(self._campaign_in(each, year) for each in named)

    def _campaign_in(self, campaign: Campaign, year: int | None) -> Campaign:
        editions = (each for each in self.editions_of(campaign) if each.year == year)
        found = next(editions, None)
        return found if isinstance(found, Campaign) else self.campaign_now(campaign)

    def items_named_by(self, theme: Theme) -> tuple[WorkItem, ...]:
        """Give the live items that a year's edition of a theme names."""
        return _pick(self.items, theme.items) if isinstance(theme, ThemeEdition) else ()

    def themes_naming(self, entity: WorkItem | Campaign) -> tuple[Theme, ...]:
        """Give the themes that name an item or a campaign; of a year, those of that year."""
        if isinstance(entity, WorkItem):
            editions = self.theme_editions.values()
            return tuple(theme for theme in editions if entity.id in theme.items)
        naming = [theme for theme in self.themes.values() if _of(entity) in theme.campaigns]
        year = entity.year if isinstance(entity, CampaignEdition) else None
        return tuple(self._theme_in(theme, year) for theme in naming)

    def _theme_in(self, theme: Theme, year: int | None) -> Theme:
        editions = (each for each in self.editions_of(theme) if each.year == year)
        found = next(editions, None)
        return found if isinstance(found, Theme) else self.theme_now(theme)

    def items_naming(self, campaign: Campaign) -> tuple[WorkItem, ...]:
        """Give the items that name a campaign; of an edition those of its year, else the newest."""
        year = campaign.year if isinstance(campaign, CampaignEdition) else self.plan_year
        return tuple(item for item in self.items_of_year(year) if _of(campaign) in item.campaigns)

    def item_now(self, item: WorkItem) -> WorkItem | WorkPlan | None:
        """Give what has taken an item's place in newer work points: its like, or the plan.

        None where there are none newer.
        """
        if item.year == self.plan_year:
            return None
        like = self._likes[item.year].get(item.id)
        newest = next((each for each in self.plans.values() if each.year == self.plan_year), None)
        return like or newest

    @cached_property
    def _likes(self) -> Mapping[int, Mapping[str, WorkItem]]:
        """Give for each year, by the ids of its items, what has taken their places."""
        years = {item.year for item in self.items.values()}
        return {year: counterparts(self.items_now, self.items_of_year(year)) for year in years}

    def places_of(self, kinds: Iterable[PlaceKind]) -> tuple[Place, ...]:
        """Give the places of some kinds, by kind and town as they are written."""
        places = self.places.places if self.places else ()
        wanted = tuple(kinds)
        towns = list(dict.fromkeys(place.town for place in places))
        found = [place for place in places if place.kind in wanted]
        return tuple(
            sorted(found, key=lambda each: (wanted.index(each.kind), towns.index(each.town)))
        )

    def places_for(self, things: Iterable[Situation | Sector]) -> tuple[Place, ...]:
        """Give the places of the first kind that helps with one of some things and is there."""
        kinds = dict.fromkeys(kind for thing in things for kind in thing.places)
        found = (self.places_of((kind,)) for kind in kinds)
        return next((places for places in found if places), ())

    def alerts_for(self, item: WorkItem) -> tuple[Alert, ...]:
        """Give the alerts whose main sector an item names."""
        return tuple(
            each for each in self.alerts.values() if set(each.sectors[:1]) & set(item.sectors)
        )

    def items_in(self, plan: WorkPlan, section_id: str) -> tuple[WorkItem, ...]:
        """Give the items of one section of a plan, by number."""
        return tuple(item for item in self.items_of_year(plan.year) if item.section == section_id)

    def plan_of(self, item: WorkItem) -> WorkPlan | None:
        """Give the plan of the item's year, if it is live."""
        return next((plan for plan in self.plans.values() if plan.year == item.year), None)

    def alerts_on(self, day: date) -> tuple[Alert, ...]:
        """Give the alerts that stand on a day, the gravest first."""
        standing = [alert for alert in self.alerts.values() if alert.window.holds(day)]
        standing.sort(key=lambda alert: alert.id)
        return tuple(sorted(standing, key=lambda alert: alert.gravity, reverse=True))

    def theme_of_month(self, day: date) -> Theme | None:
        """Give the theme of a day's month, as it is now."""
        return next((each for each in self.themes_now if each.month == day.month), None)

    def hotline(self, number: str) -> Hotline | None:
        """Give the hotline with this number, if the site lists it; a draft's may be to come."""
        if number == placeholder.CALL:
            return placeholder.HOTLINE
        return next((line for line in self.site.hotlines if line.number == number), None)

    def issuer_of(self, thing: Entity) -> Issuer:
        """Give who signs documents of a thing: the county, or who signs those of common content."""
        own = (type(thing), thing.id) in self.own
        signature = self.site.imprint
        return signature.issuer if signature and not own else self.site.issuer

    def call_name(self, number: str) -> str:
        """Give who answers a number; "" where the site does not say."""
        line = self.hotline(number)
        return line.name if line else ""

    def parts_of(self, unit: Unit) -> tuple[tuple[Role, tuple[WorkItem, ...]], ...]:
        """Give the items of the newest work points that a unit takes part in, by role."""
        found: dict[Role, list[WorkItem]] = defaultdict(list)
        for item in self.items_now:
            for role, ids in item.responsibility.by_role():
                if unit.id in ids:
                    found[role].append(item)
        return tuple((role, tuple(found[role])) for role in Role if role in found)

    def group_parts_of(
        self, unit: Unit
    ) -> tuple[tuple[Unit, tuple[tuple[Role, tuple[WorkItem, ...]], ...]], ...]:
        """Give, by group, the items that a unit takes part in as one of a group's members.

        An item that names the unit itself is none of them: there it has a part of its own.
        """
        own = {item.id for _, items in self.parts_of(unit) for item in items}
        found: list[tuple[Unit, tuple[tuple[Role, tuple[WorkItem, ...]], ...]]] = []
        for group in _pick(self.units, unit.members_of):
            parts = (
                (role, tuple(item for item in items if item.id not in own))
                for role, items in self.parts_of(group)
            )
            if kept := tuple((role, items) for role, items in parts if items):
                found.append((group, kept))
                own |= {item.id for _, items in kept for item in items}
        return tuple(found)

    def figures_of(self, unit: Unit) -> tuple[tuple[WorkItem, Figure], ...]:
        """Give what is asked of a unit, itself or in a group, in numbers; each with its item."""
        return tuple(
            (item, figure)
            for item in self.items_now
            for figure in item.figures
            if not {unit.id, *unit.members_of}.isdisjoint(figure.units)
        )

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
            case Unit() if self.reviewed_units_on:
                return self.reviewed_units_on
            case Reference():
                return thing.checked_on
            case Places():
                return thing.reviewed_on
        return self._last_change

    @cached_property
    def _last_change(self) -> date:
        first = self.reviewed_units_on or self.day
        return max((entity.changed_on for entity in self.entities()), default=first)

    def entities(self) -> Iterator[Entity]:
        """Give every entity that has a life cycle, kind by kind."""
        for kind in ENTITIES:
            yield from self.entities_of(kind)

    def entities_of(self, kind: Kind) -> tuple[Entity, ...]:
        """Give all entities of one kind, in reading order."""
        return tuple(cast(Mapping[str, Entity], self.things[kind.model]).values())

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


def _unwritten_source(library: Library) -> Mapping[str, Reference]:
    """Give what a preview shows as source where drafts have none yet; nothing if all have."""
    ids = {cite.partition("#")[0] for entity in library.entities() for cite in cites_of(entity)}
    return {placeholder.ID: placeholder.SOURCE} if placeholder.ID in ids else {}


def _of(thing: Theme | Campaign) -> str:
    """Give the id of what comes each year: of the evergreen that an edition is of, or its own."""
    return thing.of if isinstance(thing, ThemeEdition | CampaignEdition) else thing.id


def _pick(entities: Mapping[str, E], ids: Iterable[str]) -> tuple[E, ...]:
    return tuple(entities[id_] for id_ in ids if id_ in entities)
