"""Bad content is reported where it stands, all of it at once, and never as a stack trace."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

Check = Callable[[Path], tuple[int, list[str]]]
GAS = "content/common/sectors/gas.yml"
ITEM = "content/county/work/2023/02.yml"


def edit(project: Path, name: str, old: str, new: str) -> int:
    """Replace the first `old` in a file; gives the line that it stood on."""
    path = project / name
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{name} no longer contains {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def reported(lines: list[str], start: str, *words: str) -> bool:
    return any(line.startswith(start) and all(word in line for word in words) for line in lines)


def test_a_syntax_error_is_reported_at_its_line(fixture_county: Path, check: Check) -> None:
    line = edit(fixture_county, GAS, "title: ", 'title: "没有收尾 ')
    code, lines = check(fixture_county)
    assert code == 1
    assert len(lines) == 2
    assert lines[0].startswith(f"{GAS}:{line}:8: E121 引号没有成对")


def test_a_tab_is_reported_as_a_tab(fixture_county: Path, check: Check) -> None:
    line = edit(fixture_county, GAS, "title: ", "\ttitle: ")
    assert reported(check(fixture_county)[1], f"{GAS}:{line}:1: E112", "Tab")


def test_a_duplicate_key_is_reported_where_it_stands(fixture_county: Path, check: Check) -> None:
    line = edit(fixture_county, GAS, "\ngroup:", "\ntitle: 又一个标题\ngroup:") + 1
    assert reported(check(fixture_county)[1], f"{GAS}:{line}:1: E113", "“title”重复了")


def test_an_unknown_field_comes_with_a_suggestion(fixture_county: Path, check: Check) -> None:
    line = edit(fixture_county, GAS, "\nsummary:", "\nsumary:") + 1
    lines = check(fixture_county)[1]
    assert len(lines) == 2
    assert reported(lines, f"{GAS}:{line}:1: E201", "sumary", "是不是想写“summary”（一句话介绍）")


def test_an_unknown_field_inside_a_row_is_found(fixture_county: Path, check: Check) -> None:
    line = edit(fixture_county, GAS, "    why: ", "    wy: ")
    assert reported(check(fixture_county)[1], f"{GAS}:{line}:5: E201", "是不是想写“why”")


def test_a_missing_field_is_named(fixture_county: Path, check: Check) -> None:
    edit(fixture_county, ITEM, "\nshort_title:", "\n# short_title:")
    lines = check(fixture_county)[1]
    assert len(lines) == 2
    assert reported(lines, f"{ITEM}:2:1: E202 缺少字段“短标题”（short_title）")


def test_a_wrong_type_is_reported_at_its_value(fixture_county: Path, check: Check) -> None:
    line = edit(fixture_county, ITEM, "\nnumber: 2", "\nnumber: 二") + 1
    assert reported(check(fixture_county)[1], f"{ITEM}:{line}:9: E203", "整数")


def test_a_bad_date_is_reported(fixture_county: Path, check: Check) -> None:
    line = edit(fixture_county, GAS, "publish_on: 2023-01-01", "publish_on: 2023-02-30")
    assert reported(check(fixture_county)[1], f"{GAS}:{line}:13: E118", "2023-02-30")


def test_expiring_before_going_live_is_reported(fixture_county: Path, check: Check) -> None:
    line = edit(
        fixture_county,
        GAS,
        "publish_on: 2023-01-01",
        "publish_on: 2023-01-01\nexpires_on: 2022-12-31",
    )
    assert reported(check(fixture_county)[1], f"{GAS}:{line + 1}:13: E308")


def test_a_dangling_id_comes_with_the_nearest_one(fixture_county: Path, check: Check) -> None:
    edit(fixture_county, GAS, "\nrelated: [fire]\n", "\nrelated: [fier]\n")
    assert any("E303" in line and "是不是想写 fire" in line for line in check(fixture_county)[1])


def test_an_unknown_unit_is_reported(fixture_county: Path, check: Check) -> None:
    line = edit(fixture_county, ITEM, "safety-office", "safety-ofice")
    assert any(
        text.startswith(f"{ITEM}:{line}:") and "E303" in text and "safety-office" in text
        for text in check(fixture_county)[1]
    )


def test_a_duplicate_id_names_the_other_file(fixture_county: Path, check: Check) -> None:
    text = (fixture_county / GAS).read_text(encoding="utf-8")
    (fixture_county / "content/common/sectors/gas-two.yml").write_text(text, encoding="utf-8")
    lines = check(fixture_county)[1]
    assert any("E301" in line and "gas" in line for line in lines)
    assert any("E302" in line and "gas-two" in line for line in lines)


def test_two_items_with_one_number_are_reported(fixture_county: Path, check: Check) -> None:
    edit(fixture_county, ITEM, "\nnumber: 2", "\nnumber: 1")
    assert any("E334" in line and "序号 1" in line for line in check(fixture_county)[1])


def test_a_missing_source_is_reported(fixture_county: Path, check: Check) -> None:
    text = (fixture_county / GAS).read_text(encoding="utf-8")
    start = text.rindex("\nsources:")
    (fixture_county / GAS).write_text(text[:start] + "\nsources: []\n", encoding="utf-8")
    assert any(
        "“这一领域的主要法规标准”（sources）至少要有 1 项" in line
        for line in check(fixture_county)[1]
    )


def test_an_unknown_law_and_an_unknown_article_are_reported(
    fixture_county: Path, check: Check
) -> None:
    text = (fixture_county / GAS).read_text(encoding="utf-8")
    start = text.rindex("\nsources:")
    (fixture_county / GAS).write_text(
        text[:start] + "\nsources: [fire-law#1, fire-protection-law#999, fire-protection-law]\n",
        encoding="utf-8",
    )
    lines = check(fixture_county)[1]
    assert any("E305" in line and "fire-law" in line for line in lines)
    assert any("E306" in line and "999" in line for line in lines)
    assert any("E307" in line for line in lines)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<script>alert(1)</script>", "E309"),
        ("<b>粗</b>", "E309"),
        ("[点我](javascript:alert(1))", "E310"),
        ("[点我](JaVaScRiPt:alert(1))", "E310"),
        ("[点我](file:///etc/passwd)", "E310"),
        ("{县长}", "E311"),
        ("{{ 7 * 7 }}", "E311"),
    ],
)
def test_markup_that_could_harm_is_reported(
    fixture_county: Path, check: Check, text: str, code: str
) -> None:
    path = fixture_county / GAS
    lines = path.read_text(encoding="utf-8").split("\n")
    row = next(index for index, line in enumerate(lines) if line.startswith("summary:"))
    lines[row] = f"summary: '{text}'"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert reported(check(fixture_county)[1], f"{GAS}:{row + 1}:10: {code}")


def test_anchors_and_aliases_are_refused(fixture_county: Path, check: Check) -> None:
    line = edit(fixture_county, GAS, "title: ", "title: &x ")
    assert reported(check(fixture_county)[1], f"{GAS}:{line}:8: E114")


def test_tags_are_refused(fixture_county: Path, check: Check) -> None:
    line = edit(fixture_county, GAS, "title: ", "title: !!python/object:os.system ")
    assert reported(check(fixture_county)[1], f"{GAS}:{line}:8: E115")


def test_a_gbk_file_is_explained(fixture_county: Path, check: Check) -> None:
    text = (fixture_county / GAS).read_text(encoding="utf-8")
    (fixture_county / GAS).write_bytes(text.encode("gbk", errors="ignore"))
    assert any(
        GAS in line and "E104" in line and "GBK" in line for line in check(fixture_county)[1]
    )


def test_a_bom_and_windows_line_ends_are_accepted(fixture_county: Path, check: Check) -> None:
    text = (fixture_county / GAS).read_text(encoding="utf-8")
    (fixture_county / GAS).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert check(fixture_county)[0] == 0


@pytest.mark.parametrize("text", ["", "   \n\n", "# 只有注释\n"])
def test_an_empty_file_is_reported(fixture_county: Path, check: Check, text: str) -> None:
    (fixture_county / GAS).write_text(text, encoding="utf-8")
    assert reported(check(fixture_county)[1], f"{GAS}:1:1: E105")


def test_a_directory_where_a_file_should_be_is_reported(fixture_county: Path, check: Check) -> None:
    (fixture_county / GAS).unlink()
    (fixture_county / GAS).mkdir()
    assert reported(check(fixture_county)[1], f"{GAS}:1:1: E101")


def test_a_pipe_does_not_block_the_check(fixture_county: Path, check: Check) -> None:
    (fixture_county / GAS).unlink()
    os.mkfifo(fixture_county / GAS)
    assert reported(check(fixture_county)[1], f"{GAS}:1:1: E101")


def test_an_unreadable_file_is_reported(fixture_county: Path, check: Check) -> None:
    (fixture_county / GAS).unlink()
    (fixture_county / GAS).symlink_to("gas.yml")
    assert reported(check(fixture_county)[1], f"{GAS}:1:1: E102")


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_absurd_nesting_is_refused(fixture_county: Path, check: Check, opening: str) -> None:
    (fixture_county / GAS).write_text(
        "title: " * (opening == "[") + opening * 100_000, encoding="utf-8"
    )
    assert any(GAS in line and "E116" in line for line in check(fixture_county)[1])


def test_a_huge_file_is_refused(fixture_county: Path, check: Check) -> None:
    with (fixture_county / GAS).open("wb") as file:
        file.truncate(50_000_000)
    assert reported(check(fixture_county)[1], f"{GAS}:1:1: E103", "50.0 MB")


def test_a_second_document_is_refused(fixture_county: Path, check: Check) -> None:
    with (fixture_county / GAS).open("a", encoding="utf-8") as file:
        file.write("\n---\ntitle: 又一份\n")
    assert any(GAS in line and "E117" in line for line in check(fixture_county)[1])


def test_a_file_that_nothing_reads_is_reported(fixture_county: Path, check: Check) -> None:
    (fixture_county / "content/common/sectors/fire.yaml").write_text(
        "title: 多余\n", encoding="utf-8"
    )
    assert reported(check(fixture_county)[1], "content/common/sectors/fire.yaml:1:1: E106")


def test_a_missing_settings_file_is_reported_once(fixture_county: Path, check: Check) -> None:
    (fixture_county / "content/county/site.yml").unlink()
    code, lines = check(fixture_county)
    assert code == 1
    assert reported(lines, "content/county/site.yml:1:1: E102")


def test_all_problems_of_all_files_come_at_once(fixture_county: Path, check: Check) -> None:
    (fixture_county / GAS).write_text("", encoding="utf-8")
    edit(fixture_county, ITEM, "\nnumber: 2", "\nnumber: 二")
    edit(fixture_county, "content/common/sectors/fire.yml", "\nsummary:", "\nsumary:")
    lines = check(fixture_county)[1]
    named = {line.split(":")[0] for line in lines}
    assert {GAS, ITEM, "content/common/sectors/fire.yml"} <= named


def test_links_to_a_broken_file_are_not_reported_as_dangling(
    fixture_county: Path, check: Check
) -> None:
    (fixture_county / GAS).write_text("", encoding="utf-8")
    assert not any("E303" in line for line in check(fixture_county)[1])
