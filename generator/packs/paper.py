"""The quiz on paper: the paper (考试卷) without answers, and the key (答案和解析) with them."""

from __future__ import annotations

from itertools import groupby

from generator.documents.outline import (
    Block,
    Column,
    Heading,
    Look,
    Outline,
    Paragraph,
    Question,
    Table,
    Title,
    Together,
)
from generator.model.course import Question as Asked
from generator.model.vocabulary import QuestionKind
from generator.model.wording import plain
from generator.packs.lesson import Lesson
from generator.packs.words import plain_lines

_TOTAL = 100
_PASS = 80


def paper(lesson: Lesson) -> Outline:
    """Arrange the paper that trainees write on, in parts: 一、单选题 and so on."""
    questions = lesson.course.paper
    blocks: list[Block] = [
        Title(
            f"{lesson.subject}考试卷",
            under=f"共 {len(questions)} 题，满分 {_TOTAL} 分，{_PASS} 分及格。多选题选全才得分。",
        ),
        Paragraph(
            "单位：＿＿＿＿＿＿＿＿＿　姓名：＿＿＿＿＿＿　日期：＿＿＿＿＿＿　得分：＿＿＿＿"
        ),
    ]
    parts = groupby(enumerate(questions, 1), key=lambda pair: pair[1].kind)
    for numeral, (kind, numbered) in zip("一二三", parts, strict=False):
        asked = [_question(number, question) for number, question in numbered]
        blocks += [Heading(f"{numeral}、{kind.label}（共 {len(asked)} 题）"), *asked]
    # The last question never stands alone on a page.
    blocks[-2:] = [Together(tuple(blocks[-2:]))]
    return Outline(name="考试卷", imprint=lesson.imprint, blocks=tuple(blocks))


def key(lesson: Lesson) -> Outline:
    """Arrange the key: each answer, why it is right and where that is written."""
    columns = (
        Column("题号", 1.3, Look.CENTRED),
        Column("答案", 1.5, Look.STRONG),
        Column("为什么", 9.0),
        Column("依据", 5.2, Look.QUIET),
    )
    rows = tuple(
        (
            str(number),
            question.answer,
            plain(question.explanation),
            "；".join(lesson.labels(question.sources)),
        )
        for number, question in enumerate(lesson.course.paper, 1)
    )
    title = Title(
        f"{lesson.subject}考试答案和解析",
        under="只发给培训负责人。讲评时把为什么讲清楚，比分数更要紧。",
    )
    return Outline(name="答案和解析", imprint=lesson.imprint, blocks=(title, Table(columns, rows)))


def _question(number: int, question: Asked) -> Question:
    judged = question.kind is QuestionKind.TRUE_FALSE
    return Question(
        f"{number}．{plain(question.text)}（　　）",
        () if judged else plain_lines(text for _, text in question.choices),
    )
