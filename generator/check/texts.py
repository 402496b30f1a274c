"""Texts: no raw HTML, no unsafe links, no unknown tokens, hotlines or icons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from datetime import date

from generator.check.by_document import ByDocument
from generator.icon_files import icon_svg
from generator.load.loader import Document, Loaded
from generator.load.tree import Loc
from generator.model.base import plain_number
from generator.model.library import Library
from generator.model.placeholder import is_placeholder
from generator.model.problem import Problem
from generator.model.web import read_address

_HTML = re.compile(r"<[a-zA-Z/!?]")
_TOKEN = re.compile(r"\{[^{}]*\}")
_SHOWN = 20
_LINK = re.compile(r"\]\(\s*<?([^)\s>]*)")
_REFERENCE_LINK = re.compile(r"^\s{0,3}\[[^\]]+\]:", re.MULTILINE)
_SCRIPT_SCHEME = re.compile(r"(java|vb)script\s*:|data\s*:\s*text", re.IGNORECASE)
_SIGNS_ALONE = re.compile(r"[\s*_+#>`~-]*[*_+#>`~-]")
_LISTS_IN_LISTS = re.compile(r"^\s*(?:(?:[*+-]|\d+\.) +){4}", re.MULTILINE)
_SAFE_LINK = re.compile(r"tel:[0-9]+(?:-[0-9]+)*|[a-z-]+:[a-z0-9-]+")


def _numbers(loaded: Loaded, library: Library, as_of: date) -> Set[str]:
    return {line.number for line in library.site.hotlines}


def _of_texts(document: Document, numbers: Set[str]) -> Iterator[Problem]:
    """Report markup that content may not carry and names that nothing stands behind."""
    for loc, text in document.tree.texts:
        yield from _markup(document, loc, text)
        if (loc[-1] == "icon" or "glyphs" in loc[-2:]) and icon_svg(text) is None:
            yield document.problem(
                loc, "E312", f"没有“{text}”这个图标", "到 Material 图标集里选一个"
            )
        if "call" in loc[-2:] and plain_number(text) not in numbers and not is_placeholder(text):
            yield document.problem(
                loc, "E313", f"电话“{text}”没有登记", "先在 site.yml 的 hotlines 里登记"
            )


check_texts = ByDocument("texts", _numbers, _of_texts)


def link_targets(text: str) -> list[str]:
    """Give the target of every `[文字](target)` in a text, in reading order."""
    return _LINK.findall(text)


def _is_safe(target: str) -> bool:
    if target.startswith(("http://", "https://")):
        return read_address(target) is not None
    return bool(_SAFE_LINK.fullmatch(target))


def _markup(document: Document, loc: Loc, text: str) -> Iterator[Problem]:
    if _HTML.search(text):
        yield document.problem(loc, "E309", "不能写 HTML 标签", "只用文字、**加粗**、列表和链接")
    if _SCRIPT_SCHEME.search(text):
        yield document.problem(loc, "E310", "不能写脚本链接", "链接只能是 https:// 或 tel:")
    if _REFERENCE_LINK.search(text):
        yield document.problem(loc, "E310", "链接请写成 [文字](地址)", "不用脚注式链接")
    if _SIGNS_ALONE.fullmatch(text.strip()):
        yield document.problem(loc, "E341", "只有标记，没有字", "写上文字，或删掉")
    elif _LISTS_IN_LISTS.search(text):
        yield document.problem(
            loc, "E342", "一行开头的列表标记太多", "一行只写一个 - 或 1.，后面写文字"
        )
    for target in link_targets(text):
        if not _is_safe(target) and not _SCRIPT_SCHEME.search(text):
            yield document.problem(
                loc,
                "E310",
                f"链接“{target}”不合规",
                "只能是 https://…、tel:… 或站内编号，例如 sector:fire",
            )
    for token in _TOKEN.findall(text):
        shown = token if len(token) <= _SHOWN else f"{token[:_SHOWN]}…"
        yield document.problem(
            loc, "E311", f"不认识的占位“{shown}”", "只能用 {县名}、{县简称}、{省名}"
        )
