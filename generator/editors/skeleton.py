"""A commented draft of any content kind, grown from the model that will validate it.

`sample` fills a model's fields with wording that plainly waits to be replaced; `write`
sets such values as YAML in which each field is explained by its own docstring.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import yaml

from generator.model import placeholder, vocabulary
from generator.model.base import ID_PATTERN
from generator.model.docstrings import explained_schema
from generator.model.kind import Kind
from generator.model.vocabulary import Labelled

_SHORT = re.compile(r"[\x21-\x7e]+")
_LABEL_END = re.compile(r"[，。：；（]")

Given = Mapping[str, Any]
"""Values by dotted field: `poster.call`, `*.sources` for a name at any depth, `outreach[]`
for a number of rows; a function is told the numbers of the rows it stands in."""


def draft_text(kind: Kind, given: Given, *, schemas: str) -> str:
    """Give a whole draft file; `schemas` is the way from it to the folder of the schemas."""
    schema = explained_schema(kind.model)
    head = [
        f"# yaml-language-server: $schema={schemas}/{kind.name}.json",
        f"# {kind.label}草稿：网站上看不到。把“{placeholder.TEXT}……”都换成内容，用不着的字段删掉；",
        f"# {placeholder.ID} 换成编号（依据、行业领域、单位），{placeholder.CALL} 换成电话，"
        f"{placeholder.ANSWER} 换成答案；",
        "# 运行 pingan check 没有错误以后，把 status 改成 published，到 publish_on 那天上线。",
    ]
    values = sample(schema, given)
    return "\n".join([*head, *write(values, schema, schema, explain=True)]) + "\n"


def sample(schema: Mapping[str, Any], given: Given) -> dict[str, Any]:
    """Give values for all required fields of a JSON Schema, and for the given ones."""
    values: dict[str, Any] = _sample(schema, schema, given, (), ())
    return values


def _sample(
    prop: Mapping[str, Any],
    root: Mapping[str, Any],
    given: Given,
    path: tuple[str, ...],
    numbers: tuple[int, ...],
) -> Any:
    dotted = ".".join(path)
    for key in (dotted, f"*.{path[-1]}" if path else ""):
        if path and key in given:
            value = given[key]
            return value(numbers) if callable(value) else value
    shape = _resolved(prop, root)
    if "properties" in shape:
        fields = {
            name: _sample(child, root, given, (*path, name), numbers)
            for name, child in shape["properties"].items()
            if name in shape.get("required", ()) or _is_given(".".join((*path, name)), given)
        }
        return {name: value for name, value in fields.items() if value is not None}
    if shape.get("type") == "array":
        count = given.get(f"{dotted}[]", shape.get("minItems", 1))
        rows = {**shape["items"], "label": shape.get("description", "")}
        return [_row(rows, root, given, path, (*numbers, number)) for number in range(1, count + 1)]
    return _scalar(shape, numbers)


def _row(
    prop: Mapping[str, Any],
    root: Mapping[str, Any],
    given: Given,
    path: tuple[str, ...],
    numbers: tuple[int, ...],
) -> Any:
    shape = _resolved(prop, root)
    if "properties" in shape or shape.get("type") == "array":
        inner = {key: value for key, value in given.items() if key != ".".join(path)}
        return _sample(prop, root, inner, path, numbers)
    return _scalar({**shape, "description": prop["label"]}, numbers)


def _scalar(shape: Mapping[str, Any], numbers: tuple[int, ...]) -> Any:
    if "enum" in shape:
        return shape["enum"][0]
    if shape.get("type") == "integer":
        return shape.get("minimum", 1)
    if shape.get("type") == "boolean":
        return False
    if shape.get("pattern") == ID_PATTERN:
        return placeholder.ID
    label = _LABEL_END.split(shape.get("description", ""))[0]
    mark = f" {'-'.join(map(str, numbers))}" if numbers else ""
    text = f"{placeholder.TEXT}{label}{mark}"
    return text if len(text) <= shape.get("maxLength", len(text)) else f"{placeholder.TEXT}{mark}"


def _is_given(dotted: str, given: Given) -> bool:
    return any(key == dotted or key.startswith(f"{dotted}.") for key in given)


def _resolved(prop: Mapping[str, Any], root: Mapping[str, Any]) -> dict[str, Any]:
    """Follow a reference, and the side of a union that is not null; the field's words stay."""
    shape = dict(prop)
    for option in shape.pop("anyOf", ()):
        if option.get("type") != "null":
            shape = {**option, **shape}
    reference = shape.pop("$ref", None)
    if reference:
        name = reference.rsplit("/", 1)[-1]
        shape = {**root["$defs"][name], **shape, "model": name}
    return shape


def write(
    values: Mapping[str, Any],
    shape: Mapping[str, Any],
    root: Mapping[str, Any],
    *,
    explain: bool,
) -> Iterator[str]:
    """Give the YAML lines of a mapping, each field below the comment that explains it."""
    for name, prop in shape["properties"].items():
        inner = _resolved(prop, root)
        required = name in shape.get("required", ())
        if explain:
            yield f"# {_explained(inner, root, required=required or name in values)}"
        if name in values:
            yield from _field(name, values[name], inner, root, explain=explain)
        elif explain:
            yield f"# {name}:"


def _field(
    name: str, value: Any, shape: Mapping[str, Any], root: Mapping[str, Any], *, explain: bool
) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield f"{name}:"
        yield from (f"  {line}" for line in write(value, shape, root, explain=explain))
    elif isinstance(value, Sequence) and not isinstance(value, str):
        if all(isinstance(each, str) and _SHORT.fullmatch(each) for each in value):
            yield f"{name}: [{', '.join(map(scalar, value))}]"
            return
        yield f"{name}:"
        row_shape = _resolved(shape["items"], root)
        for index, row in enumerate(value):
            if isinstance(row, Mapping):
                lines = write(row, row_shape, root, explain=explain and index == 0)
                yield from (f"  {line}" for line in _dashed(lines))
            else:
                yield f"  - {scalar(row)}"
    else:
        yield f"{name}: {scalar(value)}"


def _dashed(lines: Iterator[str]) -> Iterator[str]:
    """Make a mapping's lines a row of a list: a dash before its first field."""
    begun = False
    for line in lines:
        if begun:
            yield f"  {line}"
        elif line.startswith("#"):
            yield line
        else:
            begun = True
            yield f"- {line}"


def _explained(shape: Mapping[str, Any], root: Mapping[str, Any], *, required: bool) -> str:
    rows = _resolved(shape.get("items", {}), root)
    words = [str(shape.get("description", ""))]
    if shape.get("minItems", 0) > 1:
        words.append(f"至少 {shape['minItems']} 条")
    choices = labels_of(str(shape.get("model") or rows.get("model") or ""))
    if choices and not any(f"{value} " in words[0] for value in choices):
        words.append("可选：" + "、".join(f"{value} {label}" for value, label in choices.items()))
    if not required and "可不填" not in words[0]:
        words.append("可不填")
    return "；".join(words)


def labels_of(name: str) -> dict[str, str]:
    """Give the values of a vocabulary by its class name, each with its Chinese label."""
    words = getattr(vocabulary, name, None)
    if isinstance(words, type) and issubclass(words, Labelled):
        return {word.value: word.label for word in words}
    return {}


def scalar(value: object) -> str:
    """Write one value as YAML, in quotes only where plain text would be read otherwise."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        return str(value)
    try:
        plain = yaml.safe_load(f"[{value}]") == [value] and value[:1] not in "-?"
    except (yaml.YAMLError, ValueError):
        plain = False
    return value if plain and ": " not in value else json.dumps(value, ensure_ascii=False)
