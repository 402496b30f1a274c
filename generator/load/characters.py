r"""Characters that no content file may carry: the one gate for all text that comes in.

Control characters, private use and their like are refused: no font shows them, and some make
XML and JSON unreadable. Invisible characters that come along when text is copied from WeChat or
Word are taken out, and a warning says where they stood. Both hold for characters as they stand
in the file and for those that a double-quoted text writes as an escape ("\x10").
Letters that are written in several ways (é as one character or as two) are read as one (NFC).
"""

from __future__ import annotations

import re
import sys
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.problem import Problem

_INVISIBLE = {
    0x00AD: "软连字符",
    0x200B: "零宽空格",
    0x200C: "零宽不连字",
    0x200D: "零宽连字",
    0x200E: "左至右标记",
    0x200F: "右至左标记",
    0x202A: "左至右嵌入",
    0x202B: "右至左嵌入",
    0x202C: "方向格式结束",
    0x202D: "左至右强制",
    0x202E: "右至左强制",
    0x2060: "零宽不换行",
    0x2061: "函数应用",
    0x2062: "隐形乘号",
    0x2063: "隐形分隔",
    0x2064: "隐形加号",
    0x2066: "左至右隔离",
    0x2067: "右至左隔离",
    0x2068: "首字隔离",
    0x2069: "方向隔离结束",
    0xFEFF: "字节顺序标记",
}
"""The names of those that are met in practice."""
_TAKEN_OUT = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""What shows nothing: Default_Ignorable_Code_Point of the Unicode Character Database."""
_PLANE_ENDS = "".join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
_REFUSED_CLASS = (
    r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    r"\u2028\u2029\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufff9-\ufffb"
    r"\U000f0000-\U000ffffd\U00100000-\U0010fffd" + _PLANE_ENDS
)
_ODD = re.compile(f"{_TAKEN_OUT.pattern}|[{_REFUSED_CLASS}]")
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", re.DOTALL)
_SHORT = {
    "0": 0,
    "a": 7,
    "b": 8,
    "v": 11,
    "f": 12,
    "r": 13,
    "e": 27,
    "N": 133,
    "L": 8232,
    "P": 8233,
}
_BREAK = re.compile(r"\r\n|\r|\n")
_SHOWN = 20


@dataclass(frozen=True)
class Odd:
    """A character that may not stay: its code point, and its offset in the file's text."""

    code: int
    offset: int

    @property
    def refused(self) -> bool:
        """Tell whether the file is refused, rather than the character taken out."""
        return self.code > sys.maxunicode or not _TAKEN_OUT.match(chr(self.code))

    @property
    def name(self) -> str:
        """Write U+200B 零宽空格."""
        return f"U+{self.code:04X} {_name(self.code)}"


def odd_in(text: str) -> Iterator[Odd]:
    """Give the characters of a file's text that may not stay."""
    for match in _ODD.finditer(text):
        yield Odd(ord(match.group()), match.start())


def odd_escapes(quoted: str, start: int) -> Iterator[Odd]:
    """Give what a double-quoted text, which begins at the offset `start`, writes as an escape."""
    for code, offset in _escapes(quoted):
        if code > sys.maxunicode or code == 0x0D or _ODD.match(chr(code)):
            yield Odd(code, start + offset)


def _escapes(quoted: str) -> Iterator[tuple[int, int]]:
    """Give the code point of each escape in a double-quoted text, and where it stands."""
    for match in _ESCAPE.finditer(quoted):
        digits = match[1] or match[2] or match[3]
        yield int(digits, 16) if digits else _SHORT.get(match[4], 0x20), match.start()


def offset_of(character: str, written: str) -> int | None:
    """Find where a character stands in a value as it is written, as itself or as an escape."""
    if character in written:
        return written.index(character)
    for code, offset in _escapes(written):
        if code == ord(character):
            return offset
    return None


def without_invisible(text: str) -> str:
    """Take the invisible characters out of a text."""
    return _TAKEN_OUT.sub("", text)


def as_read(text: str) -> str:
    """Give a value as the program reads it: without invisible characters, and in NFC."""
    return unicodedata.normalize("NFC", without_invisible(text))


def places(found: Sequence[Odd], text: str) -> Iterator[tuple[int, int]]:
    """Give the line and column of each character, counted from 1."""
    starts = [0, *(match.end() for match in _BREAK.finditer(text))]
    for odd in found:
        line = bisect_right(starts, odd.offset)
        yield line, odd.offset - starts[line - 1] + 1


def report(found: Sequence[Odd], text: str, *, name: str) -> list[Problem]:
    """Say of each character where it stands: E119 if refused, W101 if it is taken out.

    Of a file full of them the first twenty of each sort are shown, and the rest counted.
    """
    refused = [odd for odd in found if odd.refused]
    taken_out = [odd for odd in found if not odd.refused]
    problems: list[Problem] = []
    for odd, (line, column) in zip(refused[:_SHOWN], places(refused, text), strict=False):
        problem = Problem(
            path=name,
            line=line,
            column=column,
            code="E119",
            message=f"这里有不能用的字符 {odd.name}",
            hint=f"删掉它再保存{_rest(refused)}",
        )
        problems.append(problem)
    for odd, (line, column) in zip(taken_out[:_SHOWN], places(taken_out, text), strict=False):
        problem = Problem(
            path=name,
            line=line,
            column=column,
            code="W101",
            message=f"这里有看不见的字符 {odd.name}，没有读进来",
            hint=f"多半是粘贴带进来的，在编辑器里删掉它{_rest(taken_out)}",
        )
        problems.append(problem)
    return problems


def _rest(found: Sequence[Odd]) -> str:
    return f"；这个文件里还有 {len(found) - _SHOWN} 处" if len(found) > _SHOWN else ""


def _name(code: int) -> str:
    if code in _INVISIBLE:
        return _INVISIBLE[code]
    if code <= sys.maxunicode and _TAKEN_OUT.match(chr(code)):
        return "不显示的字符"
    if code in {0x2028, 0x2029}:
        return "行分隔符" if code == 0x2028 else "段分隔符"
    if code < 0xA0:
        return "控制字符"
    if 0xD800 <= code <= 0xDFFF:
        return "不成对的代理码"
    if 0xFFF9 <= code <= 0xFFFB:
        return "行间注释符"
    if 0xE000 <= code <= 0xF8FF or (code >= 0xF0000 and code & 0xFFFE != 0xFFFE):
        return "私用区字符"
    return "不是字符的编码"
