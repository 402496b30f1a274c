"""The pictures of a situation, in the card to print and in the file to forward."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from generator.cards import make_cards
from generator.documents.maker import Maker
from generator.load import load
from generator.look import look_of
from generator.model.library import Library
from generator.model.situation import Situation, Variant
from generator.palette import palette_of
from generator.pictures import drawings_of
from generator.reads import Sources
from generator.store import store_of
from tests.conftest import FIXTURE, ROOT
from tests.documents.pdf_tags import tags

DRESSED = "look-first", "", "lid-on", "look-first"


def dressed(situation: Situation) -> Situation:
    """Give a situation whose own picture, steps and variant have pictures."""
    steps = [
        step.model_copy(update={"picture": picture or None})
        for step, picture in zip(situation.steps, DRESSED, strict=False)
    ]
    there = Variant(place="地窖", steps=(steps[0].model_copy(update={"picture": "hot"}),))
    update = {"picture": "leave-low", "steps": tuple(steps), "variants": (there,)}
    return situation.model_copy(update=update)


def bare(situation: Situation) -> Situation:
    """Give a situation without pictures and without procedures, which may have some."""
    steps = [step.model_copy(update={"picture": None, "use": None}) for step in situation.steps]
    return situation.model_copy(update={"picture": None, "steps": tuple(steps), "variants": ()})


@pytest.fixture(scope="module")
def library() -> Library:
    library = load(FIXTURE).library
    assert library is not None
    return library


@pytest.fixture(scope="module")
def files(library: Library, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of the situation with pictures, and of the one without any, by their names."""
    situations = {id_: library.situations[id_] for id_ in ("home-fire", "gas-smell")}
    situations["home-fire"] = dressed(situations["home-fire"])
    situations["gas-smell"] = bare(situations["gas-smell"])
    root = tmp_path_factory.mktemp("cards")
    (root / "theme").symlink_to(ROOT / "theme")
    look = look_of(ROOT)
    drawings = drawings_of(library.pictures.values(), palette_of(look), store_of(ROOT))
    maker = Maker(library.site, root, drawings=drawings)
    few = replace(library, things={**library.things, Situation: situations})
    made = make_cards(few, maker, look, Sources(None, few, drawings=drawings))
    return {Path(each.address).name: each.content for each in made.artifacts}


@pytest.fixture(scope="module")
def page(files: dict[str, bytes]) -> str:
    return files["home-fire.html"].decode()


def test_the_file_to_forward_shows_each_picture_once_inside_itself(page: str) -> None:
    assert page.count("<svg") == 4
    assert page.count('<svg class="sign" aria-hidden="true"') == 2
    assert page.count('<svg class="scene" role="img" aria-label="弯腰从烟下面往外走"') == 1
    assert page.count('<svg class="scene wide" aria-hidden="true"') == 1
    assert re.findall(r'(?:src|srcset|data|style)="', page) == []


def test_a_picture_stands_in_the_step_that_it_shows(page: str) -> None:
    steps = re.findall(r"<li>(.*?)</li>", page.partition("<ol>")[2].partition("</ol>")[0], re.S)
    assert ["<svg" in step for step in steps][:3] == [True, False, True]
    variant = page.partition("地窖，还要这样做")[2].partition("</ol>")[0]
    assert variant.count('<svg class="sign"') == 1


def test_no_picture_is_cut_by_the_frame_of_another(page: str) -> None:
    names = re.findall(r'id="(f\d+)"', page)
    assert len(names) == len(set(names)) == 2
    used = re.findall(r"url\(#(\w+)\)", page)
    assert set(used) == set(names)
    assert page.count("id=") == len(set(re.findall(r'id="([^"]+)"', page)))


def test_the_picture_comes_after_the_numbers_and_before_the_steps(page: str) -> None:
    places = [page.index(each) for each in ('class="calls"', 'class="scene" role', "<ol>")]
    assert places == sorted(places)


def test_a_situation_without_pictures_has_none(files: dict[str, bytes]) -> None:
    assert b"<svg" not in files["gas-smell.html"]


def colours_in(pdf: bytes) -> set[str]:
    """Every colour that is seen on the pages of a PDF."""
    found: set[str] = set()
    with PdfDocument(pdf) as document:
        for page in document:
            seen = page.render(scale=1).to_pil().convert("RGB").getcolors(1 << 20)
            found |= {"#{:02x}{:02x}{:02x}".format(*colour) for _, colour in seen}
    return found


def test_the_card_shows_the_pictures_too(files: dict[str, bytes]) -> None:
    reader = PdfReader(io.BytesIO(files["home-fire.pdf"]))
    width, height = (float(side) / 72 * 25.4 for side in reader.pages[0].mediabox.upper_right)
    assert (round(width), round(height)) == (105, 148)
    figures = [path for path in tags(reader) if path.endswith("/Figure")]
    assert len(figures) == 2, "the situation's and the procedure's; words stand beside the others"
    colours = palette_of(look_of(ROOT)).pictures
    of_steps = {colours["sign_blue"], colours["sign_yellow"]}
    assert of_steps <= colours_in(files["home-fire.pdf"])
    assert of_steps & colours_in(files["gas-smell.pdf"]) == set()
