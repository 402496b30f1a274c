"""The table of checks; each row is a function in a file of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from generator.check.absolutes import check_absolutes
from generator.check.citations import check_citations
from generator.check.colours import check_colours
from generator.check.common import check_common
from generator.check.dates import check_dates, check_reviews
from generator.check.drawings import check_drawings
from generator.check.evergreen import check_evergreen
from generator.check.figures import check_figures
from generator.check.glyphs import check_glyphs
from generator.check.hotlines import check_hotlines
from generator.check.identity import check_identity
from generator.check.lengths import check_lengths
from generator.check.links import check_links
from generator.check.photos import check_photos
from generator.check.placeholders import check_placeholders
from generator.check.posters import check_posters
from generator.check.quizzes import check_quizzes
from generator.check.relations import check_relations
from generator.check.sayings import check_sayings
from generator.check.steps import check_steps
from generator.check.texts import check_texts
from generator.check.unit_names import check_unit_names
from generator.check.validity import check_validity
from generator.check.written import check_written
from generator.check.years import check_years
from generator.load.loader import Loaded
from generator.model.library import Library
from generator.model.problem import Problem

Check = Callable[[Loaded, Library, date], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    check_identity,
    check_relations,
    check_links,
    check_citations,
    check_validity,
    check_dates,
    check_reviews,
    check_years,
    check_evergreen,
    check_common,
    check_colours,
    check_photos,
    check_drawings,
    check_written,
    check_texts,
    check_glyphs,
    check_hotlines,
    check_quizzes,
    check_placeholders,
    check_posters,
    check_lengths,
    check_absolutes,
    check_unit_names,
    check_figures,
    check_steps,
)
THAT_ONLY_WARN = (check_sayings,)
"""Rules that never find an error."""


def check(loaded: Loaded, *, as_of: date, errors_only: bool = False) -> tuple[Problem, ...]:
    """Give all problems of loaded content, those found on loading included, in file order.

    Who asks for `errors_only` does not wait for the rules that only warn.
    """
    problems = list(loaded.problems)
    if loaded.library is not None:
        for run in (*CHECKS, *(() if errors_only else THAT_ONLY_WARN)):
            problems += run(loaded, loaded.library, as_of)
    return tuple(sorted(set(problems)))
