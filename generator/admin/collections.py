"""From the table of content kinds to the CMS's collections, and how each kind is written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from pydantic import BaseModel

from generator.admin.fields import FILES, Choices
from generator.admin.forms import NAME, form, identity_of
from generator.model.base import Entity
from generator.model.docstrings import models_in
from generator.model.kind import Kind
from generator.model.kinds import KINDS
from generator.model.vocabulary import Status

Collection = dict[str, Any]


def collections(choices: Choices | None = None) -> list[Collection]:
    """Give one collection for each kind of many files, and one for the single files."""
    many = [_folder(kind, choices) for kind in KINDS if not kind.single]
    single: Collection = {
        "name": FILES,
        "label": "全站设置",
        "files": [
            {
                "name": kind.name,
                "label": kind.label,
                "file": f"content/{kind.pattern}",
                "format": format_name(kind),
                "fields": form(kind, choices),
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
            "numbers": list(identity.numbers) if (identity := identity_of(kind)) else [],
            "named": identity is not None and identity.named,
            "status": issubclass(kind.model, Entity),
        }
        for kind in KINDS
    ]


def format_name(kind: Kind) -> str:
    """Give the name under which the page's script registers a kind's way of writing."""
    return f"yml-{kind.name}"


def _folder(kind: Kind, choices: Choices | None) -> Collection:
    summary, field = _listing(kind)
    collection: Collection = {
        "name": kind.name,
        "label": kind.label,
        "folder": f"content/{kind.folder}",
        "extension": "yml",
        "format": format_name(kind),
        "identifier_field": "title",
        "slug": "{{id}}",
        "summary": f"{summary}［{{{{status}}}}］",
        "create": True,
        "sortable_fields": {
            "fields": list(dict.fromkeys((field, "title", "publish_on", "reviewed_on"))),
            "default": {"field": field, "direction": "Descending" if kind.yearly else "Ascending"},
        },
        "view_filters": [
            {"label": f"只看{member.label}", "field": "status", "pattern": f"^{member.value}$"}
            for member in Status
        ],
        "fields": form(kind, choices),
    }
    identity = identity_of(kind)
    if identity:
        if len(kind.parts) > 1:
            collection["view_groups"] = [{"label": "年份", "field": "year"}]
        collection |= {"slug": identity.slug, "path": identity.path}
        if kind.glob:  # the folder holds files of another kind too
            collection["filter"] = {"field": identity.numbers[-1], "pattern": r"^\d+$"}
    return collection


def _listing(kind: Kind) -> tuple[str, str]:
    """Give what each line of a kind's list says before its status, and the field to sort by."""
    if not kind.yearly:
        return "{{title}}", "title"
    if len(kind.parts) > 1 and NAME not in kind.parts:
        return "{{id}} {{title}}", "id"
    return "{{year}}年 {{title}}", "starts" if "starts" in kind.model.model_fields else "year"


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
