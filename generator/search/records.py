"""Search records: each page of the site with its parts, most telling first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.address import EMERGENCY, Addressable, address_of
from generator.model.advice import Tip
from generator.model.base import Entity
from generator.model.library import Library


@dataclass(frozen=True)
class Part:
    """One passage of a page: the fragment it stands under, its heading and its text."""

    anchor: str
    heading: str
    text: str


@dataclass(frozen=True)
class Record:
    """One page as search knows it; `keywords` are words that people type for it."""

    kind: str
    title: str
    address: str
    keywords: tuple[str, ...]
    parts: tuple[Part, ...]


def records(library: Library) -> Iterator[Record]:
    """Give a record of every page that stands for an entity of a live library."""
    yield _emergency(library)
    for sector in library.sectors.values():
        parts = [
            *(
                Part("emergency", case.situation, "".join((*case.steps, *case.never)))
                for case in sector.emergencies
            ),
            *_tips(sector.tips),
            Part("dos", "要这样做，不要这样做", "。".join((*sector.dos, *sector.donts))),
            Part("signs", "出事前的苗头", "。".join(sector.warning_signs)),
            *(Part("hazards", hazard.title, hazard.detail) for hazard in sector.hazards),
            *(
                Part("duties", f"企业必须做：{duty.period.label}", duty.action)
                for duty in sector.duties
            ),
            Part("hazards", sector.title, sector.intro),
        ]
        yield _record("行业领域", sector, sector.keywords, parts, sector.summary)
    for theme in library.themes.values():
        yield _record(
            "月度主题",
            theme,
            (theme.slogan, f"{theme.month}月"),
            [*_tips(theme.tips), Part("why", "为什么是这个月", theme.why_now)],
            theme.summary,
        )
    for campaign in library.campaigns.values():
        programme = [
            Part("programme", event.title, f"{event.when}。{event.detail}")
            for event in campaign.programme
        ]
        parts = [*programme, Part("intro", "这是什么活动", campaign.intro)]
        yield _record("宣传活动", campaign, (campaign.slogan,), parts, campaign.summary)
    for alert in library.alerts.values():
        parts = [*_tips(alert.tips), Part("detail", "风险在哪里", alert.detail)]
        yield _record("风险提示", alert, (), parts, alert.summary)
    for item in library.items.values():
        parts = [
            Part("tasks", "主要任务", "".join(item.tasks)),
            Part("public", "对群众意味着什么", "".join(item.for_public)),
            Part("enterprises", "对企业意味着什么", "".join(item.for_enterprises)),
            Part("take-part", "怎样参与、怎样举报", "".join(item.take_part)),
        ]
        keywords = (item.short_title, f"第{item.number}条")
        yield _record("工作要点", item, keywords, parts, item.digest)
    for unit in library.units.values():
        names = tuple(filter(None, (unit.full_name, *unit.aliases)))
        yield Record(
            "责任单位", unit.name, address_of(unit), names, (Part("", unit.name, unit.about),)
        )
    for reference in library.references.values():
        articles = tuple(Part("articles", "条款", gist) for gist in reference.articles.values())
        number = (reference.number,) if reference.number else ()
        yield Record("法规依据", reference.title, address_of(reference), number, articles)


def _record(
    kind: str,
    entity: Entity,
    keywords: tuple[str, ...],
    parts: list[Part],
    summary: str,
) -> Record:
    assert isinstance(entity, Addressable)
    opening = Part("", entity.title, summary)
    return Record(kind, entity.title, address_of(entity), keywords, (opening, *parts))


def _tips(tips: tuple[Tip, ...]) -> Iterator[Part]:
    for tip in tips:
        yield Part("tips-public", tip.text, tip.why)


def _emergency(library: Library) -> Record:
    parts = tuple(
        Part(f"h{line.number}", f"{line.number} {line.name}", line.purpose + "".join(line.say))
        for line in library.site.hotlines
    )
    numbers = tuple(line.number for line in library.site.hotlines)
    return Record("应急", "紧急求助", EMERGENCY, numbers, parts)
