"""Texts whose characters remember where they stood in the source."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_OFFSETS = "I"


@dataclass(frozen=True)
class Text:
    """A text, and for each of its characters the offset of the one in the source."""

    words: str
    places: Sequence[int]

    def __post_init__(self) -> None:
        """See to it that no character is without its place, and each place takes four bytes."""
        assert len(self.words) == len(self.places)
        if not isinstance(self.places, array):
            object.__setattr__(self, "places", array(_OFFSETS, self.places))

    def __len__(self) -> int:
        """Count its characters."""
        return len(self.words)

    def cut(self, start: int, end: int) -> Text:
        """Give the part between two offsets of this text, without the space around it."""
        words = self.words[start:end]
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        return Text(self.words[start : max(start, end)], self.places[start : max(start, end)])


def joined(parts: Iterable[Text]) -> Text:
    """Put texts one after the other."""
    words: list[str] = []
    places = array(_OFFSETS)
    for each in parts:
        words.append(each.words)
        places.extend(each.places)
    return Text("".join(words), places)
