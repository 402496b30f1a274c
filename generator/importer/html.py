"""Web pages as plain text: a line a block, with the numbers that a browser puts before items.

The cells of a row of a table are apart by a tab, as those of a Word document are.
"""

from __future__ import annotations

import email
import re
from collections.abc import Iterator

from lxml import html  # type: ignore[import-untyped]

from generator.importer.article import article_of
from generator.importer.characters import decoded, patched
from generator.importer.errors import SourceError, refusing
from generator.importer.extract import Extract, in_bounds
from generator.importer.page_lines import Element, lines_of

_SHOWN = 30
_TOO_DEEP = ("Excessive depth", "Resource limit")
_UNREAD = "\ufffd"


def text_of_html(text: str) -> Extract:
    """Give the main text of a web page, or of a piece of one; raises `SourceError`."""
    with refusing("网页坏了：用浏览器打开，把文字复制到 .txt 再试"):
        body = _parsed(text)
        article = article_of(body)
        found = in_bounds([*article.title, *lines_of(article.element)])
        if _UNREAD in found:
            raise SourceError("网页里有认不出的字：用浏览器打开，把文字复制到 .txt 再试")
        outside = in_bounds(lines_of(body, without=article.element))
    return Extract(found, tuple(_left(outside, article.title)))


def text_of_archive(content: bytes) -> Extract:
    """Give the main text of a web page that was packed with its pictures (MHTML)."""
    with refusing("网页坏了：用浏览器打开，把文字复制到 .txt 再试"):
        for part in email.message_from_bytes(content).walk():
            if part.get_content_type() == "text/html":
                page = part.get_payload(decode=True)
                assert isinstance(page, bytes)
                said = part.get_content_charset() or ""
                return text_of_html(decoded(page, said) or patched(page, said))
    raise SourceError("文件里没有网页：用浏览器打开，把文字复制到 .txt 再试")


def _parsed(text: str) -> Element:
    parser = html.HTMLParser(
        recover=True,
        no_network=True,
        huge_tree=True,  # a page that was saved holds its pictures; the file has a bound
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    root = html.document_fromstring(text.encode("utf-8"), parser=parser)
    if any(words in each.message for each in parser.error_log for words in _TOO_DEEP):
        raise SourceError("网页太复杂，读不全：用浏览器打开，把文字复制到 .txt 再试")
    return root


def _left(outside: str, title: tuple[str, ...]) -> Iterator[str]:
    """Tell what else was on the page."""
    lines = [each for each in outside.split("\n") if each not in title]
    words = re.sub(r"\s+", " ", " ".join(lines)).strip()
    if words:
        more = "…" if len(words) > _SHOWN else ""
        yield f"网页上正文以外的 {len(words)} 个字没有读：“{words[:_SHOWN]}{more}”"
