"""Reading a plan of work: its parts, who answers for each, and a doubt for all that is unclear."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.importer.cleaning import clean
from generator.importer.errors import SourceError
from generator.importer.outline import outline, unclaimed
from generator.importer.reading import Reading, read
from generator.importer.source import Source, read_source
from generator.importer.units import KnownUnits, proposed
from generator.model.unit import Unit
from generator.model.vocabulary import UnitKind
from tests.importer import documents, word

NAMES = (
    *("县安委办", "县应急局", "县住建局", "县公安局", "县消防救援大队", "县市场监管局", "县教体局"),
    *("县级各有关部门", "各镇（街道）"),
    *("市安委办", "市应急局", "市财政局", "市交通局", "市公安局"),
)
KNOWN = KnownUnits(
    Unit(id=f"unit-{place}", name=name, kind=UnitKind.DEPARTMENT, about="管一样事。")
    for place, name in enumerate(NAMES)
)


def reading(text: str, year: int = 2027) -> Reading:
    return read(Source("a.txt", text), KNOWN, year=year)


def roles(found: Reading) -> list[dict[str, list[str]]]:
    rows = []
    for point in found.points:
        assert point.duties is not None
        of = {
            role: point.duties.of(role).names for role in ("lead", "joint", "sharing", "supporting")
        }
        rows.append({role: names for role, names in of.items() if names})
    return rows


def test_a_plain_one() -> None:
    found = reading(documents.PLAIN)
    outline = found.outline
    assert outline.title is not None
    assert (outline.title.words, outline.year, outline.region) == (
        "2027年样例县安全生产工作要点",
        2027,
        "样例县",
    )
    assert "把安全放在前面" in outline.requirement.words
    assert outline.aim.words == "不出大事，少出小事。"
    assert [each.title.words for each in outline.chapters] == ["压实责任", "排查隐患"]
    assert [(each.number, each.chapter, each.title.words) for each in outline.items] == [
        (1, 1, "落实领导责任"),
        (2, 1, "落实企业责任"),
        (3, 2, "排查老旧小区"),
    ]
    assert outline.items[2].body.words == "先看楼道，再看充电的地方。"
    assert roles(found) == [
        {"lead": ["县安委办"], "sharing": ["县级各有关部门"]},
        {"sharing": ["县应急局", "县住建局"], "supporting": ["各镇（街道）"]},
        {"lead": ["县消防救援大队"], "joint": ["县公安局"]},
    ]
    assert found.points[2].duties is not None
    assert found.points[2].duties.joint_sharing
    assert found.doubts == ()
    assert all(point.doubts == () for point in found.points)


def test_units_on_lines_of_their_own() -> None:
    found = reading(documents.UNITS_ON_LINES)
    assert [each.title.words for each in found.outline.items] == ["排查燃气隐患", "排查校园隐患"]
    assert found.outline.items[0].body.words == "逐户看阀门和软管。"
    assert roles(found) == [
        {"sharing": ["县住建局", "县市场监管局", "各镇（街道）"]},
        {"lead": ["县教体局"], "supporting": ["县公安局", "县消防救援大队"]},
    ]


def test_brackets_of_every_kind_and_items_that_begin_anew() -> None:
    found = reading(documents.OF_A_CITY)
    items = found.outline.items
    assert [(each.number, each.written, each.chapter) for each in items] == [
        (1, 1, 1),
        (2, 2, 1),
        (3, 1, 2),
    ]
    assert roles(found)[1:] == [
        {"lead": ["市应急局"], "supporting": ["市财政局"]},
        {"sharing": ["市交通局", "市公安局"]},
    ]
    assert roles(found)[0]["lead"] == ["市安委办"]
    assert found.points[2].duties is not None
    assert found.points[2].duties.sharing.others


def test_what_a_sharing_site_did_is_undone_and_told() -> None:
    found = reading(documents.DAMAGED)
    assert [each.title.words for each in found.outline.items] == [
        "落实领导责任",
        "落实企业责任",
        "排查老旧小区",
    ]
    assert found.outline.items[0].body.words == "领导每季度带队检查1次，先看后动。"
    assert found.outline.items[1].body.words == "企业每月自查1次。"
    assert roles(found)[0] == {
        "lead": ["县安委办"],
        "sharing": ["县级各有关部门", "各镇（街道）"],
    }
    assert [each.why for each in found.dropped] == ["分享网站加的字", *["页码"] * 5]
    assert found.doubts == ()


def test_lines_broken_for_their_length_go_on() -> None:
    found = reading(documents.HARD_LINES)
    assert [each.title.words for each in found.outline.items] == ["落实领导责任", "落实企业责任"]
    assert found.outline.items[0].body.words.endswith("看过的记下来，没有改的再看一遍。")
    assert roles(found)[0] == {"lead": ["县安委办"], "sharing": ["县级各有关部门"]}
    assert found.dropped == (), "these numbers are those of items"


def test_articles_without_chapters_and_units_that_nobody_knows() -> None:
    found = reading(documents.OF_ARTICLES)
    assert found.outline.chapters == ()
    assert [each.title.words for each in found.outline.items] == ["看实验室", "看宿舍"]
    said = [doubt.words for point in found.points for doubt in point.doubts]
    assert "units.yml 里没有“实验室管理处”" in said
    (mark,) = {doubt.mark.line for doubt in found.points[0].doubts}
    assert mark == 2


def test_what_is_wrong_or_left_over_is_told_with_its_place() -> None:
    odd = documents.PLAIN.replace("（县安委办牵头，县级各有关部门按职责分工负责）", "")
    found = reading(odd.replace("县应急局、", "县应急管委局、"), year=2028)
    assert found.doubts[0].words == "标题写的是2027年，不是2028年"
    (first,) = found.points[0].doubts
    assert (first.words, first.mark.line) == ("没有写谁负责", 6)
    (second,) = found.points[1].doubts
    assert second.words == "units.yml 里没有“县应急管委局”，是不是 县应急局？"
    assert odd.split("\n")[second.mark.line - 1][second.mark.column - 1 :].startswith("县应急")


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_every_encoding_of_notepad_is_read(tmp_path: Path, code: str) -> None:
    path = tmp_path / "要点.txt"
    path.write_bytes(documents.PLAIN.replace("\n", "\r\n").encode(code))
    assert read_source(path).text == documents.PLAIN


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", b"", "文件是空的"),
        ("a.txt", b"\x00\x01\x02", "不是文字"),
        ("a.txt", b"\xff\xff\xff\x81", "编码认不出来"),
        ("a.xyz", b"abc", "先另存为其中一种"),
        ("a.docx", b"PK", "文件坏了"),
        ("a.docx", word.bomb(), "展开后太大"),
        ("a.txt", None, "找不到这个文件"),
    ],
)
def test_what_is_no_document_is_told(
    tmp_path: Path, name: str, content: bytes | None, words: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(SourceError, match=words):
        read_source(tmp_path / name)


def as_seen(found: Reading) -> list[tuple[int, int, str, str, dict[str, list[str]]]]:
    items = [point.item for point in found.points]
    return [
        (each.written, each.chapter, each.title.words, each.body.words, of)
        for each, of in zip(items, roles(found), strict=True)
    ]


@pytest.mark.parametrize("text", [documents.PLAIN, documents.UNITS_ON_LINES, documents.OF_A_CITY])
def test_a_word_document_says_the_same(tmp_path: Path, text: str) -> None:
    path = tmp_path / "要点.docx"
    path.write_bytes(word.typed(text))
    found = read(read_source(path), KNOWN, year=2027)
    assert as_seen(found) == as_seen(reading(text))


def test_numbers_that_word_counts_are_those_that_people_see(tmp_path: Path) -> None:
    anew = documents.PLAIN.replace("3.排查", "1.排查")
    path = tmp_path / "要点.docx"
    path.write_bytes(word.counted(anew))
    source = read_source(path)
    assert "一、压实责任\n1.落实领导责任" in source.text
    assert as_seen(read(source, KNOWN, year=2027)) == as_seen(reading(anew))


def test_a_text_without_numbers_is_no_plan() -> None:
    with pytest.raises(SourceError, match="没有找到一条一条的编号"):
        reading("今天天气很好。我们去看了看。")


HEAD = "2027年样例县安全生产工作要点\n一、压实责任\n"


@pytest.mark.parametrize(
    ("note", "wanted"),
    [
        ("（县应急局、县公安局）", {"sharing": ["县应急局", "县公安局"]}),
        ("[县应急局牵头,县公安局配合]", {"lead": ["县应急局"], "supporting": ["县公安局"]}),
        ("（由县应急局牵头负责）", {"lead": ["县应急局"]}),
        (
            "（县住建局牵头，县应急局会同县公安局配合）",
            {"lead": ["县住建局"], "joint": ["县公安局"], "supporting": ["县应急局"]},
        ),
        ("（县应急局（牵头），县公安局）", {"lead": ["县应急局"], "sharing": ["县公安局"]}),
        ("（县应急局主责，县公安局协同）", {"lead": ["县应急局"], "supporting": ["县公安局"]}),
        ("（县公安局按职责牵头）", {"lead": ["县公安局"]}),
        ("（县应急局牵头、县公安局配合）", {"lead": ["县应急局"], "supporting": ["县公安局"]}),
        ("（各镇（街道）负责落实）", {"sharing": ["各镇（街道）"]}),
        ("（县应急局等按职责分工配合落实）", {"supporting": ["县应急局"]}),
        (
            "责任部门：县应急局；配合部门：县公安局",
            {"sharing": ["县应急局"], "supporting": ["县公安局"]},
        ),
        ("\n责任单位：县应急局\n县公安局\n", {"sharing": ["县应急局", "县公安局"]}),
    ],
)
def test_wordings_that_occur(note: str, wanted: dict[str, list[str]]) -> None:
    found = reading(f"{HEAD}1.看楼道。先看后动。{note}\n2.看门窗。看一遍。（县住建局负责）")
    assert roles(found)[0] == wanted
    assert [each.body.words for each in found.outline.items] == ["先看后动。", "看一遍。"]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("查5家企业。", "“查5家企业”里有数字，没有读成要求"),
        ("先看。（县应急局负责）附件：任务清单", "没有归到哪里：“附件：任务清单"),
        ("先看。\n7.看灯。再看。", "“7.看灯。再看。”像是另起的一条，没有接上编号"),
        ("先看。（县应急局负责）\n4.看灯。再看。", "编号从 2 到了 4"),
        ("先看。（县应急局负责）\n2.看灯。再看。", "编号从 2 到了 2"),
    ],
)
def test_what_may_be_read_wrongly_is_told(body: str, said: str) -> None:
    found = reading(f"{HEAD}1.看楼道。看。（县应急局负责）\n2.看门窗。{body}（县应急局负责）")
    doubts = [*found.doubts, *(each for point in found.points for each in point.doubts)]
    assert any(said in each.words.replace("（县应急局负责）", "") for each in doubts)


def test_a_deadline_on_a_line_of_its_own_is_no_unit() -> None:
    found = reading(
        f"{HEAD}1.看楼道。先看。\n责任单位：县应急局\n完成时限：11月底前\n2.看门窗。看。（县应急局负责）"
    )
    assert roles(found)[0] == {"sharing": ["县应急局"]}
    assert found.points[0].doubts == ()
    (due,) = found.points[0].dues
    assert (due.day, due.what) == (date(2027, 11, 30), "看楼道")


def test_the_chapter_after_three_levels_is_not_lost() -> None:
    found = reading(
        "2027年样例县安全生产工作方案\n一、任务\n（一）看\n1.看楼道。先看。（县应急局负责）\n"
        "2.看门窗。再看。（县公安局负责）\n二、基础\n（一）查\n1.查灯。先查。（县应急局负责）"
    )
    assert [each.body.words for each in found.outline.items] == ["先看。", "再看。", "先查。"]
    assert [each["sharing"] for each in roles(found)] == [["县应急局"], ["县公安局"], ["县应急局"]]


def test_a_notice_before_the_plan_and_what_follows_it_are_no_part_of_it_and_told() -> None:
    found = reading(
        "关于印发《2027年样例县安全生产工作要点》的通知\n各乡镇：请于6月20日前报送情况。\n"
        f"{documents.PLAIN}附件：1.任务清单\n2.联系表\n县安委办\n2027年2月18日\n"
    )
    assert found.outline.title is not None
    assert found.outline.title.words == "2027年样例县安全生产工作要点"
    assert found.outline.requirement.words.startswith("总体要求")
    assert as_seen(found) == as_seen(reading(documents.PLAIN))
    said = " ".join(each.words for each in found.doubts)
    assert "前面的印发通知没有写进草稿" in said
    (due,) = found.dues
    assert (due.day, due.what) == (date(2027, 6, 20), "报送情况")
    assert "没有归到哪里：“附件" in said


def test_a_chapter_of_general_requirements_is_none_of_tasks() -> None:
    found = reading(documents.UNITS_ON_LINES)
    assert found.outline.requirement.words == "先看后动。"
    assert [each.title.words for each in found.outline.chapters] == ["重点任务"]
    assert [each.written for each in found.outline.chapters] == [2]
    assert {each.chapter for each in found.outline.items} == {1}
    assert found.doubts == ()


def test_page_numbers_on_some_lines_alone_and_titles_with_what_follows_go_on() -> None:
    found = reading(
        "2027年样例县安全生产工作要点\n一、压实责任\n1.落实领导责任。领导每季度至\n2、少检查一次，先看\n"
        "后动，看过的记下来，没有改的再\n3、看一遍。（县应急局负责）\n2.看门窗。看。（县应急局负责）"
    )
    assert found.outline.items[0].body.words == (
        "领导每季度至少检查一次，先看后动，看过的记下来，没有改的再看一遍。"
    )
    assert [each.why for each in found.dropped] == ["页码", "页码"]


def test_circled_numbers_stay_and_a_half_stop_is_a_stop() -> None:
    found = reading(f"{HEAD}1.看楼道.先看①灯②门.(县应急局负责)\n2.看门窗.看.(县应急局负责)")
    assert found.outline.items[0].title.words == "看楼道"
    assert found.outline.items[0].body.words == "先看①灯②门。"


@pytest.mark.parametrize("written", ["二三、", "二三十、", "十二三、"])
def test_a_number_that_is_none_is_read_as_text(written: str) -> None:
    text = f"{documents.PLAIN}来{written}看。"
    assert [each.number for each in reading(text).outline.items] == [1, 2, 3]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("县财政局", UnitKind.DEPARTMENT),
        ("各苏木（镇）", UnitKind.TOWN),
        ("市级有关部门", UnitKind.GROUP),
        ("县旅游安全专业委员会", UnitKind.COMMITTEE),
        ("市安委办", UnitKind.OFFICE),
    ],
)
def test_an_unknown_unit_is_proposed_as_a_row_that_loads(name: str, kind: UnitKind) -> None:
    unit = Unit.model_validate(yaml.safe_load(proposed(name)))
    assert (unit.name, unit.kind) == (name, kind)


WORDS = st.text(alphabet="看先后动查改防火电气水路桥楼灯门窗", min_size=4, max_size=12)
ITEM = st.tuples(
    WORDS, WORDS, st.lists(st.sampled_from(NAMES[:7]), min_size=1, max_size=3, unique=True)
)
CHAPTERS = st.lists(
    st.tuples(WORDS, st.lists(ITEM, min_size=1, max_size=4)), min_size=2, max_size=5
)
HAN = "一二三四五六七八九十"


@given(CHAPTERS, st.sampled_from([".", "．", "、", " ."]), st.booleans(), st.booleans())
def test_what_was_written_is_read(
    chapters: list[tuple[str, list[tuple[str, str, list[str]]]]],
    dot: str,
    anew: bool,
    in_one_line: bool,
) -> None:
    lines = ["2027年样例县安全生产工作要点"]
    number = 0
    for place, (title, items) in enumerate(chapters):
        lines.append(f"{HAN[place]}、{title}")
        number = 0 if anew else number
        for head, body, units in items:
            number += 1
            lines.append(f"{number}{dot}{head}。{body}。（{'、'.join(units)}按职责分工负责）")
    found = reading("".join(lines) if in_one_line else "\n".join(lines))
    assert [each.title.words for each in found.outline.chapters] == [title for title, _ in chapters]
    wanted = [
        (place, head, f"{body}。", units)
        for place, (_, items) in enumerate(chapters, 1)
        for head, body, units in items
    ]
    read_back = [
        (
            point.item.chapter,
            point.item.title.words,
            point.item.body.words,
            point.duties.sharing.names,
        )
        for point in found.points
        if point.duties
    ]
    assert read_back == wanted
    assert found.doubts == ()


@given(
    st.text(
        alphabet="一二十三、1234.（）()〔〕【】。；，:：\n 　\u200b县局委负责牵头等"
        "A第条章年工作要点",
        max_size=200,
    )
)
def test_no_word_is_lost_whatever_is_read(text: str) -> None:
    source = Source("a.txt", text)
    cleaned = clean(source)
    kept = {*cleaned.text.places}
    dropped = {at for each in cleaned.dropped for at in range(each.start, each.end)}
    assert kept | dropped >= {at for at, each in enumerate(text) if each.isalnum()}
    assert not kept & dropped
    found = outline(cleaned.text)
    if found is None:
        return
    parts = [found.title, found.requirement, found.aim, *found.marks]
    parts += [part for each in found.chapters for part in (each.title, each.before)]
    parts += [part for each in found.items for part in (each.title, each.body, each.note)]
    claimed = {at for part in parts if part for at in part.places}
    left = {at for start, end in unclaimed(cleaned.text, found) for at in range(start, end)}
    words = {at for at in kept if text[at].isalnum()}
    assert claimed | left >= words


def test_a_title_that_begins_with_a_digit_is_no_part_of_the_number() -> None:
    found = reading(
        f"{HEAD}1. 3D打印要看住。先看。（县应急局负责）\n2. 看门窗。看。（县应急局负责）"
    )
    assert [each.title.words for each in found.outline.items] == ["3D打印要看住", "看门窗"]


@pytest.mark.parametrize(
    ("county", "said"),
    [("样例县", False), ("临江县", True), ("", False)],
)
def test_a_plan_of_another_county_is_told(county: str, said: bool) -> None:
    found = read(Source("a.txt", documents.PLAIN), KNOWN, year=2027, county=county)
    assert any(f"标题写的是样例县，不是{county}" in each.words for each in found.doubts) == said
    masked = documents.PLAIN.replace("样例县", "XX县", 1)
    found = read(Source("a.txt", masked), KNOWN, year=2027, county=county)
    assert not any("不是" in each.words for each in found.doubts)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("县应急局", True),
        ("应急局", True),
        ("样例县应急局", True),
        ("市应急局", False),
        ("区应急局", False),
        ("市场监管局", True),
        ("县市场监管局", True),
    ],
)
def test_a_unit_of_another_level_is_another_unit(name: str, found: bool) -> None:
    units = ("县应急局", "县市场监管局")
    known = KnownUnits(
        Unit(id=f"unit-{place}", name=unit, kind=UnitKind.DEPARTMENT, about="管一样事。")
        for place, unit in enumerate(units)
    )
    assert bool(known.find(name)) == found


def test_a_proposed_row_loads_whatever_the_name() -> None:
    for name in ("12", "县应急局: 某科", "yes局"):
        assert yaml.safe_load(proposed(name))["name"] == name
