"""The poster (海报) of a course, on A3 or A4."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from generator.documents.poster import Poster, Warned
from generator.model.wording import NEVER, near_words, plain
from generator.packs.lesson import Lesson

_WARNED = 2


def poster(paper: Literal["a3", "a4"]) -> Callable[[Lesson], Poster]:
    """Give the function that arranges a course's poster on that paper."""

    def arrange(lesson: Lesson) -> Poster:
        said = lesson.course.poster
        situations = lesson.situations[:_WARNED]
        return Poster(
            imprint=lesson.imprint,
            paper=paper,
            headline=said.headline,
            lines=said.lines,
            never_title=NEVER,
            warned=tuple(Warned(each.title, plain(each.never[0])) for each in situations),
            call=said.call,
            call_name=lesson.library.call_name(said.call),
            near=near_words(lesson.library.places_for(lesson.situations)),
        )

    return arrange
