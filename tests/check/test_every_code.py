"""Every code has an example that fires it, and a chapter in docs/codes.md; every rule is run."""

from __future__ import annotations

import ast
import inspect
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from coverage import Coverage

from generator.check import check, check_folders, check_symlinks
from generator.check.sayings import check_sayings
from generator.clock import parse_day
from generator.load import load
from generator.model.problem import Problem
from generator.project import project_at
from tests.check.examples import EXAMPLES, Example, FileExample, Place
from tests.conftest import DAY, ROOT, copy_fixture_county

CODE = re.compile(r"(?<=\")[EW][1-9][0-9]{2}\b")
GENERATOR = ROOT / "generator"
ROOMS = (GENERATOR / "load", GENERATOR / "check")
ELSEWHERE = {"E406": ROOT / "tests/check/test_templates.py"}
"""Codes that no edit of the content can fire, and the test that fires them."""
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def problems_of(project: Path) -> tuple[Problem, ...]:
    found = check(load(project), as_of=parse_day(DAY))
    return (*found, *check_folders(project, project / "site"), *check_symlinks(project_at(project)))


def codes_in(*folders: Path) -> set[str]:
    sources = (path.read_text(encoding="utf-8") for room in folders for path in room.rglob("*.py"))
    return set(CODE.findall("\n".join(sources)))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.code}-{example.says}")
def test_each_code_is_fired_by_its_smallest_example(
    fixture_county: Path, example: Example | FileExample
) -> None:
    place = example.apply(fixture_county)
    found = problems_of(fixture_county)
    at_place = [
        problem
        for problem in found
        if (problem.code, Place(problem.path, problem.line, problem.column))
        == (example.code, place)
    ]
    assert len(at_place) == 1, f"{example.code} at {place}, but: {[*map(str, found)]}"
    assert example.says in at_place[0].message + at_place[0].hint


def test_no_code_of_the_check_is_without_an_example() -> None:
    assert codes_in(*ROOMS) == {example.code for example in EXAMPLES} | ELSEWHERE.keys()
    for code, path in ELSEWHERE.items():
        assert code in path.read_text(encoding="utf-8")


def test_what_is_left_out_for_errors_alone_finds_none() -> None:
    codes = CODE.findall(Path(inspect.getfile(check_sayings)).read_text(encoding="utf-8"))
    assert codes
    assert all(code.startswith("W") for code in codes)


def test_every_code_has_its_chapter_and_every_chapter_its_code() -> None:
    chapters = re.findall(
        r"^### ([EW]\d{3}) \S.*\n\n- 原因：\S.*\n- 怎么改：\S.*\n- 例子：\S.*\n",
        (ROOT / "docs" / "codes.md").read_text(encoding="utf-8"),
        flags=re.MULTILINE,
    )
    assert chapters == sorted(codes_in(GENERATOR), key=lambda code: (code[0], code))


@pytest.mark.thorough
def test_every_statement_that_speaks_of_a_problem_is_run_by_an_example(tmp_path: Path) -> None:
    """A rule that no example reaches could be deleted, or be wrong, without anybody noticing."""
    _forget_what_was_seen()
    watch = Coverage(data_file=None, config_file=False, include=[f"{room}/*" for room in ROOMS])
    for number, example in enumerate(EXAMPLES):
        county = copy_fixture_county(tmp_path / str(number))
        example.apply(county)
        with watch.collect():
            problems_of(county)
    silent = [
        f"{path.relative_to(ROOT)}:{statement.lineno}: {ast.unparse(statement)}"
        for room in ROOMS
        for path in sorted(room.glob("*.py"))
        for run in [set(watch.get_data().lines(str(path)) or ())]
        for statement in speaking_statements(path)
        if run.isdisjoint(range(statement.lineno, (statement.end_lineno or 0) + 1))
    ]
    assert not silent, "\n".join(silent)


def _forget_what_was_seen() -> None:
    """Empty the caches of rules, so that this test does not depend on those before it."""
    for name, module in [*sys.modules.items()]:
        if name.startswith(("generator.check", "generator.load")):
            for thing in vars(module).values():
                getattr(thing, "cache_clear", lambda: None)()


def speaking_statements(path: Path) -> Iterator[ast.stmt]:
    """Give the simple statements of a module's functions that hold a code or Chinese words."""
    module = ast.parse(path.read_text(encoding="utf-8"))
    functions = (node for node in ast.walk(module) if isinstance(node, ast.FunctionDef))
    for function in functions:
        for statement in ast.walk(function):
            if isinstance(statement, ast.Return | ast.Expr | ast.Assign | ast.AugAssign):
                words = [
                    node.value
                    for node in ast.walk(statement)
                    if isinstance(node, ast.Constant) and isinstance(node.value, str)
                ]
                docstring = isinstance(statement, ast.Expr) and isinstance(
                    statement.value, ast.Constant
                )
                if docstring or ELSEWHERE.keys() & set(words):
                    continue
                if any(CHINESE.search(word) or CODE.search(f'"{word}') for word in words):
                    yield statement


def test_the_fixture_county_itself_has_no_problems(fixture_county: Path) -> None:
    assert problems_of(fixture_county) == ()
