"""The files by which the search page answers: one that decides, one for each card."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.answers.decide import CALM, id_of, is_card, place_of
from generator.answers.learn import STRONGEST
from generator.answers.learned import Learned
from generator.model.address import address_of
from generator.model.library import Library
from generator.model.situation import Situation, Step
from generator.model.vocabulary import HotlineRole
from generator.model.wording import plain

_DIGITS = "".join(chr(code) for code in range(35, 127) if chr(code) != "\\")
_LAST = len(_DIGITS) - 1


def answer_files(library: Library, learned: Learned) -> Iterator[tuple[str, Any]]:
    """Give the name and the content of each file.

    `answers` decides; it names things by their number only. `card-N` is all that the card of thing
    N says; `elsewhere` tells of each emergency that is not ours what it is, whom to call, and what
    to say.
    """
    things = learned.weights.things
    yield "answers", _deciding(learned)
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
            "general": _told_calls((library.site.line(role).number for role in general), library),
        },
    )


def _deciding(learned: Learned) -> Mapping[str, Any]:
    """Pack what decides: each feature's weights as gaps between things, and how much.

    Features come in the order of `sounds` (after each sound its characters that have weights, then
    after a | those that have none), of `words`, of `pairs` (for each sound, the gaps between
    the sounds that follow it) and of `odd` pairs, in which one is a word.
    """
    rows, things = learned.weights.rows, learned.weights.things
    spoken: dict[str, list[str]] = defaultdict(list)
    for character, sound in learned.sounds.of.items():
        spoken[sound].append(character)
    sounds = sorted(spoken)
    places = {sound: place for place, sound in enumerate(sounds)}
    order: list[str] = []
    groups: list[str] = []
    for sound in sounds:
        told = [character for character in spoken[sound] if character in rows]
        rest = [character for character in spoken[sound] if character not in rows]
        order += told
        groups.append(f"{sound}{''.join(told)}|{''.join(rest)}")
    pairs = [feature.partition(" ") for feature in rows if " " in feature]
    words = [each for each in rows if " " not in each and each not in learned.sounds.of]
    order += words
    follow = defaultdict(list)
    for one, _, two in pairs:
        if one in places and two in places:
            follow[one].append(places[two])
    for one in sounds:
        order += (f"{one} {sounds[two]}" for two in sorted(follow[one]))
    odd = [f"{one} {two}" for one, _, two in pairs if not (one in places and two in places)]
    order += odd
    packed = [sorted(rows[feature].items()) for feature in order]
    return {
        "sounds": " ".join(groups),
        "words": words,
        "pairs": " ".join(_gaps(sorted(follow[one])) for one in sounds),
        "odd": odd,
        "gaps": " ".join(_gaps([thing for thing, _ in row]) for row in packed),
        "weights": "".join(_digits(weight + STRONGEST) for row in packed for _, weight in row),
        "strongest": STRONGEST,
        "things": [_kind(thing) for thing in things],
        "gate": [learned.gate.sure, learned.gate.open, learned.gate.near, learned.gate.least],
    }


def _kind(thing: str) -> int:
    """Tell the browser what a thing is: its place among the emergencies that are not ours, or less.

    -1 is a card, -2 an emergency that nobody has named, -3 none at all.
    """
    if is_card(thing):
        return -1
    if thing == CALM:
        return -3
    place = place_of(thing)
    return -2 if place is None else place


def _gaps(numbers: list[int]) -> str:
    """Write rising numbers as what lies between them."""
    before = -1
    text = ""
    for number in numbers:
        text += _digits(number - before - 1)
        before = number
    return text


def _digits(number: int) -> str:
    """Write a number as one character; where it is too large, as the last one and the rest."""
    return _DIGITS[number] if number < _LAST else _DIGITS[_LAST] + _digits(number - _LAST)


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
