"""What a page is before any engine has seen it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Crumb:
    """One step of the way back: a title and the address of its page (such as `work/index.html`)."""

    title: str
    address: str


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page: where it stands, what it is called and its Markdown text.

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
    markdown: str
    data: str = ""
    picture: str = ""
    wide: bool = False
    changed_on: date
