"""Photos of the county: each that is named is there and can be shown (E330)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from generator.load.loader import Document, Loaded
from generator.load.tree import Loc
from generator.media import PhotoError, opened
from generator.model.docstrings import models_in
from generator.model.library import Library
from generator.model.photo import MEDIA, Photo
from generator.model.problem import Problem
from generator.model.site import Filing

_REMEMBERED = 500


def check_photos(loaded: Loaded, library: Library, as_of: date) -> Iterator[Problem]:
    """Report each place where a picture is named that is not there or cannot be shown."""
    folder = loaded.project.county / MEDIA
    for document in loaded.documents:
        for loc, name in _named(document.value, ()):
            if document.tree.has(loc):  # what an edition or a site inherits stands elsewhere
                yield from _seen(document, loc, folder / name)


def _named(value: Any, loc: Loc) -> Iterator[tuple[Loc, str]]:
    """Give every photo in a value, with the place of its file's name."""
    if isinstance(value, Photo):
        yield (*loc, "file"), value.file
    elif isinstance(value, Filing):
        if value.police_icon:
            yield (*loc, "police_icon"), value.police_icon
    elif isinstance(value, tuple):
        for place, part in enumerate(value):
            yield from _named(part, (*loc, place))
    elif isinstance(value, BaseModel):
        for name in _fields_with_photos(type(value)):
            yield from _named(getattr(value, name), (*loc, name))


@cache
def _fields_with_photos(model: type[BaseModel]) -> tuple[str, ...]:
    """Give the fields of a model in which a photo can be named, at any depth."""
    fields: dict[str, Any] = {name: each.annotation for name, each in model.model_fields.items()}
    return tuple(
        name for name, kind in fields.items() if {Photo, Filing} & {*models_in(kind).values()}
    )


def _seen(document: Document, loc: Loc, path: Path) -> Iterator[Problem]:
    wrong = _wrong(path)
    if wrong:
        words, hint = wrong
        yield document.problem(loc, "E330", f"{path.name}：{words}", hint)


def _wrong(path: Path) -> tuple[str, str] | None:
    """Say what is wrong with a picture; who may read it, and each change, makes it another one."""
    try:
        state = path.stat()
    except (OSError, ValueError):
        return _fault(path)
    known = (state.st_ctime_ns, state.st_mtime_ns, state.st_size, state.st_ino, state.st_mode)
    return _remembered_fault(path, known)


@lru_cache(maxsize=_REMEMBERED)
def _remembered_fault(path: Path, known: tuple[int, ...]) -> tuple[str, str] | None:
    return _fault(path)


def _fault(path: Path) -> tuple[str, str] | None:
    try:
        opened(path)
    except PhotoError as error:
        return str(error), error.hint
    return None
