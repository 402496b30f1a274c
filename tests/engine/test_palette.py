"""Colours and sizes of type stand in `palette.yml` alone, and what is changed there changes all."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.cli import main
from generator.documents.style import style_of
from generator.look import look_of
from generator.palette import coloured_files, palette_of
from tests.conftest import DAY, ROOT

HEX = re.compile(r"#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b", re.IGNORECASE)
KEYWORD = re.compile(r"(?<![\w-])(?:white|black|red|green|blue|gr[ae]y|yellow|orange)(?![\w-])")
PLAIN = {
    "theme/web/css/frame/print.css": {"black"},
    "theme/web/css/pages/home.css": {"black"},
    "theme/coloured/css/tokens.css.j2": {"white"},
}
"""Printed pages: black ink on white paper, whatever the colours of the screen."""
NEUTRAL = {"#ffffff", "#000000"}


def look_files() -> Iterator[Path]:
    for path in sorted((ROOT / "theme").rglob("*")):
        if path.is_file() and path.name != "palette.yml":
            yield path


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def styles() -> dict[str, str]:
    found = {
        named(path): path.read_text(encoding="utf-8")
        for path in look_files()
        if ".css" in path.suffixes
    }
    assert len(found) > 5
    return found


def test_no_other_file_of_the_look_has_a_colour() -> None:
    for path in look_files():
        text = path.read_text(encoding="utf-8")
        assert not HEX.findall(re.sub(r'href="#[^"]*"', "", text)), named(path)
        assert not re.findall(r"\b(?:rgba?|hsla?|oklch)\([\d\"]", text), named(path)


def test_no_stylesheet_names_a_colour_but_those_of_paper() -> None:
    found = {
        name: set(KEYWORD.findall(re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)))
        for name, text in styles().items()
    }
    assert {name: words for name, words in found.items() if words} == PLAIN


def test_no_stylesheet_has_a_size_of_type() -> None:
    for name, text in styles().items():
        assert not re.findall(r"font-size: [\d.]+(?:rem|px|pt)", text), name


def test_nothing_that_draws_documents_has_a_size_of_type() -> None:
    for path in (ROOT / "theme/documents").glob("*.typ"):
        text = path.read_text(encoding="utf-8")
        assert not re.findall(r"\b(?:text|document-of)\((?:pt\()?\d|\bsize: \d", text), path.name
    for path in (ROOT / "generator/documents").glob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert not re.findall(r"\bsize(?:=|\": | = )(?:Pt\()?\d", text), path.name


def test_every_value_of_the_palette_is_used_and_every_used_one_is_there() -> None:
    everything = "".join(styles().values()) + coloured_files(look_of(ROOT))["css/tokens.css"]
    given = set(re.findall(r"(--pa-[\w-]+):", everything))
    used = set(re.findall(r"var\((--pa-[\w-]+)\)", everything))
    assert used - given == set()
    assert given - used == set()
    article = (ROOT / "theme/coloured/css/article.css.j2").read_text(encoding="utf-8")
    assert set(re.findall(r"article_sizes\.(\w+)", article)) == set(
        palette_of(look_of(ROOT)).article_sizes
    )


@pytest.fixture
def palette(fixture_county: Path) -> Path:
    """The palette of a look that the small county has for itself."""
    (fixture_county / "theme").unlink()
    shutil.copytree(ROOT / "theme", fixture_county / "theme")
    return fixture_county / "theme/palette.yml"


def other(colour: str) -> str:
    return f"#{int(colour[1:], 16) ^ 0x050505:06x}"


def written(site: Path) -> Iterator[tuple[str, str]]:
    """Give all that was built and can have a colour as text: pages, styles, Office files."""
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.suffix in {".html", ".css", ".svg", ".js"} and "css/material." not in name:
            yield name, path.read_text(encoding="utf-8")
        elif path.suffix in {".pptx", ".docx", ".xlsx"}:
            with zipfile.ZipFile(path) as parts:
                for part in parts.namelist():
                    if part.endswith((".xml", ".rels")):
                        text = parts.read(part).decode()
                        yield f"{name}/{part}", re.sub(r'"(?:FF)?([0-9A-F]{6})"', r'"#\1"', text)


def test_changed_colours_reach_every_output(fixture_county: Path, palette: Path) -> None:
    text = palette.read_text(encoding="utf-8")
    old = {colour[:7] for colour in HEX.findall(text)} - NEUTRAL
    new = re.sub(
        r"#[0-9a-f]{6}", lambda found: other(found[0]) if found[0] in old else found[0], text
    )
    palette.write_text(new, encoding="utf-8")
    assert main(["build", "--root", str(fixture_county), "--as-of", DAY]) == 0
    outputs = dict(written(fixture_county / "site"))
    for name, content in outputs.items():
        assert not {colour.lower()[:7] for colour in HEX.findall(content)} & old, name
    look = look_of(fixture_county)
    pine, gold = palette_of(look).light.pine, palette_of(look).fixed["gold"]
    assert f'name="theme-color" content="{pine}"' in outputs["index.html"]
    assert gold in outputs["assets/favicon.svg"]
    assert f"background-color:{pine}" in _article(fixture_county / "site")
    assert pine.upper() in outputs["files/fire/fire-slides.pptx/ppt/theme/theme1.xml"]
    assert not set(style_of(palette_of(look)).colours.model_dump().values()) & old


def _article(site: Path) -> str:
    with zipfile.ZipFile(site / "kit/themes/06/kit.zip") as kit:
        name = next(each for each in kit.namelist() if each.endswith(".html"))
        return kit.read(name).decode()


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        (r"(?<=light:\n)  paper: .*", "  paper: 白"),
        (r"(?<=print:\n)  line:", "  lines:"),
        (r"  banner: \w+", "  banner: pinks"),
        (r"  sheet_title: .*", "  sheet_title: 大"),
        (r"  office: .*", "  office: ["),
    ],
)
def test_a_wrong_palette_is_reported_at_its_line(
    fixture_county: Path,
    palette: Path,
    line: str,
    wrong: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = palette.read_text(encoding="utf-8")
    found = re.search(line, text)
    assert found
    place = text[: found.start()].count("\n") + 1
    palette.write_text(re.sub(line, wrong, text, count=1), encoding="utf-8")
    assert main(["build", "--root", str(fixture_county), "--as-of", DAY]) == 1
    printed = capsys.readouterr().err
    found = re.search(r"theme/palette\.yml:(\d+):1: E404 ", printed)
    assert found, printed
    assert abs(int(found[1]) - place) <= 1
    assert "Traceback" not in printed
