"""A thing that is not live does not exist: no page, no link, no search hit, no sitemap entry."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main


def everything_in(folder: Path) -> str:
    texts = []
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".html", ".js", ".json", ".xml"} and "assets" not in path.parts:
            texts.append(path.read_text(encoding="utf-8"))
    return "\n".join(texts)


@pytest.fixture
def built(fixture_county: Path):
    def run(day: str) -> str:
        assert main(["build", "--root", str(fixture_county), "--as-of", day]) == 0
        return everything_in(fixture_county / "site")

    return run


def test_a_theme_goes_live_on_its_day_and_not_before(fixture_county: Path, built) -> None:
    assert "themes/2023/06.html" not in built("2023-05-31")
    assert not (fixture_county / "site/themes/2023/06.html").exists()
    assert "themes/2023/06.html" in built("2023-06-01")
    assert (fixture_county / "site/themes/2023/06.html").exists()


def test_a_draft_is_nowhere(fixture_county: Path, built) -> None:
    path = fixture_county / "content/common/sectors/gas.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("status: published", "status: draft"), encoding="utf-8")
    site = built("2026-11-24")
    assert "sectors/gas.html" not in site
    assert '"id": "gas"' not in site
    assert "sector:gas" not in site
    assert "燃气安全" not in site
    assert not list((fixture_county / "site/files/sectors").rglob("*gas*"))


def test_an_expired_thing_is_nowhere(fixture_county: Path, built) -> None:
    path = fixture_county / "content/common/alerts/winter.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("publish_on: 2023-01-01", "publish_on: 2023-01-01\nexpires_on: 2024-01-01"),
        encoding="utf-8",
    )
    assert "alerts/winter.html" in built("2023-12-31")
    assert "alerts/winter.html" not in built("2024-01-01")
