"""The toolbox talk (班前会讲稿): the short script that a team leader reads before the shift."""

from __future__ import annotations

from generator.documents.outline import Box, Field, Form, Heading, Outline, Paragraph, Steps, Title
from generator.documents.tone import Tone
from generator.model.wording import plain
from generator.packs.lesson import Lesson
from generator.packs.words import plain_lines


def talk(lesson: Lesson) -> Outline:
    """Arrange the talk, and the form that those who heard it sign."""
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
            Form(
                (
                    Field("日期、班组", 0.9),
                    Field("讲的人", 0.9),
                    Field("今天的作业和风险", 2.2),
                    Field("听讲人签名", 4.5),
                )
            ),
        ),
    )
