"""A tip put at the end of a sector's tips, the rest of the file left letter by letter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.desk.skeleton import scalar
from generator.load.tree import Tree
from generator.model.vocabulary import Audience


@dataclass(frozen=True)
class NewTip:
    """A tip as an editor gave it."""

    text: str
    why: str
    audience: tuple[str, ...]
    sources: tuple[str, ...]


def with_tip(text: str, tree: Tree, tip: NewTip) -> str | None:
    """Give a sector file's text with the tip appended; None where its tips are not a plain list."""
    count = len(tree.data["tips"])
    lines = text.splitlines(keepends=True)
    first = lines[tree.values[("tips", count - 1)].line - 1]
    indent = first[: len(first) - len(first.lstrip(" "))]
    if not first.lstrip(" ").startswith("- "):
        return None
    end = _end_of("tips", tree, lines)
    newline = "\r\n" if first.endswith("\r\n") else "\n"
    if not lines[end - 1].endswith("\n"):
        lines[end - 1] += newline
    rows = [f"{indent}{line}{newline}" for line in _rows(tip)]
    return "".join([*lines[:end], *rows, *lines[end:]])


def audiences(words: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Turn audiences given by value or by Chinese label into values; and what is neither."""
    by_word = {word: each.value for each in Audience for word in (each.value, each.label)}
    known = tuple(dict.fromkeys(by_word[word] for word in words if word in by_word))
    return known, tuple(word for word in words if word not in by_word)


def _end_of(field: str, tree: Tree, lines: Sequence[str]) -> int:
    """Give the number of lines up to the end of a top-level field, what follows not counted."""
    begin = tree.keys[(field,)].line
    after = [mark.line for loc, mark in tree.keys.items() if len(loc) == 1 and mark.line > begin]
    end = min(after) - 1 if after else len(lines)
    while not lines[end - 1].strip() or lines[end - 1].startswith("#"):
        end -= 1
    return end


def _rows(tip: NewTip) -> list[str]:
    return [
        f"- text: {scalar(tip.text)}",
        f"  why: {scalar(tip.why)}",
        f"  audience: [{', '.join(tip.audience)}]",
        f"  sources: [{', '.join(map(scalar, tip.sources))}]",
    ]
