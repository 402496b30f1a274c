"""`pingan new year`: what only that year can fill, and nothing of an earlier one."""

from __future__ import annotations

from pathlib import Path

import yaml

from tests.conftest import in_content
from tests.editors.conftest import Run

PLAN = "content/county/work/2027/plan.yml"
MONTH = "content/county/campaigns/2027/safety-month.yml"


def everything(project: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in (project / "content").rglob("*.yml")}


def publish(project: Path, name: str) -> None:
    path = project / name
    path.write_text(path.read_text("utf-8").replace("status: draft", "status: published"), "utf-8")


def test_a_year_gets_its_plan_and_an_edition_of_each_campaign(
    fixture_county: Path, county: Run
) -> None:
    before = everything(fixture_county)
    code, said = county("new", "year", "2027")
    assert code == 0, said
    after = everything(fixture_county)
    made = {path.relative_to(fixture_county).as_posix() for path in after.keys() - before.keys()}
    assert made == {PLAN, MONTH}
    assert all(name in said for name in made)
    assert {path: after[path] for path in before} == before
    code, said = county("check")
    assert code == 0, said


def test_nothing_of_another_year_is_in_it(fixture_county: Path, county: Run) -> None:
    county("new", "year", "2027")
    for name in (PLAN, MONTH):
        data = yaml.safe_load((fixture_county / name).read_text("utf-8"))
        assert (data["year"], data["status"]) == (2027, "draft")
        assert "2023" not in str(data)


def test_none_of_it_can_be_published_as_it_is(fixture_county: Path, county: Run) -> None:
    county("new", "year", "2027")
    for name in (PLAN, MONTH):
        publish(fixture_county, name)
    code, said = county("check")
    assert code == 1
    for name in (PLAN, MONTH):
        errors = [line for line in said.splitlines() if line.startswith(f"{name}:")]
        assert errors
        assert all(" E317 " in line for line in errors), errors
    assert f"{MONTH}:" in said
    assert "E317 还没有写开始日期" in said


def test_what_is_there_stays(fixture_county: Path, county: Run) -> None:
    county("new", "year", "2027")
    path = fixture_county / MONTH
    path.write_text(path.read_text("utf-8") + "title: 自己写的\n", "utf-8")
    (fixture_county / PLAN).unlink()
    code, said = county("new", "year", "2027")
    assert code == 0, said
    assert f"已经有，没有动：{MONTH}" in said
    assert "自己写的" in path.read_text("utf-8")
    code, said = county("new", "year", "2027")
    assert code == 1
    assert "2027 年要写的文件都已经有了，不覆盖。" in said


def test_a_month_without_an_edition_goes_on_with_what_is_true_in_any_year(
    fixture_county: Path, county: Run
) -> None:
    county("new", "year", "2027")
    assert not in_content(fixture_county, "themes/2027/06.yml").exists()
    code, said = county("build", day="2027-06-01")
    assert code == 0, said
    home = (fixture_county / "site/index.html").read_text("utf-8")
    assert 'href="themes/06.html"' in home
    assert "2023年" not in home.partition("<article")[2].partition('id="latest"')[0]
