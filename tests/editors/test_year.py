"""`pingan new year`: the old year stays, the new one stands beside it as drafts."""

from __future__ import annotations

from pathlib import Path

import yaml

from tests.editors.conftest import Run

CAMPAIGN = "campaigns/2023/safety-month.yml"


def read(fixture_county: Path, name: str) -> dict[str, object]:
    data: dict[str, object] = yaml.safe_load((fixture_county / "content" / name).read_text("utf-8"))
    return data


def test_dates_and_links_move_with_the_year(fixture_county: Path, county: Run, edit) -> None:
    edit(CAMPAIGN, "^starts: .*", "starts: '2023-02-28'")
    edit(CAMPAIGN, "^intro: .*", "intro: 看[安全月](campaign:safety-month-2023)。")
    assert county("new", "year", "2024")[0] == 0
    month = read(fixture_county, "campaigns/2024/safety-month.yml")
    assert (str(month["starts"]), str(month["ends"])) == ("2024-02-28", "2024-06-30")
    assert "theme:2024-06" in str(month["materials"])
    assert "2023" not in str(month["materials"])
    assert month["intro"] == "看[安全月](campaign:safety-month-2024)。"
    assert str(read(fixture_county, "work/2024/plan.yml")["title"]).startswith("2024年")
    item = read(fixture_county, "work/2024/02.yml")
    assert item["campaigns"] == ["safety-month-2024"]
    assert "work-points-2023#2" in str(item["sources"])


def test_the_top_of_a_carried_file_says_what_to_revise(fixture_county: Path, county: Run) -> None:
    assert county("new", "year", "2024")[0] == 0
    lines = (fixture_county / "content/themes/2024/06.yml").read_text("utf-8").splitlines()
    assert lines[0] == "# yaml-language-server: $schema=../../../../../schemas/theme.json"
    assert "从 2023 年带来的草稿" in lines[1]
    numbers = lines[3].split("的行：")[1].split("；")[0].split("、")
    stale = [str(n) for n, line in enumerate(lines, 1) if "2023" in line and n > 4]
    assert numbers == stale != []
    assert county("new", "year", "2025")[0] == 0
    text = (fixture_county / "content/themes/2025/06.yml").read_text("utf-8")
    assert text.count("带来的草稿") == 1


def test_a_leap_day_and_a_missing_status_are_carried(
    fixture_county: Path, county: Run, edit
) -> None:
    assert county("new", "year", "2024")[0] == 0
    edit("campaigns/2024/safety-month.yml", "^ends: .*", "ends: 2024-02-29")
    edit("campaigns/2024/safety-month.yml", "^starts: .*", "starts: 2024-02-29")
    edit("campaigns/2024/safety-month.yml", "^status: .*\n", "")
    assert county("new", "year", "2025")[0] == 0
    season = read(fixture_county, "campaigns/2025/safety-month.yml")
    assert (str(season["starts"]), season["status"]) == ("2025-02-28", "draft")


def test_what_the_new_year_has_already_is_kept(fixture_county: Path, county: Run) -> None:
    assert county("new", "theme", "2024-06", "--title", "自己写的")[0] == 0
    code, said = county("new", "year", "2024")
    assert code == 0, said
    assert "没有动：content/themes/2024/06.yml" in said
    assert read(fixture_county, "themes/2024/06.yml")["title"] == "自己写的"
    code, said = county("new", "year", "2024")
    assert code == 1
    assert "不覆盖" in said


def publish(fixture_county: Path, pattern: str) -> list[Path]:
    """Publish files as they stand; gives them."""
    paths = sorted((fixture_county / "content").glob(pattern))
    for path in paths:
        text = path.read_text("utf-8")
        path.write_text(text.replace("\nstatus: draft\n", "\nstatus: published\n"), "utf-8")
    return paths


def test_what_was_carried_is_refused_until_it_is_revised(
    fixture_county: Path, county: Run, edit
) -> None:
    edit("themes/2023/06.yml", "^  这个月用火用气多。", "  2023年6月6日是端午节。")
    edit("work/2023/02.yml", "^digest: .*", "digest: 2023年6月是安全生产月。")
    assert county("new", "year", "2024")[0] == 0
    untouched = publish(fixture_county, "*/2024/*.yml")
    code, said = county("check")
    assert code == 1
    for path in untouched:
        name = path.relative_to(fixture_county).as_posix()
        assert f"{name}:2:1: E320 带到新一年的文件还留着“带年”说明" in said
    assert "themes/2024/06.yml:17:3: E321 2024 年的内容里还写着 2023 年" in said
    assert "work/2024/02.yml" in "".join(line for line in said.splitlines() if "E321" in line)


def test_both_years_can_be_published_side_by_side(fixture_county: Path, county: Run, edit) -> None:
    edit("themes/2023/06.yml", "^sources: .*", "sources: [work-points-2023#1, work-points-2023#2]")
    assert county("new", "year", "2024")[0] == 0
    kept = "themes/2024/06.yml"
    publish(fixture_county, kept)
    edit(kept, "^# 带年｜.*\n", "")
    code, said = county("check")
    assert code == 0, said
    assert "W322 2024 年的内容引用了《2023年样例县安全生产工作要点》，共 2 处" in said


def test_the_newest_edition_of_each_is_carried(county: Run, fixture_county: Path) -> None:
    """One month of 2026 is published; 2027 begins with it, and with all else of 2023."""
    content = fixture_county / "content"
    assert county("new", "year", "2026")[0] == 0
    for path in content.glob("*/2026/*.yml"):
        if path.name != "06.yml":
            path.unlink()
    (content / "work/2026").rmdir()
    june = content / "themes/2026/06.yml"
    text = "".join(
        line for line in june.read_text("utf-8").splitlines(True) if "带年｜" not in line
    )
    june.write_text(text.replace("slogan: ", "slogan: 今年的"), "utf-8")
    publish(fixture_county, "themes/2026/06.yml")
    assert county("new", "theme", "2026-11")[0] == 0
    code, said = county("new", "year", "2027")
    assert code == 0, said
    made = [f"{path.parent.parent.name}/{path.name}" for path in content.glob("*/2027/*.yml")]
    assert sorted(made) == [
        "campaigns/safety-month.yml",
        "themes/06.yml",
        "themes/11.yml",
        "work/01.yml",
        "work/02.yml",
        "work/plan.yml",
    ]
    assert "照着 2026 年的 1 个、2023 年的 5 个做的" in said
    assert "还有更早的没有带（每月、每个活动只带最近一年的）：2023 年的 1 个" in said
    assert "slogan: 今年的" in (content / "themes/2027/06.yml").read_text("utf-8")
    carried = (content / "themes/2027/11.yml").read_text("utf-8")
    assert "从 2023 年带来的草稿" in carried
    assert "items: [2027-02]" in carried


def test_a_year_with_broken_files_is_not_carried(fixture_county: Path, county: Run, edit) -> None:
    edit("themes/2023/06.yml", "^month: .*", "month: 三")
    code, said = county("new", "year", "2024")
    assert code == 1
    assert "content/themes/2023/06.yml" in said
    assert not (fixture_county / "content/themes/2024").exists()
