"""Linked data (schema.org, as JSON-LD): what a page is about, for search engines."""

from __future__ import annotations

import json
from typing import Any

from generator.model.address import address_of
from generator.model.campaign import Campaign
from generator.model.course import Course
from generator.model.library import Library
from generator.model.sector import Sector
from generator.model.situation import Procedure, Situation, Step
from generator.model.wording import plain
from generator.pages.page import Crumb

Data = dict[str, Any]


def json_ld(
    library: Library, address: str, title: str, crumbs: tuple[Crumb, ...], about: object
) -> str:
    """Give a page's JSON-LD; "" where the site has no address yet.

    Every page has its BreadcrumbList; situations and procedures add a HowTo, a sector a FAQPage, a
    course a Course, a campaign an Event with its dated events.
    """
    base = library.site.url
    if not base:
        return ""
    graph = [_breadcrumbs(base, address, title, crumbs)] if crumbs else [_site(library, base)]
    match about:
        case Sector():
            graph += _sector(about, library, base)
        case Situation() | Procedure():
            graph.append(_how_to(about, library, base))
        case Course():
            graph.append(_course(about, library, base))
        case Campaign():
            graph.append(_campaign(about, library, base))
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)
    return text.replace("<", "\\u003c")


def _site(library: Library, base: str) -> Data:
    site = library.site
    return {
        "@type": "WebSite",
        "name": site.name,
        "url": base,
        "inLanguage": "zh-CN",
        "publisher": _organisation(library),
        "potentialAction": {
            "@type": "SearchAction",
            "target": f"{base}search.html?q={{query}}",
            "query-input": "required name=query",
        },
    }


def _organisation(library: Library) -> Data:
    return {"@type": "GovernmentOrganization", "name": library.site.publisher}


def _breadcrumbs(base: str, address: str, title: str, crumbs: tuple[Crumb, ...]) -> Data:
    steps = [(crumb.title, crumb.address) for crumb in crumbs] + [(title, address)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": base + target}
            for place, (name, target) in enumerate(steps, 1)
        ],
    }


def _sector(sector: Sector, library: Library, base: str) -> list[Data]:
    questions = [_question(each) for each in library.situations_of(sector)]
    page = base + address_of(sector)
    return [{"@type": "FAQPage", "url": page, "mainEntity": questions}] if questions else []


def _question(situation: Situation) -> Data:
    steps = "。".join(plain(step.text) for step in situation.steps)
    answer = f"{steps}。电话：{'、'.join(situation.call)}。"
    return {
        "@type": "Question",
        "name": f"{situation.title}怎么办？",
        "acceptedAnswer": {"@type": "Answer", "text": answer},
    }


def _how_to(thing: Situation | Procedure, library: Library, base: str) -> Data:
    name = f"{thing.title}怎么办" if isinstance(thing, Situation) else f"{thing.title}怎么做"
    return {
        "@type": "HowTo",
        "name": name,
        "url": base + address_of(thing),
        "inLanguage": "zh-CN",
        "step": [_step(number, step, library) for number, step in enumerate(thing.steps, 1)],
    }


def _step(number: int, step: Step, library: Library) -> Data:
    procedure = library.procedures.get(step.use or "")
    said: Data = {"@type": "HowToStep", "position": number, "text": plain(step.text)}
    if procedure is None:
        return said
    directions = [
        {"@type": "HowToDirection", "position": place, "text": plain(each.text)}
        for place, each in enumerate(procedure.steps, 1)
    ]
    return {**said, "itemListElement": directions}


def _course(course: Course, library: Library, base: str) -> Data:
    return {
        "@type": "Course",
        "name": course.title,
        "description": plain(course.summary),
        "url": base + address_of(course),
        "inLanguage": "zh-CN",
        "provider": _organisation(library),
        "isAccessibleForFree": True,
        "hasCourseInstance": {
            "@type": "CourseInstance",
            "courseMode": "onsite",
            "courseWorkload": f"PT{course.hours}H",
        },
    }


def _campaign(campaign: Campaign, library: Library, base: str) -> Data:
    place = {"@type": "Place", "name": library.site.region.county}
    parts = [
        {
            "@type": "Event",
            "name": event.title,
            "startDate": event.starts.isoformat(),
            "endDate": (event.ends or event.starts).isoformat(),
            "location": {"@type": "Place", "name": event.where} if event.where else place,
            "description": plain(event.detail),
        }
        for event in campaign.programme
        if event.starts
    ]
    return {
        "@type": "Event",
        "name": campaign.title,
        "description": plain(campaign.summary),
        "url": base + address_of(campaign),
        "startDate": campaign.starts.isoformat(),
        "endDate": campaign.ends.isoformat(),
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": place,
        "organizer": _organisation(library),
        "inLanguage": "zh-CN",
        **({"subEvent": parts} if parts else {}),
    }
