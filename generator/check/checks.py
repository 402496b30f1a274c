"""The table of checks; each row is a function in a file of its own."""

from __future__ import annotations

import hashlib
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
from generator.look import look_of
from generator.model.library import Library
from generator.model.picture import Pictures
from generator.model.problem import Problem
from generator.palette import FILE as PALETTE
from generator.store import Store, store_of

Check = Callable[[Loaded, Library, date], Iterator[Problem]]

BY_DOCUMENT = (check_texts, check_common, check_validity, check_citations, check_placeholders)
"""Rules that look at one document at a time."""
OF_CONTENT: tuple[Check, ...] = (
    check_identity,
    check_relations,
    check_links,
    check_dates,
    check_reviews,
    check_years,
    check_evergreen,
    check_hotlines,
    check_quizzes,
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
    check_written,
    check_glyphs,
)
"""Rules that look at other files, too: palette, photos, pages, font."""


def check(loaded: Loaded, *, as_of: date, errors_only: bool = False) -> tuple[Problem, ...]:
    """Give all problems of loaded content, those found on loading included, in file order.

    Who asks for `errors_only` does not wait for the rule that only warns.
    """
    problems = list(loaded.problems)
    library = loaded.library
    if library is not None:
        with store_of(loaded.project.root) as store:
            problems += store.get(
                "check",
                _read_from(loaded, as_of, errors_only),
                lambda: [*_of_content(loaded, library, as_of, store, errors_only=errors_only)],
            )
            problems += _of_drawings(loaded, library, as_of, store)
        for run in OF_FILES:
            problems += run(loaded, library, as_of)
    return tuple(sorted(set(problems)))


def _of_content(
    loaded: Loaded, library: Library, as_of: date, store: Store, *, errors_only: bool
) -> Iterator[Problem]:
    for by_document in BY_DOCUMENT:
        yield from by_document(loaded, library, as_of, store)
    for run in OF_CONTENT:
        yield from run(loaded, library, as_of)
    if not errors_only:
        yield from check_sayings(loaded, library, as_of, store)


def _of_drawings(loaded: Loaded, library: Library, as_of: date, store: Store) -> Iterator[Problem]:
    """Look at the scenes again only where they or the palette have changed."""
    files = [each.text for each in loaded.documents if isinstance(each.value, Pictures)]
    palette = look_of(loaded.project.root).folder.path / PALETTE
    given = repr((files, palette.read_bytes() if palette.is_file() else None)).encode()
    yield from store.get("drawings", given, lambda: tuple(check_drawings(loaded, library, as_of)))


def _read_from(loaded: Loaded, as_of: date, errors_only: bool) -> bytes:
    """Fingerprint all that was read, and how it is looked at."""
    whole = hashlib.blake2b(repr((as_of, errors_only, sorted(loaded.assumed))).encode())
    for each in loaded.documents:
        text = each.text.encode("utf-8", "surrogatepass")
        whole.update(repr((each.kind.name, each.layer, each.name, len(text))).encode())
        whole.update(text)
    return whole.digest()
