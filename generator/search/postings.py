"""Postings: for each gram, the records that hold it and how strongly, cut into small files.

Weights follow BM25F (Robertson & Zaragoza, "The Probabilistic Relevance Framework", 2009):
fields are weighted and length-normalised before saturation; what the browser adds up is
the saturated frequency, in 64 steps, times the gram's inverse document frequency.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.search.grams import grams, singles
from generator.search.records import Record

_FIELDS = {"title": 8.0, "keyword": 5.0, "heading": 2.5, "text": 1.0}
_SATURATION = 2.0
_LENGTH = 0.6
_STEPS = 63
_LONGEST = 250
_SHARD_NUMBERS = 3_000

Shard = dict[str, list[int]]


def postings(found: Sequence[Record]) -> Mapping[str, list[int]]:
    """Give each gram's row: [idf × 100, record, strength, next record, strength, …].

    Each record's place is counted from the one before. A row keeps at most 250 records, the
    strongest; a gram in more of them says little.
    """
    frequencies = [_fields(record) for record in found]
    average = {
        field: max(1.0, sum(sum(each[field].values()) for each in frequencies) / len(found))
        for field in _FIELDS
    }
    strengths: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for place, by_field in enumerate(frequencies):
        for gram, weight in _weights(by_field, average).items():
            step = round(_STEPS * weight / (_SATURATION + weight))
            strengths[gram].append((place, max(1, step)))
    return {gram: _row(row, len(found)) for gram, row in sorted(strengths.items())}


def shards(rows: Mapping[str, list[int]]) -> list[Shard]:
    """Deal the rows out to files by the gram's hash, so that a query loads only a few."""
    numbers = sum(map(len, rows.values()))
    count = 1 << max(0, math.ceil(math.log2(max(1, numbers / _SHARD_NUMBERS))))
    dealt: list[Shard] = [{} for _ in range(count)]
    for gram, row in rows.items():
        dealt[shard_of(gram, count)][gram] = row
    return dealt


def shard_of(gram: str, count: int) -> int:
    """Give the number of the file that a gram stands in (the browser counts the same)."""
    number = 7
    for character in gram:
        number = (number * 31 + ord(character)) % 1_000_003
    return number % count


def _fields(record: Record) -> dict[str, Counter[str]]:
    texts: dict[str, Iterable[str]] = {
        "title": (record.title,),
        "keyword": record.keywords,
        "heading": [part.heading for part in record.parts],
        "text": [part.text for part in record.parts],
    }
    counted = {
        field: Counter(gram for text in texts[field] for gram in grams(text)) for field in _FIELDS
    }
    counted["title"].update(singles(record.title))
    return counted


def _weights(by_field: dict[str, Counter[str]], average: dict[str, float]) -> dict[str, float]:
    weights: dict[str, float] = defaultdict(float)
    for field, counts in by_field.items():
        length = sum(counts.values()) / average[field]
        norm = 1 - _LENGTH + _LENGTH * length
        for gram, count in counts.items():
            weights[gram] += _FIELDS[field] * count / norm
    return weights


def _row(row: list[tuple[int, int]], records: int) -> list[int]:
    rarity = math.log(1 + (records - len(row) + 0.5) / (len(row) + 0.5))
    strongest = sorted(row, key=lambda entry: (-entry[1], entry[0]))[:_LONGEST]
    flat = [round(100 * rarity)]
    before = 0
    for record, strength in sorted(strongest):
        flat += (record - before, strength)
        before = record
    return flat
