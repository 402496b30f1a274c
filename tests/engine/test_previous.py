"""What a new site takes over: the times of what is the same, and yesterday's stamped files."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from generator.cli import main
from tests.conftest import ROOT

ALERT = "content/common/alerts/winter.yml"


def build(project: Path, day: str) -> Path:
    assert main(["build", "--root", str(project), "--as-of", day]) == 0
    return project / "site"


def times(site: Path) -> dict[str, int]:
    return {
        path.relative_to(site).as_posix(): path.stat().st_mtime_ns
        for path in site.rglob("*")
        if path.is_file()
    }


def age(site: Path) -> None:
    """Make all files of a site look a day old."""
    for path in site.rglob("*"):
        os.utime(path, ns=(10**18, 10**18))


def edit(project: Path, old: str, new: str) -> None:
    path = project / ALERT
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def everything(site: Path) -> str:
    """All text of a site."""
    kinds = {".html", ".js", ".json", ".xml", ".txt", ".ics"}
    texts = (path.read_text("utf-8") for path in site.rglob("*") if path.suffix in kinds)
    return "\n".join(texts)


def test_the_next_night_without_a_change_nothing_has_a_new_time(fixture_county: Path) -> None:
    age(build(fixture_county, "2026-11-24"))
    site = build(fixture_county, "2026-11-25")
    renewed = {name for name, time in times(site).items() if time != 10**18}
    # what names the day itself, and nothing else
    assert renewed <= {".pingan-site.json", "sitemap.xml.gz"} | {
        name for name in renewed if name.startswith("api/v1/")
    }


def test_one_corrected_word_renews_what_says_it_and_no_other_page(fixture_county: Path) -> None:
    age(build(fixture_county, "2026-11-24"))
    edit(fixture_county, "天冷取暖，", "天冷烤火，")
    site = build(fixture_county, "2026-11-24")
    renewed = {name for name, time in times(site).items() if time != 10**18}
    assert "alerts/winter.html" in renewed
    assert "search.html" in renewed
    assert not renewed & {"sectors/gas.html", "work/2023/01.html", "units/towns.html", "about.html"}
    assert not [name for name in renewed if name.startswith(("css/", "js/", "files/fire/"))]


@pytest.mark.thorough
def test_a_page_of_yesterday_has_its_looks_for_a_week(fixture_county: Path) -> None:
    theme = fixture_county / "theme"
    theme.unlink()
    shutil.copytree(ROOT / "theme", theme)
    site = build(fixture_county, "2026-11-01")
    before = {path.name for path in (site / "css").iterdir()}
    with (theme / "web/css/pages/kit.css").open("a", encoding="utf-8") as file:
        file.write("/* newer */\n")
    site = build(fixture_county, "2026-11-02")
    yesterday = next(name for name in before if name.startswith("kit."))
    assert len(list((site / "css").glob("kit.*.css"))) == 2
    for day, kept in (("2026-11-03", True), ("2026-11-09", True), ("2026-11-10", False)):
        site = build(fixture_county, day)
        assert (site / "css" / yesterday).exists() is kept, day


def test_what_is_withdrawn_is_gone_at_once_from_every_file(fixture_county: Path) -> None:
    site = build(fixture_county, "2026-11-01")
    assert "天冷取暖，防火防中毒" in everything(site)
    edit(fixture_county, "status: published", "status: draft")
    assert "天冷取暖，防火防中毒" not in everything(build(fixture_county, "2026-11-02"))


def test_a_stylesheet_keeps_its_name_until_it_changes(fixture_county: Path) -> None:
    site = build(fixture_county, "2026-11-01")
    before = {path.name for path in (site / "css").iterdir()}
    edit(fixture_county, "天冷取暖，", "天冷烤火，")
    assert {path.name for path in (build(fixture_county, "2026-11-02") / "css").iterdir()} == before
