"""Material's stylesheets, without the rules for parts of a page that the look does not have.

Most of what Material styles is its own header, search, tabs and navigation, which no page of ours
has: two fifths of what a reader would wait for on a slow line.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from importlib.resources import files as files_of

import tinycss2

_SHEET = re.compile(r"(main|palette)\.[0-9a-f]+\.min\.css")
_PART = re.compile(r"\bmd-[a-z_-]+")
_IN_SELECTOR = re.compile(r"\.(md-[a-zA-Z_-]+)")
_NOT_THAT = re.compile(r":not\([^)]*\)")
_HOLDS_RULES = {"media", "supports"}


def parts_named_in(texts: Collection[str]) -> frozenset[str]:
    """Find the classes of Material that templates, scripts and stylesheets name."""
    return frozenset(name for text in texts for name in _PART.findall(text))


@lru_cache(maxsize=4)
def material_css(parts: frozenset[str]) -> bytes:
    """Give Material's two stylesheets as one, with the rules for `parts` and for plain text.

    A rule for a class that is not Material's own (`.admonition`, `.highlight`) stays: Markdown may
    make it.
    """
    folder = files_of("material") / "templates/assets/stylesheets"
    found = sorted(
        (each for each in folder.iterdir() if _SHEET.fullmatch(each.name)),
        key=lambda each: each.name,
    )
    sheets = (tinycss2.parse_stylesheet(each.read_text("utf-8"), True, True) for each in found)
    return "\n".join("".join(_kept(sheet, parts)) for sheet in sheets).encode()


def _kept(rules: Collection[tinycss2.ast.Node], parts: frozenset[str]) -> Iterator[str]:
    for rule in rules:
        if isinstance(rule, tinycss2.ast.QualifiedRule):
            selectors = [each for each in _selectors(rule.prelude) if _is_of(each, parts)]
            if selectors:
                yield f"{','.join(selectors)}{{{tinycss2.serialize(rule.content)}}}"
        elif isinstance(rule, tinycss2.ast.AtRule) and rule.lower_at_keyword in _HOLDS_RULES:
            inside = "".join(_kept(tinycss2.parse_rule_list(rule.content), parts))
            if inside:
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inside}}}"
        else:
            yield rule.serialize()


def _selectors(prelude: Collection[tinycss2.ast.Node]) -> Iterator[str]:
    """Part a rule's selectors at the commas that are not inside of one."""
    one: list[tinycss2.ast.Node] = []
    for token in prelude:
        if token == ",":
            yield tinycss2.serialize(one)
            one = []
        else:
            one.append(token)
    yield tinycss2.serialize(one)


def _is_of(selector: str, parts: frozenset[str]) -> bool:
    return parts.issuperset(_IN_SELECTOR.findall(_NOT_THAT.sub("", selector)))
