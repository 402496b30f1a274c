"""Prose: the small Markdown subset of content texts becomes safe HTML."""

from __future__ import annotations

import re
from functools import cache
from html import escape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_SAFE = re.compile(r"(https?://|tel:[0-9])")
_WRAPPED = re.compile(r"<p>(.*)</p>", re.DOTALL)
_UNWANTED_BLOCKS = ("hashheader", "setextheader", "hr", "code", "quote", "reference")
_UNWANTED_INLINES = ("html", "entity", "image_link", "image_reference", "reference", "autolink")


class _SafeLinks(Treeprocessor):
    """Drops the target of any link that is not http(s) or tel."""

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
