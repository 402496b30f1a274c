"""`pingan import work-points`: what a person sees of a document that was read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from generator.cli import main
from tests.conftest import build
from tests.importer import documents


def command(path: Path, root: Path, *, year: str) -> list[str]:
    return ["import", "work-points", str(path), "--year", year, "--root", str(root)]


def files(root: Path) -> set[Path]:
    return {path for path in (root / "content").rglob("*") if path.is_file()}


def test_it_lists_what_it_read(
    fixture_county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "要点.txt"
    path.write_text(documents.PLAIN, "utf-8")
    before = files(fixture_county)
    arguments = command(path, fixture_county, year="2027")
    assert main([*arguments, "--dry-run", "--report"]) == 0
    said = capsys.readouterr().out
    assert "2027年样例县安全生产工作要点：2 部分，3 条" in said
    assert "排查老旧小区" in said
    assert "牵头：县安委办" in said
    assert "要点.txt:7:" in said
    assert "units.yml 里没有“县住建局”" in said
    assert "  - {id: xian-zhu-jian-ju, name: 县住建局, kind: department, about: " in said
    assert "什么也没有写" in said
    assert files(fixture_county) == before


def test_what_is_no_plan_ends_without_a_trace(
    fixture_county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "要点.txt"
    path.write_text("今天天气很好。", "utf-8")
    arguments = command(path, fixture_county, year="2027")
    assert main(arguments) == 1
    assert "没有找到一条一条的编号" in capsys.readouterr().err


def test_drafts_are_written_that_pass_the_check(
    fixture_county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "要点.txt"
    path.write_text(documents.PLAIN, "utf-8")
    arguments = command(path, fixture_county, year="2027")
    assert main(arguments) == 0
    assert "写了 4 份草稿，在 content/county/work/2027/" in capsys.readouterr().out
    folder = fixture_county / "content/county/work/2027"
    assert {each.name for each in folder.iterdir()} == {"plan.yml", "01.yml", "02.yml", "03.yml"}
    plan = yaml.safe_load((folder / "plan.yml").read_text("utf-8"))
    assert plan["title"] == "2027年{县名}安全生产工作要点"
    assert plan["status"] == "draft"
    assert [each["title"] for each in plan["sections"]] == ["压实责任", "排查隐患"]
    assert "把安全放在前面，先看后动。" in plan["official_text"]
    item = yaml.safe_load((folder / "01.yml").read_text("utf-8"))
    assert item["title"] == "落实领导责任"
    assert item["section"] == "part-1"
    assert item["official_text"] == (
        "领导每季度带队检查一次。（县安委办牵头，县级各有关部门按职责分工负责）"
    )
    assert item["figures"] == [
        {"actor": "领导", "action": "带队检查", "period": "quarterly", "amount": 1, "unit": "次"}
    ]
    assert item["responsibility"]["lead"] == ["safety-office"]
    assert item["responsibility"]["sharing"] == ["zai-zhe-li-xie"], "nobody knows that group"
    assert main(["check", "--root", str(fixture_county)]) == 0


def test_a_unit_in_two_roles_and_units_that_nobody_knows_pass_the_check(
    fixture_county: Path, tmp_path: Path
) -> None:
    path = tmp_path / "要点.txt"
    notes = "（县应急办牵头，县安委办、县财政局负责，县安委办、县水利局配合）"
    words = "（县安委办牵头，县级各有关部门按职责分工负责）"
    path.write_text(documents.PLAIN.replace(words, notes), "utf-8")
    assert main(command(path, fixture_county, year="2027")) == 0
    item = yaml.safe_load((fixture_county / "content/county/work/2027/01.yml").read_text("utf-8"))
    roles = item["responsibility"]
    assert (roles["lead"], roles["sharing"]) == (["zai-zhe-li-xie"], ["safety-office"])
    assert "supporting" not in roles
    assert main(["check", "--root", str(fixture_county)]) == 0


def test_what_is_there_is_not_written_over(
    fixture_county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "要点.txt"
    path.write_text(documents.PLAIN.replace("2027年", "2023年"), "utf-8")
    before = {each: each.read_bytes() for each in files(fixture_county)}
    arguments = command(path, fixture_county, year="2023")
    assert main(arguments) == 1
    said = capsys.readouterr().err
    assert "content/county/work/2023/02.yml：这一条新文件里没有了，它的位置要给别的条" in said
    assert {each: each.read_bytes() for each in files(fixture_county)} == before


def test_what_the_document_says_itself_stands_folded_on_the_page(fixture_county: Path) -> None:
    item = fixture_county / "content/county/work/2023/01.yml"
    words = '\nofficial_text: "文件说：<b>必须</b> [看](x) ##。\\n第二段。"\n'
    item.write_text(item.read_text("utf-8") + words, "utf-8")
    build(fixture_county)
    page = (fixture_county / "site/work/2023/01.html").read_text("utf-8")
    folded = page[page.index("<details>") :].partition("</details>")[0]
    assert "<summary>原文</summary>" in folded
    assert "<p>文件说：&lt;b&gt;必须&lt;/b&gt; [看](x) ##。</p>" in folded
    assert "<p>第二段。</p>" in folded


def test_the_days_by_which_things_are_due_stand_on_the_pages(fixture_county: Path) -> None:
    folder = fixture_county / "content/county/work/2023"
    for name, who in (("01.yml", ", who: 各企业"), ("plan.yml", "")):
        text = (folder / name).read_text("utf-8")
        rows = f"\ndeadlines:\n  - {{due: 2023-06-30, what: 看完楼道{who}}}\n"
        (folder / name).write_text(f"{text.rstrip()}{rows}", "utf-8")
    build(fixture_county)
    for name, said in (("01", "各企业看完楼道"), ("index", "看完楼道")):
        page = (fixture_county / f"site/work/2023/{name}.html").read_text("utf-8")
        part = page.partition('<h2 id="deadlines">完成时限')[2].partition("</ul>")[0]
        words = "".join(re.sub("<[^>]+>", "", part).split())
        assert "2023年6月30日前" in words
        assert said in words


@pytest.mark.parametrize("year", ["1999", "2101", "99999"])
def test_a_year_that_no_plan_has_is_refused(
    fixture_county: Path, capsys: pytest.CaptureFixture[str], year: str
) -> None:
    assert main(command(fixture_county / "要点.txt", fixture_county, year=year)) == 2
    assert "--year 写 2000 到 2100 的年份" in capsys.readouterr().err


def test_more_items_than_a_year_may_have_are_refused_and_can_be_looked_at(
    fixture_county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [f"{number}.看第{number}样。看。（县安委办负责）" for number in range(1, 202)]
    path = tmp_path / "要点.txt"
    path.write_text("\n".join(["2027年样例县安全生产工作要点", "一、看", *lines]), "utf-8")
    page = tmp_path / "核对.html"
    arguments = [*command(path, fixture_county, year="2027"), "--save", str(page)]
    assert main(arguments) == 1
    assert "读到 201 条，一年最多 200 条" in capsys.readouterr().err
    assert page.is_file()


def test_what_the_check_would_not_pass_is_told_by_its_place_in_the_document(
    fixture_county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "要点.txt"
    path.write_text(documents.PLAIN.replace("企业每月", "企业😀每月"), "utf-8")
    before = files(fixture_county)
    assert main(command(path, fixture_county, year="2027")) == 1
    said = capsys.readouterr().err
    assert "要点.txt:7:3: 第 2 条：E331" in said
    assert files(fixture_county) == before
