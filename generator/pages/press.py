"""The press: sets one template with one page's values."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import TemplateError

from generator.model.address import HOME
from generator.model.artifact import Shelf
from generator.model.library import Library
from generator.pages.page import Crumb, Page
from generator.pages.templates import environment, page_globals


class PageError(Exception):
    """Raised when a page's template is broken; says which one and why."""


class Press:
    """Holds what all pages of one build share, and makes pages from templates."""

    def __init__(self, library: Library, shelf: Shelf, as_of: date, templates: Path) -> None:
        """Take a live library, what can be downloaded, the day and the folder of templates."""
        self.library = library
        self.shelf = shelf
        self.as_of = as_of
        self._environment = environment(templates)

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
        **values: Any,
    ) -> Page:
        """Make the page at `address` from `theme/pages/<template>.md.j2`.

        `parents` are the steps between the home page and this one, outermost first.
        Raises `PageError` when the template is broken.
        """
        shared = page_globals(self.library, self.as_of, address)
        try:
            markdown = self._environment.get_template(f"{template}.md.j2").render(
                **shared, shelf=self.shelf, title=title, **values
            )
        except TemplateError as error:
            raise PageError(
                f"E404 网页模板 theme/pages/{template}.md.j2 有问题（{address}）：{error}"
            ) from error
        home = () if address == HOME else (Crumb("首页", HOME),)
        return Page(
            address=address,
            title=title,
            description=description,
            kind=template,
            section=section,
            crumbs=(*home, *parents),
            markdown=markdown,
            wide=wide,
        )
