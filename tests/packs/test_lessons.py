"""What each document of a course says, before anybody draws it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from pydantic import ValidationError

from generator.documents.data import Data, as_data
from generator.documents.deck import Cover, Never, Rescue
from generator.documents.outline import (
    Block,
    Bullets,
    Outline,
    Question,
    Steps,
    Table,
    Together,
)
from generator.documents.poster import Paper
from generator.model.course import Slide
from generator.model.library import Library
from generator.model.wording import plain
from generator.packs.checklist import checklist, checklist_workbook
from generator.packs.course_documents import COURSE_DOCUMENTS
from generator.packs.handout import handout
from generator.packs.lesson import Lesson
from generator.packs.paper import key, paper
from generator.packs.posters import poster
from generator.packs.readme import readme
from generator.packs.slides import slides


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


def test_a_slide_has_one_picture_or_one_for_each_point() -> None:
    given = {"kind": "why", "title": "看", "points": ["看出口。", "看通道。"], "notes": "讲。"}
    for pictures in ([], ["hot"], ["hot", "lid-on"]):
        assert len(Slide.model_validate({**given, "pictures": pictures}).pictures) == len(pictures)
    with pytest.raises(ValidationError, match="有 2 条要点，配了 3 张图"):
        Slide.model_validate({**given, "pictures": ["hot", "lid-on", "hot"]})


def test_each_emergency_has_its_steps_and_its_nevers_on_slides_of_their_own(
    lesson: Lesson,
) -> None:
    drawn = slides(lesson).slides
    steps = {each.title: each for each in drawn if isinstance(each, Rescue)}
    nevers = {each.title: each for each in drawn if isinstance(each, Never)}
    for situation in lesson.situations:
        assert steps[situation.title].picture == (situation.picture or "")
        assert steps[situation.title].calls
        assert nevers[f"千万不要：{situation.title}"].lines == tuple(map(plain, situation.never))


def test_slides_and_posters_show_what_the_course_is_about(lesson: Lesson) -> None:
    cover, *_ = slides(lesson).slides
    assert isinstance(cover, Cover)
    sector = lesson.library.sectors["fire"]
    assert sector.picture
    assert cover.picture == poster(Paper.A4)(lesson).picture == sector.picture


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


def test_the_checklist_says_where_each_item_is_written_on_a_sheet_of_its_own(
    lesson: Lesson,
) -> None:
    book = checklist_workbook(lesson)
    checks = lesson.course.checklist
    assert not any("《" in str(cell) for row in book.rows for cell in row)
    assert [row[:2] for row in book.annex.rows] == [
        (number, plain(row.item)) for number, row in enumerate(checks, 1)
    ]
    assert all("《" in str(row[2]) for row in book.annex.rows)
    printed = checklist(lesson).blocks[-1]
    assert isinstance(printed, Bullets)
    assert printed.small
    assert len(printed.lines) == len(checks)


def test_the_checklist_is_printed_in_nine_points_at_least(lesson: Lesson, files: Path) -> None:
    book = openpyxl.load_workbook(files / "fire/fire-checklist.xlsx")
    for sheet in book.worksheets[:3:2]:
        across = sheet.page_setup.orientation == "landscape"
        margins = sheet.page_margins
        room = (29.7 if across else 21) / 2.54 - margins.left - margins.right
        # A digit of the font of the book is 7 dots wide at 10 points, 96 dots to the inch.
        widths = [
            sheet.column_dimensions[get_column_letter(place + 1)].width
            for place in range(sheet.max_column)
        ]
        scale = min(1, room * 96 / sum(7 * width for width in widths))
        sizes = {cell.font.size for row in sheet.iter_rows(min_row=2) for cell in row if cell.value}
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert min(sizes) * scale >= 9, sheet.title
    first = book._fonts[0]
    assert (first.name, first.sz, first.scheme) == ("微软雅黑", 10, None)


def test_the_handout_shows_what_happens(lesson: Lesson) -> None:
    shown = [each.picture for each in handout(lesson).blocks if isinstance(each, Steps)]
    assert "leave-low" in shown


def test_the_handout_names_each_text_once_with_its_articles(lesson: Lesson) -> None:
    sources = handout(lesson).blocks[-1]
    assert isinstance(sources, Bullets)
    titles = [line.partition("》")[0] for line in sources.lines]
    assert len(titles) == len(set(titles)) > 0
    for label in lesson.sources:
        title, _, article = label.partition("》")
        (line,) = [each for each in sources.lines if each.startswith(f"{title}》")]
        assert article in line


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
