"""What belongs to a year speaks of that year once it is published; history may be told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.editing import Check, found, write

THEME = "content/county/themes/2026/06.yml"
ITEM = "content/county/work/2026/01.yml"
CAMPAIGN = "content/county/campaigns/2026/safety-month.yml"
PLAN_2026 = """references:
  - id: work-points-2026
    title: "2026年{县名}安全生产工作要点"
    kind: plan
    issuer: "{县名}安全生产委员会"
    status: in-force
    checked_on: 2026-11-01
    articles:
      "1": 严格落实责任
      "2": 强化消防安全整治
"""


MORE = """title: 安全生产月：人人看一遍
slogan: 先看一看再动手
summary: 这个月把身边的出口和通道看一遍。
why_now: 这个月用火用气多。
poster:
  headline: 先看后动
  lines: [出口不上锁, 通道不堆货, 起火打119]
  call: "119"
"""
"""What an edition may say anew."""


@pytest.fixture
def county(fixture_county: Path) -> Path:
    """The small county with 2026 made after 2023 by somebody who copied its files."""
    content = fixture_county / "content/county"
    references = content / "references.yml"
    text = references.read_text("utf-8")
    references.write_text(text.replace("references:\n", PLAN_2026, 1), "utf-8")
    for path in content.glob("*/2023/*.yml"):
        copy = Path(str(path).replace("/2023/", "/2026/"))
        copy.parent.mkdir(exist_ok=True)
        copy.write_text(path.read_text("utf-8").replace("2023", "2026"), "utf-8")
    for year in ("2023", "2026"):
        path = content / f"themes/{year}/06.yml"
        path.write_text(path.read_text("utf-8") + MORE, "utf-8")
    with (content / "campaigns/2026/safety-month.yml").open("a", encoding="utf-8") as file:
        file.write(
            "intro: 每年六月是安全生产月。\nmaterials:\n"
            "  - title: 六月主题\n    link: theme-edition:2026-06\n"
        )
    return fixture_county


def test_a_revised_year_passes(county: Path, check: Check) -> None:
    code, lines = check(county)
    assert (code, len(lines)) == (0, 1), lines


@pytest.mark.parametrize("field", ["title: ", "slogan: ", "summary: ", "  headline: "])
def test_a_year_that_stands_forward_is_this_years(field: str, county: Path, check: Check) -> None:
    line = write(county, THEME, field, "2025年再看")
    said = found(check(county)[1], "E321")
    assert said
    assert said[0].startswith(
        f"{THEME}:{line}:{len(field) + 1}: E321 2026 年的内容里还写着 2025 年"
    )
    write(county, THEME, field, "2026年再看")
    assert found(check(county)[1], "E321") == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2023年1月22日是春节，灶火多。", "E321"),
        ("2023年的主题是“人人讲安全”。", "E321"),
        ("2025年1月29日是春节。", "W322"),
        ("2025年的主题是“人人讲安全”。", "W322"),
        ("2026年2月17日是春节。", ""),
        ("这部法从2023年9月1日起施行。", ""),
        ("2023年以来每年都办。", ""),
        ("2025年11月3日，县里发生过一起。", ""),
        ("比2025年少了。", ""),
        ("2024年到2026年集中整治。", ""),
        ("2027年1月1日前做完。", ""),
        ("2002年1月2日那天。", ""),
    ],
)
def test_what_is_told_of_another_year(text: str, code: str, county: Path, check: Check) -> None:
    for name in ("content/county/themes/2023/06.yml", THEME):
        if name == THEME or text.startswith(("2023", "这部法")):
            write(county, name, "why_now:", f" {text}")
    said = [line for line in check(county)[1] if "321 " in line or "322 " in line]
    assert [line for line in said if f" {code} " in line and line.startswith(THEME)] == said
    assert len(said) == bool(code), said


def test_in_a_long_text_the_line_of_the_year_is_named(county: Path, check: Check) -> None:
    path = county / THEME
    text = path.read_text("utf-8")
    start = text.index("why_now: ")
    end = text.index("poster:")
    block = "why_now: |-\n  天冷了。\n\n  今年不同，2024年1月1日起冷。\n"
    path.write_text(text[:start] + block + text[end:], "utf-8")
    line = text[:start].count("\n") + 4
    assert found(check(county)[1], "W322")[0].startswith(f"{THEME}:{line}:8: W322 ")


def test_a_campaign_has_the_dates_of_its_year(county: Path, check: Check) -> None:
    line = write(county, CAMPAIGN, "    starts: ", "2023-06-16")
    said = found(check(county)[1], "E321")
    assert [each.split("（")[0] for each in said] == [
        f"{CAMPAIGN}:{line}:13: E321 2026 年的内容里还写着 2023 年"
    ]
    write(county, CAMPAIGN, "    starts: ", "2026-06-16")
    line = write(county, CAMPAIGN, "starts: ", "2023-06-01")
    write(county, CAMPAIGN, "ends: ", "2023-06-30")
    assert found(check(county)[1], "E321")[0].startswith(f"{CAMPAIGN}:{line}:9: ")


def test_a_campaign_may_run_over_new_year(county: Path, check: Check) -> None:
    write(county, CAMPAIGN, "starts: ", "2025-12-20")
    write(county, CAMPAIGN, "    starts: ", "2025-12-21")
    write(county, CAMPAIGN, "ends: ", "2026-06-30")
    assert check(county)[0] == 0


def test_a_day_of_publication_years_ahead_is_refused(county: Path, check: Check) -> None:
    line = write(county, THEME, "publish_on: ", "2023-06-01")
    assert found(check(county)[1], "E321")[0].startswith(f"{THEME}:{line}:13: ")
    write(county, THEME, "publish_on: ", "2025-12-20")
    assert check(county)[0] == 0


def test_a_county_plan_of_another_year_is_no_source(county: Path, check: Check) -> None:
    line = write(county, ITEM, "sources: ", "[work-points-2023#1, work-points-2023#2]")
    theme = write(county, THEME, "sources: ", "[work-points-2023#2]")
    said = found(check(county)[1], "E321")
    assert [each.split("（")[0] for each in said] == [
        f"{THEME}:{theme}:11: E321 2026 年的内容引用了《2023年样例县安全生产工作要点》",
        f"{ITEM}:{line}:11: E321 2026 年的内容引用了《2023年样例县安全生产工作要点》，共 2 处",
    ]
    assert all("换成 work-points-2026 里对应的条" in each for each in said)


def test_without_this_years_plan_a_theme_may_cite_the_last(county: Path, check: Check) -> None:
    write(county, THEME, "sources: ", "[work-points-2023#2]")
    references = county / "content/county/references.yml"
    text = references.read_text("utf-8").replace('title: "2026年{县名}', 'title: "{县名}')
    references.write_text(text, "utf-8")
    code, said = check(county)
    assert code == 0, said
    assert "先在 references.yml 里登记 2026 年的工作要点" in found(said, "W322")[0]


@pytest.mark.parametrize(
    ("place", "value", "own"),
    [
        ((THEME, "items: "), "[2023-02]", "2026-02"),
        ((CAMPAIGN, "    link: theme-edition:"), "2023-06", "2026-06"),
        ((CAMPAIGN, "intro: "), "看[六月](theme-edition:2023-06)。", "2026-06"),
    ],
)
def test_a_link_to_an_earlier_year_is_refused_where_this_year_has_its_own(
    place: tuple[str, str], value: str, own: str, county: Path, check: Check
) -> None:
    name, field = place
    line = write(county, name, field, value)
    said = found(check(county)[1], "E321")
    assert len(said) == 1, said
    assert said[0].startswith(f"{name}:{line}:")
    assert f"看看是不是该换成 {own}" in said[0]


def test_a_link_to_an_earlier_year_is_pointed_out_where_this_year_has_none(
    county: Path, check: Check
) -> None:
    (county / THEME).unlink()
    line = write(county, CAMPAIGN, "    link: theme-edition:", "2023-06")
    code, said = check(county)
    assert code == 0, said
    assert found(said, "W322")[0].startswith(f"{CAMPAIGN}:{line}:")
