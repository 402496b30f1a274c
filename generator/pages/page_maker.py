"""The page maker: sets one template with one page's values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from generator.look import Folder
from generator.model.address import HOME, Addressable, address_of, kit_address_of
from generator.model.artifact import ChannelKit, Downloads, Drawing, Media
from generator.model.fixed_pages import FixedPage
from generator.model.library import Library
from generator.pages.linked import json_ld
from generator.pages.page import Crumb, Page
from generator.pages.templates import page_globals, page_templates
from generator.reads import Sources, Watched

T = TypeVar("T")


class PageMaker:
    """Holds what all pages of one build share, and makes pages from templates."""

    def __init__(
        self,
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
    ) -> None:
        """Take a live library, what belongs to it, the day, the templates and what is known."""
        self.library = library
        self.downloads = downloads
        self.kits = kits
        self.media = media
        self.drawings = drawings
        self.index_folder = index_folder
        self.as_of = as_of
        self._templates = page_templates(templates)
        self._looks = templates.digest()
        self._sources = sources.beside(
            downloads=downloads, drawings=drawings, photo_sizes=media.photos
        )

    def page(
        self,
        template: str,
        *,
        address: str,
        title: str,
        description: str,
        section: str,
        parents: tuple[Crumb, ...] = (),
        wide: bool = False,
        about: object = None,
        dated_by: object = None,
        **values: Any,
    ) -> Page:
        """Make the page at `address` from `<template>.html.j2`.

        `parents` are the steps between the home page and this one, outermost first;
        `about` is the thing that the page is about, which gives its JSON-LD and its date;
        `dated_by` is what the date comes from where the page only tells of another page's thing.
        Raises `BrokenTemplateError` when the template is broken.
        """

        def render(watched: Watched) -> str:
            shared = page_globals(watched.library, self.as_of, address, watched["drawings"])
            beside = {name: watched[name] for name in ("downloads", "photo_sizes")}
            said = {**shared, **beside, "title": title, **values}
            return self._templates.render(f"{template}.html.j2", said, for_=address)

        given = (template, address, title, self.as_of, self._looks, values)
        html = self._sources.made("page", given, render)
        home = () if address == HOME else (Crumb("首页", HOME),)
        crumbs = (*home, *parents)
        return Page(
            address=address,
            title=title,
            description=description,
            kind=template,
            section=section,
            crumbs=crumbs,
            html=html,
            data=json_ld(self.library, address, title, crumbs, about),
            picture=self._picture(address),
            changed_on=self.library.changed_on(dated_by or about),
            wide=wide,
        )

    def known(self, stage: str, given: object, make: Callable[[], T]) -> T:
        """Give what `make` makes of what it is `given` alone; it is remembered."""
        return self._sources.made(stage, given, lambda watched: make())

    def fixed(self, template: str, page: FixedPage, **values: Any) -> Page:
        """Make a page that every site has; what is given besides goes before its own words."""
        own = {
            "address": page.address,
            "title": page.title,
            "description": page.description,
            "section": page.address,
        }
        return self.page(template, **{**own, **values})

    def kit_address(self, subject: Addressable) -> str:
        """Give the address of a subject's kit page; "" where it has none."""
        return kit_address_of(subject) if address_of(subject) in self.kits else ""

    def _picture(self, address: str) -> str:
        """Give the full address of the poster of a page; "" where it has none."""
        kit = self.kits.get(address)
        return self.library.site.absolute(kit.poster.address) if kit else ""
