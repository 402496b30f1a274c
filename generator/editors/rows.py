"""Rows put at the end of a file's list, the rest of the file left letter by letter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from generator.editors.skeleton import scalar
from generator.load.tree import Tree

Row = Mapping[str, str | date | Sequence[str]]
"""A row's fields, in the order in which they are written."""


def with_rows(
    text: str, tree: Tree, field: str, rows: Sequence[Row], inherited: Sequence[Row] = ()
) -> str | None:
    """Give a file's text with rows appended to one of its lists.

    Where the file has no such list, it is written anew after what it inherits.
    None where the list has no row yet, or is not written one row under another.
    """
    lines = text.splitlines(keepends=True)
    if field not in tree.data and text.lstrip().startswith("{"):
        return None
    if field not in tree.data:
        newline = "\r\n" if lines[0].endswith("\r\n") else "\n"
        new = [line for each in (*inherited, *rows) for line in _lines(each, "  ", newline)]
        gap = "" if text.endswith("\n") else newline
        return "".join([text, gap, f"{field}:{newline}", *new])
    count = len(tree.data[field])
    if count == 0:
        return None
    first = lines[tree.values[(field, count - 1)].line - 1]
    indent = first[: len(first) - len(first.lstrip(" "))]
    if not first.lstrip(" ").startswith("- "):
        return None
    end = end_of(field, tree, lines)
    newline = "\r\n" if first.endswith("\r\n") else "\n"
    if not lines[end - 1].endswith("\n"):
        lines[end - 1] += newline
    new = [line for each in rows for line in _lines(each, indent, newline)]
    return "".join([*lines[:end], *new, *lines[end:]])


def _lines(row: Row, indent: str, newline: str) -> list[str]:
    return [
        f"{indent}{'  ' if place else '- '}{name}: {_value(value)}{newline}"
        for place, (name, value) in enumerate(row.items())
    ]


def _value(value: str | date | Sequence[str]) -> str:
    if isinstance(value, str | date):
        return scalar(value)
    return f"[{', '.join(map(scalar, value))}]"


def end_of(field: str, tree: Tree, lines: Sequence[str]) -> int:
    """Give the number of lines up to the end of a top-level field, what follows not counted."""
    begin = tree.keys[(field,)].line
    after = [mark.line for loc, mark in tree.keys.items() if len(loc) == 1 and mark.line > begin]
    end = min(after) - 1 if after else len(lines)
    while not lines[end - 1].strip() or lines[end - 1].startswith("#"):
        end -= 1
    return end
