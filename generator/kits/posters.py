"""The poster (海报) of a message, on A3 or A4."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from generator.documents.poster import Poster, Warned
from generator.kits.message import Message
from generator.model.wording import NEVER


def poster(paper: Literal["a3", "a4"]) -> Callable[[Message], Poster]:
    """Give the function that arranges a message's poster on that paper."""

    def arrange(message: Message) -> Poster:
        said = message.poster
        return Poster(
            imprint=message.imprint,
            paper=paper,
            headline=said.headline,
            lines=said.lines,
            never_title=NEVER,
            warned=tuple(Warned(each.title, each.never[0]) for each in message.rescues),
            call=said.call,
            call_name=said.call_name,
            near=said.near,
        )

    return arrange
