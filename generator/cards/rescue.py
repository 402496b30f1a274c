"""A situation as a part of a document: whom to call, what to do, what never to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum

from generator.documents.deck import Agenda, Caption, Gallery, Never, Number, Rescue, Slide
from generator.documents.outline import Block, Box, Call, Heading, Note, Steps, Together
from generator.documents.tone import Tone
from generator.model.library import Library
from generator.model.situation import Procedure, Situation, Step
from generator.model.wording import NEVER, plain

_LABEL = "出事了怎么办"
_HOW = "学会这一手"
_ENOUGH = 3
"""How many pictures of steps are worth a slide of their own."""


class On(StrEnum):
    """What a situation is printed on: the paper of a course, or a card, which shows each step."""

    PAPER = "paper"
    CARD = "card"


def rescue_blocks(situations: Iterable[Situation], library: Library) -> tuple[Block, ...]:
    """Give situations as blocks of an outline, and after them each procedure that they use."""
    blocks: list[Block] = []
    situations = tuple(situations)
    for situation in situations:
        blocks.append(Heading(f"{_LABEL}：{situation.title}"))
        blocks += situation_blocks(situation, library, On.PAPER)
    for procedure in library.procedures_of(situations):
        blocks += procedure_blocks(procedure, library, On.PAPER)
    return tuple(blocks)


def situation_blocks(situation: Situation, library: Library, on: On) -> tuple[Block, ...]:
    """Give a situation as blocks of an outline."""
    calls = "　".join(f"{library.call_name(number)} {number}" for number in situation.call)
    blocks: list[Block] = [
        Call(f"电话：{calls}"),
        _steps(situation.steps, situation.picture, library, on),
        Box(NEVER, tuple(map(plain, situation.never)), Tone.CINNABAR),
    ]
    for variant in situation.variants:
        steps = replace(_steps(variant.steps, situation.picture, library, on), picture="")
        blocks.append(Together((Note(f"{variant.place}，还要："), steps)))
    return tuple(blocks)


def procedure_blocks(procedure: Procedure, library: Library, on: On) -> tuple[Block, ...]:
    """Give a procedure as blocks of an outline."""
    return (
        Heading(f"{_HOW}：{procedure.title}"),
        _steps(procedure.steps, procedure.picture, library, on),
        Box(NEVER, tuple(map(plain, procedure.never)), Tone.CINNABAR),
    )


def _steps(steps: tuple[Step, ...], picture: str | None, library: Library, on: On) -> Steps:
    """Give steps with a picture for all of them, and those of each but this one again."""
    shown = picture or ""
    each = tuple(step.picture or "" for step in steps) if on is On.CARD else ()
    others = tuple("" if one == shown else one for one in each)
    return Steps(_lines(steps, library), others, shown)


def rescue_slides(situations: Iterable[Situation], library: Library) -> tuple[Slide, ...]:
    """Give the slides of situations, and of each procedure that their own steps use."""
    situations = tuple(situations)
    used = dict.fromkeys(step.use for each in situations for step in each.steps if step.use)
    procedures = [library.procedures[id_] for id_ in used if id_ in library.procedures]
    slides: list[Slide] = [*_opening(_LABEL, "这几件事，今天要会", situations)]
    for situation in situations:
        slides += _slides(_LABEL, situation, situation.call, library)
    slides += _opening(_HOW, "这几手，今天要会", procedures)
    for procedure in procedures:
        slides += _slides(_HOW, procedure, (), library)
    return tuple(slides)


def _opening(label: str, title: str, things: Sequence[Situation | Procedure]) -> Iterator[Agenda]:
    """Give the slide before several of a kind, which names them all."""
    if len(things) > 1:
        yield Agenda(
            label=label,
            title=title,
            lines=tuple(each.title for each in things),
            notes="先问大家：哪几样做过、练过？",
            picture=picture_of(things[0]),
        )


def _slides(
    label: str, thing: Situation | Procedure, calls: tuple[str, ...], library: Library
) -> Iterator[Slide]:
    """Give the steps of a thing, its steps in pictures where there are enough, its nevers."""
    steps = _lines(thing.steps, library)
    yield Rescue(
        label=label,
        title=thing.title,
        steps=steps,
        calls=tuple(Number(number, library.call_name(number)) for number in calls),
        notes="带着大家按顺序说一遍，再请一个人示范：\n" + "\n".join(steps),
        picture=picture_of(thing),
    )
    captions = tuple(
        Caption(step.picture, f"{number}．{plain(step.text)}")
        for number, step in enumerate(thing.steps, 1)
        if step.picture
    )
    if len(captions) >= _ENOUGH:
        yield Gallery(
            label=label,
            title=f"看图记：{thing.title}",
            captions=captions,
            tone=Tone.PINE,
            notes="一幅一幅看，请大家说出画的人在做什么。",
        )
    never = tuple(map(plain, thing.never))
    yield Never(
        label=label,
        title=f"{NEVER}：{thing.title}",
        lines=never,
        notes="一条一条念，每一条都问一句为什么：\n" + "\n".join(never),
    )


def picture_of(thing: Situation | Procedure) -> str:
    """Give the picture of a thing, or else of the first of its steps that has one."""
    return next((each for each in (thing.picture, *(s.picture for s in thing.steps)) if each), "")


def _lines(steps: Iterable[Step], library: Library) -> tuple[str, ...]:
    return tuple(_line(step, library) for step in steps)


def _line(step: Step, library: Library) -> str:
    """Give a step as a line, with the name of the procedure that it uses."""
    procedure = library.procedures.get(step.use or "")
    return plain(step.text) + (f"（{procedure.title}）" if procedure else "")
