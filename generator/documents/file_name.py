"""Titles as names of files."""

from __future__ import annotations

import re
from unicodedata import category

_UNSAFE = str.maketrans(dict.fromkeys('\\/:*?"<>|', "、"))
_EDGES = " .\u3000\u00a0"
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_LONGEST = 180  # bytes; with what is added, file systems take 255
_OF_WINDOWS = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])", re.IGNORECASE)


def safe_name(title: str) -> str:
    """Give a title as a file name, or the beginning of one, that Windows takes too."""
    seen = (sign for sign in title.translate(_UNSAFE) if category(sign) not in _UNSEEN)
    short = "".join(seen).strip(_EDGES).encode()[:_LONGEST].decode(errors="ignore")
    name = short.rstrip(_EDGES) or "资料"
    return f"_{name}" if _OF_WINDOWS.fullmatch(name.partition(".")[0].rstrip()) else name
