"""A maker is asked again where an answer that it got is another one now, and only there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.load import load
from generator.model.base import Model
from generator.model.library import Library
from generator.model.sector import Sector
from generator.model.situation import Situation
from generator.reads import Sources, Watched
from generator.store import Store
from tests.conftest import DAY, FIXTURE

Maker = Callable[[Watched], object]


@pytest.fixture(scope="module")
def library() -> Library:
    loaded = load(FIXTURE).library
    assert loaded is not None
    return loaded.live(date.fromisoformat(DAY))


def changed(library: Library, model: type[Model], id_: str, **update: object) -> Library:
    """Give the library with one thing that says something else."""
    things = dict(library.things[model])
    things[id_] = things[id_].model_copy(update=update)
    return replace(library, things={**library.things, model: things})


@pytest.fixture
def asked(tmp_path: Path) -> Callable[[Library, Maker], tuple[object, bool]]:
    """Ask a maker as a build does: gives what it made, and whether it had to."""

    def ask(library: Library, maker: Maker) -> tuple[object, bool]:
        calls = []

        def make(watched: Watched) -> object:
            calls.append(1)
            return maker(watched)

        with Store(tmp_path / "known.sqlite", recipe="r") as store:
            made = Sources(store, library, notes={"a": 1, "b": 2}).made("test", "given", make)
        return made, bool(calls)

    return ask


Asked = Callable[[Library, Maker], tuple[object, bool]]


def test_the_same_is_not_made_again(library: Library, asked: Asked) -> None:
    maker: Maker = lambda watched: watched.library.sectors["gas"].title  # noqa: E731
    assert asked(library, maker) == (library.sectors["gas"].title, True)
    assert asked(library, maker) == (library.sectors["gas"].title, False)


def test_only_the_row_that_was_read_counts(library: Library, asked: Asked) -> None:
    maker: Maker = lambda watched: watched.library.sectors["gas"].title  # noqa: E731
    asked(library, maker)
    assert not asked(changed(library, Sector, "fire", title="别的"), maker)[1]
    assert asked(changed(library, Sector, "gas", title="新的"), maker) == ("新的", True)


def test_a_row_that_was_missed_counts_when_it_comes(library: Library, asked: Asked) -> None:
    few = replace(library, things={**library.things, Sector: {}})
    maker: Maker = lambda watched: "gas" in watched.library.sectors  # noqa: E731
    assert asked(few, maker) == (False, True)
    assert asked(library, maker) == (True, True)


def test_who_walks_over_all_is_asked_again_for_each(library: Library, asked: Asked) -> None:
    maker: Maker = lambda watched: [each.title for each in watched.library.sectors.values()]  # noqa: E731
    asked(library, maker)
    assert asked(changed(library, Sector, "fire", title="别的"), maker)[1]


def test_who_reads_only_names_is_not_asked_for_what_they_stand_for(
    library: Library, asked: Asked
) -> None:
    maker: Maker = lambda watched: (list(watched.library.sectors), len(watched.library.sectors))  # noqa: E731
    asked(library, maker)
    assert not asked(changed(library, Sector, "fire", title="别的"), maker)[1]
    assert asked(replace(library, things={**library.things, Sector: {}}), maker) == (([], 0), True)


def test_a_question_about_a_thing_is_asked_of_the_thing_as_it_is_now(
    library: Library, asked: Asked
) -> None:
    def maker(watched: Watched) -> object:
        sector = watched.library.sectors["fire"]
        return [each.title for each in watched.library.situations_of(sector)]

    first, _ = asked(library, maker)
    assert first
    assert not asked(changed(library, Sector, "gas", title="别的"), maker)[1]
    without = changed(library, Sector, "fire", situations=())
    assert asked(without, maker) == ([], True)
    one = library.sectors["fire"].situations[0]
    assert asked(library, maker) == (first, True)
    assert asked(changed(library, Situation, one, title="别的"), maker)[0] != first


def test_other_sources_are_watched_as_well(tmp_path: Path, library: Library) -> None:
    def made(notes: dict[str, int]) -> object:
        with Store(tmp_path / "known.sqlite", recipe="r") as store:
            return Sources(store, library, notes=notes).made(
                "test", "given", lambda watched: (watched["notes"]["a"], object.__name__)
            )

    first = made({"a": 1, "b": 1})
    assert made({"a": 1, "b": 2}) == first
    assert made({"a": 2, "b": 2}) == (2, "object")


def test_a_maker_that_fails_is_asked_again(library: Library, asked: Asked) -> None:
    def broken(watched: Watched) -> object:
        raise LookupError(watched.library.sectors["gas"].title)

    for _ in range(2):
        with pytest.raises(LookupError):
            asked(library, broken)
    assert asked(library, lambda watched: "好了") == ("好了", True)


def test_without_a_store_nothing_is_remembered(library: Library) -> None:
    calls: list[int] = []
    for _ in range(2):
        Sources(None, library).made("test", "given", lambda watched: calls.append(1))
    assert len(calls) == 2
