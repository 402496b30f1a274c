"""`pingan check` reports to people, to programs and to GitHub."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.cli import main
from generator.model.problem import Problem, Severity
from generator.report import FORMATS, Outcome
from tests.check.editing import BIKE, THEME, write
from tests.conftest import DAY


class Run(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def capture(capsys: pytest.CaptureFixture[str]):
    """Run `pingan check` in one form: its exit code and both of its streams."""

    def run(project: Path, *options: str) -> Run:
        code = main(["check", "--root", str(project), "--as-of", DAY, *options])
        return Run(code, *capsys.readouterr())

    return run


@pytest.fixture
def broken(project: Path) -> tuple[Path, int, int]:
    """A project with an error and, in a file further down, a warning; and their lines."""
    error = write(project, BIKE, "parent: ", "fier")
    warning = write(project, "content/alerts/heat-wave.yml", "title: ", "零风险过夏天")
    return project, error, warning


def test_text_puts_errors_before_warnings(broken: tuple[Path, int, int], capture) -> None:
    project, error, warning = broken
    run = capture(project)
    assert (run.code, run.out) == (1, "")
    lines = run.err.splitlines()
    assert lines[0].startswith("错误（")
    assert lines[1].startswith(f"{BIKE}:{error}:9: E303 找不到编号“fier”")
    assert lines[2] == ""
    assert lines[3].startswith("提醒（")
    assert lines[4].startswith(f"content/alerts/heat-wave.yml:{warning}:8: W305 ")
    assert lines[-1].endswith("个文件：错误 1 处，提醒 1 处。")
    assert capture(project, "--format", "text") == run


def test_text_has_no_headings_for_errors_alone(project: Path, capture) -> None:
    line = write(project, BIKE, "parent: ", "fier")
    lines = capture(project).err.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith(f"{BIKE}:{line}:9: E303 ")


def test_text_has_no_headings_for_warnings_alone(project: Path, capture) -> None:
    line = write(project, THEME, "slogan: ", "零风险")
    lines = capture(project).err.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith(f"{THEME}:{line}:9: W305 ")


def test_json_can_be_read_by_a_program(broken: tuple[Path, int, int], capture) -> None:
    project, error, warning = broken
    run = capture(project, "--format", "json")
    assert (run.code, run.err) == (1, "")
    found = json.loads(run.out)
    assert {key: found[key] for key in ("as_of", "errors", "warnings")} == {
        "as_of": DAY,
        "errors": 1,
        "warnings": 1,
    }
    assert found["files"] == len(list(project.glob("content/**/*.yml")))
    first, second = found["problems"]
    assert first["path"] == "content/alerts/heat-wave.yml"
    assert (first["line"], first["code"], first["severity"]) == (warning, "W305", "warning")
    assert second == {
        "path": BIKE,
        "line": error,
        "column": 9,
        "code": "E303",
        "message": "找不到编号“fier”（行业领域）",
        "hint": "是不是想写 fire？",
        "severity": "error",
    }
    assert "找不到编号" in run.out


def test_json_of_good_content_is_still_an_object(project: Path, capture) -> None:
    run = capture(project, "--format", "json")
    assert run.code == 0
    assert json.loads(run.out)["problems"] == []


def test_warnings_alone_do_not_fail(project: Path, capture) -> None:
    write(project, THEME, "slogan: ", "零风险")
    assert [capture(project, "--format", form).code for form in FORMATS] == [0, 0, 0]


def test_github_marks_each_problem_at_its_line(broken: tuple[Path, int, int], capture) -> None:
    project, error, warning = broken
    run = capture(project, "--format", "github")
    assert run.code == 1
    first, second = run.out.splitlines()
    assert first.startswith(
        f"::warning file=content/alerts/heat-wave.yml,line={warning},col=8,title=W305::“零风险”"
    )
    assert second == (
        f"::error file={BIKE},line={error},col=9,title=E303"
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
        severity=Severity.WARNING,
    )
    printed = FORMATS["github"](Outcome(date(2026, 11, 24), 1, (problem,)))
    assert printed.out == (
        "::warning file=content/a%2Cb%3Ac%25d%0D%0A.yml,line=3,col=1,title=W305"
        "::“100%25安全”：改,写%0D%0A两行（50%25）\n"
    )


@pytest.mark.parametrize("form", ["json", "github"])
def test_a_file_name_that_is_not_text_breaks_no_form(project: Path, capture, form: str) -> None:
    (project / "content" / os.fsdecode(b"\xd6\xd0.yaml")).write_text("a: 1\n", encoding="utf-8")
    run = capture(project, "--format", form)
    assert run.code == 1
    assert "E106" in run.out
    run.out.encode("utf-8")
    if form == "json":
        assert json.loads(run.out)["errors"] == 1


def test_an_unknown_form_is_refused_in_chinese(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["check", "--root", str(project), "--format", "xml"])
    assert stop.value.code == 2
    assert "参数不对" in capsys.readouterr().err
