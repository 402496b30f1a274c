"""PDF files for those who cannot see them: marks, language, title, headings, lists, table heads."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from generator.documents.maker import Content, Maker
from generator.model.library import Library
from generator.packs.course_documents import COURSE_DOCUMENTS
from generator.packs.lesson import Lesson
from generator.packs.paper import paper
from generator.packs.talk import talk
from tests.documents.pdf_tags import tags

PRINTED = {row.id: row.formats["pdf"] for row in COURSE_DOCUMENTS if "pdf" in row.formats}


@pytest.fixture(scope="module")
def lesson(fixture_library: Library) -> Lesson:
    return Lesson(fixture_library.courses["fire"], fixture_library)


def read(maker: Maker, content: Content) -> PdfReader:
    return PdfReader(io.BytesIO(maker.document(content, "pdf")))


@pytest.mark.parametrize("name", PRINTED)
def test_a_pdf_says_what_it_is_and_in_which_language(
    maker: Maker, lesson: Lesson, name: str
) -> None:
    content = PRINTED[name](lesson)
    reader = read(maker, content)
    root = reader.root_object
    assert root["/Lang"] == "zh-CN"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == f"{lesson.course.title}：{content.name}"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data()


@pytest.mark.parametrize("name", PRINTED)
def test_a_pdf_begins_with_its_title_as_a_heading(maker: Maker, lesson: Lesson, name: str) -> None:
    found = tags(read(maker, PRINTED[name](lesson)))
    first = next(path for path in found if path.rpartition("/")[2].startswith("H"))
    assert first.endswith("/H1")
    assert "/P/" not in first


def test_the_choices_of_each_question_are_one_list(maker: Maker, lesson: Lesson) -> None:
    found = tags(read(maker, paper(lesson)))
    asked = [question for question in lesson.course.paper if question.options]
    lists = [path for path in found if path.endswith("/L")]
    items = [path for path in found if path.endswith("/L/LI")]
    assert len(lists) == len(asked) > 1
    assert len(items) == sum(len(question.options) for question in asked)


def test_short_choices_stand_in_two_columns_and_are_one_list_still(
    maker: Maker, lesson: Lesson
) -> None:
    first = lesson.course.paper[0]
    assert first.options
    short = first.model_copy(update={"options": ("甲", "乙", "丙", "丁", "戊")})
    course = lesson.course.model_copy(update={"quiz": (short, *lesson.course.quiz[1:])})
    made = maker.document(paper(replace(lesson, course=course)), "pdf")
    items = [path for path in tags(PdfReader(io.BytesIO(made))) if path.endswith("/L/LI")]
    assert len(items) == sum(len(question.options) for question in course.quiz)
    with PdfDocument(made) as document:
        page = document[0].get_textpage()
        left = {word: page.get_charbox(page.search(word).get_next()[0])[0] for word in "甲乙丁戊"}
    assert left["甲"] == pytest.approx(left["乙"], abs=1)
    assert left["丁"] == pytest.approx(left["戊"], abs=1)
    assert left["丁"] > left["甲"] + 150


def test_what_is_signed_after_the_talk_is_under_table_heads(maker: Maker, lesson: Lesson) -> None:
    reader = read(maker, talk(lesson))
    assert len(reader.pages) == 1
    found = tags(reader)
    assert sum(path.endswith("/Table") for path in found) == 2
    assert sum(path.endswith("/THead/TR/TH") for path in found) == 4 + 1
