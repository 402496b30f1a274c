"""The slides (培训课件) as a PowerPoint file that WPS and PowerPoint edit."""

from __future__ import annotations

import io
from typing import Any

from pptx.presentation import Presentation as Deck

from generator.packs.archive import settled
from generator.packs.deck import blank_deck
from generator.packs.slide import (
    AMBER,
    CINNABAR,
    INK,
    PINE,
    SKY,
    WHITE,
    badge,
    bar,
    card,
    content,
    cover,
    rows,
    say,
    words,
)
from generator.packs.workshop import Workshop

_KIND_COLOURS = {
    "why": PINE,
    "hazard": AMBER,
    "action": PINE,
    "case": CINNABAR,
    "rule": SKY,
    "discussion": SKY,
}
_SOURCES_SHOWN = 16


def slides(values: dict[str, Any], workshop: Workshop) -> bytes:
    """Make the deck: cover, objectives, the course's own slides, emergencies, quiz, sources."""
    deck = blank_deck(values, workshop.style, workshop.day)
    cover(deck, values, line=f"适用：{values['audience']}　　学时：{values['hours']}")
    rows(
        deck,
        label="学习目标",
        title="学完这一课，你能做到",
        lines=values["objectives"],
        colour=PINE,
        notes=f"{values['summary']}\n先问大家：这些事，现在有谁能做到？",
    )
    for slide in values["slides"]:
        rows(
            deck,
            label=slide["label"],
            title=slide["title"],
            lines=slide["points"],
            colour=_KIND_COLOURS[slide["kind"]],
            notes=_with_sources(slide),
            numbered=slide["kind"] == "action",
        )
    for case in values["emergencies"]:
        _emergency(deck, case)
    rows(
        deck,
        label="考一考",
        title="现在回答这三个问题",
        lines=[question["text"] for question in values["quiz"][:3]],
        colour=SKY,
        notes="\n".join(
            f"{question['text']}\n答案：{question['answer']}。{question['explanation']}"
            for question in values["quiz"][:3]
        ),
    )
    _sources(deck, values)
    return saved(deck)


def four_slides(values: dict[str, Any], workshop: Workshop) -> bytes:
    """Make a deck of four for a meeting: cover, what to remember, why, whom to call."""
    deck = blank_deck(values, workshop.style, workshop.day)
    cover(deck, values, line=values["slogan"])
    poster = values["poster"]
    rows(
        deck,
        label="记住这几条",
        title=poster["headline"],
        lines=poster["lines"],
        colour=PINE,
        notes="一条一条念，请大家跟着说一遍。",
        numbered=True,
    )
    rows(
        deck,
        label="为什么",
        title="多说几句",
        lines=[tip["text"] for tip in values["tips"][:4]],
        colour=AMBER,
        notes="\n".join(f"{tip['text']}{tip['why']}" for tip in values["tips"][:4]),
    )
    rows(
        deck,
        label="出事了",
        title=f"{poster['call_name']}请打 {poster['call']}",
        lines=[
            "说清在哪里、出了什么事、有没有人受伤。",
            "先保护自己，再帮助别人。",
            values["slogan"],
        ],
        colour=CINNABAR,
        notes=f"请大家一起说一遍：{poster['call_name']}，{poster['call']}。",
    )
    return saved(deck)


def saved(deck: Deck) -> bytes:
    """Give a deck's bytes, the same each time."""
    whole = io.BytesIO()
    deck.save(whole)
    return settled(whole.getvalue())


def _with_sources(slide: dict[str, Any]) -> str:
    if not slide["sources"]:
        return str(slide["notes"])
    return f"{slide['notes']}\n依据：{'；'.join(slide['sources'])}"


def _emergency(deck: Deck, case: dict[str, Any]) -> None:
    slide = content(deck, "出事了怎么办", case["situation"], CINNABAR)
    steps, calls = case["steps"], case["calls"]
    gap = 0.1
    height = (5.15 - gap * (len(steps) - 1)) / len(steps)
    for place, step in enumerate(steps):
        top = 1.68 + place * (height + gap)
        card(slide, (0.6, top, 9.2, height))
        badge(slide, str(place + 1), (0.72, top + height / 2 - 0.24, 0.48), CINNABAR)
        size = 20 if len(steps) <= 6 and len(step) <= 60 else 16
        words(slide, step, box=(1.3, top, 8.4, height), size=size, colour=INK, middle=True)
    for place, call in enumerate(calls[:2]):
        top = 1.68 + place * 1.35
        box = (10.05, top, 2.68, 1.2)
        bar(slide, box, CINNABAR)
        words(
            slide,
            call["number"],
            box=(10.05, top, 2.68, 0.75),
            size=36,
            colour=WHITE,
            bold=True,
            middle=True,
            centre=True,
        )
        words(
            slide,
            call["name"],
            box=(10.05, top + 0.7, 2.68, 0.42),
            size=16,
            colour=WHITE,
            middle=True,
            centre=True,
        )
    if case["never"]:
        top = 1.68 + min(len(calls), 2) * 1.35
        card(slide, (10.05, top, 2.68, 6.83 - top))
        words(
            slide,
            "千万不要\n" + "\n".join(f"× {line}" for line in case["never"]),
            box=(10.1, top, 2.58, 6.83 - top),
            size=13 if len(case["never"]) <= 3 else 11,
            colour=CINNABAR,
            middle=True,
        )
    say(slide, "带着大家按顺序说一遍，再请一个人示范：\n" + "\n".join(steps))


def _sources(deck: Deck, values: dict[str, Any]) -> None:
    slide = content(deck, "依据", "这些要求写在哪里", PINE)
    shown = values["sources"][:_SOURCES_SHOWN]
    rest = len(values["sources"]) - len(shown)
    lines = shown + ([f"另有 {rest} 条，见讲义“本课依据”。"] if rest > 0 else [])
    half = (len(lines) + 1) // 2
    for column, part in enumerate((lines[:half], lines[half:])):
        if part:
            words(
                slide,
                "\n".join(part),
                box=(0.68 + column * 6.1, 1.7, 5.9, 5.1),
                size=16,
                colour=INK,
            )
    say(slide, "告诉大家：这些不是谁的要求，是法律和标准写明的。")
