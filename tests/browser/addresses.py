"""The addresses of a built site's pages: all of them, one of each build, and one of each kind."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from lxml import etree, html

_KIND = re.compile(r'class="pa-page pa-page--([a-z]+)"')


def every_page(site: Path) -> list[str]:
    """Give the address of every HTML file but the editors' form, which is another's program."""
    found = (path.relative_to(site) for path in site.rglob("*.html"))
    return sorted(path.as_posix() for path in found if path.parts[0] != "admin")


def one_of_each_build(site: Path) -> list[str]:
    """Give the longest of all pages that are built alike, from every build that the site has.

    Pages are built alike when they have the same elements with the same attributes in the same
    order, with text in the same places. What a row has more of the same does not matter, nor what
    is written in texts, links and ids.
    """
    longest: dict[_Build, tuple[int, str]] = {}
    for address in every_page(site):
        raw = (site / address).read_bytes()
        build = _build_of(html.fromstring(raw).find("body"))
        longest[build] = max(longest.get(build, (0, "")), (len(raw), address))
    return sorted(address for _, address in longest.values())


_Build = tuple[Any, ...]
_WORDS = {"alt", "content", "datetime", "download", "for", "href", "id", "name", "src", "srcset"}


def _build_of(element: Any) -> _Build:
    parts: list[_Build] = []
    for child in element.iterchildren(tag=etree.Element):
        part = _build_of(child)
        if part not in parts[-1:]:
            parts.append(part)
    attributes = sorted(
        (name, "" if name in _WORDS or not value.isascii() or value.isdigit() else value)
        for name, value in element.attrib.items()
        if not name.startswith("data-")
    )
    text = "".join([element.text or "", *(child.tail or "" for child in element)])
    return (element.tag, tuple(attributes), bool(text.strip()), tuple(parts))


def one_of_each_kind(site: Path) -> dict[str, str]:
    """Give the longest page of each kind that the built site has; a search with results too."""
    longest: dict[str, tuple[int, str]] = {}
    for address in every_page(site):
        text = (site / address).read_text(encoding="utf-8")
        if kind := _KIND.search(text):
            longest[kind[1]] = max(longest.get(kind[1], (0, "")), (len(text), address))
    kinds = {kind: address for kind, (_, address) in sorted(longest.items())}
    return {**kinds, "results": f"{kinds['search']}?q=电瓶车充电起火"}
