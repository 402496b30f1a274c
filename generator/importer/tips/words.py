"""What is written in a cell, as content has it: one line, in one width, without its number."""

from __future__ import annotations

import re
import unicodedata

from generator.load.characters import as_read, odd_in

_HAN = "\u3400-\u9fff"
_NUMBER = re.compile(
    r"\s*(?:[(（]\d{1,3}[)）]|\d{1,3}\s*[.．、)）](?!\s*\d)|[①-⑳]\s*[.．、]?"
    r"|[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十]))\s*"
)
_MARK = re.compile(rf"(?<=[{_HAN}”》）])(?:[,;:?!](?!/)|\.(?=$|[{_HAN}])) ?")
_FULL = str.maketrans(",;:?!.", "，；：？！。")
_BRACKETS = re.compile(rf"\((?=[^()]*[{_HAN}])([^()]*)\)")
_SIGNS = re.compile(r"[\W_]+")


def line_of(words: str) -> str:
    """Give one line: Latin letters and digits half as wide as characters, Chinese marks full.

    Breaks in the cell go; so does a number before its text.
    """
    lines = [each for line in as_read(words).splitlines() if (each := " ".join(line.split()))]
    text = _NUMBER.sub("", _joined(lines), count=1) if lines and _NUMBER.match(lines[0]) else ""
    text = text or _joined(lines)
    narrow = "".join(_narrow(each) for each in text)
    bracketed = _BRACKETS.sub(r"（\1）", narrow)
    return _MARK.sub(lambda found: found[0].strip().translate(_FULL), bracketed)


def numbered_lines(words: str) -> int:
    """Count the lines of a cell that begin with a number of their own."""
    return sum(1 for line in words.splitlines() if _NUMBER.match(line))


def refused_in(words: str) -> str:
    """Name a character that no content may have; "" where there is none."""
    return next((odd.name for odd in odd_in(words) if odd.refused), "")


def bare(words: str) -> str:
    """Give what two texts have in common that say the same: no marks, no spaces, one width."""
    return _SIGNS.sub("", unicodedata.normalize("NFKC", words)).casefold()


def _joined(lines: list[str]) -> str:
    """Put lines together; two words of Latin letters stay apart."""
    text = ""
    for line in lines:
        apart = text[-1:].isascii() and text[-1:].isalnum() and line[0].isascii()
        text += f" {line}" if apart else line
    return text


def _narrow(each: str) -> str:
    wide = "\uff10" <= each <= "\uff5a" and each.isalnum()
    return unicodedata.normalize("NFKC", each) if wide or each == "\u3000" else each
