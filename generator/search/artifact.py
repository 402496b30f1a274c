"""The search index as files: one to understand a query, many small ones to answer it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.answers import Learned, answer_files
from generator.answers.decide import id_of, is_card
from generator.model.address import address_of
from generator.model.artifact import Artifact, Drawing, SearchIndex, stamp_of
from generator.model.library import Library
from generator.search.grams import normal
from generator.search.lexicon import lexicon, packed
from generator.search.postings import postings, shards
from generator.search.records import BEHIND, INDEXES, LEADS, Record, records

_CHUNK_CHARACTERS = 2_600


def search_index(
    library: Library, learned: Learned, drawings: Mapping[str, Drawing]
) -> SearchIndex:
    """Give the files of the index, written as scripts so that they load from a folder too.

    `base.js` holds the lexicon, the kinds in their order, the kind of each record and whether it
    stands back, and which record is of which card;
    `grams-N.js` the postings; `texts-N.js` titles, addresses and passages of some records;
    `answers.js` and the others of `answer_files` what answers an emergency.
    They only fit each other, so they stand in a folder that is named by the content of all.
    """
    files = dict(_files(library, learned, drawings))
    folder = f"search/{stamp_of(''.join(files.values()).encode())}"
    return SearchIndex(
        folder,
        tuple(Artifact(f"{folder}/{name}.js", text.encode()) for name, text in files.items()),
    )


def _files(
    library: Library, learned: Learned, drawings: Mapping[str, Drawing]
) -> Iterator[tuple[str, str]]:
    found = tuple(records(library))
    dealt = shards(postings(found))
    chunks = tuple(_chunks(found))
    kinds = list(dict.fromkeys(record.kind for record in found))
    chunk_of = {place: number for number, chunk in enumerate(chunks) for place in chunk}
    places = {record.address: place for place, record in enumerate(found)}

    def index_of(kind: str) -> int:
        return places[INDEXES[kind].address] if kind in INDEXES else -1

    base = {
        **packed(lexicon(found, library.synonyms)),
        "idle": sorted(map(normal, library.synonyms.idle), key=len, reverse=True),
        "kinds": [[kind, LEADS.get(kind, 0), index_of(kind)] for kind in kinds],
        "records": [
            [kinds.index(record.kind), chunk_of[place], *([BEHIND] if record.behind else [])]
            for place, record in enumerate(found)
        ],
        "cards": [
            places[_address(thing, library)] if is_card(thing) else -1
            for thing in learned.weights.things
        ],
        "shards": len(dealt),
    }
    yield _file("base", base)
    for number, shard in enumerate(dealt):
        yield _file(f"grams-{number}", shard)
    for number, chunk in enumerate(chunks):
        texts = {place: _passages(found[place]) for place in chunk}
        yield _file(f"texts-{number}", texts)
    for name, content in answer_files(library, learned, drawings):
        yield _file(name, content)


def _address(thing: str, library: Library) -> str:
    """Give the address of what a card is of."""
    id_ = id_of(thing)
    return address_of(library.situations.get(id_) or library.procedures[id_])


def _passages(record: Record) -> list[Any]:
    """Give what a result shows: title, address, passages."""
    parts = [[part.anchor, part.heading, part.text] for part in record.parts]
    return [record.title, record.address, parts]


def _chunks(found: Sequence[Record]) -> Iterator[list[int]]:
    """Give neighbouring records in handfuls of about 2,600 characters."""
    chunk: list[int] = []
    size = 0
    for place, record in enumerate(found):
        chunk.append(place)
        size += sum(len(part.heading) + len(part.text) for part in record.parts)
        if size >= _CHUNK_CHARACTERS:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _file(name: str, content: Any) -> tuple[str, str]:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return name, f'pinganSearch.put("{name}",{text});\n'
