"""The look of a site is one folder, which mkdocs.yml names; another look is another folder."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from generator.cli import main
from generator.look import look_of
from generator.palette import palette_of
from tests.conftest import DAY, ROOT


def build(county: Path) -> int:
    return main(["build", "--root", str(county), "--as-of", DAY])


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def other(fixture_county: Path) -> Path:
    """A copy of the look that stands elsewhere, and mkdocs.yml names it."""
    folder = fixture_county / "looks/red"
    shutil.copytree(ROOT / "theme", folder)
    (fixture_county / "theme").unlink()
    edit(fixture_county / "mkdocs.yml", "custom_dir: theme/web", "custom_dir: looks/red/web")
    return folder


def test_another_look_is_another_folder(fixture_county: Path, other: Path) -> None:
    edit(other / "pages/sector.html.j2", "sector.title, sector", "'另一个' ~ sector.title, sector")
    pine = palette_of(look_of(fixture_county)).light.pine
    edit(other / "palette.yml", f'pine: "{pine}"', 'pine: "#8a1c1c"')
    assert build(fixture_county) == 0
    site = fixture_county / "site"
    page = (site / "sectors/gas.html").read_text(encoding="utf-8")
    assert "另一个燃气" in page
    assert 'name="theme-color" content="#8a1c1c"' in page
    article = site / "kit/themes/06/article.html"
    assert "background-color:#8a1c1c" in article.read_text(encoding="utf-8")
    with zipfile.ZipFile(site / "files/fire/fire-slides.pptx") as slides:
        assert 'val="8A1C1C"' in slides.read("ppt/theme/theme1.xml").decode()


@pytest.mark.parametrize(
    ("template", "code"),
    [
        ("pages/sector.html.j2", "E404"),
        ("web/main.html", "E404"),
        ("documents/outline.typ", "E403"),
        ("channels/sms.txt.j2", "E403"),
        ("feeds/rss.xml.j2", "E404"),
    ],
)
def test_a_broken_template_of_another_look_is_named_where_it_stands(
    fixture_county: Path,
    other: Path,
    template: str,
    code: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    broken = "#nothing\n" if template.endswith(".typ") else "{{ nothing.at_all }}\n"
    (other / template).write_text(broken, encoding="utf-8")
    assert build(fixture_county) == 1
    assert f"looks/red/{template}:1:1: {code} " in capsys.readouterr().err


def test_a_site_never_takes_the_place_of_another_look(
    fixture_county: Path, other: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    to = ["--output", str(other / "web")]
    assert main(["build", "--root", str(fixture_county), "--as-of", DAY, *to]) == 1
    assert "E411" in capsys.readouterr().err
    assert (other / "web/main.html").is_file()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("", "custom_dir"),
        ("custom_dir: looks/red", "looks/pages"),
        ("custom_dir: looks/blue/web", "looks/blue/web"),
    ],
)
def test_a_look_that_is_not_there_is_explained(
    fixture_county: Path, other: Path, line: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(fixture_county / "mkdocs.yml", "custom_dir: looks/red/web", line)
    assert build(fixture_county) == 1
    printed = capsys.readouterr().err
    assert told in printed
    assert "Traceback" not in printed


def test_the_folder_is_read_beside_tags_that_only_the_engine_knows(fixture_county: Path) -> None:
    config = fixture_county / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(f"{text}\nextra:\n  name: !ENV [NAME, 无]\n", encoding="utf-8")
    assert look_of(fixture_county).pages.shown == "theme/pages"
    assert look_of(fixture_county).pages.path == fixture_county / "theme/pages"


def test_a_template_is_written_to_be_read() -> None:
    for path in (ROOT / "theme").rglob("*"):
        if path.suffix in {".j2", ".html"} and not {".svg", ".txt"} & set(path.suffixes):
            text = path.read_text(encoding="utf-8")
            assert max(map(len, text.splitlines())) <= 140, path
            assert text.count("\n") <= 240, path
