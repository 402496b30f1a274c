"""The quiz as Word documents: the paper without answers, and the key with explanations."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from generator.model.vocabulary import QuestionKind
from generator.packs.word import Word
from generator.packs.workshop import Workshop

TOTAL = 100
PASS = 80


def paper(values: dict[str, Any], workshop: Workshop) -> bytes:
    """Make the paper that trainees write on."""
    word = Word(
        title=f"{values['subject']}考试卷", values=values, style=workshop.style, day=workshop.day
    )
    word.text("单位：＿＿＿＿＿＿＿　姓名：＿＿＿＿＿　日期：＿＿＿＿＿　得分：＿＿＿＿")
    word.small(f"共 {len(values['quiz'])} 题，满分 {TOTAL} 分，{PASS} 分及格。多选题选全才得分。")
    for label, questions in by_kind(values["quiz"]):
        word.heading(f"{label}（共 {len(questions)} 题）")
        for question in questions:
            word.text(f"{question['number']}．{question['text']}（　　）")
            if question["kind"] != QuestionKind.TRUE_FALSE.value:
                word.choices(f"{each['letter']}．{each['text']}" for each in question["choices"])
    return word.finish()


def key(values: dict[str, Any], workshop: Workshop) -> bytes:
    """Make the key: each answer, why it is right and where that is written."""
    word = Word(
        title=f"{values['subject']}考试答案和解析",
        values=values,
        style=workshop.style,
        day=workshop.day,
    )
    word.small("只发给培训负责人。讲评时把为什么讲清楚，比分数更要紧。")
    word.table(
        [["题号", "答案", "为什么", "依据"]]
        + [
            [
                str(question["number"]),
                question["answer"],
                question["explanation"],
                "；".join(question["sources"]),
            ]
            for question in values["quiz"]
        ],
        widths=[1.4, 1.6, 8.6, 5.4],
    )
    return word.finish()


def by_kind(quiz: list[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    """Give a paper's questions in its parts: 一、单选题 and so on."""
    parts = groupby(quiz, key=lambda question: question["label"])
    return [
        (f"{numeral}、{label}", list(questions))
        for numeral, (label, questions) in zip("一二三", parts, strict=False)
    ]
