"""`pingan new year`: the old year stays, the new one stands beside it as drafts."""

from __future__ import annotations

from pathlib import Path

import yaml

from tests.conftest import DAY
from tests.desk.conftest import Run


def read(project: Path, name: str) -> dict[str, object]:
    data: dict[str, object] = yaml.safe_load((project / "content" / name).read_text("utf-8"))
    return data


def test_a_year_is_carried_forward_and_passes_the_check(project: Path, pingan: Run) -> None:
    before = {path: path.read_bytes() for path in (project / "content").glob("*/2023/*.yml")}
    code, said = pingan("new", "year", "2024")
    assert code == 0, said
    code, said = pingan("check")
    assert code == 0, said
    assert "错误 0 处" in said
    for folder in ("work", "themes", "campaigns"):
        old, new = (project / "content" / folder / year for year in ("2023", "2024"))
        assert [path.name for path in sorted(new.iterdir())] == [
            path.name for path in sorted(old.iterdir())
        ]
        for path in new.iterdir():
            data = yaml.safe_load(path.read_text("utf-8"))
            assert (data["status"], data["year"]) == ("draft", 2024), path
            assert (str(data["reviewed_on"]), data["publish_on"].year) == (DAY, 2024), path
            assert "2023" not in str(data["id"]), path
    assert before == {path: path.read_bytes() for path in before}


def test_dates_and_links_move_with_the_year(project: Path, pingan: Run, edit) -> None:
    edit("campaigns/2023/disaster-week.yml", "^starts: .*", "starts: '2023-02-28'")
    assert pingan("new", "year", "2024")[0] == 0
    week = read(project, "campaigns/2024/disaster-week.yml")
    assert (str(week["starts"]), str(week["ends"])) == ("2024-02-28", "2024-05-12")
    assert "theme:2024-05" in str(week["materials"])
    assert "2023" not in str(week["materials"])
    assert str(read(project, "work/2024/plan.yml")["title"]).startswith("2024年")
    item = read(project, "work/2024/10.yml")
    assert item["campaigns"] == ["first-lesson-enterprise-2024", "first-lesson-school-2024"]
    assert "work-points-2023#10" in str(item["sources"])


def test_the_top_of_a_carried_file_says_what_to_revise(project: Path, pingan: Run) -> None:
    assert pingan("new", "year", "2024")[0] == 0
    lines = (project / "content/themes/2024/01.yml").read_text("utf-8").splitlines()
    assert lines[0] == "# yaml-language-server: $schema=../../../schemas/theme.json"
    assert "从 2023 年带来的草稿" in lines[1]
    numbers = lines[3].split("的行：")[1].split("；")[0].split("、")
    stale = [str(n) for n, line in enumerate(lines, 1) if "2023" in line and n > 4]
    assert numbers == stale != []
    assert pingan("new", "year", "2025")[0] == 0
    text = (project / "content/themes/2025/01.yml").read_text("utf-8")
    assert text.count("带来的草稿") == 1


def test_a_leap_day_and_a_missing_status_are_carried(project: Path, pingan: Run, edit) -> None:
    assert pingan("new", "year", "2024")[0] == 0
    edit("campaigns/2024/drill-season.yml", "^ends: .*", "ends: 2024-02-29")
    edit("campaigns/2024/drill-season.yml", "^starts: .*", "starts: 2024-02-29")
    edit("campaigns/2024/drill-season.yml", "^status: .*\n", "")
    assert pingan("new", "year", "2025")[0] == 0
    season = read(project, "campaigns/2025/drill-season.yml")
    assert (str(season["starts"]), season["status"]) == ("2025-02-28", "draft")


def test_what_the_new_year_has_already_is_kept(project: Path, pingan: Run) -> None:
    assert pingan("new", "theme", "2024-01", "--title", "自己写的")[0] == 0
    code, said = pingan("new", "year", "2024")
    assert code == 0, said
    assert "没有动：content/themes/2024/01.yml" in said
    assert read(project, "themes/2024/01.yml")["title"] == "自己写的"
    code, said = pingan("new", "year", "2024")
    assert code == 1
    assert "不覆盖" in said


def test_both_years_can_be_published_side_by_side(project: Path, pingan: Run) -> None:
    assert pingan("new", "year", "2024")[0] == 0
    for path in (project / "content").glob("*/2024/*.yml"):
        text = path.read_text("utf-8")
        path.write_text(text.replace("\nstatus: draft\n", "\nstatus: published\n"), "utf-8")
    code, said = pingan("check")
    assert code == 0, said


def test_a_year_with_broken_files_is_not_carried(project: Path, pingan: Run, edit) -> None:
    edit("themes/2023/03.yml", "^month: .*", "month: 三")
    code, said = pingan("new", "year", "2024")
    assert code == 1
    assert "content/themes/2023/03.yml" in said
    assert not (project / "content/themes/2024").exists()
