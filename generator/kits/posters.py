"""The poster (海报) of a message."""

from __future__ import annotations

from collections.abc import Callable

from generator.documents.poster import Paper, Poster, Warned
from generator.kits.message import Message
from generator.model.wording import NEVER


def poster(paper: Paper) -> Callable[[Message], Poster]:
    """Give the function that arranges a message's poster on that paper, or for that screen."""

    def arrange(message: Message) -> Poster:
        said = message.poster
        return Poster(
            imprint=message.imprint,
            paper=paper,
            picture=message.picture,
            headline=said.headline,
            lines=said.lines,
            never_title=NEVER,
            warned=tuple(Warned(each.title, each.never[0]) for each in message.rescues),
            call=said.call,
            call_name=said.call_name,
            near=said.near,
        )

    return arrange
