"""The table of documents that a course offers; a new download is a function and a row here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.documents.kind import DocumentKind
from generator.documents.poster import Paper
from generator.documents.typesetter import Printed
from generator.packs.checklist import checklist, checklist_workbook
from generator.packs.forms import evaluation, record
from generator.packs.handout import handout
from generator.packs.lesson import Lesson
from generator.packs.paper import key, paper
from generator.packs.posters import poster
from generator.packs.slides import slides
from generator.packs.talk import talk


@dataclass(frozen=True, kw_only=True)
class CourseDocument(DocumentKind[Lesson]):
    """A document of a course.

    `use` is what it is used for, in a few Chinese words without a full stop; `name` is what its
    files are called, where that is not the label. Documents of one `group` share a number.
    """

    use: str
    name: str = ""
    group: str = ""

    @property
    def file_name(self) -> str:
        """Give what its files are called, without number and extension."""
        return self.name or self.label.replace(" ", "")


@dataclass(frozen=True, kw_only=True)
class PreviewKind:
    """A picture of one page (from 0) of a document, at `ppi` pixels per inch."""

    id: str
    label: str
    arrange: Callable[[Lesson], Printed]
    page: int
    ppi: int


COURSE_DOCUMENTS: tuple[CourseDocument, ...] = (
    CourseDocument(
        id="slides",
        label="培训课件",
        use="投影讲课，备注里有讲稿",
        formats={"pptx": slides, "pdf": slides},
    ),
    CourseDocument(
        id="handout",
        label="培训讲义",
        use="发给员工带走",
        formats={"docx": handout, "pdf": handout},
    ),
    CourseDocument(
        id="talk",
        label="班前会讲稿",
        use="班组长开工前照着讲",
        formats={"docx": talk, "pdf": talk},
    ),
    CourseDocument(
        id="checklist",
        label="隐患排查清单",
        use="到现场逐项查，自动统计",
        formats={"xlsx": checklist_workbook, "pdf": checklist},
    ),
    CourseDocument(
        id="paper",
        label="考试卷",
        use="打印出来考试",
        formats={"docx": paper, "pdf": paper},
    ),
    CourseDocument(
        id="key",
        label="答案和解析",
        use="只给培训负责人",
        formats={"docx": key, "pdf": key},
    ),
    CourseDocument(
        id="record",
        label="签到表和培训记录",
        use="签到、存档、备查",
        formats={"docx": record},
    ),
    CourseDocument(
        id="evaluation",
        label="培训效果评估表",
        use="听听员工怎么说",
        formats={"docx": evaluation},
    ),
    CourseDocument(
        id="poster-a3",
        label="海报 A3",
        use="打印张贴",
        formats={"pdf": poster(Paper.A3)},
        group="海报",
    ),
    CourseDocument(
        id="poster-a4",
        label="海报 A4",
        use="打印张贴",
        formats={"pdf": poster(Paper.A4)},
        group="海报",
    ),
    CourseDocument(
        id="poster",
        label="海报图片",
        use="发微信群、上屏幕",
        formats={"png": poster(Paper.A4)},
        name="海报",
        group="海报",
    ),
)

PREVIEWS: tuple[PreviewKind, ...] = (
    PreviewKind(id="preview-cover", label="课件封面", arrange=slides, page=0, ppi=32),
    PreviewKind(id="preview-slide", label="课件内页", arrange=slides, page=3, ppi=32),
    PreviewKind(id="preview-poster", label="海报", arrange=poster(Paper.A4), page=0, ppi=40),
    PreviewKind(id="preview-handout", label="讲义", arrange=handout, page=0, ppi=50),
    PreviewKind(id="preview-checklist", label="清单", arrange=checklist, page=0, ppi=40),
    PreviewKind(id="preview-paper", label="考试卷", arrange=paper, page=0, ppi=50),
)


def numbered(documents: Iterable[CourseDocument]) -> Iterator[tuple[int, CourseDocument]]:
    """Give each document with its number in a pack: by position, one for a whole group."""
    number, group = 0, ""
    for document in documents:
        if not document.group or document.group != group:
            number += 1
        group = document.group
        yield number, document
