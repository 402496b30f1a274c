"""Prose: the small Markdown subset of content texts becomes safe HTML."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from html import escape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_SAFE = re.compile(r"https?://|tel:[0-9]|[a-z]+:[a-z0-9-]+$")
_INSIDE = re.compile(r'<a href="([a-z]+):([a-z0-9-]+)">(.*?)</a>')
_WRAPPED = re.compile(r"<p>(.*)</p>", re.DOTALL)
_UNWANTED_BLOCKS = ("hashheader", "setextheader", "hr", "code", "quote", "reference")
_UNWANTED_INLINES = ("html", "entity", "image_link", "image_reference", "reference", "autolink")


class _SafeLinks(Treeprocessor):
    """Drops the target of any link that is not http(s), tel or an entity such as sector:fire."""

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            if not _SAFE.match(link.get("href", "")):
                link.attrib.pop("href", None)


class _Subset(Extension):
    """Takes away all of Markdown that content may not use."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        md.preprocessors.deregister("html_block")
        for name in _UNWANTED_BLOCKS:
            md.parser.blockprocessors.deregister(name, strict=False)
        for name in _UNWANTED_INLINES:
            md.inlinePatterns.deregister(name, strict=False)
        md.treeprocessors.register(_SafeLinks(md), "safe-links", 1)


@cache
def _converter() -> Markdown:
    return Markdown(extensions=[_Subset()])


@cache
def block(text: str) -> str:
    """Turn a content text into HTML paragraphs and lists, on one line."""
    return _converter().reset().convert(escape(text, quote=False)).replace("\n", " ")


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
