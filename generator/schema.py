"""JSON Schemas of the content kinds, for editors such as VS Code."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from generator.load.kinds import KINDS
from generator.model.docstrings import explained_schema


def schemas() -> Iterator[tuple[str, str]]:
    """Give (file name, JSON text) of each kind's schema."""
    for kind in KINDS:
        schema = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            **explained_schema(kind.model),
            "title": kind.label,
        }
        text = json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True)
        yield f"{kind.name}.json", text + "\n"


def write_schemas(folder: Path) -> list[Path]:
    """Write all schemas into a folder; gives the files whose text changed."""
    folder.mkdir(parents=True, exist_ok=True)
    changed = []
    for name, text in schemas():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            changed.append(path)
    return changed
