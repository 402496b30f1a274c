"""The files by which the search page answers: one that decides, one for each card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.answers.decide import id_of, is_card
from generator.answers.learned import Learned
from generator.model.address import address_of
from generator.model.artifact import Drawing
from generator.model.library import Library
from generator.model.situation import Situation, Step
from generator.model.vocabulary import HotlineRole
from generator.model.wording import plain


def answer_files(
    library: Library, learned: Learned, drawings: Mapping[str, Drawing]
) -> Iterator[tuple[str, Any]]:
    """Give the name and the content of each file.

    `answers` decides; it names things by their number only. `traditional` gives the simple forms
    of characters, for the questions that have such. `card-N` is all that the card of thing N says;
    `elsewhere` tells of each emergency that is not ours what it is, whom to call, what to say, and
    how to tell them apart.
    """
    things = learned.weights.things
    yield "answers", learned.packed["answers"]
    yield "traditional", learned.packed["traditional"]
    for number, thing in enumerate(things):
        if is_card(thing):
            yield f"card-{number}", _card(thing, library, drawings)
    general = (HotlineRole.MEDICAL, HotlineRole.FIRE, HotlineRole.POLICE)
    yield (
        "elsewhere",
        {
            "rows": [
                [row.title, _told_calls(row.call, library)] for row in library.answers.elsewhere
            ],
            **learned.packed["naming"],
            "general": _told_calls((library.site.line(role).number for role in general), library),
        },
    )


def _card(thing: str, library: Library, drawings: Mapping[str, Drawing]) -> Mapping[str, Any]:
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
        "picture": _picture(drawings.get(subject.picture or "")),
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


def _picture(drawing: Drawing | None) -> list[Any]:
    """Give the address, width and height of a picture; nothing for none."""
    return [drawing.address, drawing.width, drawing.height] if drawing else []


def _told_calls(numbers: Iterable[str], library: Library) -> list[list[Any]]:
    """Give numbers with their names and what to say."""
    lines = filter(None, map(library.hotline, numbers))
    return [[line.number, line.name, [plain(say) for say in line.say]] for line in lines]


def _calls(numbers: Iterable[str], library: Library) -> list[list[str]]:
    return [[number, library.call_name(number)] for number in numbers]
