"""Values with the same digest say the same, and only they."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from generator.digests import Digests
from generator.model.situation import Step
from generator.model.vocabulary import Status
from generator.model.work import Figure


@dataclass(frozen=True)
class Pair:
    left: object
    right: object


PLAIN = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-9, 9),
    st.text(max_size=3),
    st.binary(max_size=2),
    st.dates(),
    st.sampled_from(Status),
)
VALUES = st.recursive(
    PLAIN,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.tuples(inner, inner),
        st.dictionaries(st.text(max_size=2), inner, max_size=3),
        st.builds(Pair, inner, inner),
        st.frozensets(PLAIN, max_size=3),
    ),
    max_leaves=8,
)


def same(one: Any, other: Any) -> bool:
    """Tell whether two values say the same, down to their types and the order of mappings."""
    if type(one) is not type(other):
        return False
    if isinstance(one, Pair):
        return same(one.left, other.left) and same(one.right, other.right)
    if isinstance(one, dict):
        return same(list(one.items()), list(other.items()))
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, frozenset):
        return sorted(map(repr, one)) == sorted(map(repr, other))
    return bool(one == other)


@settings(deadline=None)
@given(VALUES, VALUES)
def test_two_values_have_one_digest_where_they_say_the_same(one: object, other: object) -> None:
    digests = Digests()
    assert (digests.of(one) == digests.of(other)) == same(one, other)


@settings(deadline=None)
@given(VALUES)
def test_a_copy_has_the_same_digest_in_another_program(value: object) -> None:
    assert Digests().of(value) == Digests().of(copy.deepcopy(value))


def test_a_thing_that_is_there_twice_is_as_two_that_are_equal() -> None:
    one = "一" * 300
    assert Digests().of([one, one]) == Digests().of([one, "一" * 300])


def test_content_is_told_apart_by_all_its_fields() -> None:
    digests = Digests()
    step = Step(text="先报警")
    assert digests.of(step) == digests.of(Step(text="先报警"))
    assert digests.of(step) != digests.of(Step(text="先报警", use="call-119"))
    assert digests.of([step]) != digests.of([Step(text="后报警")])


def test_text_and_markup_are_two_things() -> None:
    assert Digests().of("<b>") != Digests().of(Markup("<b>"))
    assert Digests().of(date(2026, 1, 1)) != Digests().of("2026-01-01")
    assert Digests().of(Figure) != Digests().of(Step)


@pytest.mark.parametrize("value", [lambda: 1, (each for each in "ab")])
def test_what_cannot_be_written_down_has_none(value: object) -> None:
    with pytest.raises(TypeError):
        Digests().of([value])
