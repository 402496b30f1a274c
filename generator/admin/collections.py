"""From the table of content kinds to the CMS's collections, and how each kind is written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from pydantic import BaseModel

from generator.admin.fields import FILES, fields
from generator.load.kinds import KINDS, Kind
from generator.model.docstrings import models_in

Collection = dict[str, Any]

_ID_AS_MONTH = "{{fields.id | date('YYYY','utc')}}/{{fields.id | date('MM','utc')}}"
_PATHS = {
    "work-plan": "{{fields.year}}/plan",
    "work-item": "{{fields.year}}/{{fields.number}}",
    "theme": _ID_AS_MONTH,
    "campaign": "{{fields.year}}/{{slug}}",
}
"""Where a new file of a kind goes below its folder; other kinds are named by their id alone."""

_NOTES = {
    "work-item": "新建时，编号写成“年份-序号”，例如 2027-31。",
    "theme": "新建时，编号写成“年份-月份”，例如 2027-03。",
    "campaign": "新建时，编号写成“名称-年份”，例如 safety-month-2027；"
    "“别名”里去掉末尾的“-年份”，只留 safety-month。",
}


def collections() -> list[Collection]:
    """Give one collection for each kind of many files, and one for the single files."""
    many = [_folder(kind) for kind in KINDS if not kind.single]
    single: Collection = {
        "name": FILES,
        "label": "全站设置",
        "files": [
            {
                "name": kind.name,
                "label": kind.label,
                "file": f"content/{kind.pattern}",
                "format": format_name(kind),
                "fields": fields(kind.model),
            }
            for kind in KINDS
            if kind.single
        ],
    }
    return [*many, single]


def formats() -> list[dict[str, Any]]:
    """Say how each kind is written: its first line, dates, mappings, tables and defaults."""
    return [
        {
            "name": format_name(kind),
            "comment": f" yaml-language-server: $schema={_up(kind)}schemas/{kind.name}.json",
            "dates": sorted(_names(kind.model, "format", "date")),
            "maps": sorted(_names(kind.model, "type", "object")),
            "tables": sorted(_tables(kind.model)),
            "defaults": _defaults(kind.model),
        }
        for kind in KINDS
    ]


def format_name(kind: Kind) -> str:
    """Give the name under which the page's script registers a kind's way of writing."""
    return f"yml-{kind.name}"


def _folder(kind: Kind) -> Collection:
    collection: Collection = {
        "name": kind.name,
        "label": kind.label,
        "folder": f"content/{_base(kind)}",
        "extension": "yml",
        "format": format_name(kind),
        "identifier_field": "title",
        "slug": "{{id}}",
        "summary": "{{title}}",
        "create": True,
        "sortable_fields": ["id", "title", "publish_on", "reviewed_on"],
        "fields": fields(kind.model),
    }
    if kind.name in _PATHS:
        collection["path"] = _PATHS[kind.name]
    if kind.name in _NOTES:
        collection["description"] = _NOTES[kind.name]
    if kind.name == "campaign":
        collection["slug"] = {"template": "{{id}}", "editable": ["create"]}
    if kind.name == "work-item":
        collection["filter"] = {"field": "number", "pattern": r"^\d+$"}
    return collection


def _base(kind: Kind) -> str:
    """Give the part of a kind's pattern that has no wildcard."""
    parts = PurePosixPath(kind.pattern).parts
    return "/".join(part for part in parts[:-1] if "*" not in part)


def _up(kind: Kind) -> str:
    """Give the way from a kind's files back to the project's folder."""
    return "../" * len(PurePosixPath("content", kind.pattern).parts[:-1])


def _tables(model: type[BaseModel]) -> Iterator[str]:
    """Find the attributes that are lists of lists, which the form shows as lines of words."""
    for part in models_in(model).values():
        for name, schema in part.model_json_schema()["properties"].items():
            if schema.get("items", {}).get("type") == "array":
                yield name


def _defaults(model: type[BaseModel]) -> dict[str, Any]:
    """Give the plain values that a file may leave out, by attribute."""
    return {
        name: field.default
        for part in models_in(model).values()
        for name, field in sorted(part.model_fields.items())
        if isinstance(field.default, str | bool | int)
    }


def _names(model: type[BaseModel], key: str, value: str) -> Iterator[str]:
    """Find the attributes, anywhere below a model, whose JSON Schema says `key: value`."""
    for part in models_in(model).values():
        for name, schema in part.model_json_schema()["properties"].items():
            if any(choice.get(key) == value for choice in (schema, *schema.get("anyOf", ()))):
                yield name
