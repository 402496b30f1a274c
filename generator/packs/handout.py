"""The handout (培训讲义) and the toolbox talk (班前会讲稿) as Word documents."""

from __future__ import annotations

from typing import Any

from generator.packs.word import Word
from generator.packs.workshop import Workshop


def handout(values: dict[str, Any], workshop: Workshop) -> bytes:
    """Make what each trainee takes home: every slide's points with the trainer's words."""
    colours = workshop.style.colours
    word = Word(title=values["title"], values=values, style=workshop.style, day=workshop.day)
    word.text(values["summary"])
    word.small(
        f"适用对象：{values['audience']}　学时：{values['hours']}　核对日期：{values['reviewed']}"
    )
    word.box("学完这一课，你能", values["objectives"], fill=colours.pine_soft, colour=colours.pine)
    for number, slide in enumerate(values["slides"], 1):
        word.heading(f"{number}　{slide['title']}")
        word.bullets(slide["points"])
        word.text(slide["notes"])
        if slide["sources"]:
            word.small("依据：" + "；".join(slide["sources"]))
    for case in values["emergencies"]:
        word.heading(f"出事了怎么办：{case['situation']}")
        calls = "　".join(f"{call['name']} {call['number']}" for call in case["calls"])
        word.text(f"电话：{calls}", bold=True, colour=colours.cinnabar)
        word.steps(case["steps"])
        if case["never"]:
            word.box("千万不要", case["never"], fill=colours.cinnabar_soft, colour=colours.cinnabar)
    word.heading("本课依据")
    word.bullets(values["sources"])
    return word.finish()


def talk(values: dict[str, Any], workshop: Workshop) -> bytes:
    """Make the short script that a team leader reads before the shift."""
    colours = workshop.style.colours
    spoken = values["talk"]
    word = Word(
        title=f"班前会：{values['title']}", values=values, style=workshop.style, day=workshop.day
    )
    word.small(f"时长约 {spoken['minutes']} 分钟，班组长照着讲，讲完请大家签名。")
    word.heading("开场")
    word.text(spoken["opening"])
    word.heading("今天要讲的")
    word.steps(spoken["points"])
    word.heading("问一问")
    word.steps(spoken["ask"])
    word.box("一起做", [spoken["closing"]], fill=colours.pine_soft, colour=colours.pine)
    word.form(
        [("日期、班组", 0.9), ("讲的人", 0.9), ("今天的作业和风险", 2.2), ("听讲人签名", 4.5)]
    )
    return word.finish()
