"""Short messages: how many parts a text is billed as."""

from __future__ import annotations

SINGLE, JOINED = 70, 67


def parts(text: str) -> int:
    """Give the number of parts of a Chinese SMS.

    A message in UCS-2 holds 70 characters; a longer one is split into parts of 67, since
    each part then carries a header (3GPP TS 23.040, 9.2.3.24.1).
    """
    units = len(text.encode("utf-16-be")) // 2
    return 1 if units <= SINGLE else -(-units // JOINED)
