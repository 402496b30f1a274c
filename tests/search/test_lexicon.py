"""The words that people may type, how they sound, and what they lead to."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from generator.model.library import Library
from generator.model.synonyms import Synonyms
from generator.search.lexicon import lexicon, packed
from generator.search.records import Part, Record

FIRE = Record(
    kind="行业领域",
    title="消防（灭火）",
    address="sectors/fire.html",
    keywords=("灭火器", "GB 1", "重庆"),
    parts=(Part("", "", "电动车着火"),),
)
NEWS = Record(
    kind="宣传活动", title="演练（灭火）", address="a.html", parts=(Part("", "", "重来"),)
)


def test_words_lead_to_their_records_titles_more_than_keywords(library: Library) -> None:
    made = lexicon([FIRE, NEWS], library.synonyms)
    leads = {made.terms[place]: leads for place, leads in made.leads.items()}
    assert leads["灭火器"] == ((0, 1),)
    assert leads["gb1"] == ((0, 1),)
    assert leads["消防"] == ((0, 2),)
    assert leads["灭火"] == ((0, 2),)
    assert leads["演练灭火"] == ((1, 2),)
    assert "演练" not in leads


def test_words_of_one_group_mean_the_same(library: Library) -> None:
    made = lexicon([FIRE], library.synonyms)
    groups = [[made.terms[place] for place in group] for group in made.groups]
    assert groups == [["起火", "着火", "失火"], ["漏气", "跑气"]]


@pytest.mark.parametrize(
    "word", ["有限空间里的人没有反应了", "confined space", "abcdefghijklmnopqr"]
)
def test_the_longest_word_that_may_be_written_is_known(word: str) -> None:
    alike = Synonyms.model_validate({"groups": [["有限空间", word]]})
    made = lexicon([FIRE], alike)
    assert word.replace(" ", "") in made.terms
    with pytest.raises(ValidationError):
        Synonyms.model_validate({"groups": [["有限空间", word.ljust(13, "了").ljust(19, "a")]]})


def test_a_word_that_sounds_otherwise_than_its_characters_is_noted(library: Library) -> None:
    made = lexicon([FIRE, NEWS], library.synonyms)
    assert {made.terms[place]: sound for place, sound in made.odd.items()} == {
        "着火": "zhao huo",
        "重庆": "chong qing",
    }


def test_traditional_characters_of_what_the_site_writes_are_known(library: Library) -> None:
    made = lexicon([FIRE], library.synonyms)
    assert made.traditional["電"] == "电"
    assert made.traditional["滅"] == "灭"
    assert "漢" not in made.traditional


def test_it_is_packed_without_loss(library: Library) -> None:
    made = lexicon([FIRE, NEWS], library.synonyms)
    small = packed(made)
    assert tuple(small["terms"].split(" ")) == made.terms
    unpacked = {character: sound for sound, them in small["sounds"].items() for character in them}
    assert unpacked == made.sounds
    pairs = small["traditional"]
    assert dict(zip(pairs[::2], pairs[1::2], strict=True)) == made.traditional
