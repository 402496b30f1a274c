"""What is wrong with text that is not YAML, in words that name the slip and the cure.

The parser's own place is often the line after the slip; the lines up to it are held against the
slips that people who type Chinese make most: a full-width colon, no space after the colon, a
colon inside a text, full-width spaces, quotes and brackets without a partner.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from generator.load.characters import odd_escapes, report
from generator.model.problem import Problem

MAX_DEPTH = 24
TOO_DEEP = (f"嵌套超过 {MAX_DEPTH} 层", "检查缩进和括号")
TAGGED = ("不能使用 YAML 标签（!）", "删掉标签；文字以 ! 开头时请加引号")
WIDE_INDENT = ("缩进用了全角空格", "换成两个英文空格")

_KEY = r"^(?P<before>\s*(?:- +)*[\"']?[A-Za-z_][\w.-]*[\"']?)"
_WIDE_COLON = re.compile(_KEY + r"\s*：")
_TIGHT_COLON = re.compile(_KEY + r":(?=[^\s:/])")
_VALUE = r"^\s*(?:- +)*(?:[\w.-]+: +)?"
_COLON_IN_TEXT = re.compile(r"^\s*(?:- +)*[\w.-]+: +[^\s\"'\[{|>#][^#]*?(?P<at>:)(?= |$)")
_NOT_CLOSED = re.compile(_VALUE + r"(?P<at>[\"'])(?:(?!(?P=at)).)*$")
_AFTER_QUOTE = re.compile(
    _VALUE + r"(?P<quote>[\"'])(?:(?!(?P=quote)).)*(?P=quote)\s*(?P<at>[^\s#,\]}:])"
)
_OPENED = re.compile(_VALUE + r"(?P<at>[\[{])")
_WIDE_DASH = re.compile(r"^\s*(?P<at>[－—–·•])\s*\S")
_WIDE_SPACE = re.compile(r"^ *(?P<at>[\u3000\u00a0])")
_SPECIAL = re.compile(_VALUE + r"(?P<at>[@`%&*!,}\]])")
_DASH = re.compile(r"^\s*(?:- +)*[\w.-]+: +(?P<at>[-?])(?:\s|$)")

_QUOTE_IT = "给整段文字加上英文引号，例如 '……'"


@dataclass(frozen=True)
class _Start:
    """The beginning of a file, where the parser names no other place."""

    line: int = 0
    column: int = 0


@dataclass(frozen=True)
class _Slip:
    """Where on a line a slip is (counted from 0), its code, and what to say."""

    column: int
    code: str
    message: str
    hint: str


def explain(error: yaml.YAMLError, text: str, *, name: str) -> Problem:
    """Turn the parser's error about a text into the problem that an editor can solve."""
    mark = getattr(error, "problem_mark", None) or _Start()
    context = getattr(error, "context_mark", None)
    doing, detail = getattr(error, "context", "") or "", getattr(error, "problem", "") or ""
    if "depth" in detail:
        return _at(name, mark.line, _Slip(mark.column, "E116", *TOO_DEEP))
    if "tag" in doing or "tag" in detail:
        return _at(name, mark.line, _Slip(mark.column, "E115", *TAGGED))
    if "escape" in detail or "hexdecimal" in detail:
        return _bad_escape(text, name, mark.line, mark.column)
    lines = text.splitlines() or [""]
    here = min(mark.line, len(lines) - 1)
    begun = min(context.line, here) if context and "block" not in doing else here
    opened = _open_before(here, lines)
    if opened:
        return _at(name, opened[0], _open_quote(opened[1]))
    for number in (begun, here, _line_before(here, lines)):
        found = _slip(lines, number, is_last=number == here and "flow" not in doing)
        if found:
            return _at(name, number, found)
    if context and "flow" in doing:
        return _at(name, begun, _in_brackets(lines[begun], context.column))
    if context and "quoted scalar" in doing:
        return _at(name, context.line, _open_quote(context.column))
    slip = _Slip(
        mark.column,
        "E111",
        "YAML 格式有误，读不懂这一行",
        "检查这一行和上一行：开头的空格要和同级的字段对齐，冒号后面要有一个空格",
    )
    return _at(name, mark.line, slip)


def _line_before(here: int, lines: list[str]) -> int:
    """Give the last line before `here` that says something; `here` itself if there is none."""
    return next((number for number in range(here - 1, -1, -1) if lines[number].strip()), here)


def _open_before(here: int, lines: list[str]) -> tuple[int, int] | None:
    """Find the last line before `here` whose quote is not closed: its number and the column."""
    for number in range(here - 1, -1, -1):
        match = _NOT_CLOSED.match(lines[number])
        if match and not _goes_on(lines, number):
            return number, match.start("at")
    return None


def _slip(lines: list[str], number: int, *, is_last: bool) -> _Slip | None:
    """Name the slip of one line, if it has one that may break what follows."""
    line = lines[number]
    if match := _WIDE_COLON.match(line):
        return _Slip(match.end() - 1, "E120", "冒号“：”是全角的", "换成英文冒号加一个空格“: ”")
    if match := _WIDE_SPACE.match(line):
        return _Slip(match.start("at"), "E112", *WIDE_INDENT)
    if line.lstrip(" ").startswith("\t"):
        return _Slip(
            len(line) - len(line.lstrip(" ")),
            "E112",
            "缩进用了制表符（Tab）",
            "把 Tab 换成两个空格",
        )
    if match := _WIDE_DASH.match(line):
        mark = match["at"]
        return _Slip(match.start("at"), "E120", f"列表的“{mark}”不是英文短横", "换成“- ”")
    if (match := _NOT_CLOSED.match(line)) and not _goes_on(lines, number):
        return _open_quote(match.start("at"))
    if match := _AFTER_QUOTE.match(line):
        return _Slip(
            match.start("at"),
            "E121",
            "引号后面还有文字",
            "把整段文字放进一对引号；文字里面的引号用“”",
        )
    if match := _COLON_IN_TEXT.match(line):
        return _Slip(match.start("at"), "E123", "文字里有冒号加空格“: ”", _QUOTE_IT)
    if match := _TIGHT_COLON.match(line):
        return _Slip(match.end() - 1, "E123", "冒号后面没有空格", "在冒号后加一个空格")
    if not is_last:
        return None
    if match := _OPENED.match(line):
        if line.count("[") == line.count("]") and line.count("{") == line.count("}"):
            return _Slip(match.start("at"), "E123", f"文字以“{match['at']}”开头", _QUOTE_IT)
        return None
    if match := _SPECIAL.match(line) or _DASH.match(line):
        return _Slip(match.start("at"), "E123", f"文字不能以“{match['at']}”开头", _QUOTE_IT)
    return None


def _goes_on(lines: list[str], number: int) -> bool:
    """Tell whether the next line stands deeper, as the rest of a text in quotes must."""
    following = next((line for line in lines[number + 1 :] if line.strip()), "")
    return _indent(following) > _indent(lines[number])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" -"))


def _open_quote(column: int) -> _Slip:
    return _Slip(column, "E121", "引号没有成对", "在这段文字末尾补上同样的英文引号")


def _in_brackets(line: str, column: int) -> _Slip:
    if line.count("[") == line.count("]") and line.count("{") == line.count("}"):
        return _Slip(
            column,
            "E123",
            f"“{line[column : column + 1]}”开头的括号里有读不懂的写法",
            "里面的文字有冒号、引号或括号时，给它加上英文引号",
        )
    return _Slip(column, "E122", "括号没有成对", "补上另一半，或给以 [ 或 { 开头的文字加引号")


def _bad_escape(text: str, name: str, at: int, column: int) -> Problem:
    """Explain a backslash inside double quotes that stands for nothing."""
    line = text.splitlines()[at]
    start = line.rfind("\\", 0, column + 1)
    offset = sum(map(len, text.splitlines(keepends=True)[:at]))
    odd = next(iter(odd_escapes(line[start:], offset + start)), None)
    if odd is not None and odd.offset == offset + start and odd.code <= 0x10FFFF:
        return report([odd], text, name=name)[0]
    slip = _Slip(
        start,
        "E121",
        "双引号里的反斜杠“\\”写法不对",
        "反斜杠写成两个“\\\\”，或改用单引号",
    )
    return _at(name, at, slip)


def _at(name: str, line: int, slip: _Slip) -> Problem:
    return Problem(
        path=name,
        line=line + 1,
        column=slip.column + 1,
        code=slip.code,
        message=slip.message,
        hint=slip.hint,
    )
