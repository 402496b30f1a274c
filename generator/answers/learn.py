"""What tells the situations apart: for each feature a weight for each thing, in whole numbers.

An averaged perceptron with a margin (Freund & Schapire, "Large Margin Classification Using the
Perceptron Algorithm", 1999; Krauth & Mézard, 1987, for the margin): where a saying does not win
clearly, what it is and what it was taken for each move by one. A few are heard at once, before any
of them moves a weight. All is counted, nothing is rounded on the way, so that every machine learns
the same.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_TURNS = (3, 8)
"""How often all is heard: for every weight, then for those alone that are kept."""
_FEW = 600
_AT_ONCE = 64
_MARGIN = 40
_SEED = 1
_RARE = 3
"""What fewer sayings share tells nothing of the next one."""
_STEP = 5
STRONGEST = 8
_OUT = -(2**30)

Counts = NDArray[np.int64]
Places = NDArray[np.intp]
Marks = NDArray[np.bool_]


@dataclass(frozen=True)
class Weights:
    """What was learned: for each feature, how far it speaks for some of the things."""

    things: tuple[str, ...]
    rows: Mapping[str, Mapping[int, int]]

    def scores(self, features: Sequence[str]) -> list[int]:
        """Give how far features speak for each thing."""
        scores = [0] * len(self.things)
        for feature in features:
            for thing, weight in self.rows.get(feature, {}).items():
                scores[thing] += weight
        return scores


@dataclass(frozen=True)
class _Part:
    """Some of what was heard: features one after the other, whose they are, what each is about."""

    features: Places
    owners: Places
    begins: Places
    goals: Places


@dataclass(frozen=True)
class _Heard:
    """All that was heard: features one after the other, where each saying begins, its goal."""

    features: Places
    begins: Places
    lengths: Places
    goals: Places

    def parts(self, turns: int) -> Iterator[_Part]:
        """Give all of it so many times, each time in another order, a few at once.

        Where little is said, it is heard the more often.
        """
        chance = random.Random(_SEED)
        order = list(range(len(self.goals)))
        for _ in range(turns * max(1, _FEW // max(1, len(order)))):
            chance.shuffle(order)
            for begin in range(0, len(order), _AT_ONCE):
                some = np.array(order[begin : begin + _AT_ONCE], dtype=np.intp)
                lengths = self.lengths[some]
                yield _Part(
                    features=self.features[_runs(self.begins[some], lengths)],
                    owners=np.repeat(np.arange(len(some)), lengths),
                    begins=np.cumsum(lengths) - lengths,
                    goals=self.goals[some],
                )


def learn(sayings: Sequence[tuple[Sequence[str], str]], *, kept: int) -> Weights:
    """Learn from the features of sayings and what each of them is about.

    Learned twice: at first everything, to see which weights matter; then the `kept` alone. Every
    fourth saying is heard once more by its pairs of sounds alone, as it comes from pinyin.
    """
    shared = Counter(feature for features, _ in sayings for feature in features)
    known = [feature for feature, count in sorted(shared.items()) if count >= _RARE]
    things = tuple(dict.fromkeys(thing for _, thing in sayings))
    heard = _heard(sayings, known, things)
    often = np.array([2 + 2 * shared[feature].bit_length() for feature in known], dtype=np.int64)
    shape = len(known), len(things)
    strength = np.abs(_every_weight(heard, shape)) * often[:, np.newaxis]
    weights = _those_alone(heard, _strongest(strength, kept))
    return Weights(
        things,
        {
            feature: {int(thing): int(row[thing]) for thing in np.flatnonzero(row)}
            for feature, row in zip(known, weights, strict=True)
            if row.any()
        },
    )


def _heard(
    sayings: Sequence[tuple[Sequence[str], str]], known: Sequence[str], things: Sequence[str]
) -> _Heard:
    places = {feature: place for place, feature in enumerate(known)}
    numbers = {thing: number for number, thing in enumerate(things)}
    features: list[int] = []
    lengths, goals = [], []
    for number, (told, thing) in enumerate(sayings):
        spelled = [[each for each in told if " " in each]] if number % 4 == 0 else []
        for some in (told, *spelled):
            row = [places[each] for each in some if each in places]
            if row:
                features += row
                lengths.append(len(row))
                goals.append(numbers[thing])
    long = np.array(lengths, dtype=np.intp)
    return _Heard(
        np.array(features, dtype=np.intp),
        np.cumsum(long) - long,
        long,
        np.array(goals, dtype=np.intp),
    )


def _every_weight(heard: _Heard, shape: tuple[int, int]) -> Counts:
    """Give the sum over time of the weight of each feature for each thing."""
    weights = np.zeros(shape, dtype=np.int32)
    late = np.zeros(shape, dtype=np.int64)
    turn = 0
    for part in heard.parts(_TURNS[0]):
        scores = np.add.reduceat(weights.take(part.features, axis=0), part.begins, axis=0)
        for things, sign in _moved(scores, part):
            features = part.features[things >= 0], things[things >= 0]
            np.add.at(weights, features, sign)
            np.add.at(late, features, sign * turn)
        turn += len(part.goals)
    return weights.astype(np.int64) * turn - late


def _those_alone(heard: _Heard, kept: Marks) -> Counts:
    """Give the mean over time of the marked weights, in whole steps; all others are nothing."""
    rows, things = np.nonzero(kept)
    many = np.bincount(rows, minlength=len(kept))
    first = np.cumsum(many) - many
    where = np.full(kept.shape, len(rows), dtype=np.intp)  # the last is the place of all others
    where[rows, things] = np.arange(len(rows))
    weights = np.zeros(len(rows) + 1, dtype=np.int64)
    late = np.zeros(len(rows) + 1, dtype=np.int64)
    turn, width = 0, kept.shape[1]
    for part in heard.parts(_TURNS[1]):
        count = many[part.features]
        found = _runs(first[part.features], count)
        scores = np.zeros(len(part.goals) * width, dtype=np.int64)
        np.add.at(scores, np.repeat(part.owners, count) * width + things[found], weights[found])
        for moved, sign in _moved(scores.reshape(-1, width), part):
            places = where[part.features[moved >= 0], moved[moved >= 0]]
            np.add.at(weights, places, sign)
            np.add.at(late, places, sign * turn)
        weights[-1] = 0
        turn += len(part.goals)
    exact = (weights * turn - late)[:-1]
    whole = max(1, turn * _STEP)
    rounded = np.sign(exact) * ((np.abs(exact) + whole // 2) // whole)
    steps = np.zeros(kept.shape, dtype=np.int64)
    steps[rows, things] = np.clip(rounded, -STRONGEST, STRONGEST)
    return steps


def _moved(scores: Counts, part: _Part) -> Iterator[tuple[Places, int]]:
    """Give for each feature the thing that it speaks for from now on, and against; -1 for none."""
    everyone = np.arange(len(part.goals))
    own = scores[everyone, part.goals]
    scores[everyone, part.goals] = _OUT
    rivals = scores.argmax(axis=1)
    lost = own - scores[everyone, rivals] < _MARGIN
    for things, sign in ((part.goals, 1), (rivals, -1)):
        yield np.where(lost, things, -1)[part.owners], sign


def _runs(begins: Places, lengths: Places) -> Places:
    """Give the numbers from each beginning on, so many of them, one after the other."""
    before = np.cumsum(lengths) - lengths
    return np.repeat(begins - before, lengths) + np.arange(lengths.sum())


def _strongest(strength: Counts, count: int) -> Marks:
    """Mark the strongest weights, in a fixed order where some are as strong as others."""
    flat = strength.ravel()
    order = np.argsort(-flat, kind="stable")[:count]
    marked = np.zeros(flat.shape, dtype=np.bool_)
    marked[order] = flat[order] > 0
    return marked.reshape(strength.shape)
