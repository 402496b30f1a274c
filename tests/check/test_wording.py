"""Absolute words in large letters are pointed out; ordinary safety advice is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.editing import GAS, ITEM, THEME, Check, found, write


@pytest.mark.parametrize(
    ("slogan", "word"),
    [
        ("建成国家级平安县城", "国家级"),
        ("最高级的防护在身边", "最高级"),
        ("最佳安全小区就是你家", "最佳"),
        ("用上最先进的报警器", "最先进"),
        ("安全宣传第一品牌", "第一品牌"),
        ("我县防火全省第一", "全省第一"),
        ("不留死角万无一失", "万无一失"),
        ("三步做到绝对安全", "绝对安全"),
        ("戴好头盔百分之百安全", "百分之百安全"),
        ("按章操作，100%安全", "100%安全"),
        ("人人动手，零风险过年", "零风险"),
    ],
)
def test_an_absolute_word_is_reported_with_a_suggestion(
    fixture_county: Path, check: Check, slogan: str, word: str
) -> None:
    line = write(fixture_county, THEME, "slogan: ", slogan)
    code, lines = check(fixture_county)
    assert code == 0
    assert len(found(lines, "W305")) == 1
    assert lines[0].startswith(f"{THEME}:{line}:9: W305 “{word}”是绝对化用语")
    assert lines[0].endswith("）")
    assert "广告法" in lines[0]


@pytest.mark.parametrize(
    "slogan",
    [
        "找到最近的出口",
        "着火第一时间打119",
        "全县第一时间响应",
        "洪水来了往最高处走",
        "抓住最佳逃生时间",
        "最高级别预警不外出",
        "绝对不要回屋拿东西",
        "没有绝对安全的充电方式",
        "别以为灭了就万无一失",
        "头盔佩戴率100%",
        "100%安全带系好再走",
        "国家级自然保护区不带火",
        "最好的办法是不下水",
    ],
)
def test_ordinary_advice_is_left_alone(fixture_county: Path, check: Check, slogan: str) -> None:
    write(fixture_county, THEME, "slogan: ", slogan)
    code, lines = check(fixture_county)
    assert (code, len(lines)) == (0, 1)


@pytest.mark.parametrize("start", ["title: ", "summary: ", "  headline: ", "    - 出口不上锁"])
def test_titles_summaries_and_posters_are_read(
    fixture_county: Path, check: Check, start: str
) -> None:
    line = write(fixture_county, THEME, start, "零风险" if start.endswith(" ") else "，零风险")
    lines = check(fixture_county)[1]
    assert len(found(lines, "W305")) == 1
    assert lines[0].startswith(f"{THEME}:{line}:")


def test_running_text_and_official_titles_are_not_read(fixture_county: Path, check: Check) -> None:
    write(fixture_county, GAS, "intro: ", "有人说这样绝对安全，其实不然。")
    write(fixture_county, ITEM, "title: ", "创建国家级示范城市")
    assert not found(check(fixture_county)[1], "W305")
