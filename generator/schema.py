"""JSON Schemas of the content kinds, for editors such as VS Code."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from generator.model.docstrings import explained_schema
from generator.model.kinds import KINDS

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> Iterator[tuple[str, str]]:
    """Give (file name, JSON text) of each kind's schema."""
    for kind in KINDS:
        schema = {
            "$schema": _DIALECT,
            **explained_schema(kind.model),
            "title": kind.label,
        }
        text = json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True)
        yield f"{kind.name}.json", text + "\n"


def changed_schemas(folder: Path) -> dict[Path, str]:
    """Give the files in a folder that are missing or have another text, and what they should say.

    Raises `FileExistsError` with the path where a file of somebody else has a schema's name.
    """
    changed = {}
    for name, text in schemas():
        path = folder / name
        old = path.read_text(encoding="utf-8", errors="replace") if path.exists() else None
        if old not in {None, text} and f'"$schema": "{_DIALECT}"' not in str(old):
            raise FileExistsError(str(path))
        if old != text:
            changed[path] = text
    return changed


def write_schemas(changed: dict[Path, str]) -> None:
    """Write the schemas that `changed_schemas` gave, each whole."""
    for path, text in changed.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        written = path.with_name(f".{path.name}.new")
        written.write_text(text, encoding="utf-8")
        written.replace(path)
