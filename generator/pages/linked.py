"""Linked data (schema.org, as JSON-LD): what a page is about, for search engines."""

from __future__ import annotations

import json
from typing import Any

from generator.model.address import SEARCH, address_of
from generator.model.advice import Emergency
from generator.model.campaign import Campaign
from generator.model.course import Course
from generator.model.library import Library
from generator.model.sector import Sector
from generator.model.site import Site
from generator.model.wording import plain
from generator.pages.page import Crumb

Data = dict[str, Any]


def json_ld(
    library: Library, address: str, title: str, crumbs: tuple[Crumb, ...], about: object
) -> str:
    """Give a page's JSON-LD; "" where the site has no address yet.

    Every page has its BreadcrumbList; a sector adds a HowTo for each emergency and a FAQPage, a
    course a Course, a campaign an Event with its dated events.
    """
    site = library.site
    if not site.url:
        return ""
    graph = [_breadcrumbs(site, address, title, crumbs)] if crumbs else [_site(library)]
    match about:
        case Sector():
            graph += _sector(about, site)
        case Course():
            graph.append(_course(about, library))
        case Campaign():
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


def _sector(sector: Sector, site: Site) -> list[Data]:
    page = site.absolute(address_of(sector))
    how_to = [
        {
            "@type": "HowTo",
            "name": f"{case.situation}怎么办",
            "url": f"{page}#emergency-{place}",
            "inLanguage": "zh-CN",
            "step": [
                {"@type": "HowToStep", "position": number, "text": plain(step)}
                for number, step in enumerate(case.steps, 1)
            ],
        }
        for place, case in enumerate(sector.emergencies, 1)
    ]
    questions = [
        {
            "@type": "Question",
            "name": f"{case.situation}怎么办？",
            "acceptedAnswer": {"@type": "Answer", "text": _answer(case)},
        }
        for case in sector.emergencies
    ]
    return [*how_to, {"@type": "FAQPage", "url": page, "mainEntity": questions}]


def _answer(case: Emergency) -> str:
    return f"{''.join(plain(step) for step in case.steps)}电话：{'、'.join(case.call)}。"


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


def _campaign(campaign: Campaign, library: Library) -> Data:
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
