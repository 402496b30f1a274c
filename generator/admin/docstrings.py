"""The Chinese docstring under each attribute of a model, which becomes the label of its field."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from functools import cache
from itertools import pairwise
from typing import Any, get_args

from pydantic import BaseModel

_END_OF_LABEL = re.compile(r"[：；，（。]")
_ONLY_IN_YAML = re.compile(r"[，；]?加引号")
_ALL_IN_BRACKETS = re.compile(r"（([^（）]*)）")


@cache
def docstrings(model: type[BaseModel]) -> dict[str, str]:
    """Give the docstring of every attribute of a model, inherited ones first."""
    found: dict[str, str] = {}
    for base in reversed(model.__mro__):
        if issubclass(base, BaseModel) and base is not BaseModel:
            found.update(_own(base))
    return {name: found[name] for name in model.model_fields if name in found}


def label_and_hint(text: str) -> tuple[str, str]:
    """Split 口号，20 字以内 into the label 口号 and the hint 20 字以内."""
    text = for_forms(text)
    end = _END_OF_LABEL.search(text)
    if end is None or end.start() < 2:
        return text, ""
    label, rest = text[: end.start()], text[end.start() :]
    if whole := _ALL_IN_BRACKETS.fullmatch(rest):
        return label, whole[1]
    return label, rest if rest.startswith("（") else rest[1:].strip()


def for_forms(text: str) -> str:
    """Drop what only people who write YAML by hand need to know: quotes."""
    return _ONLY_IN_YAML.sub("", text).strip()


def models_in(model: type[BaseModel]) -> dict[str, type[BaseModel]]:
    """Give a model and all models below it, by the name that its JSON Schema uses."""
    found: dict[str, type[BaseModel]] = {}
    waiting: list[Any] = [model]
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, type) and issubclass(thing, BaseModel):
            if thing.__name__ not in found:
                found[thing.__name__] = thing
                waiting += [field.annotation for field in thing.model_fields.values()]
        else:
            waiting += get_args(thing)
    return found


def _own(model: type[BaseModel]) -> dict[str, str]:
    """Read the strings that stand right under a class's own attributes."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(model)))
    body = next(node for node in tree.body if isinstance(node, ast.ClassDef)).body
    found = {}
    for statement, following in pairwise(body):
        match statement, following:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                found[name] = inspect.cleandoc(text)
    return found
