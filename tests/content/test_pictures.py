"""The library of pictures: enough of them, light, and named by whatever readers look at first."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.look import look_of
from generator.model.artifact import Drawing
from generator.model.library import Library
from generator.palette import palette_of
from generator.pictures import drawings_of
from generator.store import store_of
from tests.conftest import ROOT

SIGNS, SCENES = 110, 60
SIGN_BYTES, SCENE_BYTES = 1_024, 4_096
LONGEST = 40
LINES_WITH_A_SIGN = 0.65


@pytest.fixture(scope="module")
def drawings(library: Library) -> Mapping[str, Drawing]:
    return drawings_of(library.pictures.values(), palette_of(look_of(ROOT)), store_of(ROOT))


def test_there_are_enough_of_them(drawings: Mapping[str, Drawing]) -> None:
    signs = sum(each.is_sign for each in drawings.values())
    assert signs >= SIGNS
    assert len(drawings) - signs >= SCENES


def test_none_is_heavy(drawings: Mapping[str, Drawing]) -> None:
    most = {True: SIGN_BYTES, False: SCENE_BYTES}
    heavy = {
        id_: len(each.svg) for id_, each in drawings.items() if len(each.svg) > most[each.is_sign]
    }
    assert heavy == {}


def test_each_says_what_it_shows_in_few_words(library: Library) -> None:
    texts = [each.text for each in library.pictures.values()]
    assert [text for text in texts if len(text) > LONGEST] == []
    assert len(set(texts)) == len(texts)


def test_whatever_readers_look_at_first_has_its_picture(library: Library) -> None:
    first = (
        *library.situations.values(),
        *library.procedures.values(),
        *library.sectors.values(),
        *library.themes.values(),
        *library.campaigns.values(),
        *library.alerts.values(),
    )
    assert [each.id for each in first if each.picture is None] == []


def test_each_month_has_a_picture_of_its_own(library: Library) -> None:
    months = [theme.picture for theme in library.themes.values()]
    assert len(set(months)) == len(months)


def test_most_lines_of_what_to_do_have_a_sign(library: Library) -> None:
    lines = [line for sector in library.sectors.values() for line in (*sector.dos, *sector.donts)]
    assert sum(line.picture is not None for line in lines) >= LINES_WITH_A_SIGN * len(lines)


def test_what_is_not_to_be_done_never_has_a_sign_of_what_is_to_be_done(library: Library) -> None:
    kinds = {
        id_: picture.sign.kind.value for id_, picture in library.pictures.items() if picture.sign
    }
    for sector in library.sectors.values():
        wrong = [
            line.text for line in sector.donts if kinds.get(line.picture or "") in {"must", "safe"}
        ]
        wrong += [
            line.text
            for line in sector.dos
            if kinds.get(line.picture or "") == "ban" and "不" not in line.text
        ]
        assert wrong == [], sector.id
