"""Documents in the layouts that occur, as text and as Word documents."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from generator.importer.reading import Point, Reading, read
from generator.importer.source import read_source
from generator.importer.units import KnownUnits
from tests.importer import documents, word

Roles = dict[str, list[str]]


@dataclass
class Seen:
    """What a person reads: the title, and of each item chapter, title, units, figures, days."""

    title: str
    items: list[tuple[str, str, Roles]]
    figures: list[list[tuple[str, int, bool, str]]]
    days: list[list[tuple[date, str]]]
    said: list[str] = field(default_factory=list)


LAYOUTS = {
    "TASK_TABLE": Seen(
        "样例县2027年安全生产重点任务分解表",
        [
            (
                "压实责任",
                "落实领导责任",
                {"lead": ["县安委办"], "supporting": ["县应急局", "县公安局"]},
            ),
            ("压实责任", "落实企业责任", {"lead": ["县应急局"], "supporting": ["各镇（街道）"]}),
            ("排查隐患", "排查老旧小区", {"lead": ["县消防救援大队"], "supporting": ["县住建局"]}),
        ],
        [[("quarterly", 1, False, "次")], [("monthly", 1, False, "次")], []],
        [[], [(date(2027, 6, 30), "落实企业责任")], [(date(2027, 11, 15), "排查老旧小区")]],
    ),
    "WITH_TABLE_BEHIND": Seen(
        "2027年样例县安全生产工作要点",
        [
            ("压实责任", "落实领导责任", {"sharing": ["县安委办", "县公安局"]}),
            ("压实责任", "落实企业责任", {"sharing": ["县应急局"]}),
        ],
        [[("quarterly", 1, False, "次")], [("monthly", 1, False, "次")]],
        [[(date(2027, 3, 31), "落实领导责任")], []],
        [
            "任务表里的“建一座桥”没有对上条目",
            "任务表里第 2 条多了单位：县住建局",
            "没有归到哪里：“附件：任务分解表”",
        ],
    ),
    "OF_AN_ENTERPRISE": Seen(
        "样例公司2027年安全生产工作计划",
        [
            ("重点工作", "看设备", {"sharing": ["设备部"], "supporting": ["生产部"]}),
            ("重点工作", "练一练", {"sharing": ["安环部"]}),
            ("重点工作", "修厂房", {"lead": ["工程部"], "supporting": ["安环部", "财务部"]}),
        ],
        [
            [("monthly", 2, True, "次")],
            [("half-yearly", 1, False, "次"), ("two-monthly", 1, False, "次")],
            [("once", 3, False, "间"), ("once", 12000, False, "米")],
        ],
        [[], [], [(date(2027, 6, 30), "改造老旧厂房3间")]],
    ),
    "OF_A_BANNER": Seen(
        "样例旗安全生产委员会2027年工作要点",
        [
            (
                "强化责任落实",
                "每季度至少召开1次会议，研究大事",
                {"lead": ["旗安委办"], "sharing": ["旗应急局", "各苏木镇"]},
            ),
            (
                "强化责任落实",
                "把责任写进清单，3月底前公开",
                {"lead": ["旗安委办"], "joint": ["旗司法局"]},
            ),
            (
                "强化责任落实",
                "有关产业园区每月自查",
                {"sharing": ["开发区管委会", "有关产业园区"]},
            ),
            (
                "强化基层",
                "全年培训网格员不少于1.2万人次，建成乡镇消防站3个以上",
                {"lead": ["旗消防救援大队"], "supporting": ["有关成员单位"]},
            ),
        ],
        [
            [("quarterly", 1, True, "次")],
            [],
            [("monthly", 1, False, "次")],
            [("yearly", 12000, True, "人次"), ("once", 3, True, "个")],
        ],
        [[], [(date(2027, 3, 31), "公开")], [], []],
        ["前面的印发通知没有写进草稿"],
    ),
    "ACTION_PLAN": Seen(
        "样例区安全生产治本攻坚三年行动方案（2026—2028年）",
        [
            ("教育培训行动", "轮训负责人", {"lead": ["区应急局"]}),
            ("教育培训行动", "讲清事故", {"lead": ["区应急局"]}),
            ("隐患清零行动", "查得出", {"sharing": ["区应急局", "区住建局"]}),
            (
                "隐患清零行动",
                "改得掉",
                {"sharing": ["区应急局"], "supporting": ["区财政局"]},
            ),
            ("保障措施", "加强领导", {}),
            ("保障措施", "加强督导", {}),
        ],
        [[("yearly", 1, False, "遍")], [], [("weekly", 1, False, "次")], [], [], []],
        [[], [], [], [], [], []],
    ),
    "TRADITIONAL": Seen(
        "2027年样例县安全生产工作要点",
        [
            ("压实责任", "学习领会", {"lead": ["县安委办"]}),
            ("压实责任", "落实责任", {"sharing": ["县应急局"]}),
        ],
        [[("quarterly", 1, False, "次")], [("monthly", 1, False, "遍")]],
        [[], []],
    ),
}


@pytest.fixture(params=["txt", "docx"])
def ending(request: pytest.FixtureRequest) -> str:
    """Give how the file's name ends."""
    return str(request.param)


def reading(folder: Path, name: str, ending: str) -> Reading:
    text: str = getattr(documents, name)
    path = folder / f"要点.{ending}"
    path.write_bytes(word.typed(text) if ending == "docx" else text.encode())
    return read(read_source(path), KnownUnits([]), year=2027)


def roles(point: Point) -> Roles:
    if point.duties is None:
        return {}
    of = {each: point.duties.of(each).names for each in ("lead", "joint", "sharing", "supporting")}
    return {role: names for role, names in of.items() if names}


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_is_read_as_a_person_reads_it(tmp_path: Path, name: str, ending: str) -> None:
    found = reading(tmp_path, name, ending)
    chapters = {each.number: each.title.words for each in found.outline.chapters}
    assert found.outline.title is not None
    seen = Seen(
        found.outline.title.words,
        [(chapters[p.item.chapter], p.item.title.words, roles(p)) for p in found.points],
        [[(d.period.value, d.number, d.least, d.unit) for d in p.demands] for p in found.points],
        [[(each.day, each.what) for each in point.dues] for point in found.points],
        [each.words for each in found.doubts],
    )
    assert seen == LAYOUTS[name]


def test_who_carries_out_everything_is_read_where_it_stands_once(tmp_path: Path) -> None:
    found = reading(tmp_path, "OF_A_BANNER", "txt")
    assert found.everybody == ("各苏木镇", "街道")
    assert [(each.day, each.what) for each in found.dues] == [(date(2027, 11, 30), "报送工作总结")]


def test_what_chapters_say_for_all_of_their_items_is_told(tmp_path: Path) -> None:
    found = reading(tmp_path, "ACTION_PLAN", "txt")
    said = [[each.words for each in point.doubts] for point in found.points]
    assert "没有写谁负责，用了这一部分标题后面写的" in said[0]
    assert "括号少了一半" in said[3]
    assert said[4] == ["没有写谁负责"]
    assert [each.words for each in found.outline.others] == ["重点任务"]


def test_masked_and_traditional_characters_are_written_as_they_are_meant(tmp_path: Path) -> None:
    found = reading(tmp_path, "TRADITIONAL", "txt")
    assert found.points[0].item.body.words == "党委每季度学习一次，党政同责。"
    assert found.mended == (
        "2 处用字母 D 代替的“党”，改了回来",
        "24 个繁体字，改成了简体",
    )
