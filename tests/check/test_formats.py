"""`pingan check` reports to people, to programs and to GitHub."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.cli import main
from generator.model.problem import Problem
from generator.report import FORMATS, CheckReport
from tests.check.editing import ALERT, GAS, THEME, write
from tests.conftest import DAY


class Run(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def capture(capsys: pytest.CaptureFixture[str]):
    """Run `pingan check` in one form: its exit code and both of its streams."""

    def run(county: Path, *options: str) -> Run:
        code = main(["check", "--root", str(county), "--as-of", DAY, *options])
        return Run(code, *capsys.readouterr())

    return run


@pytest.fixture
def broken(fixture_county: Path) -> tuple[Path, int, int]:
    """A county with an error and, in a file further down, a warning; and their lines."""
    error = write(fixture_county, GAS, "related: ", "[fier]")
    warning = write(fixture_county, ALERT, "title: ", "零风险过冬天")
    return fixture_county, error, warning


def test_text_puts_errors_before_warnings(broken: tuple[Path, int, int], capture) -> None:
    county, error, warning = broken
    run = capture(county)
    assert (run.code, run.out) == (1, "")
    lines = run.err.splitlines()
    assert lines[0].startswith("错误（")
    assert lines[1].startswith(f"{GAS}:{error}:11: E303 找不到编号“fier”")
    assert lines[2] == ""
    assert lines[3].startswith("提醒（")
    assert lines[4].startswith(f"{ALERT}:{warning}:8: W305 ")
    assert lines[-1].endswith("个文件：错误 1 处，提醒 1 处。")
    assert capture(county, "--format", "text") == run


def test_text_has_no_headings_for_errors_alone(fixture_county: Path, capture) -> None:
    line = write(fixture_county, GAS, "related: ", "[fier]")
    lines = capture(fixture_county).err.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith(f"{GAS}:{line}:11: E303 ")


def test_text_has_no_headings_for_warnings_alone(fixture_county: Path, capture) -> None:
    line = write(fixture_county, THEME, "slogan: ", "零风险")
    lines = capture(fixture_county).err.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith(f"{THEME}:{line}:9: W305 ")


def test_json_can_be_read_by_a_program(broken: tuple[Path, int, int], capture) -> None:
    county, error, warning = broken
    run = capture(county, "--format", "json")
    assert (run.code, run.err) == (1, "")
    found = json.loads(run.out)
    assert {key: found[key] for key in ("as_of", "errors", "warnings")} == {
        "as_of": DAY,
        "errors": 1,
        "warnings": 1,
    }
    assert found["files"] == len(list(county.glob("content/**/*.yml")))
    first, second = found["problems"]
    assert first["path"] == ALERT
    assert (first["line"], first["code"], first["severity"]) == (warning, "W305", "warning")
    assert second == {
        "path": GAS,
        "line": error,
        "column": 11,
        "code": "E303",
        "message": "找不到编号“fier”（行业领域）",
        "hint": "是不是想写 fire？",
        "severity": "error",
    }
    assert "找不到编号" in run.out


def test_json_of_good_content_is_still_an_object(fixture_county: Path, capture) -> None:
    run = capture(fixture_county, "--format", "json")
    assert run.code == 0
    assert json.loads(run.out)["problems"] == []


def test_warnings_alone_do_not_fail(fixture_county: Path, capture) -> None:
    write(fixture_county, THEME, "slogan: ", "零风险")
    assert [capture(fixture_county, "--format", form).code for form in FORMATS] == [0, 0, 0]


def test_github_marks_each_problem_at_its_line(broken: tuple[Path, int, int], capture) -> None:
    county, error, warning = broken
    run = capture(county, "--format", "github")
    assert run.code == 1
    first, second = run.out.splitlines()
    assert first.startswith(f"::warning file={ALERT},line={warning},col=8,title=W305::“零风险”")
    assert second == (
        f"::error file={GAS},line={error},col=11,title=E303"
        "::找不到编号“fier”（行业领域）（是不是想写 fire？）"
    )
    assert run.err.endswith("个文件：错误 1 处，提醒 1 处。\n")


def test_github_escapes_what_would_break_a_command() -> None:
    problem = Problem(
        path="content/a,b:c%d\r\n.yml",
        line=3,
        column=1,
        code="W305",
        message="“100%安全”：改,写\r\n两行",
        hint="50%",
    )
    printed = FORMATS["github"](CheckReport(date(2026, 11, 24), 1, (problem,)))
    assert printed.out == (
        "::warning file=content/a%2Cb%3Ac%25d%0D%0A.yml,line=3,col=1,title=W305"
        "::“100%25安全”：改,写%0D%0A两行（50%25）\n"
    )


@pytest.mark.parametrize("form", ["json", "github"])
def test_a_file_name_that_is_not_text_breaks_no_form(
    fixture_county: Path, capture, form: str
) -> None:
    (fixture_county / "content" / os.fsdecode(b"\xd6\xd0.yaml")).write_text(
        "a: 1\n", encoding="utf-8"
    )
    run = capture(fixture_county, "--format", form)
    assert run.code == 1
    assert "E106" in run.out
    run.out.encode("utf-8")
    if form == "json":
        assert json.loads(run.out)["errors"] == 1


def test_an_unknown_form_is_refused_in_chinese(
    fixture_county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["check", "--root", str(fixture_county), "--format", "xml"])
    assert stop.value.code == 2
    assert "参数不对" in capsys.readouterr().err
