"""The poster (海报): few words, large, to be read from two metres; laid out by its own template."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.documents.imprint import Imprint


@dataclass(frozen=True)
class Warned:
    """When something happens, what never to do."""

    title: str
    never: str


@dataclass(frozen=True, kw_only=True)
class Poster:
    """A headline, three to five lines, what never to do, and whom to call, on A3 or A4.

    `near` names places of the county that help, where there are any.
    """

    name: str = "海报"
    imprint: Imprint
    paper: Literal["a3", "a4"]
    headline: str
    lines: tuple[str, ...]
    never_title: str
    warned: tuple[Warned, ...] = ()
    call: str
    call_name: str
    near: str = ""
