"""Who imports whom, held against the list in docs/architecture.md."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

from tests.conftest import ROOT

GENERATOR = ROOT / "generator"
DOORS = {
    "mkdocs": {"engine"},
    "typst": {"documents"},
    "docx": {"documents"},
    "pypdf": {"importer"},
    "openpyxl": {"importer"},
    "pptx": {"documents"},
    "xlsxwriter": {"documents"},
    "brotli": {"publish"},
}
"""Libraries, and the only parts of the program that may import them."""


def part(path: Path) -> str:
    return path.relative_to(GENERATOR).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """Give the names of modules that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def arrows() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for path in sorted(GENERATOR.rglob("*.py")):
        goals = found.setdefault(part(path), set())
        for name in imported(path):
            words = name.split(".")
            if words[0] == "generator" and len(words) > 1:
                goals.add(words[1])
        goals.discard(part(path))
    return {name: goals for name, goals in found.items() if not name.startswith("__")}


def told() -> dict[str, set[str]]:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    block = re.search(r"```arrows\n(.*?)```", text, re.DOTALL)
    assert block
    lines = [line.partition(" → ") for line in block[1].splitlines()]
    return {name.strip(): {*goals.split()} - {"—"} for name, _, goals in lines}


def test_the_guide_names_every_arrow_and_no_other() -> None:
    assert told() == arrows()


def test_there_is_no_circle_between_the_parts() -> None:
    order = [*TopologicalSorter(arrows()).static_order()]
    assert order.index("model") < order.index("load") < order.index("engine") < order.index("cli")


def test_each_library_has_its_door() -> None:
    found: dict[str, set[str]] = {}
    for path in GENERATOR.rglob("*.py"):
        for name in imported(path):
            found.setdefault(name.split(".")[0], set()).add(part(path))
    assert {library: found[library] for library in DOORS} == DOORS


def test_only_the_engine_and_the_door_of_icons_read_the_files_of_the_framework() -> None:
    readers = {
        part(path)
        for path in GENERATOR.rglob("*.py")
        if re.search(r"files(_of)?\(\"material\"\)", path.read_text(encoding="utf-8"))
    }
    assert readers == {"engine", "icon_files"}
