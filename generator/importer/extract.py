"""What a reader of a format gives: the text, and what it had to leave out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.importer.errors import SourceError

_MOST = 2_000_000


@dataclass(frozen=True)
class Extract:
    """The text of a document, a line a paragraph; `remarks` say in Chinese what is not in it."""

    text: str
    remarks: tuple[str, ...] = ()


def in_bounds(lines: Iterable[str]) -> str:
    """Put lines together; raises `SourceError` where no plan has so many words."""
    kept, size = [], 0
    for line in lines:
        size += len(line) + 1
        if size > _MOST:
            raise SourceError("文字超过 200 万个，不像是一份工作要点")
        kept.append(line)
    return "\n".join(kept)
