"""A lesson: a course with the library that it stands in, as all its documents see it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.documents.imprint import Imprint, imprint_of
from generator.model.address import address_of
from generator.model.course import Course
from generator.model.library import Library, cites_of
from generator.model.situation import Situation
from generator.packs.words import source_labels, sources_of, text_labels


@dataclass(frozen=True)
class Lesson:
    """What the documents of a course are arranged from."""

    course: Course
    library: Library

    @property
    def imprint(self) -> Imprint:
        """Give what stands on every page of its documents."""
        return imprint_of(
            self.library.issuer_of(self.course),
            title=self.course.title,
            day=self.course.reviewed_on,
            address=address_of(self.course),
        )

    @property
    def subject(self) -> str:
        """Give what the course is about: 消防安全, where its title is 消防安全培训."""
        return self.course.title.removesuffix("培训")

    @property
    def audience(self) -> str:
        """Give for whom it is, in one line."""
        return "、".join(audience.label for audience in self.course.audience)

    @property
    def sources(self) -> tuple[str, ...]:
        """Give everything that the course cites, each once, as readers know it."""
        return sources_of(self.library, self.course)

    @property
    def texts(self) -> tuple[str, ...]:
        """Give the texts that the course cites, each once, with its articles."""
        return text_labels(self.library, cites_of(self.course))

    @property
    def situations(self) -> tuple[Situation, ...]:
        """Give what the course says to do when it happens."""
        return self.library.situations_of(self.course)

    @property
    def pictures(self) -> tuple[str, ...]:
        """Give the pictures of what it is about: of its sectors, of its emergencies."""
        sectors = [each.picture for each in self.library.sectors_of(self.course)]
        situations = [each.picture for each in self.situations]
        return tuple(dict.fromkeys(filter(None, (*sectors, *situations))))

    def labels(self, cites: tuple[str, ...]) -> tuple[str, ...]:
        """Give citations as readers know them."""
        return source_labels(self.library, cites)
