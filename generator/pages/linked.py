"""Linked data (schema.org, as JSON-LD): what a page is about, for search engines."""

from __future__ import annotations

import json
from typing import Any

from generator.model.address import SEARCH, address_of
from generator.model.campaign import CampaignEdition
from generator.model.course import Course
from generator.model.library import Library
from generator.model.sector import Sector
from generator.model.site import Site
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
    site = library.site
    if not site.url:
        return ""
    graph = [_breadcrumbs(site, address, title, crumbs)] if crumbs else [_site(library)]
    match about:
        case Sector():
            graph += _sector(about, library)
        case Situation() | Procedure():
            graph.append(_how_to(about, library))
        case Course():
            graph.append(_course(about, library))
        case CampaignEdition():
            graph.append(_campaign(about, library))
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)
    return text.replace("<", "\\u003c")


def _site(library: Library) -> Data:
    site = library.site
    return {
        "@type": "WebSite",
        "name": site.name,
        "url": site.absolute(""),
        "inLanguage": "zh-CN",
        "publisher": _organisation(library),
        "potentialAction": {
            "@type": "SearchAction",
            "target": site.absolute(SEARCH) + "?q={query}",
            "query-input": "required name=query",
        },
    }


def _organisation(library: Library) -> Data:
    return {"@type": "GovernmentOrganization", "name": library.site.publisher}


def _breadcrumbs(site: Site, address: str, title: str, crumbs: tuple[Crumb, ...]) -> Data:
    steps = [(crumb.title, crumb.address) for crumb in crumbs] + [(title, address)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": place,
                "name": name,
                "item": site.absolute(target),
            }
            for place, (name, target) in enumerate(steps, 1)
        ],
    }


def _sector(sector: Sector, library: Library) -> list[Data]:
    questions = [_question(each) for each in library.situations_of(sector)]
    page = library.site.absolute(address_of(sector))
    return [{"@type": "FAQPage", "url": page, "mainEntity": questions}] if questions else []


def _question(situation: Situation) -> Data:
    steps = "。".join(plain(step.text) for step in situation.steps)
    answer = f"{steps}。电话：{'、'.join(situation.call)}。"
    return {
        "@type": "Question",
        "name": f"{situation.title}怎么办？",
        "acceptedAnswer": {"@type": "Answer", "text": answer},
    }


def _how_to(thing: Situation | Procedure, library: Library) -> Data:
    name = f"{thing.title}怎么办" if isinstance(thing, Situation) else f"{thing.title}怎么做"
    return {
        "@type": "HowTo",
        "name": name,
        "url": library.site.absolute(address_of(thing)),
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


def _course(course: Course, library: Library) -> Data:
    return {
        "@type": "Course",
        "name": course.title,
        "description": plain(course.summary),
        "url": library.site.absolute(address_of(course)),
        "inLanguage": "zh-CN",
        "provider": _organisation(library),
        "isAccessibleForFree": True,
        "hasCourseInstance": {
            "@type": "CourseInstance",
            "courseMode": "onsite",
            "courseWorkload": f"PT{course.hours}H",
        },
    }


def _campaign(campaign: CampaignEdition, library: Library) -> Data:
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
        "url": library.site.absolute(address_of(campaign)),
        "startDate": campaign.starts.isoformat(),
        "endDate": campaign.ends.isoformat(),
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": place,
        "organizer": _organisation(library),
        "inLanguage": "zh-CN",
        **({"subEvent": parts} if parts else {}),
    }
