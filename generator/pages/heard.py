"""What people call a situation, in a few pairs of characters: enough to filter a list by."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Set
from itertools import pairwise

from generator.model.situation import Procedure, Situation

Thing = Situation | Procedure
_HAN = re.compile(r"[\u3400-\u9fff]+")
_COMMON = 8
"""What one of so many things is called by says little."""
_KEPT = 10
"""How many pairs are kept of each: more make the page heavy and find little more."""


def heard(things: Collection[Thing]) -> Mapping[Thing, list[str]]:
    """Give the pairs that people use for a thing more than for any other.

    Only what more than one way of saying it has, and what its title and summary do not say.
    """
    said = {
        each: Counter(pair for saying in each.says for pair in {*_pairs(saying)}) for each in things
    }
    spread = Counter(pair for counted in said.values() for pair in counted)
    common = {pair for pair, count in spread.items() if count > max(2, len(things) / _COMMON)}
    return {each: _telling(each, counted, spread, common) for each, counted in said.items()}


def _telling(
    thing: Thing, counted: Counter[str], spread: Counter[str], common: Set[str]
) -> list[str]:
    dull = {*_pairs(thing.title), *_pairs(thing.summary), *common}
    weights = {
        pair: count / math.log(2 + spread[pair])
        for pair, count in counted.items()
        if count > 1 and pair not in dull
    }
    return sorted(weights, key=lambda pair: (-weights[pair], pair))[:_KEPT]


def _pairs(text: str) -> Iterator[str]:
    for run in _HAN.findall(text):
        for one, other in pairwise(run):
            yield one + other
