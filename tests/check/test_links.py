"""Links inside the site lead to pages that exist."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.editing import ALERT, CAMPAIGN, ITEM, Check, found, write


@pytest.mark.parametrize(
    ("target", "message", "hint"),
    [
        ("sector:fier", "链接“sector:fier”没有对应的页面（行业领域）", "是不是想写 sector:fire？"),
        ("item:2023-31", "链接“item:2023-31”没有对应的页面", "是不是想写 item:2023-"),
        (
            "theme-edition:2023-13",
            "链接“theme-edition:2023-13”没有对应的页面（月度主题年度版）",
            "是不是想写 theme-edition:2023-1",
        ),
        ("campaign:nothing", "（宣传活动）", "先建立这一条，或删掉这个链接"),
        ("alert:wintr", "（风险提示）", "是不是想写 alert:winter？"),
        ("course:fires", "（培训课件）", "是不是想写 course:fire？"),
        ("unit:fire-brigad", "（单位）", "是不是想写 unit:fire-brigade？"),
        ("reference:fire-protecton-law", "（依据）", "是不是想写 reference:fire-protection-law？"),
        ("secter:fire", "站内链接没有“secter”这个类别", "是不是想写 sector:fire？"),
        ("xyz:fire", "站内链接没有“xyz”这个类别", "sector（行业领域）、theme（月度主题）"),
    ],
)
def test_a_dead_link_in_a_text_is_reported_at_its_line(
    fixture_county: Path, check: Check, target: str, message: str, hint: str
) -> None:
    line = write(fixture_county, ITEM, "digest: ", f"先看[这一页]({target})再动手。")
    code, lines = check(fixture_county)
    assert code == 1
    assert len(found(lines, "E303")) == 1
    assert lines[0].startswith(f"{ITEM}:{line}:9: E303 ")
    assert message in lines[0]
    assert hint in lines[0]


@pytest.mark.parametrize(
    "target",
    [
        "sector:fire",
        "item:2023-02",
        "theme:11",
        "theme-edition:2023-11",
        "campaign:safety-month",
        "alert:winter",
        "course:fire",
        "unit:fire-brigade",
        "reference:fire-protection-law",
        "tel:119",
        "https://www.mem.gov.cn/a-b",
    ],
)
def test_links_that_lead_somewhere_are_left_alone(
    fixture_county: Path, check: Check, target: str
) -> None:
    write(fixture_county, ITEM, "digest: ", f"先看[这一页]({target})再动手。")
    code, lines = check(fixture_county)
    assert (code, len(lines)) == (0, 1)


@pytest.mark.parametrize(
    ("link", "message"),
    [
        ("sector:fier", "是不是想写 sector:fire？"),
        ("secter:fire", "是不是想写 sector:fire？"),
        ("unit:fire-brigade", "没有“unit”这个类别"),
        ("fire", "没有“fire”这个类别"),
    ],
)
def test_a_material_that_leads_nowhere_is_reported(
    fixture_county: Path, check: Check, link: str, message: str
) -> None:
    line = write(fixture_county, CAMPAIGN, "    link: ", link)
    lines = check(fixture_county)[1]
    assert len(found(lines, "E303")) == 1
    assert lines[0].startswith(f"{CAMPAIGN}:{line}:")
    assert message in lines[0]


def test_a_link_to_a_broken_file_is_not_called_dead(fixture_county: Path, check: Check) -> None:
    write(fixture_county, ITEM, "digest: ", "先看[取暖](alert:winter)再动手。")
    (fixture_county / ALERT).write_text("", encoding="utf-8")
    assert not found(check(fixture_county)[1], "E303")
