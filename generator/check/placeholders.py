"""Placeholders: what `pingan new` left to be written must not be published."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.check.texts import strings
from generator.load.loader import Loaded
from generator.model.base import Entity
from generator.model.library import Library
from generator.model.problem import Problem
from generator.model.vocabulary import Status

PLACEHOLDER = "在这里写"


def unwritten(loaded: Loaded) -> int:
    """Count the texts of drafts that still say 在这里写……."""
    return sum(
        PLACEHOLDER in text
        for document in loaded.documents
        if isinstance(document.value, Entity) and document.value.status is Status.DRAFT
        for _, text in strings(document.tree.data, ())
    )


def check_placeholders(loaded: Loaded, library: Library, as_of: date) -> Iterator[Problem]:
    """Report published texts that still say 在这里写……; drafts may."""
    for document in loaded.documents:
        value = document.value
        if not isinstance(value, Entity) or value.status is Status.DRAFT:
            continue
        for loc, text in strings(document.tree.data, ()):
            if PLACEHOLDER in text:
                yield document.problem(
                    loc, "E317", "这里还没有写内容", "写好再发布，或把 status 改回 draft"
                )
