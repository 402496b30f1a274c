"""Prose: the small Markdown subset of content texts becomes safe HTML."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from html import escape
from typing import TypeVar
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import InlineProcessor, Treeprocessor
from markdown.util import Registry

T = TypeVar("T")
_SAFE = re.compile(r"https?://|tel:[0-9]|[a-z-]+:[a-z0-9-]+$")
_INSIDE = re.compile(r'<a href="([a-z-]+):([a-z0-9-]+)">(.*?)</a>')
_WRAPPED = re.compile(r"<p>(.*)</p>", re.DOTALL)
_READ = ("normalize_whitespace",)
_BLOCKS = ("empty", "indent", "olist", "ulist", "paragraph")
_INLINES = ("backtick", "escape", "link", "linebreak", "em_strong")
_SHAPED = ("inline", "prettify", "unescape")
"""What of Markdown a content text may use, by the library's names, in the order in which it is
tried; the rest of the library, of today or of a later version, is not there."""


class _SafeLinks(Treeprocessor):
    """Drops the target of any link that is not http(s), tel or an entity such as sector:fire."""

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            if not _SAFE.match(link.get("href", "")):
                link.attrib.pop("href", None)


@cache
def converter() -> Markdown:
    """Give Markdown with what content may use, and nothing else.

    Raises `KeyError` where the library has something of that under this name no more.
    """
    md = Markdown()
    md.preprocessors = _only(md.preprocessors, _READ)
    md.parser.blockprocessors = _only(md.parser.blockprocessors, _BLOCKS)
    md.inlinePatterns = _only(md.inlinePatterns, _INLINES)
    md.treeprocessors.register(InlineProcessor(md), "inline", 20)  # the old one knows all patterns
    md.treeprocessors = _only(md.treeprocessors, _SHAPED)
    md.treeprocessors.register(_SafeLinks(md), "safe-links", 0)
    md.postprocessors = Registry()
    return md


def _only(given: Registry[T], names: tuple[str, ...]) -> Registry[T]:
    """Give a registry that has only what is named, in this order."""
    kept: Registry[T] = Registry()
    for priority, name in enumerate(reversed(names), 1):
        kept.register(given[name], name, priority)
    return kept


@cache
def block(text: str) -> str:
    """Turn a content text into HTML paragraphs and lists, on one line."""
    return converter().reset().convert(escape(text, quote=False)).replace("\n", " ")


@cache
def inline(text: str) -> str:
    """Turn a one-sentence content text into HTML without a paragraph around it."""
    html = block(text)
    single = _WRAPPED.fullmatch(html)
    return single.group(1) if single and "<p>" not in single.group(1) else html


def resolved(html: str, address_of: Callable[[str, str], str]) -> str:
    """Put addresses where a text links to entities; a link to nothing live becomes plain words.

    `address_of` takes a kind and an id (sector, fire) and gives the link, or "".
    """

    def link(match: re.Match[str]) -> str:
        if match[1] == "tel":
            return match[0]
        address = address_of(match[1], match[2])
        return f'<a href="{address}">{match[3]}</a>' if address else match[3]

    return _INSIDE.sub(link, html)
