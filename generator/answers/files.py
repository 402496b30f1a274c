"""The files by which the search page answers: one that decides, one for each card."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.answers.decide import ELSEWHERE, id_of, is_card
from generator.answers.learn import STRONGEST, Weights
from generator.answers.learned import Learned
from generator.answers.packed import Packer
from generator.answers.sounds import HAN, Sounds
from generator.model.address import address_of
from generator.model.library import Library
from generator.model.situation import Situation, Step
from generator.model.vocabulary import HotlineRole
from generator.model.wording import plain

_WEIGHT_BITS = (2 * STRONGEST).bit_length()


def answer_files(library: Library, learned: Learned) -> Iterator[tuple[str, Any]]:
    """Give the name and the content of each file.

    `answers` decides; it names things by their number only. `traditional` gives the simple forms
    of characters, for the questions that have such. `card-N` is all that the card of thing N says;
    `elsewhere` tells of each emergency that is not ours what it is, whom to call, what to say, and
    how to tell them apart.
    """
    things = learned.weights.things
    yield "answers", _deciding(learned)
    yield "traditional", {"packed": _simple(learned.sounds)}
    for number, thing in enumerate(things):
        if is_card(thing):
            yield f"card-{number}", _card(thing, library)
    general = (HotlineRole.MEDICAL, HotlineRole.FIRE, HotlineRole.POLICE)
    yield (
        "elsewhere",
        {
            "rows": [
                [row.title, _told_calls(row.call, library)] for row in library.answers.elsewhere
            ],
            **_naming(learned),
            "general": _told_calls((library.site.line(role).number for role in general), library),
        },
    )


def _deciding(learned: Learned) -> Mapping[str, Any]:
    """Pack what decides: the characters with their sounds, and the weights."""
    packer = Packer()
    sounds = sorted(learned.sounds.spoken)
    places = {sound: place for place, sound in enumerate(sounds)}
    _pack_characters(packer, "sound", learned.sounds.of, places)
    gate = learned.gate
    return {
        "sounds": " ".join(sounds),
        **_packed(packer, learned.weights, learned.sounds),
        "things": [_kind(thing) for thing in learned.weights.things],
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


def _naming(learned: Learned) -> Mapping[str, Any]:
    """Pack what tells the emergencies apart that are not ours."""
    things = [int(thing.removeprefix(ELSEWHERE) or -1) for thing in learned.named.things]
    return {**_packed(Packer(), learned.named, learned.sounds), "things": things}


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


def _card(thing: str, library: Library) -> Mapping[str, Any]:
    """Give all that a card says, so that no act of it is a click away."""
    id_ = id_of(thing)
    subject = library.situations.get(id_) or library.procedures[id_]
    used: list[str] = []
    steps = _steps(subject.steps, library, used)
    variants: list[Any] = []
    calls: tuple[str, ...] = (library.site.line(HotlineRole.MEDICAL).number,)
    if isinstance(subject, Situation):
        variants = [[row.place, _steps(row.steps, library, used)] for row in subject.variants]
        calls = subject.call
    procedures = []
    for name in used:  # grows, where a procedure uses another
        procedure = library.procedures[name]
        inner = _steps(procedure.steps, library, used)
        procedures.append([procedure.title, inner, [plain(line) for line in procedure.never]])
    return {
        "title": subject.title,
        "summary": plain(subject.summary),
        "address": address_of(subject),
        "calls": _calls(calls, library),
        "steps": steps,
        "never": [plain(line) for line in subject.never],
        "variants": variants,
        "procedures": procedures,
    }


def _steps(steps: Iterable[Step], library: Library, used: list[str]) -> list[Any]:
    """Give steps as text and the place of the procedure that each uses, -1 for none."""
    given = []
    for step in steps:
        place = -1
        if step.use and step.use in library.procedures:
            if step.use not in used:
                used.append(step.use)
            place = used.index(step.use)
        given.append([plain(step.text), place])
    return given


def _told_calls(numbers: Iterable[str], library: Library) -> list[list[Any]]:
    """Give numbers with their names and what to say."""
    lines = filter(None, map(library.hotline, numbers))
    return [[line.number, line.name, [plain(say) for say in line.say]] for line in lines]


def _calls(numbers: Iterable[str], library: Library) -> list[list[str]]:
    return [[number, library.call_name(number)] for number in numbers]
