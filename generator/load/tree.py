"""Parsing YAML text into plain values whose every key and value knows its line and column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.model.problem import Problem

MAX_DEPTH = 24
Loc = tuple[str | int, ...]
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN_TAGS = "tag:yaml.org,2002:"


@dataclass(frozen=True)
class Mark:
    """A place in a file; both counted from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class Tree:
    """A parsed document: its values, and where each key and each value begins."""

    data: Any
    values: dict[Loc, Mark]
    keys: dict[Loc, Mark] = field(default_factory=dict)

    def where(self, loc: Loc) -> Mark:
        """Give the mark of the longest known beginning of `loc`."""
        while loc and loc not in self.values:
            loc = loc[:-1]
        return self.values.get(loc, Mark(1, 1))


def parse(text: str, *, name: str) -> Tree | list[Problem]:
    """Parse one YAML document, or give all the problems that make it unusable."""
    problems = list(_refuse(text, name))
    if problems:
        return problems
    builder = _Builder(name)
    try:
        node = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError as error:
        return [_syntax_problem(error, text, name)]
    if node is None:
        return [_problem(name, Mark(1, 1), "E105", "文件里没有内容", "填写内容，或删掉这个文件")]
    data = builder.build(node, ())
    if builder.problems:
        return builder.problems
    return Tree(data, builder.values, builder.keys)


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
        for event in yaml.parse(text, Loader=Loader):
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
                    yield _problem(
                        name,
                        _mark(event.start_mark),
                        "E116",
                        f"嵌套超过 {MAX_DEPTH} 层",
                        "检查缩进和括号",
                    )
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
                    "不能使用 YAML 标签（!）",
                    "删掉标签；文字以 ! 开头时请加引号",
                )
    except yaml.YAMLError as error:
        yield _syntax_problem(error, text, name)


def _syntax_problem(error: yaml.YAMLError, text: str, name: str) -> Problem:
    mark = Mark(1, 1)
    detail = str(error)
    if isinstance(error, yaml.MarkedYAMLError):
        place = error.problem_mark or error.context_mark
        mark = _mark(place) if place else mark
        detail = error.problem or ""
    if "depth" in detail:
        return _problem(name, mark, "E116", f"嵌套超过 {MAX_DEPTH} 层", "检查缩进和括号")
    lines = text.splitlines()
    begun_with_tab = mark.line <= len(lines) and lines[mark.line - 1].lstrip(" ").startswith("\t")
    if begun_with_tab or "cannot start any token" in detail:
        return _problem(name, mark, "E112", "缩进用了制表符（Tab）", "把 Tab 换成两个空格")
    if "control characters" in detail or "special characters" in detail:
        return _problem(name, mark, "E111", "文件里有看不见的控制字符", "删掉这些字符再保存")
    return _problem(
        name,
        mark,
        "E111",
        "YAML 格式有误",
        "检查这一行和上一行的缩进、冒号后的空格、成对的引号和括号",
    )


class _Builder:
    """Turns nodes into values, noting marks and problems on the way."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []
        self.values: dict[Loc, Mark] = {}
        self.keys: dict[Loc, Mark] = {}
        self._scalars = yaml.constructor.SafeConstructor()

    def build(self, node: Any, loc: Loc) -> Any:
        self.values[loc] = _mark(node.start_mark)
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
                self._report(mark, "E118", "字段名必须是文字", "检查这一行开头的括号")
                continue
            key = key_node.value
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
            return node.value
        try:
            return self._scalars.construct_object(node)
        except (ValueError, OverflowError, yaml.YAMLError):
            self._report(
                _mark(node.start_mark),
                "E118",
                f"“{node.value}”不是有效的日期或数字",
                "日期写成 2023-06-01；如果是文字请加引号",
            )
            return None

    def _report(self, mark: Mark, code: str, message: str, hint: str) -> None:
        self.problems.append(_problem(self.name, mark, code, message, hint))
