"""The poster (海报): a picture and few words, large, to be read from two metres."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.documents.imprint import Imprint


class Paper(StrEnum):
    """What a poster is made for: paper, or a screen, whose dots it then has exactly."""

    A3 = "a3"
    A4 = "a4"
    PHONE = "phone"
    COVER = "cover"
    SCREEN = "screen"

    @property
    def dots(self) -> tuple[int, int] | None:
        """Give width and height on a screen; none on paper.

        The cover is that of an article of 公众号; the screen is wide, as LED walls and halls have.
        """
        return _DOTS.get(self)


_DOTS = {Paper.PHONE: (1080, 1920), Paper.COVER: (900, 383), Paper.SCREEN: (1920, 1080)}


@dataclass(frozen=True)
class Warned:
    """When something happens, what never to do."""

    title: str
    never: str


@dataclass(frozen=True, kw_only=True)
class Poster:
    """A picture, a headline, three to five lines, what never to do, and whom to call.

    `picture` is one of the library, "" for none; `near` names places of the county that help,
    where there are any. A cover bears picture and headline alone.
    """

    name: str = "海报"
    imprint: Imprint
    paper: Paper
    picture: str = ""
    headline: str
    lines: tuple[str, ...]
    never_title: str
    warned: tuple[Warned, ...] = ()
    call: str
    call_name: str
    near: str = ""
