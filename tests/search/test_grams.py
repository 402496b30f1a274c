"""How texts are cut into what they are looked up by."""

from __future__ import annotations

import pytest

from generator.search.grams import grams, normal, singles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("煤气罐", ["煤气", "气罐"]),
        ("煤气，罐", ["煤气"]),
        ("火", []),
        ("GB 17761", ["gb", "17761"]),
        ("第11条", ["第11", "11", "11条"]),
        ("用KN95口罩", ["用kn", "kn", "kn95", "95", "95口", "口罩"]),
        ("ＧＢ１", ["gb", "gb1", "1"]),
    ],
)
def test_a_text_is_cut_into_neighbours_and_latin_words(text: str, expected: list[str]) -> None:
    found = list(grams(text))
    assert sorted(found) == sorted(expected)


def test_width_and_case_are_folded() -> None:
    assert normal("ＡＢc１２") == "abc12"


def test_single_characters_are_han_only() -> None:
    assert list(singles("火 A1 水")) == ["火", "水"]
