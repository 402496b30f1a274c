"""What was learned from a library: the sounds, the weights, the gate, and how well they do."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from generator import kept
from generator.answers.calibrate import KEPT, Measured, Misread, calibrate, told_as
from generator.answers.decide import (
    CALM,
    ELSEWHERE,
    Answer,
    Gate,
    Outcome,
    card,
    decide,
    elsewhere,
    is_elsewhere,
    name,
    rank,
)
from generator.answers.learn import Weights, learn
from generator.answers.packing import packed_for_browsers
from generator.answers.sounds import Sounds
from generator.model import fixed_pages
from generator.model.artifact import stamp_of
from generator.model.library import Library

_KEPT_FILES = 6
_KEPT_NAMED = 5_000
_OURS = re.compile(r"[0-9a-f]{10}")
_WAYS = sorted(Path(__file__).parent.glob("*.py"))
"""This program: learned otherwise, the same sayings are something else."""


@dataclass(frozen=True)
class Learned:
    """All that answers a question."""

    sounds: Sounds
    weights: Weights
    named: Weights
    """What tells the emergencies apart that are not ours, from others that nobody has named too"""
    gate: Gate
    measured: Measured
    misread: tuple[Misread, ...]
    packed: Mapping[str, Any]
    """What browsers get of all this, by file"""

    def answer(self, question: str) -> Answer:
        """Give what a question is answered, as the search page does."""
        features = self.sounds.features(question)
        answer = decide(rank(self.weights, features), self.gate)
        if answer.outcome is Outcome.ELSEWHERE:
            return replace(answer, named=name(self.named, features))
        return answer


def sayings_of(library: Library) -> tuple[tuple[str, str], ...]:
    """Give every saying with what it is about; who says the same twice means the first.

    What is about the gravest comes first, as the library has it.
    """
    found: dict[str, str] = {}
    for says, about in _sayings(library):
        found.setdefault(says, about)
    return tuple(found.items())


def learn_from(library: Library, folder: Path) -> Learned:
    """Learn from all that people say; in `folder` it is kept until the sayings change.

    The newest few are kept: a check learns without the drafts that a preview shows, and templates
    are tried on a few things alone; none of them takes the place of another.
    """
    sayings = sayings_of(library)
    ways = [path.read_text(encoding="utf-8") for path in _WAYS]
    question = json.dumps([ways, sayings], ensure_ascii=False)
    path = folder / "learned" / stamp_of(question.encode())
    known = kept.read(path, answers=question)
    if known is None:
        learned = _learn(sayings)
        kept.write(path, _written(learned), answers=question)
        _tidy(path.parent)
        return learned
    return _read(known)


def _tidy(folder: Path) -> None:
    """Drop all of ours but the newest; what another run drops meanwhile is gone all the same."""
    with suppress(OSError):
        ours = [path for path in folder.iterdir() if _OURS.fullmatch(path.name)]
        for path in sorted(ours, key=lambda path: -path.stat().st_mtime_ns)[_KEPT_FILES:]:
            path.unlink(missing_ok=True)


def _sayings(library: Library) -> Iterator[tuple[str, str]]:
    for situation in library.situations.values():
        yield from ((says, card(situation.id)) for says in (situation.title, *situation.says))
    for procedure in library.procedures.values():
        yield from ((says, card(procedure.id)) for says in (procedure.title, *procedure.says))
    for situation in library.situations.values():
        for other in situation.unlike:
            known = other.situation in library.situations
            yield other.says, card(other.situation or "") if known else ELSEWHERE
    for place, row in enumerate(library.answers.elsewhere):
        yield from ((says, elsewhere(place)) for says in (row.title, *row.says))
    yield from ((says, ELSEWHERE) for says in library.answers.other)
    yield from ((says, CALM) for says in (*library.answers.calm, *_words(library)))


def _words(library: Library) -> Iterator[str]:
    """Give names of pages that are about no emergency: who types one looks for the page.

    The words of the page of places are left out: they are too near to what is asked in a flood.
    Those of the site map are near to those of the index by pinyin. Names of a county's units and
    work items are not among them: all counties learn the same, and what units and work points are
    usually called stands among what is calm.
    """
    unlearned = {
        fixed_pages.PLACES,
        fixed_pages.PICTURES,
        fixed_pages.HANDBOOK,
        fixed_pages.MAP,
    }
    pages = (page for page in fixed_pages.FOUND if page not in unlearned)
    yield from (word for page in pages for word in (page.title, *page.words))
    titled = (*library.courses.values(), *library.themes.values(), *library.campaigns.values())
    yield from (thing.title for thing in titled)


def _learn(sayings: tuple[tuple[str, str], ...]) -> Learned:
    sounds = Sounds.heard_in(says for says, _ in sayings)
    heard = [(says, sounds.features(says), about) for says, about in sayings]
    gate, measured, misread = calibrate(heard)
    told = [(features, about) for _, features, about in heard]
    named = [each for each in told if is_elsewhere(each[1])]
    weights = learn([(features, told_as(about)) for features, about in told], kept=KEPT)
    naming = learn(named, kept=_KEPT_NAMED)
    return Learned(
        sounds=sounds,
        weights=weights,
        named=naming,
        gate=gate,
        measured=measured,
        misread=misread,
        packed=packed_for_browsers(sounds, weights, naming, gate),
    )


def _written(learned: Learned) -> bytes:
    return json.dumps(
        {
            "sounds": [learned.sounds.of, learned.sounds.simple],
            "weights": _written_weights(learned.weights),
            "named": _written_weights(learned.named),
            "gate": asdict(learned.gate),
            "measured": asdict(learned.measured),
            "misread": [asdict(each) for each in learned.misread],
            "packed": learned.packed,
        },
        ensure_ascii=False,
    ).encode()


def _written_weights(weights: Weights) -> Any:
    rows = {feature: list(row.items()) for feature, row in weights.rows.items()}
    return {"things": weights.things, "rows": rows}


def _read_weights(found: Any) -> Weights:
    rows = {feature: dict(row) for feature, row in found["rows"].items()}
    return Weights(tuple(found["things"]), rows)


def _read(content: bytes) -> Learned:
    found = json.loads(content)
    return Learned(
        Sounds(*found["sounds"]),
        _read_weights(found["weights"]),
        _read_weights(found["named"]),
        Gate(**found["gate"]),
        Measured(**found["measured"]),
        tuple(Misread(**each) for each in found["misread"]),
        found["packed"],
    )
