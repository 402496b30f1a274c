"""A kind of content has one name: in the navigation, on its pages, in the search and the API."""

from __future__ import annotations

import json
import re
from pathlib import Path

import yaml

from generator.model.kinds import COLLECTIONS
from tests.conftest import ROOT

CONFIG = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
TABS = {file: name for tab in CONFIG["nav"] for name, file in tab.items()}
KINDS = [kind for kind in COLLECTIONS.values() if f"{kind.plural}/index.md" in TABS]


def first(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    assert found, pattern
    return found[1].strip()


def test_navigation_index_and_pages_call_a_kind_by_its_label(fixture_site: Path) -> None:
    assert {"单位", "依据"} <= {kind.label for kind in KINDS}
    for kind in KINDS:
        index = fixture_site / kind.plural / "index.html"
        one = next(path for path in index.parent.rglob("*.html") if path != index)
        crumbs = first(r'(?s)<nav class="pa-crumbs"(.*?)</nav>', one.read_text("utf-8"))
        assert TABS[f"{kind.plural}/index.md"] == kind.label
        assert first(r"(?s)<h1[^>]*>.*?([^<>]+)</h1>", index.read_text("utf-8")) == kind.label
        assert f">{kind.label}</a>" in crumbs


def test_the_api_and_the_search_call_a_kind_by_its_label(fixture_site: Path) -> None:
    index = json.loads((fixture_site / "api/v1/index.json").read_text(encoding="utf-8"))
    called = {each["name"]: each["label"] for each in index["collections"]}
    (base,) = fixture_site.glob("search/*/base.js")
    for kind in KINDS:
        assert called[kind.plural] == kind.label
        assert f'["{kind.label}",' in base.read_text(encoding="utf-8")
