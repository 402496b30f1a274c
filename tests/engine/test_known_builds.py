"""A build that remembers gives the site that a clean one gives, whatever was edited in between."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.model.manifest import read_manifest
from tests.conftest import DAY, KEPT, copy_fixture_county
from tests.edits import EDITS, edit

Edits = list[tuple[str, int]]


def county(folder: Path) -> Path:
    """Give the small county with a memory of its own; documents are made already."""
    root = copy_fixture_county(folder)
    (root / ".pingan").unlink()
    (root / ".pingan").mkdir()
    (KEPT / "documents").mkdir(exist_ok=True)
    (root / ".pingan/documents").symlink_to(KEPT / "documents")
    return root


def built(root: Path, day: date) -> dict[str, str] | None:
    """Build; gives what is in the site, by address, or `None` where the content is refused."""
    if main(["build", "--root", str(root), "--as-of", day.isoformat()]):
        return None
    manifest = read_manifest(root / "site")
    assert manifest is not None
    assert manifest.files is not None
    return {name: made for name, made in manifest.files.items() if name not in manifest.retired}


def built_anew(root: Path, day: date, beside: Path) -> dict[str, str] | None:
    """Build a copy that remembers nothing and has no site yet."""
    clean = county(beside)
    shutil.rmtree(clean / "content")
    shutil.copytree(root / "content", clean / "content")
    found = built(clean, day)
    shutil.rmtree(clean)
    return found


def follow(folder: Path, edits: Edits) -> None:
    root = county(folder / "county")
    files = {path: path.read_bytes() for path in (root / "content").rglob("*.yml")}
    day = date.fromisoformat(DAY)
    assert built(root, day) == built_anew(root, day, folder / "clean")
    for kind, number in edits:
        if kind == "the day passes":
            day += timedelta(days=number)
        else:
            edit(root, files, kind, number)
        assert built(root, day) == built_anew(root, day, folder / "clean"), (kind, number)


def test_it_is_the_same_after_a_word_a_draft_and_a_day(tmp_path: Path) -> None:
    follow(tmp_path, [("a word", 40), ("draft", 12), ("the day passes", 30), ("put back", 0)])


@pytest.mark.thorough
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 500)), min_size=1, max_size=5))
def test_it_is_the_same_after_any_edits(
    tmp_path_factory: pytest.TempPathFactory, edits: Edits
) -> None:
    follow(tmp_path_factory.mktemp("known"), edits)


def test_after_one_word_only_what_says_it_is_written_again(tmp_path: Path) -> None:
    root = county(tmp_path / "county")
    day = date.fromisoformat(DAY)
    built(root, day)
    site = root / "site"
    before = {path: path.stat().st_ino for path in site.rglob("*") if path.is_file()}
    situation = root / "content/common/situations/gas-smell.yml"
    text = situation.read_text("utf-8")
    word = text.partition("- text: ")[2].partition("\n")[0]
    situation.write_text(text.replace(word, f"{word}，不要慌", 1), "utf-8")
    built(root, day)
    written = {
        path.relative_to(site).as_posix()
        for path in site.rglob("*")
        if path.is_file() and before.get(path) != path.stat().st_ino
    }
    assert "不要慌" in (site / "situations/gas-smell.html").read_text("utf-8")
    pages = {name for name in written if name.endswith(".html") and "/article" not in name}
    assert "situations/gas-smell.html" in pages
    assert len(pages) < 12
    assert "situations/home-fire.html" not in written
    assert "sectors/fire.html" not in written
    assert not any(name.startswith(("pictures/", "css/", "js/")) for name in written)
    packs = {name for name in written if name.startswith("files/")}
    assert packs
    assert all("gas" in name for name in packs)


def test_what_was_taken_from_the_old_site_is_made_where_that_is_gone(tmp_path: Path) -> None:
    root = county(tmp_path / "county")
    day = date.fromisoformat(DAY)
    first = built(root, day)
    shutil.rmtree(root / "site")
    assert built(root, day) == first
    whole = {path: path.read_bytes() for path in (root / "site").rglob("*") if path.is_file()}
    (root / "site/situations/gas-smell.html").write_text("手改的", "utf-8")
    (root / "site/files/sectors/gas-sheet.pdf").unlink()
    assert built(root, day) == first
    assert {path: path.read_bytes() for path in whole} == whole
