"""A kind of document: one row in the table of whoever offers it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.documents.maker import Content

S = TypeVar("S")


@dataclass(frozen=True, kw_only=True)
class DocumentKind(Generic[S]):
    """A document about a subject `S`: what it is called, and in which formats it is offered.

    `formats` gives for each extension (`docx`, `pdf`, …) the function that arranges the document.
    """

    id: str
    label: str
    formats: Mapping[str, Callable[[S], Content]]
