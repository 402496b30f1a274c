"""Pages whose HTML and headings are finished: MkDocs lays them out and parses nothing again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.clock import FIRST, LAST
from generator.model.address import HOME
from generator.pages import Page

_PART_LEVEL = 2


class FinishedPage(MkDocsPage):
    """One of our pages as MkDocs carries it through its theme.

    MkDocs reads a text, its front matter and its Markdown from a file; here all of that is
    handed over as values, so that no text of the content can be taken for any of them.
    """

    def __init__(
        self, page: Page, file: File, config: MkDocsConfig, *, label: str | None = None
    ) -> None:
        """Take a page and the file that it becomes; `label` is its name in the navigation."""
        super().__init__(label, file, config)
        self.page = page
        self.update_date = min(max(page.changed_on, FIRST), LAST).isoformat()

    def read_source(self, config: MkDocsConfig) -> None:
        """Take what the theme needs to know of the page beside its text."""
        self.markdown = ""
        self.meta = _meta(self.page)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take the page's HTML and its list of contents."""
        self.content = self.page.html
        parts = self.page.headings
        self.toc = TableOfContents(
            [AnchorLink(part.title, part.anchor, _PART_LEVEL) for part in parts]
        )
        self.present_anchor_ids = {part.anchor for part in parts}


def nav_labels(nav: Iterable[object]) -> dict[str, str]:
    """Give the name of each file that the navigation of mkdocs.yml names, by the file's address."""
    named = [pair for entry in nav if isinstance(entry, Mapping) for pair in entry.items()]
    return {source: label for label, source in named if isinstance(source, str)}


def _meta(page: Page) -> dict[str, object]:
    return {
        "title": page.title,
        "description": page.description,
        "kind": page.kind,
        "section": page.section,
        "data": page.data,
        "picture": page.picture,
        "changed_on": page.changed_on.isoformat(),
        "crumbs": [{"title": crumb.title, "address": crumb.address} for crumb in page.crumbs],
        "hide": ["navigation", "toc"] if page.wide or page.address == HOME else ["navigation"],
    }
