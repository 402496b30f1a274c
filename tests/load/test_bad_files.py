"""Bad content is reported where it stands, all of it at once, and never as a stack trace."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

Check = Callable[[Path], tuple[int, list[str]]]
BIKE = "content/sectors/e-bike.yml"
ITEM = "content/work/2023/02.yml"


def edit(project: Path, name: str, old: str, new: str) -> int:
    """Replace the first `old` in a file; gives the line that it stood on."""
    path = project / name
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{name} no longer contains {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def reported(lines: list[str], start: str, *words: str) -> bool:
    return any(line.startswith(start) and all(word in line for word in words) for line in lines)


def test_the_real_content_has_no_problems(project: Path, check: Check) -> None:
    code, lines = check(project)
    assert code == 0
    assert len(lines) == 1
    assert "错误 0 处" in lines[0]


def test_a_syntax_error_is_reported_at_its_line(project: Path, check: Check) -> None:
    line = edit(project, BIKE, "title: ", 'title: "没有收尾 ')
    code, lines = check(project)
    assert code == 1
    assert len(lines) == 2
    assert lines[0].startswith(f"{BIKE}:{line}:8: E121 引号没有成对")


def test_a_tab_is_reported_as_a_tab(project: Path, check: Check) -> None:
    line = edit(project, BIKE, "title: ", "\ttitle: ")
    assert reported(check(project)[1], f"{BIKE}:{line}:1: E112", "Tab")


def test_a_duplicate_key_is_reported_where_it_stands(project: Path, check: Check) -> None:
    line = edit(project, BIKE, "\ngroup:", "\ntitle: 又一个标题\ngroup:") + 1
    assert reported(check(project)[1], f"{BIKE}:{line}:1: E113", "“title”重复了")


def test_an_unknown_field_comes_with_a_suggestion(project: Path, check: Check) -> None:
    line = edit(project, BIKE, "\nsummary:", "\nsumary:") + 1
    lines = check(project)[1]
    assert len(lines) == 2
    assert reported(lines, f"{BIKE}:{line}:1: E201", "sumary", "是不是想写“summary”（一句话介绍）")


def test_an_unknown_field_inside_a_row_is_found(project: Path, check: Check) -> None:
    line = edit(project, BIKE, "    why: ", "    wy: ")
    assert reported(check(project)[1], f"{BIKE}:{line}:5: E201", "是不是想写“why”")


def test_a_missing_field_is_named(project: Path, check: Check) -> None:
    edit(project, ITEM, "\nshort_title:", "\n# short_title:")
    lines = check(project)[1]
    assert len(lines) == 2
    assert reported(lines, f"{ITEM}:2:1: E202 缺少字段“短标题”（short_title）")


def test_a_wrong_type_is_reported_at_its_value(project: Path, check: Check) -> None:
    line = edit(project, ITEM, "\nnumber: 2", "\nnumber: 二") + 1
    assert reported(check(project)[1], f"{ITEM}:{line}:9: E203", "整数")


def test_a_bad_date_is_reported(project: Path, check: Check) -> None:
    line = edit(project, BIKE, "publish_on: 2023-01-01", "publish_on: 2023-02-30")
    assert reported(check(project)[1], f"{BIKE}:{line}:13: E118", "2023-02-30")


def test_expiring_before_going_live_is_reported(project: Path, check: Check) -> None:
    line = edit(
        project,
        BIKE,
        "publish_on: 2023-01-01",
        "publish_on: 2023-01-01\nexpires_on: 2022-12-31",
    )
    assert reported(check(project)[1], f"{BIKE}:{line + 1}:13: E308")


def test_a_dangling_id_comes_with_the_nearest_one(project: Path, check: Check) -> None:
    edit(project, BIKE, "\nparent: fire\n", "\nparent: fier\n")
    assert any("E303" in line and "是不是想写 fire" in line for line in check(project)[1])


def test_an_unknown_unit_is_reported(project: Path, check: Check) -> None:
    line = edit(project, ITEM, "safety-office", "safety-ofice")
    assert any(
        text.startswith(f"{ITEM}:{line}:") and "E303" in text and "safety-office" in text
        for text in check(project)[1]
    )


def test_a_duplicate_id_names_the_other_file(project: Path, check: Check) -> None:
    text = (project / BIKE).read_text(encoding="utf-8")
    (project / "content/sectors/e-bike-two.yml").write_text(text, encoding="utf-8")
    lines = check(project)[1]
    assert any("E301" in line and "e-bike" in line for line in lines)
    assert any("E302" in line and "e-bike-two" in line for line in lines)


def test_two_items_with_one_number_are_reported(project: Path, check: Check) -> None:
    edit(project, ITEM, "\nnumber: 2", "\nnumber: 3")
    assert any("E334" in line and "序号 3" in line for line in check(project)[1])


def test_a_missing_source_is_reported(project: Path, check: Check) -> None:
    text = (project / BIKE).read_text(encoding="utf-8")
    start = text.rindex("\nsources:")
    (project / BIKE).write_text(text[:start] + "\nsources: []\n", encoding="utf-8")
    assert any(
        "“这一领域的主要法规标准”（sources）至少要有 1 项" in line for line in check(project)[1]
    )


def test_an_unknown_law_and_an_unknown_article_are_reported(project: Path, check: Check) -> None:
    text = (project / BIKE).read_text(encoding="utf-8")
    start = text.rindex("\nsources:")
    (project / BIKE).write_text(
        text[:start] + "\nsources: [fire-law#1, fire-protection-law#999, fire-protection-law]\n",
        encoding="utf-8",
    )
    lines = check(project)[1]
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
    project: Path, check: Check, text: str, code: str
) -> None:
    path = project / BIKE
    lines = path.read_text(encoding="utf-8").split("\n")
    row = next(index for index, line in enumerate(lines) if line.startswith("summary:"))
    lines[row] = f"summary: '{text}'"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert reported(check(project)[1], f"{BIKE}:{row + 1}:10: {code}")


def test_anchors_and_aliases_are_refused(project: Path, check: Check) -> None:
    line = edit(project, BIKE, "title: ", "title: &x ")
    assert reported(check(project)[1], f"{BIKE}:{line}:8: E114")


def test_tags_are_refused(project: Path, check: Check) -> None:
    line = edit(project, BIKE, "title: ", "title: !!python/object:os.system ")
    assert reported(check(project)[1], f"{BIKE}:{line}:8: E115")


def test_a_gbk_file_is_explained(project: Path, check: Check) -> None:
    text = (project / BIKE).read_text(encoding="utf-8")
    (project / BIKE).write_bytes(text.encode("gbk", errors="ignore"))
    assert any(BIKE in line and "E104" in line and "GBK" in line for line in check(project)[1])


def test_a_bom_and_windows_line_ends_are_accepted(project: Path, check: Check) -> None:
    text = (project / BIKE).read_text(encoding="utf-8")
    (project / BIKE).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert check(project)[0] == 0


@pytest.mark.parametrize("text", ["", "   \n\n", "# 只有注释\n"])
def test_an_empty_file_is_reported(project: Path, check: Check, text: str) -> None:
    (project / BIKE).write_text(text, encoding="utf-8")
    assert reported(check(project)[1], f"{BIKE}:1:1: E105")


def test_a_directory_where_a_file_should_be_is_reported(project: Path, check: Check) -> None:
    (project / BIKE).unlink()
    (project / BIKE).mkdir()
    assert reported(check(project)[1], f"{BIKE}:1:1: E101")


def test_a_pipe_does_not_block_the_check(project: Path, check: Check) -> None:
    (project / BIKE).unlink()
    os.mkfifo(project / BIKE)
    assert reported(check(project)[1], f"{BIKE}:1:1: E101")


def test_an_unreadable_file_is_reported(project: Path, check: Check) -> None:
    (project / BIKE).unlink()
    (project / BIKE).symlink_to("e-bike.yml")
    assert reported(check(project)[1], f"{BIKE}:1:1: E102")


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_absurd_nesting_is_refused(project: Path, check: Check, opening: str) -> None:
    (project / BIKE).write_text("title: " * (opening == "[") + opening * 100_000, encoding="utf-8")
    assert any(BIKE in line and "E116" in line for line in check(project)[1])


def test_a_huge_file_is_refused(project: Path, check: Check) -> None:
    with (project / BIKE).open("wb") as file:
        file.truncate(50_000_000)
    assert reported(check(project)[1], f"{BIKE}:1:1: E103", "50.0 MB")


def test_a_second_document_is_refused(project: Path, check: Check) -> None:
    with (project / BIKE).open("a", encoding="utf-8") as file:
        file.write("\n---\ntitle: 又一份\n")
    assert any(BIKE in line and "E117" in line for line in check(project)[1])


def test_a_file_that_nothing_reads_is_reported(project: Path, check: Check) -> None:
    (project / "content/sectors/fire.yaml").write_text("title: 多余\n", encoding="utf-8")
    assert reported(check(project)[1], "content/sectors/fire.yaml:1:1: E106")


def test_a_missing_settings_file_is_reported_once(project: Path, check: Check) -> None:
    (project / "content/site.yml").unlink()
    code, lines = check(project)
    assert code == 1
    assert reported(lines, "content/site.yml:1:1: E102")


def test_all_problems_of_all_files_come_at_once(project: Path, check: Check) -> None:
    (project / BIKE).write_text("", encoding="utf-8")
    edit(project, ITEM, "\nnumber: 2", "\nnumber: 二")
    edit(project, "content/sectors/fire.yml", "\nsummary:", "\nsumary:")
    lines = check(project)[1]
    named = {line.split(":")[0] for line in lines}
    assert {BIKE, ITEM, "content/sectors/fire.yml"} <= named


def test_links_to_a_broken_file_are_not_reported_as_dangling(project: Path, check: Check) -> None:
    (project / BIKE).write_text("", encoding="utf-8")
    assert not any("E303" in line for line in check(project)[1])
