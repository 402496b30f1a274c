"""The lexicon: the words of the site that people may type, how they sound, what they lead to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pypinyin import lazy_pinyin

from generator.answers.sounds import HAN, simplified, sound_of
from generator.model.kinds import kind_of
from generator.model.sector import Sector
from generator.model.synonyms import LONGEST_LATIN, LONGEST_WORD, Synonyms
from generator.search.grams import normal
from generator.search.records import Record

TITLE, KEYWORD = 2, 1


@dataclass(frozen=True)
class Lexicon:
    """What the browser must know to understand a query before it looks anything up.

    `terms` are normalised words; `leads` says for each of them which records carry it as
    title (2) or keyword (1); `groups` are places in `terms` of words that mean the same;
    `sounds` gives each character's pinyin; `odd` the terms that sound otherwise in full.
    """

    terms: tuple[str, ...]
    leads: Mapping[int, tuple[tuple[int, int], ...]]
    groups: tuple[tuple[int, ...], ...]
    sounds: Mapping[str, str]
    odd: Mapping[int, str]
    traditional: Mapping[str, str]


def lexicon(found: Sequence[Record], synonyms: Synonyms) -> Lexicon:
    """Collect the words of all records and synonyms; what is longer nobody types in one go."""
    carried: dict[str, dict[int, int]] = defaultdict(dict)
    for place, record in enumerate(found):
        for word in record.keywords:
            _carry(carried, word, place, KEYWORD)
        for word in _titles(record):
            _carry(carried, word, place, TITLE)
    for group in synonyms.groups:
        for word in group:
            carried.setdefault(_term(word), {})
    terms = tuple(sorted(filter(_typed, carried)))
    places = {term: place for place, term in enumerate(terms)}
    characters = {character for record in found for character in _text(record)}
    characters |= {character for term in terms for character in term}
    han = sorted(character for character in characters if ord(character) in HAN)
    sounds = {character: sound_of(character) for character in han}
    return Lexicon(
        terms=terms,
        leads={
            places[term]: tuple(sorted(leads.items()))
            for term, leads in carried.items()
            if leads and term in places
        },
        groups=tuple(
            tuple(dict.fromkeys(places[_term(word)] for word in group if _term(word) in places))
            for group in synonyms.groups
        ),
        sounds=sounds,
        odd={
            place: sound
            for place, term in enumerate(terms)
            if (sound := " ".join(lazy_pinyin(term))) != " ".join(sounds.get(c, c) for c in term)
            and all(ord(character) in HAN for character in term)
        },
        traditional=_traditional(set(han)),
    )


def packed(lexicon: Lexicon) -> dict[str, Any]:
    """Give the lexicon as small JSON: words in one string, characters by their sound."""
    by_sound: dict[str, str] = defaultdict(str)
    for character, sound in lexicon.sounds.items():
        by_sound[sound] += character
    return {
        "terms": " ".join(lexicon.terms),
        "leads": {
            place: [number for lead in leads for number in lead]
            for place, leads in lexicon.leads.items()
        },
        "groups": lexicon.groups,
        "sounds": dict(sorted(by_sound.items())),
        "odd": lexicon.odd,
        "traditional": "".join(old + new for old, new in lexicon.traditional.items()),
    }


def _carry(carried: dict[str, dict[int, int]], word: str, place: int, how: int) -> None:
    leads = carried[_term(word)]
    leads[place] = max(how, leads.get(place, 0))


def _titles(record: Record) -> Iterable[str]:
    """Give a title, and where a sector has a second name in brackets, both names."""
    yield record.title
    head, _, rest = record.title.partition("（")
    if rest and record.kind == kind_of(Sector).label:
        yield head
        yield rest.rstrip("）")


def _term(word: str) -> str:
    """Give a word as it is looked up: no spaces or punctuation."""
    return "".join(character for character in normal(word) if character.isalnum())


def _typed(term: str) -> bool:
    return 1 < len(term) <= (LONGEST_LATIN if term.isascii() else LONGEST_WORD)


def _text(record: Record) -> str:
    return normal(record.title + "".join(part.heading + part.text for part in record.parts))


def _traditional(known: set[str]) -> dict[str, str]:
    """Map traditional characters to the simplified ones that the site uses."""
    return {old: new for old, new in simplified("t2s").items() if new in known}
