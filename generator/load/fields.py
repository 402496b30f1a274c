"""What a model says about its fields, in the words that a message to an editor needs."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.load.tree import Loc
from generator.model.docstrings import docstrings, label_of
from generator.model.vocabulary import Labelled

_AROUND_KEYS = " \u3000\u00a0“”\"'"


@dataclass(frozen=True)
class FieldAt:
    """A field of a model: the model, the field's key, and what pydantic knows of it."""

    owner: type[BaseModel]
    key: str
    info: FieldInfo

    @property
    def name(self) -> str:
        """Write “上线日期”（publish_on）."""
        return f"“{self.label}”（{self.key}）"

    @property
    def label(self) -> str:
        """Give the Chinese name: 上线日期."""
        return label_of(self.about or self.key)

    @property
    def about(self) -> str:
        """Give the whole sentence that the model says of the field."""
        return docstrings(self.owner).get(self.key, "")

    def words_for(self, pattern: str) -> str:
        """Give in words what a text must look like that `pattern` describes in signs."""
        described = _description_of(self.info.annotation, pattern)
        return described or self.info.description or self.about

    @property
    def options(self) -> dict[str, str]:
        """Give the values that may stand here, each with its Chinese word."""
        kind = next(_enums(self.info.annotation), None)
        return {member.value: member.label for member in kind} if kind else {}


def field_at(model: type[BaseModel], loc: Loc) -> FieldAt | None:
    """Give the deepest field on the way to `loc`; rows and keys of a table lie inside it."""
    current: type[BaseModel] | None = model
    found: FieldAt | None = None
    for part in loc:
        if isinstance(part, int):
            continue
        info = current.model_fields.get(part) if current else None
        if current is None or info is None:
            break
        found = FieldAt(current, part, info)
        current = _inner_model(info.annotation)
    return found


def fields_at(model: type[BaseModel], loc: Loc) -> dict[str, FieldAt]:
    """Give the fields of the model that stands at `loc` inside `model`."""
    above = field_at(model, loc)
    current = _inner_model(above.info.annotation) if above else model
    if current is None:
        return {}
    return {key: FieldAt(current, key, info) for key, info in current.model_fields.items()}


def meant(written: str, fields: dict[str, FieldAt]) -> FieldAt | None:
    """Give the field that a wrong key was perhaps meant for: misspelt, or called by its label."""
    bare = written.strip(_AROUND_KEYS)
    by_label = {label_of(field.about): field for field in fields.values()}
    if bare in by_label:
        return by_label[bare]
    near = difflib.get_close_matches(bare.lower(), fields, n=1, cutoff=0.5)
    return fields[near[0]] if near else None


def _inner_model(annotation: Any) -> type[BaseModel] | None:
    """Unwrap tuples, unions and dicts to the model inside, if there is one."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_inner_model(argument) for argument in get_args(annotation))
    return next((model for model in inner if model is not None), None)


def _enums(annotation: Any) -> Iterator[type[Labelled]]:
    if isinstance(annotation, type) and issubclass(annotation, Labelled):
        yield annotation
    for argument in get_args(annotation):
        yield from _enums(argument)


def _description_of(annotation: Any, pattern: str) -> str:
    """Find the type inside an annotation that has this pattern, and give its description."""
    metadata = getattr(annotation, "__metadata__", ())
    if any(getattr(each, "pattern", None) == pattern for each in metadata):
        described = (each.description for each in metadata if isinstance(each, FieldInfo))
        return next((text for text in described if text), "")
    inner = (_description_of(argument, pattern) for argument in get_args(annotation))
    return next((text for text in inner if text), "")
