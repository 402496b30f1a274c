"""What a question is answered, learned from the small county's sayings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from generator.answers import Learned, learn_from
from generator.answers.decide import Outcome, card
from generator.answers.sounds import Sounds
from generator.clock import parse_day
from generator.load import load
from generator.model.answers import Answers
from generator.model.library import Library
from tests.conftest import DAY, copy_fixture_county

SAYINGS = {
    "home-fire": (
        "家里着火了怎么办",
        "家里着火出不去",
        "屋里着火了",
        "房子着火了",
        "我家着火了快来",
        "厨房着火了",
        "客厅着火冒烟",
        "老房子着火了",
    ),
    "workshop-fire": (
        "车间着火怎么跑",
        "厂里着火了",
        "我们车间着火了快来",
        "厂房着火冒烟",
        "工厂着火了怎么办",
        "仓库着火了",
        "机器着火了",
        "流水线着火",
    ),
    "gas-smell": (
        "家里漏气了",
        "煤气漏气怎么办",
        "屋里有煤气味",
        "厨房煤气漏了",
        "有臭鸡蛋味是不是漏气",
        "闻到煤气味",
        "煤气罐漏气了",
        "燃气漏气有味",
    ),
}
"""What people say besides, so that there is something to learn from."""


def told(county: Path, sayings: Mapping[str, Sequence[str]]) -> Library:
    """The library of a county in which people say more."""
    for id_, says in sayings.items():
        path = county / f"content/common/situations/{id_}.yml"
        text = path.read_text(encoding="utf-8")
        more = "".join(f"  - {each}\n" for each in says)
        path.write_text(text.replace("says:\n", f"says:\n{more}", 1), encoding="utf-8")
    loaded = load(county).library
    assert loaded is not None
    return loaded.live(parse_day(DAY))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return told(copy_fixture_county(tmp_path_factory.mktemp("told") / "county"), SAYINGS)


@pytest.fixture(scope="module")
def learned(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Learned:
    return learn_from(library, tmp_path_factory.mktemp("kept"))


def test_what_people_say_leads_to_the_card(learned: Learned) -> None:
    for question in ("家里漏气", "屋里有煤气味", "闻到臭鸡蛋味"):
        answer = learned.answer(question)
        assert answer.outcome in {Outcome.CARD, Outcome.ASK}, question
        assert answer.things[0] == card("gas-smell"), question


def test_of_two_that_are_near_the_reader_is_asked(learned: Learned) -> None:
    answer = learned.answer("着火")
    assert answer.outcome is Outcome.ASK
    assert {card("home-fire"), card("workshop-fire")} <= {*answer.things}


def test_what_is_not_ours_is_named_honestly(learned: Learned) -> None:
    assert learned.answer("媳妇要生了").outcome is Outcome.ELSEWHERE
    assert learned.answer("媳妇要生了").named == 0
    assert learned.answer("媳妇要生了").things == ()


def test_what_is_no_emergency_gets_no_card(learned: Learned) -> None:
    for question in ("灭火器多少钱", "燃气费怎么交", "消防证怎么考", "", "！？", "zzzz"):
        assert learned.answer(question).outcome is Outcome.NOTHING, question


def test_the_same_sound_is_the_same(learned: Learned) -> None:
    known = learned.answer("家里着火了")
    assert known.things
    for question in ("家裏著火了", "家里 着火 了！", "家里着伙了"):
        assert learned.answer(question).things[:1] == known.things[:1], question


def test_what_is_simple_already_stays() -> None:
    sounds = Sounds.heard_in(["怎么办"] * 2 + ["老幺"] * 2)
    assert sounds.features("怎麼") == sounds.features("怎么") == ["怎", "么", "zen me"]


def test_pinyin_is_cut_into_its_sounds() -> None:
    sounds = Sounds({"着": "zhao", "火": "huo", "了": "le"})
    assert sounds.features("zhaohuole") == ["zhao huo", "huo le"]
    assert sounds.features("着火le") == ["着", "火", "zhao huo", "huo le"]
    assert sounds.features("CPR 119") == ["cpr", "119", "cpr 119"]


def test_it_is_learned_once_and_anew_where_what_was_kept_is_damaged(
    library: Library, tmp_path: Path
) -> None:
    first = learn_from(library, tmp_path)
    (path,) = (tmp_path / "learned").iterdir()
    kept = path.read_bytes()
    again = learn_from(library, tmp_path)
    assert (again.weights, again.gate, again.measured) == (
        first.weights,
        first.gate,
        first.measured,
    )
    path.write_bytes(kept[:-1] + b"?")
    assert learn_from(library, tmp_path).weights == first.weights
    assert path.read_bytes() == kept


def test_what_was_learned_of_other_sayings_stays(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A check leaves drafts out, a preview has them: each save would learn both anew."""
    fewer = replace(library, answers=Answers(calm=library.answers.calm[:3]))
    learn_from(library, tmp_path)
    learn_from(fewer, tmp_path)
    monkeypatch.setattr("generator.answers.learned.learn", None)
    assert learn_from(library, tmp_path).weights != learn_from(fewer, tmp_path).weights
    monkeypatch.undo()
    for count in range(8):
        learn_from(replace(library, answers=Answers(other=("甲乙",) * count)), tmp_path)
        learn_from(replace(library, answers=Answers(other=(f"丙{count}",))), tmp_path)
    (tmp_path / "learned/notes.txt").write_text("mine", encoding="utf-8")
    learn_from(fewer, tmp_path)
    assert len([*(tmp_path / "learned").iterdir()]) == 7
    assert (tmp_path / "learned/notes.txt").exists()


def test_a_county_that_names_nothing_calm_has_its_cards(library: Library, tmp_path: Path) -> None:
    learned = learn_from(replace(library, answers=Answers()), tmp_path)
    assert learned.answer("家里着火了").things[:1] == (card("home-fire"),)


def test_where_little_is_said_the_leads_are_the_usual_ones(
    library: Library, learned: Learned, tmp_path: Path
) -> None:
    fewer = replace(library, answers=Answers(calm=library.answers.calm[:3]))
    assert learn_from(fewer, tmp_path).gate == learned.gate


def test_another_saying_is_learned(fixture_county: Path, tmp_path: Path) -> None:
    before = learn_from(told(fixture_county, SAYINGS), tmp_path).answer("灶台冒火星子")
    assert before.outcome is not Outcome.CARD
    more = [f"灶台冒火星子{end}" for end in ("", "了", "咋办", "怎么弄", "呀")]
    after = learn_from(told(fixture_county, {"home-fire": more}), tmp_path)
    assert after.answer("灶台冒火星子").things[0] == card("home-fire")
