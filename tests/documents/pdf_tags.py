"""The structure of a tagged PDF, as a screen reader walks it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader


def tags(reader: PdfReader) -> list[str]:
    """Give the path of every element, such as `Document/L/LI`, in the order of reading."""
    return list(_paths(reader.root_object["/StructTreeRoot"], ""))


def _paths(node: Any, above: str) -> Iterator[str]:
    element = node.get_object()
    if isinstance(element, list):
        for each in element:
            yield from _paths(each, above)
    elif isinstance(element, dict):
        path = above
        if "/S" in element:
            path = f"{above}/{element['/S'].removeprefix('/')}".lstrip("/")
            yield path
        if "/K" in element:
            yield from _paths(element["/K"], path)
