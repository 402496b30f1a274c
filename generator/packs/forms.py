"""Forms that an inspection asks for: sign-in sheet, training record, evaluation."""

from __future__ import annotations

from typing import Any

from generator.packs.word import Word
from generator.packs.workshop import Workshop

_SEATS = 25


def record(values: dict[str, Any], workshop: Workshop) -> bytes:
    """Make the training record with its sign-in sheet.

    What it asks for follows 安全生产法 (2021) article 28: time, content, participants
    and results of training are to be recorded truthfully.
    """
    word = Word(title="培训记录", values=values, style=workshop.style, day=workshop.day)
    word.table(
        [
            ["培训主题", values["title"], "学时", str(values["hours"])],
            ["培训时间", "", "地点", ""],
            ["讲师", "", "组织部门", ""],
            ["应到人数", "", "实到人数", ""],
            ["培训方式", "□授课　□现场　□演练", "考核方式", "□笔试　□口试　□实操"],
        ],
        widths=[2.6, 7.2, 2.6, 4.6],
    )
    word.heading("培训内容", 2)
    word.bullets(values["objectives"])
    word.heading("考核结果和改进", 2)
    word.form(
        [
            ("及格人数、补考安排", 1.4),
            ("员工提出的问题", 1.8),
            ("改进措施", 1.8),
            ("讲师签名", 1.0),
            ("负责人签名", 1.0),
        ]
    )
    word.new_page()
    word.heading("签到表")
    word.small("本人签名，不代签。新员工、转岗、复工人员请在备注里写明。")
    word.table(
        [["序号", "姓名", "部门、岗位", "签名", "考核成绩", "备注"]]
        + [[str(seat), "", "", "", "", ""] for seat in range(1, _SEATS + 1)],
        widths=[1.3, 3, 4, 3.7, 2.2, 2.8],
    )
    return word.finish()


def evaluation(values: dict[str, Any], workshop: Workshop) -> bytes:
    """Make the sheet on which trainees say what the training was worth."""
    word = Word(title="培训效果评估表", values=values, style=workshop.style, day=workshop.day)
    word.text(f"培训主题：{values['title']}　　日期：＿＿＿＿＿＿　　不用写名字，请说真话。")
    word.table(
        [["请打勾", "很好", "还行", "不好"]]
        + [
            [line, "", "", ""]
            for line in (
                "讲的内容和我的工作有关",
                "讲得明白，我听懂了",
                "我知道自己岗位上有哪些危险",
                "我知道出事第一步做什么、打什么电话",
                "有练习、有提问，不是念稿子",
                "时间长短合适",
            )
        ],
        widths=[9.5, 2.5, 2.5, 2.5],
    )
    word.heading("学完以后，这几件事我能做到吗", 2)
    word.table(
        [["要做到的事", "能", "还不能"]] + [[line, "", ""] for line in values["objectives"]],
        widths=[12, 2.5, 2.5],
    )
    word.heading("请写一写", 2)
    word.form([("最有用的一点", 1.8), ("没听懂的地方", 1.8), ("我看到的隐患和建议", 2.4)])
    return word.finish()
