"""The workshop: what every maker of documents needs beside the words themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.packs.style import Style
from generator.packs.typesetter import Typesetter


@dataclass(frozen=True, kw_only=True)
class Workshop:
    """The look, the typesetter, and the day that documents are dated (last review)."""

    style: Style
    typesetter: Typesetter
    day: date


Maker = Callable[[dict[str, Any], Workshop], bytes]
