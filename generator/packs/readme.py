"""说明.txt: what is in a pack and how to use it, readable in Windows Notepad."""

from __future__ import annotations

from collections.abc import Iterable

from generator.documents.archive import notepad_text
from generator.model.wording import chinese_date, plain
from generator.packs.lesson import Lesson


def readme(lesson: Lesson, uses: Iterable[tuple[str, str]]) -> bytes:
    """Give the text as UTF-8 with BOM and Windows line ends, as Notepad likes it.

    `uses` are the files in the pack, each by its name and what it is used for.
    """
    course, imprint = lesson.course, lesson.imprint
    lines = [
        f"{course.title}：培训包",
        "",
        plain(course.summary),
        f"适用对象：{lesson.audience}；学时：{course.hours}",
        f"内容核对日期：{chinese_date(course.reviewed_on)}",
        "",
        "怎么用",
        "  1. 先看讲义，按本单位的情况改课件里的例子。",
        "  2. 培训时签到，讲完提问、考试，当场讲评。",
        "  3. 用隐患排查清单到现场查一遍，写清责任人和期限，改完复查。",
        "  4. 把签到表、培训记录、考试卷、评估表存进“一人一档”。",
        "",
        "包里有什么",
        *(f"  {name}　{use}。" for name, use in uses),
        "",
        "PPTX、DOCX、XLSX 可以改，PDF 可以在手机上看。",
        "SHA256SUMS 用来核对文件是不是原样，一般用不着。",
        "可以自由修改、打印、转发，请注明来源。",
        f"来源：{imprint.site}（{imprint.publisher}）",
    ]
    if imprint.url:
        lines.append(f"网页：{imprint.url}")
    return notepad_text("\n".join(lines) + "\n")
