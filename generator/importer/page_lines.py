"""The lines of a web page, as a browser shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree  # type: ignore[import-untyped]

from generator.importer.counting import written

Element: TypeAlias = etree._Element

BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog"),
    *("div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3"),
    *("h4", "h5", "h6", "header", "hgroup", "hr", "html", "li", "main", "menu", "ol", "p", "pre"),
    *("search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    *("caption", "legend"),
}
_UNSEEN = {
    *("script", "style", "nav", "head", "template", "noscript", "iframe", "object", "svg"),
    *("select", "button", "textarea", "audio", "video", "canvas", "title"),
}
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_FORM = re.compile(r"list-style(?:-type)?\s*:\s*([^;]*)", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f\xa0\u2028\u2029\x85]+")
_TYPED = re.compile(
    r"(?:\d{1,3}\s*[.．、）)]|[一二三四五六七八九十]{1,3}、|[（(]|[①-⑳]|第[一二三四五六七八九十]{1,3}[条章])"
)
_FORMS = {
    **{"1": "decimal", "decimal": "decimal", "decimal-leading-zero": "decimalZero"},
    **{"a": "lowerLetter", "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter"},
    **{"A": "upperLetter", "upper-alpha": "upperLetter", "upper-latin": "upperLetter"},
    **{"i": "lowerRoman", "lower-roman": "lowerRoman"},
    **{"I": "upperRoman", "upper-roman": "upperRoman"},
    **{"disc": "none", "circle": "none", "square": "none", "none": "none"},
}
_CHINESE_FORMS = {
    **{"cjk-ideographic": "chineseCounting", "trad-chinese-informal": "chineseCounting"},
    **{"simp-chinese-informal": "chineseCounting", "cjk-decimal": "japaneseDigitalTenThousand"},
    "simp-chinese-formal": "chineseLegalSimplified",
    "trad-chinese-formal": "ideographLegalTraditional",
    "cjk-heavenly-stem": "ideographTraditional",
    "cjk-earthly-branch": "ideographZodiac",
}
_WHOLE = re.compile(r"\s*(-?\d{1,4})\s*")
_KEEPS_LINES = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
_BREAK = "\v"


def is_unseen(element: Element) -> bool:
    """Tell whether readers of the page do not see an element."""
    hidden = element.get("hidden") is not None or element.get("type") == "hidden"
    return hidden or element.tag in _UNSEEN or bool(_HIDDEN.search(element.get("style", "")))


def lines_of(element: Element, *, without: Element | None = None) -> Iterator[str]:
    """Give the lines of an element, but for those of one within it."""
    if element is not without:
        yield from _Lines(without).of(element)


class _Lines:
    """Gathers what runs on in a line until a block begins or ends."""

    def __init__(self, without: Element | None) -> None:
        self._without = without
        self._line: list[str] = []
        self._keeps_lines = False

    def of(self, element: Element) -> Iterator[str]:
        """Give the lines of an element, in their order."""
        yield from self._inner(element)
        yield from self._ended()

    def _inner(self, element: Element) -> Iterator[str]:
        outer = self._keeps_lines
        style = element.get("style", "")
        self._keeps_lines = outer or element.tag == "pre" or bool(_KEEPS_LINES.search(style))
        self._add(element.text)
        count = _Count(element) if element.tag == "ol" else None
        for each in element:
            if each is not self._without and not is_unseen(each):
                number = count.before(each) if count and each.tag == "li" else ""
                yield from self._one(each, number)
            self._add(each.tail)
        self._keeps_lines = outer

    def _add(self, text: str | None) -> None:
        if text:
            self._line.append(text.replace("\n", _BREAK) if self._keeps_lines else text)

    def _one(self, element: Element, number: str) -> Iterator[str]:
        if element.tag == "br":
            yield from self._ended()
        elif element.tag == "table":
            yield from self._ended()
            yield from self._rows(element)
        elif element.tag in BLOCKS:
            yield from self._ended()
            yield from _numbered(self.of(element), number)
        else:
            yield from self._inner(element)

    def _ended(self) -> Iterator[str]:
        lines = "".join(self._line).split(_BREAK)
        self._line.clear()
        for each in lines:
            line = _SPACE.sub(" ", each).strip(" \u3000")
            if line:
                yield line

    def _rows(self, table: Element) -> Iterator[str]:
        """Give a line a row; a table that only puts things in their places gives its blocks."""
        above: dict[int, tuple[int, int, str]] = {}
        places = next(table.iterdescendants("table"), None) is not None
        for row in table.iter("caption", "tr"):
            if _table_of(row) is not table or self._is_left(row):
                continue
            cells = [each for each in row if each.tag in {"td", "th"} and not is_unseen(each)]
            cells = [each for each in cells if each is not self._without]
            if places or row.tag == "caption" or (len(cells) == 1 and not above):
                for each in cells or [row]:
                    yield from self.of(each)
            else:
                yield "\t".join(self._cells(cells, above))

    def _is_left(self, row: Element) -> bool:
        if row is self._without or row.getparent() is self._without:
            return True
        return is_unseen(row) or is_unseen(row.getparent())

    def _cells(self, cells: list[Element], above: dict[int, tuple[int, int, str]]) -> Iterator[str]:
        """Give the words of a row's cells; one that spans rows says the same in each."""
        fresh = iter(cells)
        column = 0
        while column in above or (cell := next(fresh, None)) is not None:
            if column in above:
                rows, width, words = above.pop(column)
            else:
                rows, width = _span(cell, "rowspan"), _span(cell, "colspan")
                words = " ".join(" ".join(self.of(cell)).split())
            if rows > 1:
                above[column] = (rows - 1, width, words)
            column += width
            yield words


class _Count:
    """Counts the items of a list as a browser does."""

    def __init__(self, items: Element) -> None:
        backwards = items.get("reversed") is not None
        first = len(items.findall("li")) if backwards else 1
        self._form = _form(items) or "decimal"
        self._next = _whole(items.get("start", ""), first)
        self._step = -1 if backwards else 1

    def before(self, item: Element) -> str:
        """Give what is shown before an item."""
        number = _whole(item.get("value", ""), self._next)
        self._next = number + self._step
        form = _form(item) or self._form
        if form in _CHINESE_FORMS:
            return f"{written(_CHINESE_FORMS[form], number)}、"
        text = written(_FORMS[form], number)
        return f"{text}. " if text else ""


def _form(element: Element) -> str:
    """Give the form of numbers that an element asks for; "" where it asks for none known."""
    style = _FORM.search(element.get("style", ""))
    asked = [*(style[1].lower().split() if style else ()), element.get("type", "")]
    return next((each for each in asked if each in _FORMS or each in _CHINESE_FORMS), "")


def _numbered(lines: Iterator[str], number: str) -> Iterator[str]:
    """Put a number before the first line, unless it has one that was typed."""
    for line in lines:
        yield line if _TYPED.match(line) else number + line
        number = ""


def _table_of(row: Element) -> Element | None:
    return next(row.iterancestors("table"), None)


def _span(cell: Element, name: str) -> int:
    return max(_whole(cell.get(name, ""), 1), 1)


def _whole(written_so: str, default: int) -> int:
    found = _WHOLE.fullmatch(written_so)
    return int(found[1]) if found else default
