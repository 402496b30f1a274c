"""The JSON Schemas that editors use are those of the models, and every file points at its own."""

from __future__ import annotations

import json
from pathlib import Path

from generator.model.kinds import KINDS
from generator.schema import schemas
from tests.conftest import ROOT


def test_the_schemas_in_the_repository_are_current() -> None:
    for name, text in schemas():
        assert (ROOT / "schemas" / name).read_text(encoding="utf-8") == text


def test_every_field_is_explained_in_chinese() -> None:
    for name, text in schemas():
        for kind in [json.loads(text), *json.loads(text).get("$defs", {}).values()]:
            for field, schema in kind.get("properties", {}).items():
                described = schema.get("description", "")
                assert any("\u4e00" <= letter <= "\u9fff" for letter in described), (name, field)


def test_every_content_file_points_at_its_schema() -> None:
    for kind in KINDS:
        found = [
            path
            for layer in kind.layers
            for path in (ROOT / "content" / layer.value).glob(kind.pattern)
        ]
        for path in found:
            first = path.read_text(encoding="utf-8").split("\n", 1)[0]
            prefix = "# yaml-language-server: $schema="
            assert first.startswith(prefix), path
            target = (path.parent / Path(first.removeprefix(prefix))).resolve()
            assert target == ROOT / "schemas" / f"{kind.name}.json", path
