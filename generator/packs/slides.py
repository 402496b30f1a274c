"""The slides (培训课件) of a course."""

from __future__ import annotations

from generator.cards.rescue import rescue_slides
from generator.documents.deck import (
    Agenda,
    Caption,
    Case,
    Cover,
    Deck,
    Gallery,
    Points,
    Questions,
    Sources,
)
from generator.documents.deck import Slide as Drawn
from generator.documents.tone import Tone
from generator.model.course import Slide
from generator.model.picture import Point
from generator.model.vocabulary import SlideKind
from generator.model.wording import plain
from generator.packs.lesson import Lesson
from generator.packs.words import plain_lines

_TONES = {
    SlideKind.WHY: Tone.PINE,
    SlideKind.HAZARD: Tone.AMBER,
    SlideKind.ACTION: Tone.PINE,
    SlideKind.RULE: Tone.SKY,
}
_ASKED = 3
_SHOWN = 6
_ENOUGH = 3
_SOURCES_SHOWN = 16


def slides(lesson: Lesson) -> Deck:
    """Arrange cover, objectives, the course's own slides, emergencies, quiz and sources."""
    course = lesson.course
    summary = plain(course.summary)
    drawn: list[Drawn] = [
        Cover(
            title=course.title,
            summary=summary,
            line=f"适用：{lesson.audience}　　学时：{course.hours}",
            picture="".join(lesson.pictures[:1]),
        ),
        Agenda(
            label="学习目标",
            title="学完这一课，你能做到",
            lines=course.objectives,
            notes=f"{summary}\n先问大家：这些事，现在有谁能做到？",
            picture="".join(lesson.pictures[1:2]),
        ),
        *(_slide(slide, lesson) for slide in course.slides),
        *_galleries(lesson),
        *rescue_slides(lesson.situations, lesson.library),
        _quiz(lesson),
        _sources(lesson),
    ]
    return Deck(name="培训课件", imprint=lesson.imprint, slides=tuple(drawn))


def _slide(slide: Slide, lesson: Lesson) -> Drawn:
    """Give a slide of the course as its kind looks; its sources stand in the notes."""
    notes = plain(slide.notes)
    if slide.sources:
        notes += f"\n依据：{'；'.join(lesson.labels(slide.sources))}"
    label, lines = slide.kind.label, plain_lines(slide.points)
    match slide.kind:
        case SlideKind.CASE:
            return Case(
                label=label,
                title=slide.title,
                lines=lines,
                notes=notes,
                picture="".join(slide.pictures[:1]),
            )
        case SlideKind.DISCUSSION:
            return Questions(label=label, title=slide.title, lines=lines, notes=notes)
        case _:
            return Points(
                label=label,
                title=slide.title,
                lines=lines,
                tone=_TONES[slide.kind],
                notes=notes,
                pictures=slide.pictures,
            )


def _galleries(lesson: Lesson) -> tuple[Gallery, ...]:
    """Give what to do and what not to do in the course's main sector, where it has pictures."""
    sector, *_ = lesson.library.sectors_of(lesson.course)
    rows = (("要这样做", sector.dos, Tone.PINE), ("不要这样做", sector.donts, Tone.CINNABAR))
    return tuple(
        Gallery(
            label=sector.title,
            title=title,
            captions=captions,
            tone=tone,
            notes="一幅一幅看，请大家说出画的是什么、为什么。",
        )
        for title, lines, tone in rows
        if len(captions := _captions(lines)) >= _ENOUGH
    )


def _captions(lines: tuple[Point, ...]) -> tuple[Caption, ...]:
    pictured = (Caption(each.picture, plain(each.text)) for each in lines if each.picture)
    return tuple(pictured)[:_SHOWN]


def _quiz(lesson: Lesson) -> Questions:
    asked = lesson.course.paper[:_ASKED]
    return Questions(
        label="考一考",
        title="现在回答这三个问题",
        lines=plain_lines(question.text for question in asked),
        notes="\n".join(
            f"{plain(question.text)}\n答案：{question.answer}。{plain(question.explanation)}"
            for question in asked
        ),
    )


def _sources(lesson: Lesson) -> Sources:
    lines = lesson.texts[:_SOURCES_SHOWN]
    rest = len(lesson.texts) - len(lines)
    if rest:
        lines += (f"另有 {rest} 条，见讲义“本课依据”。",)
    return Sources(
        label="依据",
        title="这些要求写在哪里",
        lines=lines,
        notes="告诉大家：这些不是谁的要求，是法律和标准写明的。",
    )
