"""Bytes as characters: by their mark, in UTF-8, as a page says of itself, or in GB 18030."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAID = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z][\w-]{1,20})", re.IGNORECASE)
_WHERE_IT_IS_SAID = 4096
_CHINESE = {"gb2312", "gbk", "x-gbk", "hz", "gb_2312-80"}
_UNSAID = {"utf-16", "utf-7", "utf-32"}
"""Codes in which the words that say so could not have been read."""


def decoded(content: bytes, said: str = "") -> str | None:
    """Give the characters of a file; None where no code fits.

    `said` is the code that a covering letter names. UTF-8 goes before what is said: what fits it
    is nothing else, and pages that were saved anew often say what they no longer are.
    """
    for code in _codes(content, said):
        try:
            return content.decode(code)
        except (UnicodeError, LookupError):
            continue
    return None


def patched(content: bytes, said: str = "") -> str:
    """Give the characters of a file of which some bytes are wrong: U+FFFD stands for those."""
    return content.decode([*_codes(content, said)][-1], errors="replace")


def _codes(content: bytes, said: str) -> Iterator[str]:
    for mark, code in _MARKS:
        if content.startswith(mark):
            yield code
            return
    yield "utf-8"
    found = _SAID.search(content[:_WHERE_IT_IS_SAID])
    named = (said or (found[1].decode("ascii") if found else "")).lower()
    if named and named not in _CHINESE | _UNSAID and _is_text(named):
        yield named
    yield "gb18030"


def _is_text(code: str) -> bool:
    try:
        return not codecs.lookup(code).name.startswith("utf") and bool(b"a".decode(code))
    except (LookupError, UnicodeError):
        return False
