"""What is answered: one card, a question, or honestly nothing. `answer.js` decides the same way."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from heapq import nlargest

from generator.answers.learn import Weights

CALM = "calm"
"""What no emergency is about."""
ELSEWHERE = "elsewhere:"
"""What every emergency is about that is not ours; its place among those that are named follows."""
CHOICES = 4
SHORTEST = 4
"""A question of fewer features counts as one of so many: a word alone is never very sure."""
_LOOKED_AT = 12
_NAMED = 80
_CARD = "card:"
_NO_CARD = (0, -1, "")
_NOTHING = (0, -1, CALM)


class Outcome(StrEnum):
    """How a question is answered."""

    CARD = "card"
    """One card, with all that is to be done."""
    ASK = "ask"
    """Which of a few is it?"""
    PERHAPS = "perhaps"
    """An emergency that the site may have nothing on: whom to call, and what it may be."""
    ELSEWHERE = "elsewhere"
    """An emergency, but the site has nothing on it: whom to call."""
    NOTHING = "nothing"
    """No emergency."""


@dataclass(frozen=True)
class Gate:
    """From which lead on something is sure; leads are in hundredths of a weight.

    `sure`: of the best card over everything else; `open`: how far what is not ours may lead, or
    must stay behind where it is less than nothing, for a card to be in question; `near`: how far
    behind the best card another is still asked about; `least`: what the best must have at all.
    """

    sure: int
    open: int
    near: int
    least: int


@dataclass(frozen=True)
class Ranking:
    """What a question may be about: the best cards, and the best of what is none."""

    cards: tuple[tuple[int, int, str], ...]
    """Each with its score and its place in the order of things, which is that of gravity"""
    other: tuple[int, int, str]


@dataclass(frozen=True)
class Answer:
    """What is answered, and the cards that it is about, the likeliest first.

    `named` is the place in answers.yml of an emergency that is not ours, where it is sure.
    """

    outcome: Outcome
    things: tuple[str, ...] = ()
    named: int | None = None


def card(id_: str) -> str:
    """Name a situation or a procedure among the things that are told apart."""
    return f"{_CARD}{id_}"


def is_card(thing: str) -> bool:
    """Tell whether a thing is one that has a card."""
    return thing.startswith(_CARD)


def id_of(thing: str) -> str:
    """Give the id of the situation or procedure that a card is of."""
    return thing.removeprefix(_CARD)


def elsewhere(place: int) -> str:
    """Name an emergency that is not ours by its place in answers.yml."""
    return f"{ELSEWHERE}{place}"


def is_elsewhere(thing: str) -> bool:
    """Tell whether a thing is an emergency that is not ours, named or not."""
    return thing.startswith(ELSEWHERE)


def name(weights: Weights, features: Sequence[str]) -> int | None:
    """Give the place in answers.yml of an emergency, where one leads all others by far."""
    scores = _scores(weights, features)
    best, second = nlargest(2, [*scores, 0, 0])
    place = weights.things[scores.index(best)] if best - second >= _NAMED else ELSEWHERE
    return int(place.removeprefix(ELSEWHERE)) if place != ELSEWHERE else None


def rank(weights: Weights, features: Sequence[str]) -> Ranking:
    """Order what a question with these features may be about, for its length."""
    scores = _scores(weights, features)
    cards, others = _kinds(weights.things)
    best = nlargest(_LOOKED_AT, cards, key=scores.__getitem__)
    found = [(scores[place], place, weights.things[place]) for place in best]
    found = sorted([_NO_CARD, _NO_CARD, *found], key=lambda each: -each[0])
    other = [(scores[place], place, weights.things[place]) for place in others]
    return Ranking(tuple(found[:_LOOKED_AT]), max([_NOTHING, *other], key=lambda each: each[0]))


def _scores(weights: Weights, features: Sequence[str]) -> list[int]:
    """Give how far features speak for each thing, for their number, in hundredths of a weight."""
    length = math.sqrt(max(SHORTEST, len(features)))
    return [int(100 * score / length) for score in weights.scores(features)]


@lru_cache(maxsize=8)
def _kinds(things: tuple[str, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Give the places of the things that have a card, and those of the others."""
    cards = tuple(place for place, thing in enumerate(things) if is_card(thing))
    return cards, tuple(place for place, thing in enumerate(things) if not is_card(thing))


def decide(ranking: Ranking, gate: Gate) -> Answer:
    """Decide what is answered.

    Asked about are the two that are the likeliest, and of the others that may be meant the gravest.
    Where neither one of ours nor something that is not leads by enough, the cards are asked about
    that it may be, and that it may be none is said.
    """
    (best, _, first), (second, _, _) = ranking.cards[:2]
    other, _, named = ranking.other
    near = [
        (place, thing)
        for score, place, thing in ranking.cards
        if thing and best - score < gate.near and 2 * score >= best
    ]
    choices = tuple(thing for _, thing in (*near[:2], *sorted(near[2:])[: CHOICES - 2]))
    if best < gate.least or other - best > gate.open:
        if named == CALM or other < gate.least:
            return Answer(Outcome.NOTHING)
        far = best < gate.least or other - best >= gate.near // 2
        return Answer(Outcome.ELSEWHERE) if far else Answer(Outcome.PERHAPS, choices)
    if best - max(second, other) >= gate.sure:
        return Answer(Outcome.CARD, (first,))
    return Answer(Outcome.ASK, choices)
