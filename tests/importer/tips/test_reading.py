"""What is read of a table of tips, and what is said of each cell that will not do."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from generator.importer.errors import SourceError
from generator.importer.tips.reading import Reading, read
from generator.importer.tips.separated import sheet_of_text
from generator.importer.tips.sheet import letter_of
from generator.importer.tips.sources import KnownSources
from generator.importer.tips.workbook import sheets_of_workbook
from generator.load import load
from generator.model.advice import Tip
from generator.model.library import Library
from generator.model.vocabulary import ReferenceKind
from tests.conftest import FIXTURE
from tests.importer.tips.tables import HEADS, LAW, csv, row, xlsx


@cache
def small() -> Library:
    found = load(FIXTURE).library
    assert found is not None
    return found


@pytest.fixture
def library() -> Library:
    return small()


def reading(library: Library, *rows: tuple, heads: tuple = HEADS, merged: tuple = ()) -> Reading:
    return read(sheets_of_workbook(xlsx([heads, *rows], merged=merged))[0], library)


def faults(found: Reading) -> list[str]:
    return [each.told("提示.xlsx") for each in found.faults]


def skipped(found: Reading) -> list[str]:
    return [each.told("提示.xlsx") for each in found.skipped]


def test_a_row_is_a_tip(library: Library) -> None:
    found = reading(library, row(audience="群众、老年人"))
    assert faults(found) == []
    (tip,) = found.tips
    assert (tip.row, tip.sector.id, tip.text) == (2, "gas", "做饭时人不离开灶")
    assert [each.value for each in tip.audience] == ["public", "elderly"]
    assert tip.sources == ("work-safety-law#57",)


def test_columns_may_stand_in_any_order_under_other_words(library: Library) -> None:
    cells = row()
    heads = ("序号", "法规依据", "内容（必填）", " 为 什么", "＊行业", "对象：")
    data = (1, cells[4], cells[2], cells[3], cells[0], cells[1])
    found = reading(library, data, heads=heads)
    assert faults(found) == []
    assert len(found.tips) == 1
    assert found.heading.unread == {1: "序号"}


def test_a_title_may_stand_above_the_headings(library: Library) -> None:
    content = xlsx([("样例县安全提示表",), (), HEADS, row()], merged=("A1:E1",))
    assert [tip.row for tip in read(sheets_of_workbook(content)[0], library).tips] == [4]


def test_columns_that_are_missing_or_twice_are_told(library: Library) -> None:
    heads = ("行业领域", "对谁说", "提示", "依椐", "安全提示")
    assert faults(reading(library, row(), heads=heads)) == [
        "提示.xlsx:1: 没有“为什么”这一列",
        "提示.xlsx:1: 没有“依据”这一列；是不是 D（依椐）？",
        "提示.xlsx:1:E（提示）: C 列也是“提示”，只留一列",
    ]


def test_a_sheet_without_headings_is_none(library: Library) -> None:
    with pytest.raises(SourceError, match="没有找到表头：要有行业领域、对谁说、提示、为什么、依据"):
        reading(library, row(), heads=("甲", "乙"))


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"sector": None}, "2:A（行业领域）: 没有写行业领域"),
        ({"sector": "燃汽安全"}, "2:A（行业领域）: 没有行业领域“燃汽安全”；是不是“燃气安全”？"),
        ({"sector": "太空"}, "2:A（行业领域）: 没有行业领域“太空”；从“可以写的”这张表里选"),
        ({"audience": "企业负责人"}, "是不是“企业负责人和安全员”？"),
        ({"audience": "群众，工人"}, "2:B（对谁说）: 没有“工人”这个对象；可以写：群众、居民"),
        ({"audience": "、"}, "2:B（对谁说）: 没有写对谁说"),
        ({"text": None}, "2:C（提示）: 没有写提示"),
        ({"text": "。。。"}, "2:C（提示）: 没有写提示"),
        ({"text": "字" * 301}, "2:C（提示）: 有 301 字，超过 300 字；写短一些"),
        ({"text": "1.关阀\n2.开窗\n3.出门"}, "2:C（提示）: 一格里像是写了 3 条"),
        ({"text": "=A1"}, "2:C（提示）: 这一格是公式，没有读；复制以后“选择性粘贴”成数值"),
        ({"text": date(2026, 3, 1)}, "2:C（提示）: 这一格是日期、时间或真假值，不是文字"),
        ({"text": True}, "2:C（提示）: 这一格是日期、时间或真假值，不是文字"),
        ({"why": "#N/A"}, "2:D（为什么）: 这一格是错误值 #N/A"),
        ({"why": "看\ue000清"}, "2:D（为什么）: 有不能用的字符 U+E000 私用区字符，删掉它"),
        ({"why": 42, "sources": 28}, "2:E（依据）: 依据“28”没有登记；先在 references.yml 里登记"),
    ],
)
def test_what_will_not_do_is_told_at_its_cell(
    changed: dict[str, object], words: str, library: Library
) -> None:
    found = reading(library, row(**changed))
    assert len(found.faults) == 1
    assert words in faults(found)[0]
    assert faults(found)[0].startswith("提示.xlsx:2:")
    assert found.tips == []


def test_all_that_is_wrong_is_told_in_the_order_of_the_sheet(library: Library) -> None:
    rows = [row(why=None, sector="甲"), row(), (), row(audience="乙", sources="丙")]
    places = [each.split(": ")[0] for each in faults(reading(library, *rows))]
    assert places == [
        "提示.xlsx:2:A（行业领域）",
        "提示.xlsx:2:D（为什么）",
        "提示.xlsx:5:B（对谁说）",
        "提示.xlsx:5:E（依据）",
    ]


@pytest.mark.parametrize("name", ["gas", "燃气安全", "燃气", " 燃 气 安 全 ", "煤气罐", "ＧＡＳ"])
def test_a_sector_goes_by_its_title_its_id_and_its_keywords(name: str, library: Library) -> None:
    assert [tip.sector.id for tip in reading(library, row(sector=name)).tips] == ["gas"]


def test_a_name_of_two_sectors_is_neither(library: Library) -> None:
    gas = library.sectors["gas"].model_copy(update={"id": "town-gas", "title": "城镇燃气"})
    both = {**library.sectors, "town-gas": gas}
    two = library.__class__(**{**vars(library), "things": {**library.things, type(gas): both}})
    found = reading(two, row(sector="煤气罐"))
    assert faults(found) == [
        "提示.xlsx:2:A（行业领域）: “煤气罐”可以是“燃气安全”“城镇燃气”，写全名"
    ]


@pytest.mark.parametrize(
    ("written", "cites"),
    [
        ("《消防法》第二十八条", ["fire-protection-law#28"]),
        ("中华人民共和国消防法 第28条第一款", ["fire-protection-law#28"]),
        ("消防法28条", ["fire-protection-law#28"]),
        ("《消防法》（2021年修正）第二十八条", ["fire-protection-law#28"]),
        ("fire-protection-law#28", ["fire-protection-law#28"]),
        ("ｆｉｒｅ-protection-law＃28", ["fire-protection-law#28"]),
        (
            "《消防法》第五条、第二十八条；安全生产法第57条",
            ["fire-protection-law#5", "fire-protection-law#28", "work-safety-law#57"],
        ),
        (
            "work-safety-law#57 fire-protection-law#5",
            ["work-safety-law#57", "fire-protection-law#5"],
        ),
        ("《消防法》第五条\n《消防法》第五条", ["fire-protection-law#5"]),
        ("主席令第八十八号第五十七条", ["work-safety-law#57"]),
    ],
)
def test_sources_are_written_in_many_ways(written: str, cites: list[str], library: Library) -> None:
    found = reading(library, row(sources=written))
    assert faults(found) == []
    assert [*found.tips[0].sources] == cites


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("《消防法》", "引用《消防法》要写到条，例如第五条、第二十八条、第四十四条"),
        (
            "《消防法》第二十九条",
            "没有登记第二十九条；登记了的，接近的有第五条、第二十八条、第四十四条",
        ),
        (
            "《消方法》第二十八条",
            "依据“《消方法》第二十八条”没有登记；是不是《消防法》第二十八条？",
        ),
        ("第二十八条", "“第二十八条”前面没有写是哪一部法律"),
        ("《消防法》第五条和第二十八条", "里的“和第二十八条”认不出来；几条分开写，用分号隔开"),
        ("某县自己的规定", "依据“某县自己的规定”没有登记；先在 references.yml 里登记"),
        ("；", "没有写依据"),
    ],
)
def test_a_source_that_is_none_is_told(written: str, words: str, library: Library) -> None:
    found = reading(library, row(sources=written))
    assert len(found.faults) == 1
    assert faults(found)[0].startswith("提示.xlsx:2:E（依据）: ")
    assert words in faults(found)[0]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("1. 先关阀门", "先关阀门"),
        ("（3）先关阀门", "先关阀门"),
        ("②先关阀门", "先关阀门"),
        ("二、先关阀门", "先关阀门"),
        ("1.5米以上系安全带", "1.5米以上系安全带"),
        ("119、120 都能打", "119、120 都能打"),
        ("一、二楼的人先走", "一、二楼的人先走"),
        ("先关阀门,再开窗(不开灯).", "先关阀门，再开窗（不开灯）。"),
        ("拨打１１９　报警", "拨打119 报警"),
        ("记住: 先关阀门, 8:30 再开", "记住：先关阀门，8:30 再开"),
        ("先关阀门，\n再开\r\n窗", "先关阀门，再开窗"),
        ("先关_x000D_\n阀门", "先关阀门"),
        ("先\u200b关阀门", "先关阀门"),
        ("看 App\nStore 里的说明", "看 App Store 里的说明"),
    ],
)
def test_a_text_is_one_line_in_one_width(written: str, text: str, library: Library) -> None:
    found = reading(library, row(text=written))
    assert faults(found) == []
    assert found.tips[0].text == text


@pytest.mark.parametrize(
    ("written", "cites", "fault"),
    [
        ("《安全常识二十条》要点 3", ["rules-20#3"], ""),
        ("安全常识二十条", ["rules-20"], ""),
        ("GB 17761-2024《样例车》第 6.2.3 条", ["car#6.2.3"], ""),
        ("GB17761-2024 6.2.3", ["car#6.2.3"], ""),
        ("样例车 附录 A.1", ["car#A.1"], ""),
        ("GB 17761-2024", ["car"], ""),
        ("《样例车》第6.2.4条", [], "没有登记第 6.2.4 条；登记了的，接近的有第 6.2.3 条"),
        ("《看图学》", [], "“《看图学》”有几件，写编号：pictures-a、pictures-b"),
    ],
)
def test_sources_that_are_no_laws(
    written: str, cites: list[str], fault: str, library: Library
) -> None:
    law = library.references["fire-protection-law"]
    rows = [
        ("rules-20", "安全常识二十条", ReferenceKind.GUIDE, None, ["3"]),
        ("car", "样例车", ReferenceKind.STANDARD, "GB 17761-2024", ["6.2.3", "A.1"]),
        ("pictures-a", "看图学", ReferenceKind.PROFESSIONAL, None, []),
        ("pictures-b", "看图学", ReferenceKind.PROFESSIONAL, None, []),
    ]
    known = KnownSources(
        {
            id_: law.model_copy(
                update={
                    "id": id_,
                    "title": title,
                    "kind": kind,
                    "number": number,
                    "articles": dict.fromkeys(articles, "讲一样事"),
                }
            )
            for id_, title, kind, number, articles in rows
        }
    )
    found, faults = known.read(written)
    assert found == cites
    assert [fault in each for each in faults] == [True] * bool(fault)


def test_a_text_with_words_in_bold_is_read_whole(library: Library) -> None:
    words = CellRichText("做饭时", TextBlock(InlineFont(b=True), "人不离开灶"))
    assert reading(library, row(text=words)).tips[0].text == "做饭时人不离开灶"


def test_numbers_are_texts_too(library: Library) -> None:
    found = reading(library, row(text=119.0, why=0.5))
    assert [(tip.text, tip.why) for tip in found.tips] == [("119", "0.5")]


def test_what_is_merged_down_holds_for_each_row(library: Library) -> None:
    rows = [row(), row(sector=None, text="用完关阀门", sources=None), row(sector=None, text="开窗")]
    found = reading(library, *rows, merged=("A2:A4", "E2:E3"))
    assert faults(found) == []
    assert [(tip.sector.id, tip.sources) for tip in found.tips] == [
        ("gas", ("work-safety-law#57",))
    ] * 3


def test_blank_cells_that_are_not_merged_are_not_filled(library: Library) -> None:
    found = reading(library, row(), row(sector=None, text="用完关阀门"))
    assert faults(found) == ["提示.xlsx:3:A（行业领域）: 没有写行业领域"]


def test_merged_cells_alone_make_no_row_and_merged_tips_are_told(library: Library) -> None:
    found = reading(library, row(), merged=("A2:A5",))
    assert (len(found.tips), found.faults) == (1, [])
    found = reading(library, row(), row(text=None), merged=("C2:C3",))
    assert faults(found) == ["提示.xlsx:3:C（提示）: 和上面一格合并了；一行写一条，拆开再写"]


def test_what_was_said_before_is_skipped_and_told(library: Library) -> None:
    known = library.sectors["gas"].tips[0].text
    rows = [row(text=f"１. {known} "), row(), row(text="做饭时人不离开灶。"), row(sector="fire")]
    found = reading(library, *rows)
    assert skipped(found) == [
        "提示.xlsx:2:C（提示）: “燃气安全”里已经有这一条，跳过",
        "提示.xlsx:4:C（提示）: 和第 3 行一样，跳过",
    ]
    assert [(tip.row, tip.sector.id) for tip in found.tips] == [(3, "gas"), (5, "fire")]


def test_an_example_is_not_read(library: Library) -> None:
    found = reading(library, row(sector="例子：燃气安全"), row())
    assert skipped(found) == ["提示.xlsx:2: 是例子，没有读"]
    assert [tip.row for tip in found.tips] == [3]


@pytest.mark.parametrize("sign", [",", "\t", ";", "，"])
def test_a_csv_has_whatever_sign_between_its_cells(sign: str, library: Library) -> None:
    text = csv([("样例县", "", ""), (), HEADS, row(why="火灭了，气\n还在漏")], sign)
    found = read(sheet_of_text(text), library)
    assert faults(found) == []
    assert [(tip.row, tip.why) for tip in found.tips] == [(4, "火灭了，气还在漏")]


def test_a_csv_with_a_quote_too_few_is_told() -> None:
    text = csv([HEADS, row()]) + '"' + "字" * 200_000
    with pytest.raises(SourceError, match="少了一个引号"):
        sheet_of_text(text)


def test_columns_are_named_as_spreadsheets_do() -> None:
    assert [*map(letter_of, (1, 26, 27, 702, 703))] == ["A", "Z", "AA", "ZZ", "AAA"]


CELLS = st.one_of(
    st.text(alphabet="燃气安全例子一二、1.;#（）()条第《》\n\t \x00\ue000Ａ，消防法", max_size=12),
    st.sampled_from(["燃气安全", "群众", LAW, "=1"]),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=5, max_size=6), max_size=5))
def test_whatever_stands_in_it_each_row_is_a_tip_or_is_told(
    rows: list[list[str]],
) -> None:
    text = csv([HEADS, *rows]).replace("\0", "\x01")
    found = read(sheet_of_text(text), small())
    told = {each.row for each in (*found.faults, *found.skipped)}
    assert told.isdisjoint(tip.row for tip in found.tips)
    for tip in found.tips:
        audience = [each.value for each in tip.audience]
        Tip(text=tip.text, why=tip.why, audience=audience, sources=tip.sources)


@given(st.binary(max_size=300))
@settings(max_examples=60, deadline=None)
def test_what_is_no_workbook_is_told(content: bytes) -> None:
    with pytest.raises(SourceError):
        sheets_of_workbook(content)
