"""What makes documents knows nothing of courses and kits; packs and kits do not know each other."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.conftest import ROOT

MAY_IMPORT = {
    "documents": {"documents", "model", "kept", "look", "palette"},
    "packs": {"packs", "documents", "model"},
    "kit": {"kit", "documents", "model", "templates", "look", "palette"},
}


def imported(package: str) -> Iterator[str]:
    """The parts of the program that the modules of a package import."""
    for path in (ROOT / "generator" / package).glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                whole = [*node.module.split("."), *(name.name for name in node.names)]
                if whole[0] == "generator":
                    yield whole[1]


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_a_package_imports_only_what_it_may_know(package: str) -> None:
    assert set(imported(package)) <= MAY_IMPORT[package]
