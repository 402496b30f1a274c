"""The addresses of a built site's pages: all of them, and some of them that show everything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from lxml import etree, html

_KIND = re.compile(r'class="pa-page pa-page--([a-z]+)"')


def every_page(site: Path) -> list[str]:
    """Give the address of every HTML file but the editors' form, which is another's program."""
    found = (path.relative_to(site) for path in site.rglob("*.html"))
    return sorted(path.as_posix() for path in found if path.parts[0] != "admin")


def pages_that_hold_all(
    site: Path, *, but: Path | None = None, looks_only: bool = False
) -> list[str]:
    """Give a few pages in which every element of every page stands in a place like its own.

    What has its like in the pages of the site `but` is left to whoever looks at those.

    A place is what an element lies in, up to the body, with all attributes but words, links, ids
    and drawings; whether it has text of its own, and what elements lie in it. In which order a
    page's headings come is a place too. For looks alone a place is what stylesheets can tell
    apart: elements, their states, and the classes that a stylesheet of the site names.
    """
    places = partial(_looks, styled=_styled(site)) if looks_only else _places
    rest = {address: places(site / address) for address in every_page(site)}
    chosen: list[str] = []
    held: set[_Place] = set()
    for address in every_page(but) if but else ():
        held |= places(but / address)
    while rest:
        best = max(rest, key=lambda address: len(rest[address] - held))
        new = rest.pop(best) - held
        if not new:
            break
        chosen.append(best)
        held |= new
    return chosen


_Place = tuple[Any, ...]
_WORDS = {
    "alt",
    "content",
    "datetime",
    "download",
    "for",
    "href",
    "id",
    "name",
    "src",
    "srcset",
    "value",
}
_DRAWINGS = {"d", "viewBox", "width", "height", "points"}
_DRAWING = "svg"
"""What lies in one is a picture, whatever it is made of."""
_STATES = {"disabled", "hidden", "open", "type"}
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def _places(page: Path) -> set[_Place]:
    body = html.fromstring(page.read_bytes()).find("body")
    headings = tuple(tag for tag, _ in groupby(each.tag for each in body.iter(*_HEADINGS)))
    return {("headings", headings), *_places_in(body, ())}


def _looks(page: Path, *, styled: frozenset[str]) -> set[_Place]:
    body = html.fromstring(page.read_bytes()).find("body")
    return {*_looks_in(body, (), styled)}


def _looks_in(element: Any, outside: _Place, styled: frozenset[str]) -> Iterator[_Place]:
    classes = sorted(styled.intersection(element.get("class", "").split()))
    states = sorted(
        (name, value)
        for name, value in element.attrib.items()
        if (name.startswith("aria-") and value in {"true", "false", "page"}) or name in _STATES
    )
    place = (outside, element.tag, *classes, *states)
    yield place
    if element.tag == _DRAWING:
        return
    for child in element.iterchildren(tag=etree.Element):
        yield from _looks_in(child, place, styled)


def _styled(site: Path) -> frozenset[str]:
    """Give the classes that stylesheets name."""
    sheets = [path.read_text(encoding="utf-8") for path in site.glob("css/*.css")]
    return frozenset(re.findall(r"\.([a-z][\w-]*)", "".join(sheets)))


def _places_in(element: Any, outside: _Place) -> Iterator[_Place]:
    attributes = sorted(
        (name, "" if not value.isascii() or value.isdigit() else value)
        for name, value in element.attrib.items()
        if name not in _WORDS | _DRAWINGS and not name.startswith("data-")
    )
    named = sorted((_WORDS | _DRAWINGS) & {*element.attrib})
    drawn = element.tag == _DRAWING
    inside = [] if drawn else [*element.iterchildren(tag=etree.Element)]
    text = "".join([element.text or "", *(child.tail or "" for child in element)])
    place = (outside, element.tag, *attributes, *named, bool(text.strip()))
    yield (place, frozenset(child.tag for child in inside))
    for child in inside:
        yield from _places_in(child, place)


def one_of_each_kind(site: Path) -> dict[str, str]:
    """Give the longest page of each kind that the built site has; a search with results too."""
    longest: dict[str, tuple[int, str]] = {}
    for address in every_page(site):
        text = (site / address).read_text(encoding="utf-8")
        if kind := _KIND.search(text):
            longest[kind[1]] = max(longest.get(kind[1], (0, "")), (len(text), address))
    kinds = {kind: address for kind, (_, address) in sorted(longest.items())}
    return {**kinds, "results": f"{kinds['search']}?q=电瓶车充电起火"}
