"""What tells the situations apart: for each feature a weight for each thing, in whole numbers.

An averaged perceptron with a margin (Freund & Schapire, "Large Margin Classification Using the
Perceptron Algorithm", 1999; Krauth & Mézard, 1987, for the margin): where a saying does not win
clearly, what it is and what it was taken for each move by one. All is counted, nothing is rounded
on the way, so that every machine learns the same.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_TURNS = 8
_MARGIN = 14
_SEED = 1
_RARE = 3
"""What fewer sayings share tells nothing of the next one."""
_KEPT = 18_500
"""So many weights are kept, for the file that a phone loads."""
_STEP = 4
STRONGEST = 8
_OUT = -(2**30)


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


Counts = NDArray[np.int64]


def learn(sayings: Sequence[tuple[Sequence[str], str]]) -> Weights:
    """Learn from the features of sayings and what each of them is about.

    Learned twice: at first everything, to see which weights matter; then those alone. Every fourth
    saying is heard once more by its pairs of sounds alone, as it comes from pinyin.
    """
    shared = Counter(feature for features, _ in sayings for feature in features)
    known = [feature for feature, count in sorted(shared.items()) if count >= _RARE]
    things = tuple(dict.fromkeys(thing for _, thing in sayings))
    places = {feature: place for place, feature in enumerate(known)}
    numbers = {thing: number for number, thing in enumerate(things)}
    rows = []
    for number, (features, thing) in enumerate(sayings):
        spelled = [[each for each in features if " " in each]] if number % 4 == 0 else []
        for heard in (features, *spelled):
            row = [places[each] for each in heard if each in places]
            rows.append((np.array(row, dtype=np.intp), numbers[thing]))
    everything = np.ones((len(known), len(things)), dtype=np.int8)
    often = np.array([8 + 2 * shared[feature].bit_length() for feature in known])
    strength = np.abs(_averaged(rows, everything)) * often[:, np.newaxis]
    exact = _averaged(rows, _strongest(strength, _KEPT).astype(np.int8))
    whole = max(1, _TURNS * len(rows) * _STEP)
    rounded = np.sign(exact) * ((np.abs(exact) + whole // 2) // whole)
    weights = np.clip(rounded, -STRONGEST, STRONGEST)
    return Weights(
        things,
        {
            feature: {int(thing): int(row[thing]) for thing in np.flatnonzero(row)}
            for feature, row in zip(known, weights, strict=True)
            if row.any()
        },
    )


def _averaged(rows: Sequence[tuple[NDArray[np.intp], int]], may: NDArray[np.int8]) -> Counts:
    """Give the sum of the weights after each turn, of those that may differ from nothing."""
    weights = np.zeros(may.shape, dtype=np.int32)
    late = np.zeros(may.shape, dtype=np.int64)
    order = list(range(len(rows)))
    chance = random.Random(_SEED)
    turn = 0
    for _ in range(_TURNS):
        chance.shuffle(order)
        for place in order:
            row, goal = rows[place]
            if len(row):
                scores = np.add.reduce(weights.take(row, axis=0), axis=0)
                own = int(scores[goal])
                scores[goal] = _OUT
                rival = int(scores.argmax())
                if own - int(scores[rival]) < _MARGIN:
                    for thing, sign in ((goal, 1), (rival, -1)):
                        moved = sign * may[row, thing].astype(np.int32)
                        weights[row, thing] += moved
                        late[row, thing] += turn * moved.astype(np.int64)
            turn += 1
    return weights.astype(np.int64) * turn - late


def _strongest(strength: Counts, count: int) -> NDArray[np.bool_]:
    """Mark the strongest weights, in a fixed order where some are as strong as others."""
    flat = strength.ravel()
    order = np.argsort(-flat, kind="stable")[:count]
    marked = np.zeros(flat.shape, dtype=np.bool_)
    marked[order] = flat[order] > 0
    return marked.reshape(strength.shape)
