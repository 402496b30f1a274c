"""Quizzes: each question has one right way to be answered, and is asked once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.load.loader import Document, Loaded
from generator.model.course import LETTERS, Course, Question
from generator.model.library import Library
from generator.model.placeholder import is_placeholder
from generator.model.problem import Problem
from generator.model.vocabulary import QuestionKind


def check_quizzes(loaded: Loaded, library: Library, as_of: date) -> Iterator[Problem]:
    """Report answers that do not fit their options, and texts that stand twice."""
    for document in loaded.documents:
        if isinstance(document.value, Course):
            yield from _course(document, document.value)


def _course(document: Document, course: Course) -> Iterator[Problem]:
    asked: set[str] = set()
    for index, question in enumerate(course.quiz):
        fault = None if is_placeholder(question.answer) else _fault(question)
        if fault:
            yield document.problem(("quiz", index, "answer"), "E314", *fault)
        if len(set(question.options)) < len(question.options):
            yield document.problem(
                ("quiz", index, "options"), "E315", "有两个选项一样", "改掉其中一个"
            )
        if question.text in asked:
            yield document.problem(("quiz", index, "text"), "E315", "这道题出了两次", "删掉一道")
        asked.add(question.text)


def _fault(question: Question) -> tuple[str, str] | None:
    """Tell what is wrong with a question's answer and how to mend it."""
    answer = question.answer
    if question.kind is QuestionKind.TRUE_FALSE:
        if answer not in {"对", "错"}:
            return f"判断题的答案写成了“{answer}”", "写 对 或 错"
        return ("判断题不用写选项", "删掉 options") if question.options else None
    letters = LETTERS[: len(question.options)]
    if len(letters) < 2:
        return "选择题至少要有两个选项", "补上 options"
    if any(letter not in letters for letter in answer):
        return f"答案“{answer}”不在选项里", f"可选：{letters}"
    if list(answer) != sorted(set(answer)):
        return f"答案“{answer}”的字母重复或没按顺序", "例如写成 ABD"
    if question.kind is QuestionKind.SINGLE and len(answer) != 1:
        return "单选题只能有一个答案", "改成一个字母，或把题型改成 multiple"
    if question.kind is QuestionKind.MULTIPLE and len(answer) < 2:
        return "多选题至少要有两个答案", "补上答案，或把题型改成 single"
    return None
