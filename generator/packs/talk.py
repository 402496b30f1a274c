"""The toolbox talk (班前会讲稿): the short script that a team leader reads before the shift."""

from __future__ import annotations

from generator.documents.outline import (
    Box,
    Column,
    Heading,
    Outline,
    Paragraph,
    Signatures,
    Steps,
    Table,
    Title,
)
from generator.documents.tone import Tone
from generator.model.wording import plain
from generator.packs.lesson import Lesson
from generator.packs.words import plain_lines

_PLACES = 20


def talk(lesson: Lesson) -> Outline:
    """Arrange the talk, and what those who heard it sign, on one page."""
    spoken = lesson.course.talk
    return Outline(
        name="班前会讲稿",
        imprint=lesson.imprint,
        blocks=(
            Title(
                f"班前会：{lesson.course.title}",
                under=f"时长约 {spoken.minutes} 分钟，班组长照着讲，讲完请大家签名。",
            ),
            Heading("开场"),
            Paragraph(plain(spoken.opening)),
            Heading("今天要讲的"),
            Steps(plain_lines(spoken.points)),
            Heading("问一问"),
            Steps(plain_lines(spoken.ask)),
            Box("一起做", (plain(spoken.closing),), Tone.PINE),
            Table(
                (
                    Column("日期", 2.6),
                    Column("班组", 2.6),
                    Column("讲的人", 2.6),
                    Column("今天的作业和风险", 9.2),
                ),
                (("", "", "", ""),),
                height=1.3,
            ),
            Signatures("听讲人签名（本人签，不代签）", _PLACES, across=5),
        ),
        compact=True,
    )
