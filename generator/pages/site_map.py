"""The site map: every column of the site, and the pages that stand in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import fixed_pages
from generator.model.address import HOME
from generator.pages.page import Page
from generator.pages.page_maker import PageMaker


@dataclass(frozen=True)
class Column:
    """A column: its first page, and those below it in reading order."""

    page: Page
    below: tuple[Page, ...]

    @property
    def name(self) -> str:
        """Give what its part of the map is linked by: `sectors` for `sectors/index.html`."""
        return self.page.address.removesuffix(".html").removesuffix("/index")


def site_map(maker: PageMaker, pages: Iterable[Page]) -> Page:
    """Give the page that lists all other `pages`, each under the column that it belongs to.

    What stands alone comes last, and the pages that editors write in Markdown with it.
    """
    first = {page.address: page for page in pages if page.address != HOME}
    below: dict[str, list[Page]] = {}
    for page in first.values():
        if len(page.crumbs) > 1:
            below.setdefault(page.crumbs[1].address, []).append(page)
    alone = [page for page in first.values() if len(page.crumbs) < 2 and page.address not in below]
    return maker.fixed(
        "map",
        fixed_pages.MAP,
        section=HOME,
        wide=True,
        columns=[Column(first[address], tuple(pages)) for address, pages in below.items()],
        alone=alone,
        written=(fixed_pages.ABOUT, fixed_pages.ACCESSIBILITY),
    )
