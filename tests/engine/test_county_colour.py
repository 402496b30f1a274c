"""A county's main colour: everything follows, and nothing is written that cannot be read."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from pathlib import Path

import pytest

from generator.cli import main
from generator.contrast import LEAST, contrast
from generator.look import look_of
from generator.palette import least_contrast, palette_of
from tests.check.editing import Check
from tests.conftest import DAY, ROOT, copy_fixture_county, in_content

RED = "#8a1f1f"
PINE = "#14594a"


def coloured(project: Path, colour: str) -> None:
    path = in_content(project, "county/site.yml")
    text = path.read_text("utf-8")
    path.write_text(text.replace("region:", f'colour: "{colour}"\nregion:'), "utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small county's site in dark red."""
    root = copy_fixture_county(tmp_path_factory.mktemp("red") / "county")
    coloured(root, RED)
    assert main(["build", "--root", str(root), "--as-of", DAY]) == 0
    return root / "site"


def test_pages_icon_and_browser_bar_follow(site: Path) -> None:
    (tokens,) = (site / "css").glob("base.*.css")
    assert RED in tokens.read_text("utf-8")
    assert RED in (site / "assets/favicon.svg").read_text("utf-8")
    home = (site / "index.html").read_text("utf-8")
    assert re.search(rf'<meta name="theme-color"[^>]*{RED}', home)
    for path in site.rglob("*"):
        if path.suffix in {".css", ".svg", ".html"}:
            assert PINE not in path.read_text("utf-8"), path


def test_article_and_documents_follow(site: Path) -> None:
    assert RED in (site / "kit/alerts/winter/article.html").read_text("utf-8")
    deck = zipfile.ZipFile(io.BytesIO((site / "kit/alerts/winter/slides.pptx").read_bytes()))
    assert RED[1:].encode() in deck.read("ppt/theme/theme1.xml").lower()
    assert not any(PINE[1:].encode() in deck.read(name).lower() for name in deck.namelist())
    word = zipfile.ZipFile(next((site / "files/fire").glob("*.docx")))
    assert RED[1:].upper().encode() in word.read("word/styles.xml").upper()


def test_a_colour_that_is_too_light_is_refused_with_one_that_will_do(
    fixture_county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    coloured(fixture_county, "#3f9bd8")
    assert main(["check", "--root", str(fixture_county), "--as-of", DAY]) == 1
    said = capsys.readouterr().err
    assert "E329 主色 #3f9bd8 太浅" in said
    better = re.findall("#[0-9a-f]{6}", said.partition("深一点")[2])[0]
    path = in_content(fixture_county, "county/site.yml")
    path.write_text(path.read_text("utf-8").replace("#3f9bd8", better), "utf-8")
    assert main(["check", "--root", str(fixture_county), "--as-of", DAY]) == 0


def test_a_palette_in_which_no_colour_can_be_read_is_not_blamed_on_the_county(
    fixture_county: Path, check: Check
) -> None:
    coloured(fixture_county, RED)
    theme = fixture_county / "theme"
    real = theme.resolve()
    theme.unlink()
    shutil.copytree(real, theme)
    palette = theme / "palette.yml"
    text = palette.read_text("utf-8")
    ink = re.search(r'^  ink: ("#[0-9a-f]{6}")', text, re.MULTILINE)
    soft = re.search(r'^  sky_soft: ("#[0-9a-f]{6}")', text, re.MULTILINE)
    assert ink
    assert soft
    palette.write_text(text.replace(ink[1], soft[1]), "utf-8")
    assert not [line for line in check(fixture_county)[1] if "E329" in line]


@pytest.mark.parametrize(
    "colour", ["#8a1f1f", "#1b4f9c", "#5b2a86", "#0b6b3a", "#7a4b00", "#000000", "#333333"]
)
def test_whatever_dark_colour_can_be_read_on_light_and_dark_pages(colour: str) -> None:
    palette = palette_of(look_of(ROOT, colour=colour))
    assert least_contrast(palette) >= LEAST
    assert palette.light.pine == palette.fixed["banner"] == colour


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert least_contrast(palette_of(look_of(ROOT))) >= LEAST
