"""Placeholders: what a new draft holds where an editor has not yet written anything.

Each satisfies the form of its field, so that a draft loads; none may be published.
"""

from __future__ import annotations

TEXT = "在这里写"
"""Begins every text that waits to be written."""
ID = "zai-zhe-li-xie"
"""The same in letters, where an id must stand: a source, a sector, a unit."""
CALL = "000"
"""Where a telephone number must stand."""
ANSWER = "？"
"""Where the answer of a question must stand."""


def is_placeholder(value: str) -> bool:
    """Tell whether a value out of a content file still waits to be written."""
    return TEXT in value or value in {CALL, ANSWER} or value.partition("#")[0] == ID
