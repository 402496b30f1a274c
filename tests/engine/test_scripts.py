"""Scripts: a purpose a file, put together as `scripts.yml` lists them; a list that does not fit."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml

from generator.cli import main
from tests.conftest import DAY, ROOT

SCRIPTS = ROOT / "theme/web/js"
LISTS: dict[str, list[str]] = yaml.safe_load((ROOT / "theme/scripts.yml").read_text("utf-8"))
NOT_OF_A_KIND = {"look", "base", "article", "aloud"}


def loaded(page: str) -> list[str]:
    return re.findall(r'<script\s+src="[^"]*?js/([a-z]+)\.[0-9a-f]{10}\.js"', page)


def without_comments(text: str) -> list[str]:
    """The lines of a script that are no comment and in none."""
    kept, inside = [], False
    for line in text.splitlines():
        inside = inside or line.lstrip().startswith("/*")
        if not inside:
            kept.append(line)
        inside = inside and not line.endswith("*/")
    return kept


def test_every_script_is_listed() -> None:
    there = {path.relative_to(SCRIPTS).with_suffix("").as_posix() for path in SCRIPTS.rglob("*.js")}
    assert {name for names in LISTS.values() for name in names} == there


def test_a_page_loads_its_look_the_base_and_at_most_one_more(fixture_site: Path) -> None:
    with_own = set()
    for path in fixture_site.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        kind = re.search(r"pa-page--([a-z]+)", page)
        if kind is None:
            saved = path.parent.name == "situations"  # works without any
            assert loaded(page) in ([[]] if saved else [["look", "base"], ["article"]]), path
            continue
        own = [kind[1]] if kind[1] in LISTS else []
        assert loaded(page) == ["look", "base", *own], path
        with_own.update(own)
        later = re.findall(rf'data-later="js/({kind[1]}-later)\.[0-9a-f]{{10}}\.js"', page)
        assert later == [name for name in LISTS if name == f"{kind[1]}-later"], path
        with_own.update(later)
    assert with_own == LISTS.keys() - NOT_OF_A_KIND


def test_readers_do_not_wait_for_comments(fixture_site: Path) -> None:
    for bundle, names in LISTS.items():
        (made,) = (fixture_site / "js").glob(f"{bundle}.*.js")
        text = made.read_text(encoding="utf-8")
        assert not [line for line in text.splitlines() if line.lstrip().startswith("/*")]
        written = [(SCRIPTS / f"{name}.js").read_text(encoding="utf-8") for name in names]
        wanted = [line for one in written for line in without_comments(one) if line]
        assert [line for line in text.splitlines() if line] == wanted, bundle


def test_what_stands_behind_a_comment_stays(fixture_county: Path) -> None:
    (fixture_county / "theme").unlink()
    shutil.copytree(ROOT / "theme", fixture_county / "theme")
    script = fixture_county / "theme/web/js/look.js"
    script.write_text("/* one */ first();\n  /* two\n lines */\nlast(); /* three */\n", "utf-8")
    assert main(["build", "--root", str(fixture_county), "--as-of", DAY]) == 0
    (made,) = (fixture_county / "site/js").glob("look.*.js")
    assert made.read_text(encoding="utf-8") == "/* one */ first();\nlast(); /* three */\n"


@pytest.mark.parametrize(
    ("name", "change", "told"),
    [
        ("styles.yml", ("pages/home", "pages/house"), "css/pages/house.css"),
        ("styles.yml", ("base:", "ground:"), "base"),
        ("styles.yml", ("base:", "- base:"), ""),
        ("scripts.yml", ("search/rank", "search/order"), "js/search/order.js"),
        ("scripts.yml", ("look:", "sight:"), "look"),
        ("scripts.yml", ("search-later:", "search-last:"), "search-later"),
    ],
)
def test_a_list_that_does_not_fit_is_reported(
    fixture_county: Path,
    name: str,
    change: tuple[str, str],
    told: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (fixture_county / "theme").unlink()
    shutil.copytree(ROOT / "theme", fixture_county / "theme")
    lists = fixture_county / f"theme/{name}"
    lists.write_text(lists.read_text(encoding="utf-8").replace(*change, 1), encoding="utf-8")
    assert main(["build", "--root", str(fixture_county), "--as-of", DAY]) == 1
    printed = capsys.readouterr().err
    assert f"theme/{name}:1:1: E404 " in printed
    assert told in printed
    assert "Traceback" not in printed
