"""The poster (海报) of a course."""

from __future__ import annotations

from collections.abc import Callable

from generator.documents.poster import Paper, Poster, Warned
from generator.model.wording import NEVER, near_words, plain
from generator.packs.lesson import Lesson

_WARNED = 2


def poster(paper: Paper) -> Callable[[Lesson], Poster]:
    """Give the function that arranges a course's poster on that paper, or for that screen."""

    def arrange(lesson: Lesson) -> Poster:
        said = lesson.course.poster
        situations = lesson.situations[:_WARNED]
        return Poster(
            imprint=lesson.imprint,
            paper=paper,
            picture="".join(lesson.pictures[:1]),
            headline=said.headline,
            lines=said.lines,
            never_title=NEVER,
            warned=tuple(Warned(each.title, plain(each.never[0])) for each in situations),
            call=said.call,
            call_name=lesson.library.call_name(said.call),
            near=near_words(lesson.library.places_for(lesson.situations)),
        )

    return arrange
