"""A situation as a part of a document: whom to call, what to do, what never to do."""

from __future__ import annotations

from collections.abc import Iterable

from generator.documents.deck import Number, Rescue
from generator.documents.outline import Block, Box, Call, Heading, Note, Steps
from generator.documents.tone import Tone
from generator.model.library import Library
from generator.model.situation import Procedure, Situation, Step
from generator.model.wording import NEVER, plain

_LABEL = "出事了怎么办"
_HOW = "学会这一手"


def rescue_blocks(situations: Iterable[Situation], library: Library) -> tuple[Block, ...]:
    """Give situations as blocks of an outline, and after them each procedure that they use."""
    blocks: list[Block] = []
    situations = tuple(situations)
    for situation in situations:
        blocks += situation_blocks(situation, library, heading=f"{_LABEL}：{situation.title}")
    for procedure in library.procedures_of(situations):
        blocks += procedure_blocks(procedure, library)
    return tuple(blocks)


def situation_blocks(
    situation: Situation, library: Library, *, heading: str = ""
) -> tuple[Block, ...]:
    """Give a situation as blocks of an outline, with a heading where there is one."""
    calls = "　".join(f"{library.call_name(number)} {number}" for number in situation.call)
    blocks: list[Block] = [Heading(heading)] if heading else []
    blocks += [
        Call(f"电话：{calls}"),
        Steps(_lines(situation.steps, library)),
        Box(NEVER, tuple(map(plain, situation.never)), Tone.CINNABAR),
    ]
    for variant in situation.variants:
        blocks += [Note(f"{variant.place}，还要："), Steps(_lines(variant.steps, library))]
    return tuple(blocks)


def procedure_blocks(procedure: Procedure, library: Library) -> tuple[Block, ...]:
    """Give a procedure as blocks of an outline."""
    return (
        Heading(f"{_HOW}：{procedure.title}"),
        Steps(_lines(procedure.steps, library)),
        Box(NEVER, tuple(map(plain, procedure.never)), Tone.CINNABAR),
    )


def rescue_slides(situations: Iterable[Situation], library: Library) -> tuple[Rescue, ...]:
    """Give a slide for each situation, and for each procedure that its own steps use."""
    situations = tuple(situations)
    used = dict.fromkeys(step.use for each in situations for step in each.steps if step.use)
    procedures = [library.procedures[id_] for id_ in used if id_ in library.procedures]
    return (
        *(_slide(_LABEL, each, each.call, library) for each in situations),
        *(_slide(_HOW, each, (), library) for each in procedures),
    )


def _slide(
    label: str, thing: Situation | Procedure, calls: tuple[str, ...], library: Library
) -> Rescue:
    steps = _lines(thing.steps, library)
    return Rescue(
        label=label,
        title=thing.title,
        steps=steps,
        calls=tuple(Number(number, library.call_name(number)) for number in calls),
        never_title=NEVER,
        never=tuple(map(plain, thing.never)),
        notes="带着大家按顺序说一遍，再请一个人示范：\n" + "\n".join(steps),
    )


def _lines(steps: Iterable[Step], library: Library) -> tuple[str, ...]:
    return tuple(_line(step, library) for step in steps)


def _line(step: Step, library: Library) -> str:
    """Give a step as a line, with the name of the procedure that it uses."""
    procedure = library.procedures.get(step.use or "")
    return plain(step.text) + (f"（{procedure.title}）" if procedure else "")
