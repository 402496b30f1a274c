"""The JSON API: all content by kind, with the JSON Schema of each answer."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.look import Folder
from generator.model.address import Addressable, address_of
from generator.model.alert import Alert
from generator.model.artifact import Artifact
from generator.model.base import Model
from generator.model.campaign import Campaign
from generator.model.course import Course
from generator.model.library import Library
from generator.model.reference import Reference
from generator.model.sector import Sector
from generator.model.theme import Theme
from generator.model.unit import Unit
from generator.model.work import WorkItem, WorkPlan

FOLDER = "api/v1"


@dataclass(frozen=True)
class Collection:
    """One answer of the API: its name, what is in it in Chinese, the model of its entries."""

    name: str
    label: str
    model: type[Model]


COLLECTIONS = (
    Collection("sectors", "行业领域", Sector),
    Collection("themes", "月度主题", Theme),
    Collection("campaigns", "宣传活动", Campaign),
    Collection("alerts", "风险提示", Alert),
    Collection("courses", "培训课件", Course),
    Collection("plans", "年度工作要点", WorkPlan),
    Collection("items", "工作要点条目", WorkItem),
    Collection("units", "责任单位", Unit),
    Collection("references", "法规依据", Reference),
)


def api(library: Library, as_of: date, templates: Folder) -> Iterator[Artifact]:
    """Give `api/v1/<collection>.json`, their schemas, and `api/v1/index.json`."""
    index = []
    for collection in COLLECTIONS:
        entries = getattr(library, collection.name).values()
        yield _file(
            collection.name,
            {"as_of": as_of.isoformat(), "count": len(entries), "entries": _entries(entries)},
        )
        yield _file(f"schemas/{collection.name}", answer_schema(collection))
        index.append(
            {
                "name": collection.name,
                "label": collection.label,
                "count": len(entries),
                "address": f"{FOLDER}/{collection.name}.json",
                "schema": f"{FOLDER}/schemas/{collection.name}.json",
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


def answer_schema(collection: Collection) -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of one collection's answer."""
    entry = collection.model.model_json_schema(ref_template="#/$defs/{model}")
    definitions = entry.pop("$defs", {})
    entry["properties"]["address"] = {"type": "string", "description": "页面地址，相对于网站根"}
    entry["required"] = [*entry.get("required", []), "address"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": collection.label,
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


def _entries(entries: Iterable[Addressable]) -> list[dict[str, Any]]:
    return [
        {**entry.model_dump(mode="json", exclude_none=True), "address": address_of(entry)}
        for entry in entries
    ]


def _file(name: str, content: Any) -> Artifact:
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
    return Artifact(f"{FOLDER}/{name}.json", (text + "\n").encode())
