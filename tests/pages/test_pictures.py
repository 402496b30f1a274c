"""Pictures on pages: all on one page, and each where it is named."""

from __future__ import annotations

import re
from pathlib import Path

from generator.load import load
from generator.model.library import Library
from tests.conftest import FIXTURE


def library() -> Library:
    loaded = load(FIXTURE).library
    assert loaded is not None
    return loaded


def page(site: Path, address: str) -> str:
    return (site / address).read_text(encoding="utf-8")


def test_the_page_of_pictures_shows_each_with_its_words_and_its_id(fixture_site: Path) -> None:
    shown = page(fixture_site, "pictures.html")
    for picture in library().pictures.values():
        (row,) = re.findall(rf'<li id="{picture.id}">.*?</li>', shown, re.DOTALL)
        assert f"<span>{picture.text}</span>" in row
        assert f"<code>{picture.id}</code>" in row
        (file,) = re.findall(r'href="(pictures/[^"]+[.]svg)" download', row)
        assert (fixture_site / file).read_text(encoding="utf-8").startswith("<svg ")


def test_a_line_shows_the_picture_that_it_names(fixture_site: Path) -> None:
    shown = page(fixture_site, "sectors/fire.html")
    rows = re.findall(r"<li>\s*(<svg[^>]*>).*?<span>(.*?)</span>", shown, re.DOTALL)
    marks = {words: tag for tag, words in rows}
    assert "pa-sign" in marks["先看一看。"]
    assert "pa-icon" in marks["先问一问。"]


def test_a_sign_is_part_of_the_page_and_a_scene_a_file_with_its_size(fixture_site: Path) -> None:
    sign = page(fixture_site, "sectors/fire.html")
    assert '<svg class="pa-sign" aria-hidden="true"' in sign
    scene = page(fixture_site, "situations/home-fire.html")
    assert re.search(r'<img class="pa-scene" src="../pictures/leave-low[.]', scene)
    assert 'width="160" height="120" alt=""' in scene
