"""Hostile texts in every field of every kind: refused with a place, or harmless everywhere."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Annotated

import pytest
from pydantic import BaseModel, Field

from tests.hostile.attack import ask, build, errors_of, mixed
from tests.hostile.county import (
    fields,
    fields_of_the_models,
    hostile_county,
    same_place,
    texts_of,
)
from tests.hostile.payloads import PAYLOADS
from tests.hostile.scan import Known, scan

ASKED = 120
BUILDS = (1, 2)


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Known:
    county = hostile_county(tmp_path_factory.mktemp("harmless") / "county")
    assert build(county) == 0
    assert scan(county / "site", Known.of(county / "site")) == []
    return Known.of(county / "site")


@pytest.fixture
def county(tmp_path: Path) -> Path:
    return hostile_county(tmp_path / "county")


def test_every_text_field_of_the_models_is_attacked(county: Path) -> None:
    assert errors_of(county) == ()
    names = {field.name for field in fields(county)}
    assert len(names) > 180
    assert [
        wanted
        for wanted in sorted(fields_of_the_models())
        if not any(same_place(wanted, name) for name in names)
    ] == []


class Row(BaseModel):
    text: Annotated[str, Field(max_length=9)]


class Part(BaseModel):
    steps: tuple[Row, ...] = ()
    notes: dict[str, tuple[str, ...]] | None = None


class Whole(BaseModel):
    parts: Annotated[tuple[Part, ...], Field(min_length=1)]


def test_rows_in_rows_of_a_model_are_found() -> None:
    places = [".".join(map(str, loc)) for loc in texts_of(Whole)]
    assert places == ["parts.0.steps.0.text", "parts.0.notes.{}.0"]


def test_there_are_enough_hostile_texts() -> None:
    assert len(PAYLOADS) >= 150


def test_a_hostile_text_is_refused_with_a_place_or_accepted(county: Path) -> None:
    chance = random.Random(2026)
    one_of_each = {field.name: field for field in fields(county)}
    names = sorted(one_of_each)
    answers = [
        ask(county, one_of_each[names[number % len(names)]], chance.choice(PAYLOADS))
        for number in range(ASKED)
    ]
    assert [fault for answer in answers for fault in answer.faults] == []
    refused = sum(bool(answer.errors) for answer in answers)
    assert 0 < refused < ASKED


def test_where_an_id_is_renamed_those_who_name_it_are_told(county: Path) -> None:
    places = [each for each in fields(county) if each.name == "references:references.[].id"]
    answers = [ask(county, place, "null") for place in places]
    assert [fault for answer in answers for fault in answer.faults] == []
    told = {problem.code for answer in answers for problem in answer.errors}
    assert "E305" in told


@pytest.mark.thorough
@pytest.mark.parametrize("seed", BUILDS)
def test_what_is_accepted_builds_and_is_harmless(county: Path, known: Known, seed: int) -> None:
    assert len(mixed(county, fields(county), random.Random(seed))) > 100
    assert build(county) == 0
    assert scan(county / "site", known) == []
