"""Forms that an inspection asks for: sign-in sheet, training record, evaluation."""

from __future__ import annotations

from generator.documents.outline import (
    Bullets,
    Column,
    Field,
    Form,
    Heading,
    Look,
    Note,
    Outline,
    PageBreak,
    Paragraph,
    Table,
    Title,
)
from generator.packs.lesson import Lesson

_SEATS = 24
_ROW = 0.85  # centimetres
_TICKED = ("□",)
_JUDGED = (
    "讲的内容和我的工作有关",
    "讲得明白，我听懂了",
    "我知道自己岗位上有哪些危险",
    "我知道出事第一步做什么、打什么电话",
    "有练习、有提问，不是念稿子",
    "时间长短合适",
)


def record(lesson: Lesson) -> Outline:
    """Arrange the training record with its sign-in sheet.

    What it asks for follows 安全生产法 (2021) article 28: time, content, participants
    and results of training are to be recorded truthfully.
    """
    course = lesson.course
    return Outline(
        name="签到表和培训记录",
        imprint=lesson.imprint,
        blocks=(
            Title("培训记录"),
            Form(
                (
                    Field("培训主题", text=course.title),
                    Field("学时", text=str(course.hours)),
                    *map(Field, ("培训时间", "地点", "讲师", "组织部门", "应到人数", "实到人数")),
                    Field("培训方式", text="□授课　□现场　□演练"),
                    Field("考核方式", text="□笔试　□口试　□实操"),
                ),
                across=2,
            ),
            Heading("培训内容"),
            Bullets(course.objectives),
            Heading("考核结果和改进"),
            Form(
                (
                    Field("及格人数、补考安排", 1.4),
                    Field("员工提出的问题", 1.8),
                    Field("改进措施", 1.8),
                    Field("讲师签名", 1.0),
                    Field("负责人签名", 1.0),
                )
            ),
            PageBreak(),
            Heading("签到表"),
            Note("本人签名，不代签。新员工、转岗、复工人员请在备注里写明。"),
            _seats(),
        ),
    )


def evaluation(lesson: Lesson) -> Outline:
    """Arrange the sheet on which trainees say what the training was worth."""
    course = lesson.course
    return Outline(
        name="培训效果评估表",
        imprint=lesson.imprint,
        blocks=(
            Title("培训效果评估表"),
            Paragraph(f"培训主题：{course.title}　　日期：＿＿＿＿＿＿　　不用写名字，请说真话。"),
            Table(
                (
                    Column("请打勾", 9.5),
                    Column("很好", 2.5, Look.CENTRED),
                    Column("还行", 2.5, Look.CENTRED),
                    Column("不好", 2.5, Look.CENTRED),
                ),
                tuple((line, *_TICKED * 3) for line in _JUDGED),
            ),
            Heading("学完以后，这几件事我能做到吗"),
            Table(
                (
                    Column("要做到的事", 12),
                    Column("能", 2.5, Look.CENTRED),
                    Column("还不能", 2.5, Look.CENTRED),
                ),
                tuple((line, *_TICKED * 2) for line in course.objectives),
            ),
            Heading("请写一写"),
            Form(
                (
                    Field("最有用的一点", 1.6),
                    Field("没听懂的地方", 1.6),
                    Field("我看到的隐患和建议", 2),
                )
            ),
        ),
        compact=True,
    )


def _seats() -> Table:
    columns = (
        Column("序号", 1.3, Look.QUIET),
        Column("姓名", 3),
        Column("部门、岗位", 4),
        Column("签名", 3.7),
        Column("考核成绩", 2.2),
        Column("备注", 2.8),
    )
    rows = tuple((str(seat), "", "", "", "", "") for seat in range(1, _SEATS + 1))
    return Table(columns, rows, height=_ROW)
