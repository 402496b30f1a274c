"""The article of a web page: what stands in it without the site's menus and links around."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.importer.page_lines import BLOCKS, Element, is_unseen, lines_of

_LONG = 20
"""Characters of a block that is more than a label; cells and items count whatever they say."""
_ALWAYS = {"td", "th", "li"}
_ENOUGH = 200
_NEARLY_ALL = 0.8
_NUMBERED = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,3}[.．、]\D"
    r"|第[一二三四五六七八九十]{1,3}[条章]|附件"
)
_BETWEEN = re.compile(r"\s*[-_|—–]+\s*")
_A_TITLE = 8
_FIRST_LINES = 5


@dataclass(frozen=True)
class Article:
    """The element that holds the text, and the title where that stands outside of it."""

    element: Element
    title: tuple[str, ...]


def article_of(page: Element) -> Article:
    """Find the text of a page; where none stands out, it is the whole page."""
    weights = _weights(page)
    at = page
    while True:
        inner = max((each for each in at if each in weights), key=weights.__getitem__, default=None)
        enough = max(_ENOUGH, _NEARLY_ALL * weights[page])
        if inner is None or weights[inner] < enough or not _only_furniture(at, inner):
            return Article(at, tuple(_title(page, at)))
        at = inner


def _weights(page: Element) -> dict[Element, int]:
    """Give each element the number of characters that stand in it in long lines, not in links."""
    elements = [*page.iter()]
    block: dict[Element | None, Element | None] = {None: page}
    runs: Counter[Element] = Counter()
    for each in elements:
        around = block[each.getparent()]
        mine = each if each.tag in BLOCKS else around
        block[each] = None if around is None or each.tag == "a" or is_unseen(each) else mine
        for where, words in ((block[each], each.text), (around, each.tail)):
            if where is not None:
                runs[where] += len((words or "").strip())
    weights = {
        each: runs[each] if runs[each] >= _LONG or each.tag in _ALWAYS else 0 for each in elements
    }
    for each in reversed(elements[1:]):  # what is within comes after
        weights[each.getparent()] += weights[each]
    return weights


def _only_furniture(around: Element, inner: Element) -> bool:
    """Tell whether what stands beside an element is nothing, or links and what goes with them."""
    if inner.tag == "li":
        return False
    beside = [*lines_of(around, without=inner)]
    links = any(next(each.iter("a"), None) is not None for each in around if each is not inner)
    return not beside or (links and not any(map(_NUMBERED.match, beside)))


def _title(page: Element, article: Element) -> Iterator[str]:
    """Give the longest heading that the page has outside of its article, if that lacks it."""
    outside = {_bare(line): line for line in lines_of(page, without=article)}
    inside = [_bare(line) for line, _ in zip(lines_of(article), range(_FIRST_LINES), strict=False)]
    named = sorted({_bare(each) for each in _headings(page)}, key=lambda each: (-len(each), each))
    for each in named:
        if len(each) >= _A_TITLE and each in outside:
            if not any(each in line for line in inside):
                yield outside[each]
            return


def _headings(page: Element) -> Iterator[str]:
    for each in page.iter("meta"):
        if (each.get("name") or each.get("property") or "").lower() in {"articletitle", "og:title"}:
            yield each.get("content", "")
    for each in page.iter("title"):
        yield from _BETWEEN.split("".join(each.itertext()))
    for each in page.iter("h1", "h2"):
        yield "".join(each.itertext())


def _bare(words: str) -> str:
    return "".join(words.split())
