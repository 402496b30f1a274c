"""Documents as plain data: what Typst is given, and what tells one document from another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date

_PICTURE = "Picture"
_PICTURES = ("picture", "pictures")

Data = str | int | float | bool | None | list["Data"] | dict[str, "Data"]


def as_data(value: object) -> Data:
    """Give dataclasses as objects that name their class under `is`; raises `TypeError` otherwise.

    Tuples become lists, mappings objects, days ISO dates, names of an enumeration their texts.
    """
    if is_dataclass(value) and not isinstance(value, type):
        held = {field.name: as_data(getattr(value, field.name)) for field in fields(value)}
        return {"is": type(value).__name__, **held}
    if isinstance(value, Mapping):
        return {str(name): as_data(each) for name, each in value.items()}
    if isinstance(value, tuple):
        return [as_data(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return str(value)
    if value is None or isinstance(value, int | float):
        return value
    raise TypeError(f"a document cannot hold {value!r}")


def pictures_in(document: Data) -> Iterator[str]:
    """Give the ids of the pictures that a document names, in order, "" where one is left open.

    A `Picture` names one by its `id`; everything else in a field `picture` or `pictures`.
    """
    if isinstance(document, list):
        for part in document:
            yield from pictures_in(part)
    elif isinstance(document, dict):
        for name, part in document.items():
            if name in _PICTURES or (name == "id" and document.get("is") == _PICTURE):
                yield from _ids(part)
            else:
                yield from pictures_in(part)


def _ids(named: Data) -> Iterator[str]:
    if isinstance(named, str):
        yield named
    elif isinstance(named, list):
        for part in named:
            yield from _ids(part)
    else:
        yield from pictures_in(named)
