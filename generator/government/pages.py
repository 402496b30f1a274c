"""The pages of a built site as an inspection sees them: tags that lack, links that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

SITE_TAGS = ("SiteName", "SiteDomain", "SiteIDCode")
COLUMN_TAGS = ("ColumnName", "ColumnType")
ARTICLE_TAGS = ("ArticleTitle", "PubDate", "ContentSource")
TAGS = (*SITE_TAGS, *COLUMN_TAGS, *ARTICLE_TAGS)
"""What each page of a government site must say of itself: of the site, the column, the article."""
_CRUMBS_OF_AN_ARTICLE = 3
_HOME = "index.html"
_NO_PAGES = {"404.html"}


@dataclass
class Seen:
    """What was seen of a site.

    `untagged` has the pages that lack a tag, by tag; `dead` the links that lead nowhere, each with
    the page that it is on; `outside` how many links lead to each other host.
    """

    pages: int = 0
    untagged: dict[str, list[str]] = field(default_factory=dict)
    dead: list[tuple[str, str]] = field(default_factory=list)
    outside: dict[str, int] = field(default_factory=dict)


def look_through(site: Path) -> Seen:
    """Look at every page of the site in a folder."""
    seen = Seen()
    for path in sorted(site.rglob("*.html")):
        address = path.relative_to(site).as_posix()
        page = _Page()
        page.feed(path.read_text(encoding="utf-8"))
        if address in _NO_PAGES or not page.is_ours:
            continue
        seen.pages += 1
        for tag in _wanted(address, page):
            if not page.tags.get(tag):
                seen.untagged.setdefault(tag, []).append(address)
        for link in dict.fromkeys(page.links):
            _follow(link, address, site, seen)
    return seen


def of_government(host: str) -> bool:
    """Tell whether a host is a government's."""
    return host == "gov.cn" or host.endswith(".gov.cn")


def _wanted(address: str, page: _Page) -> Iterator[str]:
    yield from SITE_TAGS
    if address != _HOME:
        yield from COLUMN_TAGS
    if page.crumbs >= _CRUMBS_OF_AN_ARTICLE:
        yield from ARTICLE_TAGS


def _follow(link: str, address: str, site: Path, seen: Seen) -> None:
    try:
        parts = urlsplit(link)
        host = parts.hostname or ""
    except ValueError:
        seen.dead.append((address, link))
        return
    if parts.scheme in {"http", "https"}:
        seen.outside[host] = seen.outside.get(host, 0) + 1
    elif not parts.scheme and parts.path:
        place = unquote(urldefrag(parts.path)[0])
        target = site / place[1:] if place.startswith("/") else (site / address).parent / place
        if not _is_there(target):
            seen.dead.append((address, link))


def _is_there(target: Path) -> bool:
    try:
        return (target / _HOME if target.is_dir() else target).is_file()
    except (OSError, ValueError):  # a name that no file can have
        return False


class _Page(HTMLParser):
    """A page: its tags, its links, how many steps its way has."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: dict[str, str] = {}
        self.links: list[str] = []
        self.crumbs = 0
        self.is_ours = False
        self._in_crumbs = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag == "meta" and named.get("name") in TAGS:
            self.tags[str(named["name"])] = named.get("content") or ""
        for name in ("href", "src"):
            link = named.get(name)
            if link and tag in {"a", "img", "script", "link"}:
                self.links.append(link)
        for size in (named.get("srcset") or "").split(","):
            self.links += size.split()[:1]
        classes = (named.get("class") or "").split()
        self.is_ours = self.is_ours or "pa-header" in classes
        self._in_crumbs = self._in_crumbs or "pa-crumbs" in classes
        self.crumbs += tag == "li" and self._in_crumbs

    def handle_endtag(self, tag: str) -> None:
        if tag == "nav":
            self._in_crumbs = False
