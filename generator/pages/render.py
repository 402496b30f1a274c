"""The table of page kinds, and the walk over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from generator.look import Folder
from generator.model.artifact import ChannelKit, Downloads, Drawing, Media
from generator.model.library import Library
from generator.pages.alerts import alert_pages
from generator.pages.archive import archive_pages
from generator.pages.campaigns import campaign_pages
from generator.pages.emergency import emergency_pages
from generator.pages.entries import entry_pages
from generator.pages.home import home_pages
from generator.pages.kits import kit_pages
from generator.pages.page import Page
from generator.pages.page_maker import PageMaker
from generator.pages.pictures import picture_pages
from generator.pages.places import place_pages
from generator.pages.references import reference_pages
from generator.pages.search import search_pages
from generator.pages.sectors import sector_pages
from generator.pages.site_map import site_map
from generator.pages.situations import situation_pages
from generator.pages.subscribe import subscribe_pages
from generator.pages.themes import theme_pages
from generator.pages.training import training_pages
from generator.pages.units import unit_pages
from generator.pages.work import work_pages
from generator.reads import Sources

PAGE_KINDS: tuple[Callable[[PageMaker], Iterator[Page]], ...] = (
    home_pages,
    emergency_pages,
    situation_pages,
    sector_pages,
    theme_pages,
    campaign_pages,
    alert_pages,
    training_pages,
    kit_pages,
    work_pages,
    unit_pages,
    place_pages,
    picture_pages,
    reference_pages,
    entry_pages,
    search_pages,
    subscribe_pages,
    archive_pages,
)


def render(
    library: Library,
    downloads: Downloads,
    kits: Mapping[str, ChannelKit],
    *,
    media: Media,
    drawings: Mapping[str, Drawing],
    index_folder: str,
    as_of: date,
    templates: Folder,
    sources: Sources,
) -> Iterator[Page]:
    """Give all pages of the site as it stands on the day `as_of`.

    `library` is the content live on that day, `downloads` what it offers for download, `kits` the
    channel kits by the address of their subject, `media` the county's photos and marks,
    `drawings` the pictures by id;
    `index_folder` is where the search index stands, `templates` the folder of page templates,
    `sources` what knows the pages that were made before of the same library.
    Raises `BrokenTemplateError` when a template is broken.
    """
    maker = PageMaker(
        library,
        downloads,
        kits,
        media=media,
        drawings=drawings,
        index_folder=index_folder,
        as_of=as_of,
        templates=templates,
        sources=sources,
    )
    made = []
    for pages in PAGE_KINDS:
        for page in pages(maker):
            made.append(page)
            yield page
    yield site_map(maker, made)
