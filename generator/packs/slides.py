"""The slides (培训课件) of a course."""

from __future__ import annotations

from generator.cards.rescue import rescue_slides
from generator.documents.deck import Cards, Cover, Deck, Lines
from generator.documents.deck import Slide as Drawn
from generator.documents.tone import Tone
from generator.model.course import Slide
from generator.model.vocabulary import SlideKind
from generator.model.wording import plain
from generator.packs.lesson import Lesson
from generator.packs.words import plain_lines

_TONES = {
    SlideKind.WHY: Tone.PINE,
    SlideKind.HAZARD: Tone.AMBER,
    SlideKind.ACTION: Tone.PINE,
    SlideKind.CASE: Tone.CINNABAR,
    SlideKind.RULE: Tone.SKY,
    SlideKind.DISCUSSION: Tone.SKY,
}
_ASKED = 3
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
        ),
        Cards(
            label="学习目标",
            title="学完这一课，你能做到",
            lines=course.objectives,
            tone=Tone.PINE,
            notes=f"{summary}\n先问大家：这些事，现在有谁能做到？",
        ),
        *(_slide(slide, lesson) for slide in course.slides),
        *rescue_slides(lesson.situations, lesson.library),
        _quiz(lesson),
        _sources(lesson),
    ]
    return Deck(name="培训课件", imprint=lesson.imprint, slides=tuple(drawn))


def _slide(slide: Slide, lesson: Lesson) -> Cards:
    notes = plain(slide.notes)
    if slide.sources:
        notes += f"\n依据：{'；'.join(lesson.labels(slide.sources))}"
    return Cards(
        label=slide.kind.label,
        title=slide.title,
        lines=plain_lines(slide.points),
        tone=_TONES[slide.kind],
        notes=notes,
        numbered=slide.kind is SlideKind.ACTION,
    )


def _quiz(lesson: Lesson) -> Cards:
    asked = lesson.course.paper[:_ASKED]
    return Cards(
        label="考一考",
        title="现在回答这三个问题",
        lines=plain_lines(question.text for question in asked),
        tone=Tone.SKY,
        notes="\n".join(
            f"{plain(question.text)}\n答案：{question.answer}。{plain(question.explanation)}"
            for question in asked
        ),
    )


def _sources(lesson: Lesson) -> Lines:
    lines = lesson.sources[:_SOURCES_SHOWN]
    rest = len(lesson.sources) - len(lines)
    if rest:
        lines += (f"另有 {rest} 条，见讲义“本课依据”。",)
    return Lines(
        label="依据",
        title="这些要求写在哪里",
        lines=lines,
        notes="告诉大家：这些不是谁的要求，是法律和标准写明的。",
    )
