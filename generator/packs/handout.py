"""The handout (培训讲义): what each trainee takes home."""

from __future__ import annotations

from generator.cards.rescue import rescue_blocks
from generator.documents.outline import (
    Block,
    Box,
    Bullets,
    Heading,
    Note,
    Outline,
    Paragraph,
    Title,
)
from generator.documents.tone import Tone
from generator.model.course import Slide
from generator.model.wording import plain
from generator.packs.lesson import Lesson
from generator.packs.words import plain_lines


def handout(lesson: Lesson) -> Outline:
    """Arrange every slide's points with the trainer's words, the emergencies and the sources."""
    course = lesson.course
    blocks: list[Block] = [
        Title(course.title, under=f"适用对象：{lesson.audience}　　学时：{course.hours}"),
        Paragraph(plain(course.summary)),
        Box("学完这一课，你能", course.objectives, Tone.PINE),
    ]
    for number, slide in enumerate(course.slides, 1):
        blocks += _slide(number, slide, lesson)
    blocks += rescue_blocks(lesson.situations, lesson.library)
    blocks += [Heading("本课依据"), Bullets(lesson.texts, small=True)]
    return Outline(name="培训讲义", imprint=lesson.imprint, blocks=tuple(blocks))


def _slide(number: int, slide: Slide, lesson: Lesson) -> list[Block]:
    blocks: list[Block] = [
        Heading(f"{number}　{slide.title}"),
        Bullets(plain_lines(slide.points)),
        Paragraph(plain(slide.notes)),
    ]
    if slide.sources:
        blocks.append(Note("依据：" + "；".join(lesson.labels(slide.sources))))
    return blocks
