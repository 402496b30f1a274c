"""The Chinese docstring under each attribute of a model, in schemas, new files and forms."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from functools import cache
from itertools import pairwise
from typing import Any, get_args

from pydantic import BaseModel

_COMMON = {"一句话，不换行"}
_END_OF_LABEL = re.compile(r"[：；，（。]")


@cache
def docstrings(model: type[BaseModel]) -> dict[str, str]:
    """Give the docstring of every attribute of a model, inherited ones first."""
    found: dict[str, str] = {}
    for base in reversed(model.__mro__):
        if issubclass(base, BaseModel) and base is not BaseModel:
            found.update(_own(base))
    return {name: found[name] for name in model.model_fields if name in found}


def label_of(text: str) -> str:
    """Give the name with which a docstring begins: 口号 of 口号，20 字以内."""
    end = _END_OF_LABEL.search(text)
    return text[: end.start()] if end and end.start() > 1 else text


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


def explained_schema(model: type[BaseModel]) -> dict[str, Any]:
    """Give a model's JSON Schema with each field's docstring before its type's words.

    Pydantic keeps a type's own description (“一句话，不换行”) where a field has one of each;
    editors need the field's.
    """
    schema = model.model_json_schema()
    known = {name: docstrings(each) for name, each in models_in(model).items()}
    for name, shape in [(model.__name__, schema), *schema.get("$defs", {}).items()]:
        for field, prop in shape.get("properties", {}).items():
            doc, words = known.get(name, {}).get(field, ""), prop.get("description", "")
            words = words.removeprefix(f"{doc[:2]}：")  # 编号，……；编号：…… says it twice
            parts = [doc, *([words] if words not in {*_COMMON, doc} and words not in doc else [])]
            prop["description"] = "；".join(part for part in parts if part)
    return schema
