"""Course pages and the download centre."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.model import fixed_pages
from generator.model.address import TRAINING, address_of
from generator.model.artifact import Download, Pack
from generator.model.course import Course
from generator.model.library import Library
from generator.model.vocabulary import Audience
from generator.pages.page import Crumb, Page
from generator.pages.page_maker import PageMaker
from generator.pages.tips import unique_sources

Documents = list[tuple[str, str, list[Download]]]


def training_pages(maker: PageMaker) -> Iterator[Page]:
    """Give the download centre and one page per course."""
    library, downloads = maker.library, maker.downloads
    courses = tuple(library.courses.values())
    named = {id_ for course in courses for id_ in course.sectors}
    heard = {audience for course in courses for audience in course.audience}
    formats = {file.format for pack in downloads.packs.values() for file in pack.downloads}
    yield maker.fixed(
        "training",
        fixed_pages.TRAINING,
        wide=True,
        rows=[
            (
                course,
                _cover(library, course),
                _documents(downloads.packs[course.id]),
                downloads.packs[course.id],
            )
            for course in courses
        ],
        sectors=[sector for sector in library.sectors.values() if sector.id in named],
        audiences=[audience for audience in Audience if audience in heard],
        formats=sorted(formats),
        all_sectors=tuple(library.sectors.values()),
    )
    for course in courses:
        yield _course(maker, course)


def _course(maker: PageMaker, course: Course) -> Page:
    library = maker.library
    sectors = library.sectors_of(course)
    main = sectors[:1]
    pack = maker.downloads.packs[course.id]
    return maker.page(
        "course",
        address=address_of(course),
        title=course.title,
        description=course.summary,
        section=TRAINING,
        parents=(Crumb.to(fixed_pages.TRAINING),),
        about=course,
        course=course,
        pack=pack,
        documents=_documents(pack),
        cover=_cover(library, course),
        sectors=sectors,
        situations=library.situations_of(course),
        items=[item for sector in main for item in library.items_of(sector)],
        themes=[theme for sector in main for theme in library.themes_of(sector)],
        campaigns=[campaign for sector in main for campaign in library.campaigns_of(sector)],
        others=[
            other
            for other in library.courses.values()
            if other is not course and set(other.sectors) & set(course.sectors)
        ],
        all_sources=unique_sources(course),
    )


def _cover(library: Library, course: Course) -> str | None:
    """Give the picture of the first sector that has one."""
    return next((each.picture for each in library.sectors_of(course) if each.picture), None)


def _documents(pack: Pack) -> Documents:
    """Give a pack's documents as rows: label, use, files by format."""
    return [
        (label, use, list(files))
        for (_, label, use), files in groupby(
            pack.downloads, key=lambda download: (download.id, download.label, download.use)
        )
    ]
