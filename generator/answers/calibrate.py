"""When an answer is sure: learned from sayings that were left out, a third of them in turn."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.answers.decide import (
    CHOICES,
    ELSEWHERE,
    Answer,
    Gate,
    Outcome,
    Ranking,
    decide,
    is_card,
    is_elsewhere,
    rank,
)
from generator.answers.learn import learn

Saying = tuple[str, Sequence[str], str]
"""What is said, its features, and what it is about."""

KEPT = 30_800
"""So many weights are kept, for the file that a phone loads."""
_PARTS = 3
_WRONG = 0.0015
"""So many of the sayings of situations may be answered with the card of another."""
_HONEST = 0.87
"""So many of the sayings that are not ours must get neither a card nor a question that hides that
the site may have nothing on it."""
_USUAL = Gate(sure=230, open=-60, near=180, least=90)
_ENOUGH = 200
"""Fewer sayings are no measure: the usual leads hold."""
_SURE = range(0, 2_000, 10)
_OPEN = range(0, -1_000, -10)


@dataclass(frozen=True)
class Misread:
    """A saying that would be taken for another's, had nobody written it down.

    It gets neither its own card, nor is asked about it.
    """

    says: str
    about: str
    taken_for: str


@dataclass(frozen=True)
class Measured:
    """How sayings were answered that were left out, in shares of one."""

    sayings: int
    right: float
    asked: float
    wrong: float
    honest: float


@dataclass(frozen=True)
class _LeftOut:
    saying: Saying
    ranking: Ranking

    def answer(self, gate: Gate) -> Answer:
        return decide(self.ranking, gate)


def calibrate(sayings: Sequence[Saying]) -> tuple[Gate, Measured, tuple[Misread, ...]]:
    """Give the gate, how well left-out sayings fare with it, and those that get a wrong card."""
    left = list(_left_out(sayings))
    ours = [each for each in left if is_card(each.saying[2])]
    others = [each for each in left if not is_card(each.saying[2])]
    gate = _USUAL
    if len(others) >= _ENOUGH:
        gate = _first(
            [replace(gate, open=lead) for lead in _OPEN],
            lambda each: _honest(others, each) >= _HONEST,
        )
    if len(ours) >= _ENOUGH:
        gate = _first(
            [replace(gate, sure=lead) for lead in _SURE], lambda each: _wrong(ours, each) <= _WRONG
        )
    return gate, _measured(ours, others, gate), tuple(_misread(ours))


def _left_out(sayings: Sequence[Saying]) -> Iterator[_LeftOut]:
    """Learn without a part in turn; an emergency that is not ours is left out as a whole."""
    parts = [_part(says if told_as(about) == about else about) for says, _, about in sayings]
    for part in range(_PARTS):
        rest = [
            (features, told_as(about))
            for (_, features, about), own in zip(sayings, parts, strict=True)
            if own != part
        ]
        weights = learn(rest, kept=KEPT)
        for saying, own in zip(sayings, parts, strict=True):
            if own == part:
                yield _LeftOut(saying, rank(weights, saying[1]))


def told_as(about: str) -> str:
    """Give what a saying is learned as: all emergencies that are not ours are one thing."""
    return ELSEWHERE if is_elsewhere(about) else about


def _part(key: str) -> int:
    return zlib.crc32(key.encode()) % _PARTS


def _first(gates: Sequence[Gate], good: Callable[[Gate], bool]) -> Gate:
    """Give the first gate that is good, or the last; they are the stricter, the later they come."""
    low, high = 0, len(gates) - 1
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if good(gates[middle]) else (middle + 1, high)
    return gates[low]


def _wrong(ours: Sequence[_LeftOut], gate: Gate) -> float:
    wrong = 0
    for each in ours:
        answer = each.answer(gate)
        wrong += answer.outcome is Outcome.CARD and answer.things[0] != each.saying[2]
    return wrong / max(1, len(ours))


def _honest(others: Sequence[_LeftOut], gate: Gate) -> float:
    """Give the share that is told that there may be nothing; all of them, where there are none."""
    shown = sum(each.answer(gate).outcome in {Outcome.CARD, Outcome.ASK} for each in others)
    return 1 - shown / max(1, len(others))


def _misread(ours: Sequence[_LeftOut]) -> Iterator[Misread]:
    for each in ours:
        says, _, about = each.saying
        near = [thing for score, _, thing in each.ranking.cards[:CHOICES] if score > 0]
        if near and about not in near:
            yield Misread(says, about, near[0])


def _measured(ours: Sequence[_LeftOut], others: Sequence[_LeftOut], gate: Gate) -> Measured:
    counted = Counter[str]()
    for each in ours:
        answer = each.answer(gate)
        if answer.outcome is Outcome.CARD:
            counted["right" if answer.things[0] == each.saying[2] else "wrong"] += 1
        elif answer.outcome is Outcome.ASK:
            counted["asked"] += each.saying[2] in answer.things
    count = max(1, len(ours))
    return Measured(
        sayings=len(ours),
        right=counted["right"] / count,
        asked=counted["asked"] / count,
        wrong=counted["wrong"] / count,
        honest=_honest(others, gate),
    )
