"""Digests of values: two values with the same digest say the same."""

from __future__ import annotations

import hashlib
import io
import pickle
from collections.abc import Set
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import Any

from markupsafe import Markup
from pydantic import BaseModel

_SIZE = 16
_WRITTEN_OUT = {type(None), bool, int, float, str, bytes, tuple, list, dict, date, datetime, Markup}


class Digests:
    """Gives digests; those of models, which never change, are worked out once."""

    def __init__(self) -> None:
        """Start with none known."""
        self._known: dict[int, tuple[object, bytes]] = {}

    def of(self, value: object) -> bytes:
        """Give the digest of a value: a model, a dataclass, plain data, or collections of these.

        Sets have no order, mappings do. Raises `TypeError` for what cannot be written down, such
        as a function without a name or an iterator.
        """
        found = self._known.get(id(value))
        return found[1] if found is not None else self._digest(value)

    def _digest(self, value: object) -> bytes:
        if isinstance(value, BaseModel):
            said = value.__pydantic_serializer__.to_json(value, serialize_as_any=True)
            written = f"{type(value).__qualname__} ".encode() + said
        elif is_dataclass(value) and not isinstance(value, type):
            kind = type(value).__qualname__
            written = self._written([kind, *(getattr(value, each.name) for each in fields(value))])
        else:
            return _hash(self._written(value))
        digest = _hash(written)
        if isinstance(value, BaseModel):
            self._known[id(value)] = (value, digest)  # held, so that no other has its number
        return digest

    def _written(self, value: object) -> bytes:
        """Write a value down: the same for equal values, whichever parts are one object."""
        file = io.BytesIO()
        pickler = _Writer(file, self)
        pickler.fast = True
        try:
            pickler.dump(value)
        except (pickle.PicklingError, AttributeError) as error:
            raise TypeError(str(error)) from error
        return file.getvalue()


class _Writer(pickle.Pickler):
    """Writes plain data out, and of all else that we know the digest."""

    fast: bool

    def __init__(self, file: io.BytesIO, digests: Digests) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self._digests = digests

    def persistent_id(self, value: Any) -> object:
        """Give the digest that stands for a value; `None` for what is written out."""
        if type(value) in _WRITTEN_OUT:
            return None
        if isinstance(value, BaseModel) or (is_dataclass(value) and not isinstance(value, type)):
            return self._digests.of(value)
        if isinstance(value, Set):
            return "set", sorted(map(self._digests.of, value))
        return None


def _hash(written: bytes) -> bytes:
    return hashlib.blake2b(written, digest_size=_SIZE).digest()
