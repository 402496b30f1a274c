"""What a page is before any engine has seen it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from generator.model.fixed_pages import FixedPage

_PART = re.compile(r'<h2 id="([^"]+)">(.*?)</h2>', re.DOTALL)
_LINK = re.compile(r"</?a\b[^>]*>")


@dataclass(frozen=True)
class Crumb:
    """One step of the way back: a title and the address of its page (such as `work/index.html`)."""

    title: str
    address: str

    @classmethod
    def to(cls, page: FixedPage) -> Crumb:
        """Give the step to a page that every site has."""
        return cls(page.title, page.address)


@dataclass(frozen=True)
class Heading:
    """A part of a page as its list of contents names it: the fragment, and the title as HTML.

    The title has no links: in the list it is one itself.
    """

    anchor: str
    title: str


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page: where it stands, what it is called, and what it says as finished HTML.

    `address` is relative to the site's root, with forward slashes, ending in `.html`.
    `kind` is the CSS and template name of this sort of page; `section` is the address
    of the index page that it belongs to; `data` is its JSON-LD, `picture` the full address of
    the picture that a shared link shows; `changed_on` the day of the last change to its content.
    """

    address: str
    title: str
    description: str
    kind: str
    section: str
    crumbs: tuple[Crumb, ...]
    html: str
    data: str = ""
    picture: str = ""
    wide: bool = False
    changed_on: date

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Give the parts of the page: its second-level headings that can be linked to."""
        found = _PART.findall(self.html)
        return tuple(Heading(anchor, _LINK.sub("", title)) for anchor, title in found)
