"""A county's own words for the pages about the site: they can be read (E101 to E105)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.load.loader import Loaded
from generator.load.source import read_text
from generator.model.fixed_pages import WRITTEN
from generator.model.library import Library
from generator.model.problem import Problem
from generator.project import PAGES


def check_written(loaded: Loaded, library: Library, as_of: date) -> Iterator[Problem]:
    """Report each such file that is no text, as for any other content."""
    project = loaded.project
    for name in WRITTEN:
        path = project.county / PAGES / name
        if path.exists() or path.is_symlink():
            found = read_text(path, name=project.shown(path))
            if isinstance(found, Problem):
                yield found
