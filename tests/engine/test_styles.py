"""Stylesheets: a component a file, put together in the order of `styles.yml`."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from generator.look import look_of
from generator.palette import coloured_files
from tests.conftest import ROOT

CSS = ROOT / "theme/web/css"
LISTS: dict[str, list[str]] = yaml.safe_load((ROOT / "theme/styles.yml").read_text("utf-8"))


def parts() -> dict[str, str]:
    """Every stylesheet that one may write, as `styles.yml` names it."""
    plain = {
        path.relative_to(CSS).with_suffix("").as_posix(): path.read_text(encoding="utf-8")
        for path in CSS.rglob("*.css")
    }
    made = coloured_files(look_of(ROOT))
    coloured = {name: text for name, text in made.items() if name.endswith(".css")}
    return plain | {name[4:-4]: text for name, text in coloured.items()}


def test_every_stylesheet_is_listed_and_none_is_listed_twice_for_a_page() -> None:
    assert {name for names in LISTS.values() for name in names} == parts().keys()
    for bundle, names in LISTS.items():
        on_page = names if bundle in {"base", "article"} else LISTS["base"] + names
        assert len(on_page) == len(set(on_page)), bundle


def test_a_stylesheet_is_short_and_forces_nothing() -> None:
    for name, text in parts().items():
        assert text.count("\n") < 200, name
        assert "!important" not in text, name
        assert text.startswith(("/*", ":root")), f"{name} does not say what it is for"


def test_a_page_loads_material_the_base_and_at_most_one_more(fixture_site: Path) -> None:
    with_own = set()
    for path in fixture_site.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        found = re.findall(r'rel="stylesheet" href="[^"]*?css/([a-z]+)\.[0-9a-f]{10}\.css"', page)
        kind = re.search(r"pa-page--([a-z]+)", page)
        if kind is None:
            saved = path.parent.name == "situations"  # carries its own
            assert saved or found in (["material", "base"], ["article"]), path
            continue
        own = [kind[1]] if kind[1] in LISTS else []
        assert found == ["material", "base", *own], path
        with_own.update(own)
    assert with_own == LISTS.keys() - {"base", "article"}


def test_what_only_one_kind_of_page_needs_is_not_for_all(fixture_site: Path, site: Path) -> None:
    kinds: dict[str, set[str]] = {}
    for folder in (site, fixture_site):
        for path in folder.rglob("*.html"):
            page = path.read_text(encoding="utf-8")
            kind = re.search(r"pa-page--([a-z]+)", page)
            for names in re.findall(r'class="([^"]*)"', page):
                for name in names.split():
                    kinds.setdefault(name, set()).add(kind[1] if kind else path.name)
    texts = parts()
    for name in LISTS["base"]:
        classes = set(re.findall(r"\.(pa-[a-z]+)(?![\w-])", texts[name]))
        seen = {kind for each in classes for kind in kinds.get(each, ())}
        assert not classes or len(seen) > 1, (name, classes, seen)
