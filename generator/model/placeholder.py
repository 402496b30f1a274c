"""Placeholders: what a new draft holds where an editor has not yet written anything.

Each satisfies the form of its field, so that a draft loads; none may be published.
"""

from __future__ import annotations

from datetime import date

from generator.model.reference import Reference
from generator.model.site import Hotline
from generator.model.vocabulary import ReferenceKind, ReferenceStatus

TEXT = "在这里写"
"""Begins every text that waits to be written."""
ID = "zai-zhe-li-xie"
"""The same in letters, where an id must stand: a source, a sector, a unit."""
CALL = "000"
"""Where a telephone number must stand."""
ANSWER = "？"
"""Where the answer of a question must stand."""
DAY = date(2000, 1, 1)
"""Where a date must stand that only the editor knows."""

HOTLINE = Hotline(number=CALL, name="还没有写电话", purpose="还没有写电话", say=("还没有写电话",))
"""What a preview shows as hotline where a draft has none yet."""
SOURCE = Reference(
    id=ID,
    title="还没有写依据",
    kind=ReferenceKind.GUIDE,
    issuer="草稿",
    status=ReferenceStatus.IN_FORCE,
    checked_on=DAY,
)
"""What a preview shows as source where a draft has none yet."""


def is_placeholder(value: str | date) -> bool:
    """Tell whether a value out of a content file still waits to be written."""
    if isinstance(value, date):
        return value == DAY
    return TEXT in value or value in {CALL, ANSWER} or value.partition("#")[0] == ID
