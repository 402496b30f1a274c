"""What can be wrong with a document as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class SourceError(Exception):
    """Raised where a file is no document that can be read; says why in Chinese."""


@contextmanager
def refusing(words: str) -> Iterator[None]:
    """Turn whatever a library raises on a damaged file into a `SourceError` with these words."""
    try:
        yield
    except SourceError:
        raise
    except Exception as error:  # the libraries raise almost anything, and share no base
        raise SourceError(words) from error
