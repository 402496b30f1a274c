"""The JSON API: all content by kind, with the JSON Schema of each answer."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from generator.look import Folder
from generator.model.artifact import Artifact
from generator.model.base import Model
from generator.model.kind import Kind
from generator.model.kinds import COLLECTIONS
from generator.model.library import Library

FOLDER = "api/v1"


def api(library: Library, as_of: date, templates: Folder) -> Iterator[Artifact]:
    """Give `api/v1/<collection>.json`, their schemas, and `api/v1/index.json`."""
    index = []
    for kind in COLLECTIONS.values():
        entries = library.things[kind.thing].values()
        yield _file(
            kind.plural,
            {"as_of": as_of.isoformat(), "count": len(entries), "entries": _entries(kind, entries)},
        )
        yield _file(f"schemas/{kind.plural}", answer_schema(kind))
        index.append(
            {
                "name": kind.plural,
                "label": kind.label,
                "count": len(entries),
                "address": f"{FOLDER}/{kind.plural}.json",
                "schema": f"{FOLDER}/schemas/{kind.plural}.json",
            }
        )
    yield _file(
        "index",
        {
            "site": library.site.name,
            "publisher": library.site.publisher,
            "licence": "CC-BY-4.0",
            "as_of": as_of.isoformat(),
            "collections": index,
        },
    )


def answer_schema(kind: Kind) -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of the answer that has all things of a kind."""
    entry = kind.thing.model_json_schema(ref_template="#/$defs/{model}")
    definitions = entry.pop("$defs", {})
    entry["properties"]["address"] = {"type": "string", "description": "页面地址，相对于网站根"}
    entry["required"] = [*entry.get("required", []), "address"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": kind.label,
        "type": "object",
        "properties": {
            "as_of": {"type": "string", "format": "date"},
            "count": {"type": "integer", "minimum": 0},
            "entries": {"type": "array", "items": entry},
        },
        "required": ["as_of", "count", "entries"],
        "additionalProperties": False,
        "$defs": definitions,
    }


def _entries(kind: Kind, entries: Iterable[Model]) -> list[dict[str, Any]]:
    return [
        {**entry.model_dump(mode="json", exclude_none=True), "address": kind.address_of(entry)}
        for entry in entries
    ]


def _file(name: str, content: Any) -> Artifact:
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
    return Artifact(f"{FOLDER}/{name}.json", (text + "\n").encode())
