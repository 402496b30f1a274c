"""Parsing YAML text into plain values whose every key and value knows its line and column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Any

import yaml

from generator.load.characters import (
    Odd,
    as_read,
    odd_escapes,
    odd_in,
    offset_of,
    places,
    report,
    without_invisible,
)
from generator.load.syntax import MAX_DEPTH, TAGGED, TOO_DEEP, WIDE_INDENT, explain
from generator.model.problem import Problem, has_errors
from generator.model.yaml_loader import LOADER

Loc = tuple[str | int, ...]
Taken = tuple[tuple[int, int], ...]
"""Where invisible characters were taken out: line and column of each."""
_REMEMBERED = 2_000
"""Files that a process remembers: those of a large county."""
_CUT = re.compile(r"([ \t]+)#[^\s#]")
_PLAIN_TAGS = "tag:yaml.org,2002:"


@dataclass(frozen=True)
class Mark:
    """A place in a file; both counted from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class Written:
    """Where each key and each value of a text begins, and in which part of it a value stands."""

    values: Mapping[Loc, Mark]
    keys: Mapping[Loc, Mark]
    spans: Mapping[Loc, tuple[int, int]]


class _Source:
    """The text of a tree; what is written where is found when it is first asked for.

    A tree that was kept and is read again knows its values alone: places are for messages.
    """

    def __init__(self, text: str, taken_out: Taken = (), written: Written | None = None) -> None:
        self.text = text
        self.taken_out = taken_out
        self._written = written

    @property
    def written(self) -> Written:
        if self._written is None:
            builder = _Builder(self.text, "")
            builder.build(yaml.compose(self.text, Loader=LOADER), ())
            self._written = builder.written(self.taken_out)
        return self._written

    def __getstate__(self) -> tuple[str, Taken]:
        return self.text, self.taken_out

    def __setstate__(self, state: tuple[str, Taken]) -> None:
        self.text, self.taken_out = state
        self._written = None


@dataclass(frozen=True)
class Tree:
    """A parsed document: its values, and where each key and each value begins.

    `warnings` are of what was left out on reading.
    """

    data: Any
    source: _Source = field(default_factory=lambda: _Source("{}"))
    warnings: tuple[Problem, ...] = ()

    @property
    def keys(self) -> Mapping[Loc, Mark]:
        """Give where each key begins."""
        return self.source.written.keys

    @property
    def values(self) -> Mapping[Loc, Mark]:
        """Give where each value begins."""
        return self.source.written.values

    @property
    def spans(self) -> Mapping[Loc, tuple[int, int]]:
        """Give the part of the text in which each value is written."""
        return self.source.written.spans

    @cached_property
    def texts(self) -> tuple[tuple[Loc, str], ...]:
        """Give every text with its place, but for what is not ours to mend."""
        return tuple(texts_in(self.data, ()))

    def has(self, loc: Loc) -> bool:
        """Tell whether something is written at `loc`."""
        return loc in self.values

    def where(self, loc: Loc) -> Mark:
        """Give the mark of the longest known beginning of `loc`."""
        values = self.values
        while loc and loc not in values:
            loc = loc[:-1]
        return values.get(loc, Mark(1, 1))

    def place_of(self, character: str, loc: Loc) -> Mark:
        """Give the mark of a character inside the value at `loc`; the value's if it has none."""
        text = self.source.text
        start, end = self.spans.get(loc, (0, 0))
        offset = offset_of(character, text[start:end])
        if offset is None:
            return self.where(loc)
        odd = Odd(ord(character), start + offset)
        return _in_file(Mark(*next(places([odd], text))), self.source.taken_out)


_WORD_FOR_WORD = "official_text"
"""What stands there is an office's own words, and is shown as it is."""


def texts_in(value: Any, loc: Loc) -> Iterator[tuple[Loc, str]]:
    """Give every text inside a parsed value that stands at `loc`, with its place."""
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, dict):
        for key, child in value.items():
            if key != _WORD_FOR_WORD:
                yield from texts_in(child, (*loc, key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from texts_in(child, (*loc, index))


@lru_cache(maxsize=_REMEMBERED)
def parse(text: str, *, name: str) -> Tree | list[Problem]:
    """Parse one YAML document, or give all the problems that make it unusable.

    Invisible characters are taken out first; all places are those of the text as it is in
    the file. What did not change since is not parsed again, by a preview or for the next county:
    nobody may change what is given.
    """
    odd = list(odd_in(text))
    found = report(odd, text, name=name)
    if has_errors(found):
        return found
    taken_out = tuple(places(odd, text))
    tree = _parse(without_invisible(text), name, taken_out)
    if isinstance(tree, list):
        return [*found, *(_problem_in_file(problem, taken_out) for problem in tree)]
    return replace(tree, warnings=(*found, *tree.warnings))


def _parse(text: str, name: str, taken_out: Taken) -> Tree | list[Problem]:
    problems = list(_refuse(text, name))
    if problems:
        return problems
    node = yaml.compose(text, Loader=LOADER)
    if node is None:
        return [_problem(name, Mark(1, 1), "E105", "文件里没有内容", "填写内容，或删掉这个文件")]
    builder = _Builder(text, name)
    data = builder.build(node, ())
    if has_errors(builder.problems):
        return builder.problems
    source = _Source(text, taken_out, builder.written(taken_out))
    warnings = tuple(_problem_in_file(each, taken_out) for each in builder.problems)
    return Tree(data, source, warnings)


def _in_file(mark: Mark, taken_out: Taken) -> Mark:
    """Move a place to where it is when the characters that were taken out are counted."""
    column = mark.column
    for line, taken in taken_out:
        if line == mark.line and taken <= column:
            column += 1
    return Mark(mark.line, column)


def _problem_in_file(problem: Problem, taken_out: Taken) -> Problem:
    mark = _in_file(Mark(problem.line, problem.column), taken_out)
    return replace(problem, column=mark.column)


def _problem(name: str, mark: Mark, code: str, message: str, hint: str) -> Problem:
    return Problem(
        path=name, line=mark.line, column=mark.column, code=code, message=message, hint=hint
    )


def _mark(mark: Any) -> Mark:
    return Mark(mark.line + 1, mark.column + 1)


def _refuse(text: str, name: str) -> Iterator[Problem]:
    """Walk the parser's events and report what content files may not use.

    Events come one by one without recursion, so absurd nesting is refused
    before anything is built from it.
    """
    depth = 0
    documents = 0
    try:
        for event in yaml.parse(text, Loader=LOADER):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    yield _problem(
                        name,
                        _mark(event.start_mark),
                        "E117",
                        "一个文件里有多份文档（---）",
                        "一个文件只写一份内容",
                    )
                    return
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > MAX_DEPTH:
                    yield _problem(name, _mark(event.start_mark), "E116", *TOO_DEEP)
                    return
            if isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if getattr(event, "anchor", None):
                yield _problem(
                    name,
                    _mark(event.start_mark),
                    "E114",
                    "不能使用锚点（&）和引用（*）",
                    "把内容直接写出来；文字以 & 或 * 开头时请加引号",
                )
            if getattr(event, "tag", None):
                yield _problem(
                    name,
                    _mark(event.start_mark),
                    "E115",
                    *TAGGED,
                )
    except yaml.YAMLError as error:
        yield explain(error, text, name=name)


class _Builder:
    """Turns nodes into values, noting marks and problems on the way."""

    def __init__(self, text: str, name: str) -> None:
        self.text = text
        self.name = name
        self.problems: list[Problem] = []
        self.values: dict[Loc, Mark] = {}
        self.keys: dict[Loc, Mark] = {}
        self.spans: dict[Loc, tuple[int, int]] = {}
        self._scalars = yaml.constructor.SafeConstructor()

    def written(self, taken_out: Taken) -> Written:
        """Give all places as they are in the file, with what was taken out of it."""
        if not taken_out:
            return Written(self.values, self.keys, self.spans)
        values, keys = (
            {loc: _in_file(mark, taken_out) for loc, mark in marks.items()}
            for marks in (self.values, self.keys)
        )
        return Written(values, keys, self.spans)

    def build(self, node: Any, loc: Loc) -> Any:
        self.values[loc] = _mark(node.start_mark)
        self.spans[loc] = (node.start_mark.index, node.end_mark.index)
        self._look_at_cut(node)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, loc)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(child, (*loc, index)) for index, child in enumerate(node.value)]
        return self._scalar(node)

    def _mapping(self, node: Any, loc: Loc) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            mark = _mark(key_node.start_mark)
            if not isinstance(key_node, yaml.ScalarNode):
                self._report(mark, "E124", "字段名必须是文字", "检查这一行开头的括号")
                continue
            key = self._written(key_node)
            if key.startswith(("\u3000", "\u00a0")):
                self._report(mark, "E112", *WIDE_INDENT)
                continue
            if key in result:
                first = self.keys[(*loc, key)]
                self._report(
                    mark, "E113", f"字段“{key}”重复了", f"第 {first.line} 行已经写过，删掉一个"
                )
                continue
            self.keys[(*loc, key)] = mark
            result[key] = self.build(value_node, (*loc, key))
        return result

    def _scalar(self, node: Any) -> Any:
        if not node.tag.startswith(_PLAIN_TAGS):
            return as_read(node.value)
        if node.style == '"':
            return self._written(node)
        try:
            value = self._scalars.construct_object(node)
        except (ValueError, OverflowError, yaml.YAMLError):
            self._report(
                _mark(node.start_mark),
                "E118",
                f"“{node.value}”不是有效的日期或数字",
                "日期写成 2023-06-01；如果是文字请加引号",
            )
            return None
        return as_read(value) if isinstance(value, str) else value

    def _written(self, node: Any) -> str:
        """Give a scalar's text without what escapes may not bring in."""
        text: str = node.value
        if node.style != '"':
            return as_read(text)
        start = node.start_mark.index
        odd = list(odd_escapes(self.text[start : node.end_mark.index], start))
        self.problems += report(odd, self.text, name=self.name)
        return as_read(text)

    def _look_at_cut(self, node: Any) -> None:
        """Warn where a plain text ends at ` #`, for YAML leaves out what follows."""
        if not isinstance(node, yaml.ScalarNode) or node.style:
            return
        cut = _CUT.match(self.text, node.end_mark.index)
        if cut and node.value:
            place = Mark(node.end_mark.line + 1, node.end_mark.column + len(cut[1]) + 1)
            self._report(
                place,
                "W102",
                "“ #”后面的文字被当作注释，没有读进来",
                "是正文就给整段文字加引号；是注释就在 # 后面空一格",
            )

    def _report(self, mark: Mark, code: str, message: str, hint: str) -> None:
        self.problems.append(_problem(self.name, mark, code, message, hint))
