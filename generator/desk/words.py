"""The words that explain a model's fields: their docstrings, put into its JSON Schema.

Pydantic keeps a type's own description (“一句话，不换行”) where a field has one of each;
editors need the field's, so the docstrings are read from the source again.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator
from typing import Any, get_args

from generator.model.base import Model

_COMMON = {"一句话，不换行"}


def explained_schema(model: type[Model]) -> dict[str, Any]:
    """Give a model's JSON Schema with each field's docstring before its type's words."""
    schema = model.model_json_schema()
    docs = {each.__name__: _docstrings(each) for each in _models(model)}
    for name, shape in [(model.__name__, schema), *schema.get("$defs", {}).items()]:
        for field, prop in shape.get("properties", {}).items():
            doc, words = docs.get(name, {}).get(field, ""), prop.get("description", "")
            words = words.removeprefix(f"{doc[:2]}：")  # 编号，……；编号：…… says it twice
            parts = [doc, *([words] if words not in {*_COMMON, doc} else [])]
            prop["description"] = "；".join(part for part in parts if part)
    return schema


def _models(model: type[Model]) -> Iterator[type[Model]]:
    """Give a model and all models inside it."""
    yield model
    for info in model.model_fields.values():
        for inner in _inside(info.annotation):
            yield from _models(inner)


def _inside(annotation: Any) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for argument in get_args(annotation):
        yield from _inside(argument)


def _docstrings(model: type[Model]) -> dict[str, str]:
    """Give the strings that stand below the fields of a class and of its bases."""
    found: dict[str, str] = {}
    for base in reversed(model.__mro__):
        if not issubclass(base, Model):
            continue
        body = ast.parse(textwrap.dedent(inspect.getsource(base))).body[0]
        assert isinstance(body, ast.ClassDef)
        for field, below in zip(body.body, body.body[1:], strict=False):
            match field, below:
                case (
                    ast.AnnAssign(target=ast.Name(id=name)),
                    ast.Expr(value=ast.Constant(value=str(text))),
                ):
                    found[name] = text.strip()
    return found
