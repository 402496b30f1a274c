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
from generator.store import store_of

Check = Callable[[Loaded, Library, date], Iterator[Problem]]

OF_CONTENT: tuple[Check, ...] = (
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
    check_texts,
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
"""Rules that look at nothing but the content and the day."""
OF_FILES: tuple[Check, ...] = (
    check_colours,
    check_photos,
    check_drawings,
    check_written,
    check_glyphs,
)
"""Rules that look at other files, too: palette, photos, icons, pages, font."""
THAT_ONLY_WARN = (check_sayings,)
"""Rules that never find an error."""


def check(loaded: Loaded, *, as_of: date, errors_only: bool = False) -> tuple[Problem, ...]:
    """Give all problems of loaded content, those found on loading included, in file order.

    Who asks for `errors_only` does not wait for the rules that only warn.
    """
    problems = list(loaded.problems)
    library = loaded.library
    if library is not None:
        of_content = (*OF_CONTENT, *(() if errors_only else THAT_ONLY_WARN))
        with store_of(loaded.project.root) as store:
            problems += store.get(
                "check",
                repr((_read_from(loaded), as_of, errors_only)).encode(),
                lambda: [each for run in of_content for each in run(loaded, library, as_of)],
            )
        for run in OF_FILES:
            problems += run(loaded, library, as_of)
    return tuple(sorted(set(problems)))


def _read_from(loaded: Loaded) -> object:
    """Give all that was read."""
    files = [
        (each.kind.name, each.layer, each.place, each.name, each.text) for each in loaded.documents
    ]
    return files, sorted(loaded.assumed)
