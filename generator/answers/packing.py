"""What was learned, as small as the browser can take it: it stands in the files of the search."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from generator.answers.decide import ELSEWHERE, Gate, is_card
from generator.answers.learn import STRONGEST, Weights
from generator.answers.packed import Packer
from generator.answers.sounds import HAN, Sounds

_WEIGHT_BITS = (2 * STRONGEST).bit_length()


def packed_for_browsers(
    known: Sounds, weights: Weights, named: Weights, gate: Gate
) -> Mapping[str, Any]:
    """Give what decides (`answers`), the `traditional` characters, and the `naming` of others."""
    return {
        "answers": _deciding(known, weights, gate),
        "traditional": {"packed": _simple(known)},
        "naming": _naming(known, named),
    }


def _deciding(known: Sounds, weights: Weights, gate: Gate) -> Mapping[str, Any]:
    """Pack what decides: the characters with their sounds, and the weights."""
    packer = Packer()
    sounds = sorted(known.spoken)
    places = {sound: place for place, sound in enumerate(sounds)}
    _pack_characters(packer, "sound", known.of, places)
    return {
        "sounds": " ".join(sounds),
        **_packed(packer, weights, known),
        "things": [_kind(thing) for thing in weights.things],
        "gate": [gate.sure, gate.open, gate.near, gate.least],
    }


def _simple(sounds: Sounds) -> str:
    """Pack the traditional characters, each with the place of its simple form among the known."""
    packer = Packer()
    numbers = {character: number for number, character in enumerate(sorted(sounds.of))}
    _pack_characters(packer, "simple", sounds.simple, numbers)
    return packer.text()


def _pack_characters(
    packer: Packer, of: str, told: Mapping[str, str], places: Mapping[str, int]
) -> None:
    """Pack characters in their order, each with the place of what is told of it."""
    packer.number("count", len(told))
    before = HAN.start
    for character, what in sorted(told.items()):
        packer.number("gap", ord(character) - before)
        packer.symbol(of, places[what], len(places).bit_length())
        before = ord(character)


def _naming(known: Sounds, named: Weights) -> Mapping[str, Any]:
    """Pack what tells the emergencies apart that are not ours."""
    things = [int(thing.removeprefix(ELSEWHERE) or -1) for thing in named.things]
    return {**_packed(Packer(), named, known), "things": things}


def _packed(packer: Packer, weights: Weights, known: Sounds) -> Mapping[str, Any]:
    """Pack weights, in an order in which the browser can take them out again.

    First those of each character; then which sounds follow each other, and the weights of these;
    last those of words, which are written out.
    """
    rows, things = weights.rows, weights.things
    sounds = sorted(known.spoken)
    places = {sound: place for place, sound in enumerate(sounds)}

    def pack(of: str, feature: str) -> None:
        row = sorted(rows.get(feature, {}).items())
        packer.chosen(of, [thing for thing, _ in row], len(things))
        for thing, weight in row:
            packer.symbol(f"weight {is_card(things[thing])}", weight + STRONGEST, _WEIGHT_BITS)

    for character in sorted(known.of):
        pack("character", character)
    follow = defaultdict[str, list[int]](list)
    words = []
    for feature in sorted(rows):
        one, _, two = feature.partition(" ")
        if one in places and two in places:
            follow[one].append(places[two])
        elif feature not in known.of:
            words.append(feature)
    for one in sounds:
        packer.chosen("follow", follow[one], len(sounds))
    for one in sounds:
        for place in follow[one]:
            pack("pair", f"{one} {sounds[place]}")
    for word in words:
        pack("word", word)
    return {"words": words, "packed": packer.text(), "strongest": STRONGEST}


def _kind(thing: str) -> int:
    """Tell the browser what a thing is: -1 a card, -2 an emergency that is not ours, -3 none."""
    return -1 if is_card(thing) else -2 if thing == ELSEWHERE else -3
