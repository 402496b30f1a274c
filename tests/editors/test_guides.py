"""The editors' guides are walked as they are printed: each command does what its guide says."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from openpyxl import load_workbook

from generator.cli import main
from tests.conftest import ROOT

GUIDES = ROOT / "docs" / "editors"
DATED = {"desk", "new", "init", "check", "build", "import"}


def commands(name: str) -> list[list[str]]:
    """Give the commands of a guide that stand on lines of their own, in order."""
    lines = (GUIDES / name).read_text("utf-8").splitlines()
    return [shlex.split(line)[1:] for line in lines if line.startswith("    pingan ")]


class Walk:
    """Runs a guide's commands one after another in a county, on a day."""

    def __init__(self, guide: str, day: str, capsys: pytest.CaptureFixture[str]) -> None:
        self._waiting = iter(commands(guide))
        self._day = day
        self._capsys = capsys

    def step(self, *begins: str) -> str:
        """Run the next command, which must begin so; gives what it said."""
        command = next(self._waiting)
        assert command[: len(begins)] == list(begins)
        if command[0] == "serve":  # shown in a browser: tests/engine/test_preview.py
            return ""
        dated = [] if "--as-of" in command else ["--as-of", self._day]
        code = main([*command, *(dated if command[0] in DATED else [])])
        said = self._capsys.readouterr()
        assert code == 0, said.out + said.err
        return said.out + said.err

    def end(self) -> None:
        """Say that the guide has no more commands."""
        assert list(self._waiting) == []


@pytest.fixture
def county(fixture_county: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The small county, with its folder as the one in which commands are run."""
    monkeypatch.chdir(fixture_county)
    yield fixture_county


def write_everything(path: Path) -> None:
    """Fill a draft as its guide asks, and publish it."""
    text = path.read_text("utf-8").replace("status: draft", "status: published")
    text = text.replace("organisers: [zai-zhe-li-xie]", "organisers: [safety-office]")
    text = re.sub("在这里写", "写好", text).replace("zai-zhe-li-xie", "work-safety-law#57")
    path.write_text(text.replace('"000"', '"119"'), "utf-8")


def check(capsys: pytest.CaptureFixture[str], day: str) -> tuple[int, str]:
    code = main(["check", "--as-of", day])
    said = capsys.readouterr()
    return code, said.out + said.err


def test_a_month(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    day = "2027-05-20"
    walk = Walk("month.md", day, capsys)
    assert "安全生产月没有 2027 年的安排，网站用常年版" in walk.step("desk")
    assert "content/county/themes/2027/06.yml" in walk.step("new", "theme", "2027-06")
    june = county / "content/county/themes/2027/06.yml"
    draft = yaml.safe_load(june.read_text("utf-8"))
    assert draft["status"] == "draft"
    for waiting in ("在这里写", "zai-zhe-li-xie"):
        assert waiting in june.read_text("utf-8")
    walk.step("new", "campaign", "safety-month-2027")
    month = county / "content/county/campaigns/2027/safety-month.yml"
    said = walk.step("new", "year", "2027")
    assert "已经有，没有动：content/county/campaigns/2027/safety-month.yml" in said
    assert "content/county/work/2027/plan.yml" in said
    assert "错误 0 处" in walk.step("check")
    walk.step("serve", "--drafts")

    text = june.read_text("utf-8")
    june.write_text(text.replace("status: draft", "status: published"), "utf-8")
    code, said = check(capsys, day)
    assert code == 1
    assert "themes/2027/06.yml" in said
    assert "E317" in said
    june.write_text(text, "utf-8")
    main(["desk", "--as-of", day])
    assert "处没有写）" in capsys.readouterr().out
    copied = (county / "content/county/work/2023/01.yml").read_text("utf-8")
    item = county / "content/county/work/2027/01.yml"
    item.write_text(copied.replace("id: 2023-", "id: 2027-").replace("year: 2023", "year: 2027"))
    assert re.search(r"work/2027/01\.yml:\d+:\d+: E321 2027 年的内容引用了", check(capsys, day)[1])
    item.unlink()

    write_everything(june)
    write_everything(month)
    built = walk.step("build", "--as-of", "2027-06-01", "--output", "预览")
    assert "已生成" in built
    assert "人人讲安全，个个会应急" in (county / "预览/themes/2027/06.html").read_text("utf-8")
    assert 'href="2027/06.html"' in (county / "预览/themes/index.html").read_text("utf-8")
    assert "通常办这些" not in (county / "预览/campaigns/2027/safety-month-2027.html").read_text(
        "utf-8"
    )
    main(["build", "--as-of", "2028-06-01", "--output", "明年"])
    assert "这是2027年的要求" in (county / "明年/themes/2027/06.html").read_text("utf-8")
    assert "themes/06.html" in (county / "明年/index.html").read_text("utf-8")
    walk.end()


def test_a_years_words_in_what_is_of_any_year_are_pointed_out(
    county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    june = county / "content/common/themes/06.yml"
    june.write_text(june.read_text("utf-8").replace("这个月用火", "今年这个月用火"), "utf-8")
    assert "W326" in check(capsys, "2027-05-20")[1]


def test_a_poster_has_as_many_lines_as_the_guide_says(county: Path) -> None:
    assert main(["new", "campaign", "flood-day"]) == 0
    data = yaml.safe_load((county / "content/county/campaigns/flood-day.yml").read_text("utf-8"))
    assert 3 <= len(data["poster"]["lines"]) <= 5
    assert "写三到五句短话，每句 18 字以内" in (GUIDES / "month.md").read_text("utf-8")


def test_publishing(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    walk = Walk("publish.md", "2026-11-24", capsys)
    walk.step("build")
    assert (county / "预览/index.html").is_file()
    walk.end()


def test_a_warning(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    day = "2026-11-26"
    walk = Walk("alert.md", day, capsys)
    walk.step("new", "alert", "cold-wave-2026-11")
    path = county / "content/county/alerts/cold-wave-2026-11.yml"
    text = path.read_text("utf-8")
    printed = (GUIDES / "alert.md").read_text("utf-8").split("```yaml\n")[1].split("```")[0]
    made = yaml.safe_load(text)
    shown = {"window": {"first": "2026-11-26 18:00", "last": "2026-11-30"}}
    shown |= {"colour": "orange", "area": "北部山区各镇", "issuer": "县气象局"}
    assert {name: made[name] for name in yaml.safe_load(printed)} == shown
    assert yaml.safe_load(printed) == shown
    path.write_text(text.replace("status: draft", "status: published"), "utf-8")
    assert "E317" in check(capsys, day)[1]
    write_everything(path)
    assert "错误 0 处" in walk.step("check")
    warning = "县气象局发布橙色预警：11月26日18时至30日，北部山区各镇"
    assert warning in (GUIDES / "alert.md").read_text("utf-8")
    for as_of, there in (("2026-11-30", True), ("2026-12-01", False), ("2027-11-27", False)):
        assert main(["build", "--as-of", as_of, "--output", as_of]) == 0
        assert (county / as_of / "alerts/cold-wave-2026-11.html").exists() == there
    assert warning in (county / "2026-11-30/kit/alerts/cold-wave-2026-11/sms.txt").read_text(
        "utf-8"
    )

    walk.step("new", "alert", "winter-fog")
    window = yaml.safe_load((county / "content/county/alerts/winter-fog.yml").read_text("utf-8"))[
        "window"
    ]
    assert window == {"first": "11-15", "last": "03-15"}
    walk.end()


def test_an_event(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    walk = Walk("event.md", "2026-11-26", capsys)
    path = county / "content/county/campaigns/2023/safety-month.yml"
    before = yaml.safe_load(path.read_text("utf-8"))["programme"]
    assert "content/county/campaigns/2023/safety-month.yml" in walk.step("new", "event")
    printed = (GUIDES / "event.md").read_text("utf-8").split("```yaml\n")[1].split("```")[0]
    assert printed in path.read_text("utf-8")
    walk.step("new", "event")
    programme = yaml.safe_load(path.read_text("utf-8"))["programme"]
    assert programme[:-2] == before
    assert programme[-2:-1] == yaml.safe_load(printed)
    assert list(programme[-1]) == ["title", "when", "detail"]
    assert "错误 0 处" in walk.step("check")
    assert main(["build", "--as-of", "2026-11-26", "--output", "site"]) == 0
    calendar = (county / "site/calendar/campaigns.ics").read_text("utf-8")
    assert "消防站开放日" in calendar
    assert "隐患随手拍" not in calendar
    walk.end()


def test_a_situation(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    walk = Walk("situation.md", "2026-11-26", capsys)
    assert "content/county/situations/stuck-in-a-lift.yml" in walk.step("new", "situation")
    text = (county / "content/county/situations/stuck-in-a-lift.yml").read_text("utf-8")
    assert "title: 困在电梯里" in text
    assert yaml.safe_load(text)["status"] == "draft"
    assert "错误 0 处" in walk.step("check")
    walk.end()


def test_a_table_of_tips(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    walk = Walk("tips.md", "2026-11-26", capsys)
    walk.step("import", "tips", "--template")
    table = load_workbook("提示.xlsx")
    rows = [
        ("燃气安全", "群众、老年人", "做饭时人不离开灶", "火灭了气还在漏", "《消防法》第二十八条"),
        ("燃汽安全", "群众", "用完关阀门", "软管会漏", "fire-protection-law#28"),
        ("起火", "群众", "出门前关火", "没有人看火", "《消防法》"),
    ]
    for number, cells in enumerate(rows, 2):
        for column, words in enumerate(cells, 1):
            table["安全提示"].cell(number, column, words)
    table.save("提示.xlsx")
    assert main(["import", "tips", "提示.xlsx", "--as-of", "2026-11-26"]) == 1
    printed = (GUIDES / "tips.md").read_text("utf-8").split("```\n")[1].split("```")[0]
    assert printed in capsys.readouterr().err
    table["安全提示"]["A3"], table["安全提示"]["E4"] = "燃气安全", "《消防法》第五条"
    table.save("提示.xlsx")
    assert "什么也没有写" in walk.step("import", "tips", "提示.xlsx", "--dry-run")
    assert "content/county/tips.yml" in walk.step("import", "tips", "提示.xlsx")
    tips = yaml.safe_load((county / "content/county/tips.yml").read_text("utf-8"))["tips"]
    assert [tip["sector"] for tip in tips] == ["gas", "gas", "fire"]
    assert "错误 0 处" in walk.step("check")
    walk.end()
