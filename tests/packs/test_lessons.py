"""What each document of a course says, before anybody draws it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from generator.documents.data import Data, as_data
from generator.documents.outline import Block, Outline, Question, Table, Together
from generator.model.library import Library
from generator.model.wording import plain
from generator.packs.checklist import checklist_workbook
from generator.packs.course_documents import COURSE_DOCUMENTS
from generator.packs.lesson import Lesson
from generator.packs.paper import key, paper
from generator.packs.readme import readme


@pytest.fixture(scope="module")
def lesson(library: Library) -> Lesson:
    return Lesson(library.courses["fire"], library)


def texts(value: Data) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)


def said(name: str, lesson: Lesson) -> str:
    (row,) = [row for row in COURSE_DOCUMENTS if row.id == name]
    arrange = next(iter(row.formats.values()))
    return "\n".join(texts(as_data(arrange(lesson))))


def all_of(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield from block.blocks if isinstance(block, Together) else (block,)


def test_the_paper_asks_and_does_not_tell(lesson: Lesson) -> None:
    course = lesson.course
    asked = [each for each in all_of(paper(lesson).blocks) if isinstance(each, Question)]
    assert len(asked) == len(course.paper)
    for question, block in zip(course.paper, asked, strict=True):
        assert plain(question.text) in block.text
        assert question.answer not in block.text.replace(question.text, "")
        assert plain(question.explanation) not in block.text


def test_the_key_has_every_answer_with_its_reason_and_its_source(lesson: Lesson) -> None:
    table = key(lesson).blocks[1]
    assert isinstance(table, Table)
    for question, row in zip(lesson.course.paper, table.rows, strict=True):
        assert isinstance(row, tuple)
        assert row[1:3] == (question.answer, plain(question.explanation))
        assert row[3].startswith("《")


@pytest.mark.parametrize("name", ["slides", "handout"])
def test_slides_and_handout_hold_the_whole_lesson(lesson: Lesson, name: str) -> None:
    words = said(name, lesson)
    for slide in lesson.course.slides:
        assert slide.title in words
        assert slide.notes in words
        assert all(point in words for point in slide.points)


def test_the_talk_is_as_it_is_spoken(lesson: Lesson) -> None:
    words = said("talk", lesson)
    talk = lesson.course.talk
    for line in (talk.opening, *talk.points, *talk.ask, talk.closing):
        assert line in words


def test_the_record_asks_for_what_an_inspection_asks_for(lesson: Lesson) -> None:
    words = said("record", lesson)
    for word in ("培训时间", "讲师", "学时", "签名", "考核成绩", "负责人签名", "签到表"):
        assert word in words


def test_the_checklist_marks_what_may_be_grave(lesson: Lesson) -> None:
    rows = checklist_workbook(lesson).rows
    course = lesson.course
    assert [row[2] for row in rows] == [row.item for row in course.checklist]
    assert ["★" in row for row in rows] == [row.major for row in course.checklist]


def test_every_document_of_a_course_is_an_arrangement_with_its_name(lesson: Lesson) -> None:
    for row in COURSE_DOCUMENTS:
        for arrange in row.formats.values():
            made = arrange(lesson)
            assert made.imprint.title == lesson.course.title
            assert not isinstance(made, Outline) or made.blocks


def test_the_readme_names_the_page_of_the_course(lesson: Lesson) -> None:
    text = readme(lesson, [("培训课件.pptx", "上课用")]).decode("utf-8-sig")
    assert "https://sample.example/training/fire.html" in text
    assert "培训课件.pptx" in text
    site = lesson.library.site.model_copy(update={"url": None})
    nowhere = Lesson(lesson.course, replace(lesson.library, site=site))
    assert "网页：" not in readme(nowhere, []).decode("utf-8-sig")
