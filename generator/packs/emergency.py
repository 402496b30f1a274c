"""An emergency as a part of a document: whom to call, what to do, what never to do."""

from __future__ import annotations

from generator.documents.deck import Number, Rescue
from generator.documents.outline import Block, Box, Call, Heading, Steps
from generator.documents.tone import Tone
from generator.model.advice import Emergency
from generator.model.library import Library
from generator.packs.words import call_name, plain_lines

_LABEL = "出事了怎么办"
_NEVER = "千万不要"


def emergency_blocks(case: Emergency, library: Library) -> tuple[Block, ...]:
    """Give an emergency as blocks of an outline."""
    calls = "　".join(f"{call_name(library, number)} {number}" for number in case.call)
    blocks: tuple[Block, ...] = (
        Heading(f"{_LABEL}：{case.situation}"),
        Call(f"电话：{calls}"),
        Steps(plain_lines(case.steps)),
    )
    if case.never:
        blocks += (Box(_NEVER, plain_lines(case.never), Tone.CINNABAR),)
    return blocks


def emergency_slide(case: Emergency, library: Library) -> Rescue:
    """Give an emergency as a slide."""
    steps = plain_lines(case.steps)
    return Rescue(
        label=_LABEL,
        title=case.situation,
        steps=steps,
        calls=tuple(Number(number, call_name(library, number)) for number in case.call),
        never_title=_NEVER,
        never=plain_lines(case.never),
        notes="带着大家按顺序说一遍，再请一个人示范：\n" + "\n".join(steps),
    )
