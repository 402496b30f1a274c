"""Search records: each page as what can be found and where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass, replace

from generator.model import fixed_pages
from generator.model.address import HOME, address_of, kit_address_of
from generator.model.advice import Tip
from generator.model.alert import Alert
from generator.model.base import Entity, Model
from generator.model.campaign import Campaign, CampaignEdition
from generator.model.course import Course
from generator.model.fixed_pages import FixedPage
from generator.model.kind import Kind
from generator.model.kinds import ENTITIES, family_of, kind_of
from generator.model.library import Announced, Library
from generator.model.reference import Reference
from generator.model.sector import Sector
from generator.model.site import Entry
from generator.model.situation import Procedure, Situation
from generator.model.theme import Theme, ThemeEdition
from generator.model.unit import Unit
from generator.model.vocabulary import Labelled, PlaceKind
from generator.model.wording import NEVER, chinese_number, plain, short_title, warning_words
from generator.model.work import WorkItem, WorkPlan

_COURSE_DOCUMENTS = ("课件", "考试题", "隐患排查清单", "海报", "讲义", "培训资料")
_SITE = "本站"
_LEVEL = re.compile(r"^(县委|县政府|县|市|省)(?=..)")
"""What people leave out of the name of a unit: 县应急局 is 应急局 to them."""


@dataclass(frozen=True)
class Part:
    """One passage: the fragment that it stands under, its heading and its text."""

    anchor: str
    heading: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Record:
    """One thing to find; `keywords` are words that people type for it.

    What is `behind` is of a year that is past, or not what counts now: others come first.

    The search page groups records by `kind`, in the order in which the kinds first come.
    """

    kind: str
    title: str
    address: str
    keywords: tuple[str, ...] = ()
    parts: tuple[Part, ...]
    behind: bool = False


BEHIND = -0.1
"""How far what is of another year stands back behind what counts now."""
LEADS: Mapping[str, float] = {
    kind_of(Sector).label: 0.06,
    kind_of(Reference).label: -0.05,
    fixed_pages.KITS.title: -0.05,
}
"""How far ahead the records of a kind stand of others that answer as well, by its label."""
INDEXES: Mapping[str, FixedPage] = {
    kind_of(Sector).label: fixed_pages.SECTORS,
    kind_of(Theme).label: fixed_pages.THEMES,
    kind_of(Campaign).label: fixed_pages.CAMPAIGNS,
    kind_of(Alert).label: fixed_pages.ALERTS,
    kind_of(Course).label: fixed_pages.TRAINING,
    kind_of(WorkItem).label: fixed_pages.WORK,
    kind_of(Unit).label: fixed_pages.UNITS,
    kind_of(Reference).label: fixed_pages.REFERENCES,
    fixed_pages.KITS.title: fixed_pages.KITS,
}
"""The index of each kind: who types a word of its (燃气广播稿) wants one of the kind."""


def records(library: Library) -> Iterator[Record]:
    """Give a record of everything that a live library has a page for.

    It is in the order in which the search page numbers them.
    """
    yield _hotlines(library)
    others = _not_now(library)
    for found in _RECORDS.values():
        yield from (replace(each, behind=each.address in others) for each in found(library))
    for kind in ENTITIES:
        if kind.model not in _RECORDS:
            yield from (_other(entity, kind) for entity in library.entities_of(kind))
    yield from (_kit(subject, library) for subject in library.announced)
    yield _home(library)
    yield from map(_entry, library.site.entries)
    absent = {
        fixed_pages.MATRIX: not library.items_now,
        fixed_pages.PLACES: library.places is None,
    }
    for page in fixed_pages.FOUND:
        if not absent.get(page):
            yield _fixed(page, library)


def _not_now(library: Library) -> frozenset[str]:
    """Give the addresses of what is of another year, or evergreen where an edition counts now."""
    yearly: tuple[Mapping[str, Theme | Campaign], ...] = (
        library.themes,
        library.theme_editions,
        library.campaigns,
        library.campaign_editions,
    )
    come_again = (each for things in yearly for each in things.values())
    of_plans = (*library.plans.values(), *library.items.values())
    return frozenset(
        [
            *(address_of(each) for each in come_again if library.now(each) is not each),
            *(address_of(each) for each in of_plans if each.year != library.plan_year),
        ]
    )


_RECORDS: Mapping[type[Model], Callable[[Library], Iterator[Record]]] = {
    Situation: lambda library: map(_situation, library.situations.values()),
    Procedure: lambda library: map(_procedure, library.procedures.values()),
    Sector: lambda library: map(_sector, library.sectors.values()),
    Theme: lambda library: map(_theme, library.themes.values()),
    ThemeEdition: lambda library: map(_theme, library.theme_editions.values()),
    Campaign: lambda library: map(_campaign, library.campaigns.values()),
    CampaignEdition: lambda library: map(_campaign, library.campaign_editions.values()),
    Alert: lambda library: map(_alert, library.alerts.values()),
    Course: lambda library: map(_course, library.courses.values()),
    WorkPlan: lambda library: map(_plan, library.plans.values()),
    WorkItem: lambda library: map(_item, library.items.values()),
    Unit: lambda library: map(_unit, library.units.values()),
    Reference: lambda library: map(_reference, library.references.values()),
}
"""How the things of each model are found; any other by all that it says."""


def _theme(theme: Theme) -> Record:
    parts = [*_tips(theme.tips), Part("why", "为什么是这个月", theme.why_now)]
    return _record(theme, (theme.slogan, f"{theme.month}月主题"), parts, theme.summary)


def _campaign(campaign: Campaign) -> Record:
    programme = [
        Part("programme", event.title, f"{event.when}。{event.detail}")
        for event in campaign.programme
    ]
    parts = [*programme, Part("intro", "这是什么活动", campaign.intro)]
    return _record(campaign, (campaign.slogan,), parts, campaign.summary)


def _alert(alert: Alert) -> Record:
    parts = [*_tips(alert.tips), Part("detail", "风险在哪里", alert.detail)]
    signal = f"{alert.colour.label}预警" if alert.colour else ""
    words = tuple(filter(None, (signal, alert.area, alert.issuer, warning_words(alert))))
    return _record(alert, words, parts, alert.summary)


def _plan(plan: WorkPlan) -> Record:
    sections = "、".join(section.title for section in plan.sections)
    parts = [Part("", "总体目标", plan.aim), Part("", "章节", sections)]
    return _record(plan, (f"{plan.year}年工作要点",), parts, plan.requirement)


def _item(item: WorkItem) -> Record:
    parts = [
        Part("tasks", "主要任务", "".join(item.tasks)),
        Part("public", "对群众意味着什么", "".join(item.for_public)),
        Part("enterprises", "对企业意味着什么", "".join(item.for_enterprises)),
        Part("take-part", "怎样参与、怎样举报", "".join(item.take_part)),
    ]
    keywords = (
        item.short_title,
        f"第{item.number}条",
        f"{item.number}条",
        f"第{chinese_number(item.number)}条",
    )
    return _record(item, keywords, parts, item.digest)


def _unit(unit: Unit) -> Record:
    said = _sentences(*filter(None, (unit.about, unit.phone, unit.address)))
    return Record(
        kind=kind_of(Unit).label,
        title=unit.name,
        address=address_of(unit),
        keywords=tuple(filter(None, (unit.full_name, _LEVEL.sub("", unit.name), *unit.aliases))),
        parts=(Part("", unit.name, said),),
    )


def _reference(reference: Reference) -> Record:
    return Record(
        kind=kind_of(Reference).label,
        title=reference.title,
        address=address_of(reference),
        keywords=_names(reference),
        parts=tuple(
            Part("articles", f"第{locator}条", gist) for locator, gist in reference.articles.items()
        ),
    )


def _other(entity: Entity, kind: Kind) -> Record:
    """Make an entity findable by all that it says, whatever its fields are called."""
    named = {path.rpartition(".")[2] for path in kind.relations}
    silent = {*Entity.model_fields, *named, "icon", "sources", "summary", "keywords"}
    parts = [Part("", "", _sentences(*_texts(entity, silent)))]
    return _record(
        entity, getattr(entity, "keywords", ()), parts, getattr(entity, "summary", entity.title)
    )


def _texts(value: object, silent: Set[str]) -> Iterator[str]:
    """Give the texts below a value but those of the silent fields, in reading order."""
    match value:
        case Labelled():
            yield value.label
        case str():
            yield value
        case tuple():
            for part in value:
                yield from _texts(part, silent)
        case Model():
            for name in type(value).model_fields:
                if name not in silent:
                    yield from _texts(getattr(value, name), silent)


def _sentences(*texts: str) -> str:
    """Join texts to sentences, however each of them ends."""
    return "".join(f"{text.rstrip('。')}。" for text in texts)


def _names(reference: Reference) -> tuple[str, ...]:
    """Give what people call a text: 安全生产法, GB 17761, 5号令."""
    names = [short_title(reference).strip("《》")]
    if reference.number:
        names.append(reference.number)
        if order := re.search(r"令第(\d+)号", reference.number):
            names += [f"{order[1]}号令", f"第{order[1]}号令"]
        names.append(reference.number.partition("-")[0])
    return tuple(dict.fromkeys(names))


def _sector(sector: Sector) -> Record:
    parts = [
        *_tips(sector.tips),
        Part(
            "dos",
            "要这样做，不要这样做",
            _sentences(*(each.text for each in (*sector.dos, *sector.donts))),
        ),
        Part("signs", "出事前的苗头", _sentences(*sector.warning_signs)),
        *(Part("hazards", hazard.title, hazard.detail) for hazard in sector.hazards),
        *(
            Part("duties", f"{duty.period.label}：{duty.actor}", duty.action)
            for duty in sector.duties
        ),
        Part("hazards", "主要危险", sector.intro),
    ]
    return _record(sector, sector.keywords, parts, sector.summary)


def _situation(situation: Situation) -> Record:
    """Give a situation; what people say of it is heard in generator/answers/."""
    steps = _sentences(*(plain(step.text) for step in situation.steps))
    others = "。".join(
        f"{variant.place}：{step.text}" for variant in situation.variants for step in variant.steps
    )
    return Record(
        kind=kind_of(Situation).label,
        title=situation.title,
        address=address_of(situation),
        parts=(
            Part("steps", plain(situation.summary), steps),
            Part("steps", NEVER, _sentences(*map(plain, situation.never))),
            *([Part("variants", "在这些地方，还要这样做", others)] if others else []),
        ),
    )


def _procedure(procedure: Procedure) -> Record:
    steps = _sentences(*(plain(step.text) for step in procedure.steps))
    parts = [Part("steps", "怎么做", steps), Part("steps", NEVER, _sentences(*procedure.never))]
    return _record(procedure, (), parts, procedure.summary)


def _course(course: Course) -> Record:
    parts = [
        *(Part("contents", slide.title, _sentences(*slide.points)) for slide in course.slides),
        *(Part("quiz", question.text, question.explanation) for question in course.quiz),
        *(Part("downloads", row.item, row.remedy) for row in course.checklist),
    ]
    subject = course.title.removesuffix("培训")
    keywords = tuple(f"{subject}{what}" for what in _COURSE_DOCUMENTS)
    return _record(course, keywords, parts, course.summary)


def _fixed(page: FixedPage, library: Library) -> Record:
    parts = [Part("", page.title, page.description)]
    if page is fixed_pages.TRAINING:
        titles = "、".join(course.title for course in library.courses.values())
        parts.append(Part("courses", "培训包", titles))
    if page is fixed_pages.PLACES:
        parts += _places(library)
    return Record(
        kind=_SITE,
        title=page.title,
        address=page.address,
        keywords=(*page.words, *page.rare),
        parts=tuple(parts),
    )


def _places(library: Library) -> Iterator[Part]:
    """Give a part for each kind of place: what there is in which town."""
    for kind in PlaceKind:
        places = library.places_of((kind,))
        said = "；".join(
            "，".join(filter(None, (each.town, each.name, each.address, each.phone)))
            for each in places
        )
        if said:
            yield Part(kind.value, kind.label, said)


def _home(library: Library) -> Record:
    site = library.site
    return Record(
        kind=_SITE,
        title=site.name,
        address=HOME,
        keywords=("首页", "主页"),
        parts=(Part("", site.name, f"{site.tagline}{site.description}"),),
    )


def _entry(entry: Entry) -> Record:
    return Record(
        kind=_SITE,
        title=entry.page_title,
        address=address_of(entry),
        keywords=(entry.title,),
        parts=(Part("", entry.title, entry.summary),),
    )


def _kit(subject: Announced, library: Library) -> Record:
    """Give what is published of a theme, campaign or alert, as those look for it who publish."""
    about = "、".join(sector.title for sector in library.sectors_of(subject))
    return Record(
        kind=fixed_pages.KITS.title,
        title=fixed_pages.kit_title(subject.title),
        address=kit_address_of(subject),
        keywords=(subject.title,),
        parts=(
            Part("", fixed_pages.KITS.title, f"{fixed_pages.KIT_HOLDS}。{plain(subject.summary)}"),
            Part("", "讲什么", about),
        ),
    )


def _record(entity: Entity, keywords: tuple[str, ...], parts: list[Part], summary: str) -> Record:
    opening = Part("", entity.title, summary)
    return Record(
        kind=family_of(type(entity)).label,
        title=entity.full_title,
        address=address_of(entity),
        keywords=keywords,
        parts=tuple(
            Part(part.anchor, plain(part.heading), plain(part.text)) for part in (opening, *parts)
        ),
    )


def _tips(tips: tuple[Tip, ...]) -> Iterator[Part]:
    for tip in tips:
        yield Part(tip.anchor, tip.text, tip.why)


def _hotlines(library: Library) -> Record:
    parts = tuple(
        Part(f"h{line.number}", f"{line.number} {line.name}", line.purpose + "".join(line.say))
        for line in library.site.hotlines
    )
    numbers = tuple(line.number for line in library.site.hotlines)
    names = tuple(f"{line.name}电话" for line in library.site.hotlines)
    return Record(
        kind="应急",
        title=fixed_pages.EMERGENCY.title,
        address=fixed_pages.EMERGENCY.address,
        keywords=(*numbers, *names, *fixed_pages.EMERGENCY.words),
        parts=parts,
    )
