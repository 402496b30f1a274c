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
def built(project: Path):
    def run(day: str) -> str:
        assert main(["build", "--root", str(project), "--as-of", day]) == 0
        return everything_in(project / "site")

    return run


def test_a_theme_goes_live_on_its_day_and_not_before(project: Path, built) -> None:
    assert "themes/2023/06.html" not in built("2023-05-31")
    assert not (project / "site/themes/2023/06.html").exists()
    assert "themes/2023/06.html" in built("2023-06-01")
    assert (project / "site/themes/2023/06.html").exists()


def test_a_draft_is_nowhere(project: Path, built) -> None:
    path = project / "content/sectors/escape-room.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("status: published", "status: draft"), encoding="utf-8")
    site = built("2026-11-24")
    assert "sectors/escape-room.html" not in site
    assert '"escape-room"' not in site
    assert "sector:escape-room" not in site
    assert "密室逃脱和剧本杀" not in site
    assert not list((project / "site/files").rglob("*escape-room*"))


def test_an_expired_thing_is_nowhere(project: Path, built) -> None:
    path = project / "content/alerts/spring-festival.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("publish_on: 2023-01-01", "publish_on: 2023-01-01\nexpires_on: 2024-01-01"),
        encoding="utf-8",
    )
    assert "alerts/spring-festival.html" in built("2023-12-31")
    assert "alerts/spring-festival.html" not in built("2024-01-01")
