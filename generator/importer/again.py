"""A corrected document read again: what it says anew is taken over, what people wrote stays.

Which words are a person's is found without a memory: the file keeps the document's own text,
so what the importer would have written from it is known. A field that still says that is the
importer's; one that says something else is a person's.
"""

from __future__ import annotations

import difflib
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generator.editors.rows import end_of
from generator.load.tree import Tree, parse
from generator.model import placeholder

_ALIKE = 0.75
_ALIKE_AT_SAME_NUMBER = 0.4
_COMPARED = 300


@dataclass
class Renewal:
    """A file's new text; `kept` are fields in which both a person and the document changed."""

    text: str
    kept: list[str] = field(default_factory=list)


def renewed(old: str, base: Mapping[str, Any], new: str, fields: Sequence[str]) -> Renewal:
    """Give a file's text with those of `fields` that the document says anew; the rest stays.

    `base` holds what the importer wrote once; `new` is the text that it would write now.
    """
    here, there = tree_of(old).data, tree_of(new).data
    made = Renewal(old)
    for name in fields:
        is_now, says, was = (_plain(each.get(name)) for each in (here, there, base))
        if says == is_now or (says == was and not _is_unwritten(is_now)):
            continue
        if is_now is None or is_now == was or _is_unwritten(is_now):
            made.text = with_values(made.text, new, (name,))
        else:
            made.kept.append(name)
    return made


def _is_unwritten(value: Any) -> bool:
    """Tell whether a unit still waits for its id: the plan may be read before units.yml has it."""
    if isinstance(value, Mapping):
        return any(map(_is_unwritten, value.values()))
    return isinstance(value, list) and placeholder.ID in value


def with_values(text: str, new: str, fields: Sequence[str]) -> str:
    """Put the fields of a new text into an old one, in the place of those that it has."""
    for name in fields:
        text = _with_block(text, name, _block(new, name))
    return text


def _plain(value: Any) -> Any:
    """Write values so that equal ones are equal, however they came."""
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items() if each not in (None, (), [])}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value] or None
    return value.isoformat() if isinstance(value, date) else value


def tree_of(text: str) -> Tree:
    """Parse a file that loads; its tokens are not filled."""
    tree = parse(text, name="")
    assert isinstance(tree, Tree)
    return tree


def _block(text: str, name: str) -> list[str]:
    """Give the lines of a field, without the comments that explain it; none if it has none."""
    tree = tree_of(text)
    if (name,) not in tree.keys:
        return []
    lines = text.splitlines()
    first = tree.keys[(name,)].line - 1
    block = lines[first : end_of(name, tree, lines)]
    return [line for line in block if not line.lstrip().startswith("#")]


def _with_block(text: str, name: str, block: Sequence[str]) -> str:
    tree = tree_of(text)
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines()
    if (name,) in tree.keys:
        first = tree.keys[(name,)].line - 1
        lines[first : end_of(name, tree, lines)] = block
    else:
        place = next((at for at, line in enumerate(lines) if line == f"# {name}:"), len(lines))
        lines[place : place + 1] = block
    return newline.join(lines) + newline


Said = tuple[str, str]
"""What tells items from each other: the title, "" where there is none, and the official text."""


def matched(old: Mapping[int, Said], new: Mapping[int, Said]) -> dict[int, int]:
    """Tell which old item a new one was, by number.

    The same title and text are the same item, whatever their number; then the same title; then
    the same number, if both are somewhat alike; then the likest.
    """
    left = dict(old)
    found: dict[int, int] = {}

    def take(number: int, was: int | None) -> None:
        if was is not None:
            found[number] = was
            del left[was]

    for number, said in new.items():
        take(number, next((each for each, words in left.items() if words == said), None))
    for number in [each for each in new if each not in found and new[each][0]]:
        same = (each for each, words in left.items() if words[0] == new[number][0])
        take(number, next(same, None))
    for number in [each for each in new if each not in found and each in left]:
        if _likeness(left[number], new[number]) >= _ALIKE_AT_SAME_NUMBER:
            take(number, number)
    for number in [each for each in new if each not in found]:
        likeness = {was: _likeness(said, new[number]) for was, said in left.items()}
        best = max(likeness, key=likeness.__getitem__, default=None)
        take(number, best if best is not None and likeness[best] >= _ALIKE else None)
    return found


def _likeness(one: Said, two: Said) -> float:
    """Compare titles; where one has none, how the texts begin."""
    place = 0 if one[0] and two[0] else 1
    first, second = one[place][:_COMPARED], two[place][:_COMPARED]
    return difflib.SequenceMatcher(None, first, second, autojunk=False).ratio()


def difference(path: str, old: str, new: str, explained: Container[str]) -> Iterator[str]:
    """Give the lines that change in a file, below its path.

    Comments that only explain a field, as drafts have them, are none.
    """
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=0)
    changed = [
        line
        for line in lines
        if not line.startswith(("---", "+++", "@@")) and line[1:].strip() not in explained
    ]
    if changed:
        yield f"{path}："
        yield from (f"  {line}" for line in changed)
