"""What README and guides say is there: their promises, commands, files and links."""

from __future__ import annotations

import ast
import re
import shlex

import pytest
import yaml

from generator.cli import main
from tests.conftest import ROOT

PROMISES = yaml.safe_load((ROOT / "tests/docs/promises.yml").read_text(encoding="utf-8"))
DOCUMENTS = [
    *("README.md", "README.en.md", "CONTRIBUTING.md"),
    *sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md")),
]
PUBLIC = {"docs/about.md", "docs/accessibility.md"}
COMMAND = re.compile(r"(?:^|`)((?:\./)?pingan [a-z][^`\n|]*)", re.MULTILINE)


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PROMISES)
def test_every_promise_stands_and_has_a_test_that_does_it(name: str) -> None:
    text = text_of(name)
    for promise in PROMISES[name]:
        assert promise["says"] in text, promise["says"]
        path, _, function = promise["test"].partition("::")
        tree = ast.parse((ROOT / "tests" / path).read_text(encoding="utf-8"))
        functions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
        assert function in functions, promise["test"]


def test_every_document_that_speaks_of_the_program_has_its_promises() -> None:
    silent = {"README.en.md", "docs/codes.md"}  # the twin, and what has a test for every chapter
    assert set(PROMISES) | silent == set(DOCUMENTS)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_command_of_make_and_pingan_exists(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = text_of(name)
    targets = set(re.findall(r"^([a-z]+):", text_of("Makefile"), re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z]+)", text)) - {"it", "up"} <= targets
    for command in COMMAND.findall(text):
        words = shlex.split(command.split("（")[0].rstrip("。，；"), comments=True)
        known = {
            *("build", "serve", "check", "schema", "desk", "new", "init"),
            *("fleet", "import", "publish", "verify"),
        }
        assert words[1] in known, command
        with pytest.raises(SystemExit) as stop:
            main([words[1], "--help"])
        assert stop.value.code == 0
        options = capsys.readouterr().out
        for option in (word for word in words if word.startswith("--")):
            assert option in options, command


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_and_file_of_a_document_is_there(name: str) -> None:
    text = text_of(name)
    folder = (ROOT / name).parent
    prose = re.sub(r"`[^`\n]+`", "", text)
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", prose):
        if re.match(r"https?:|tel:", target) or not target.isascii():
            continue
        if name in PUBLIC or name.startswith("docs/editors/"):
            page = (folder / target).resolve()
            generated = not page.is_relative_to(ROOT / "docs/editors") and page.suffix == ".md"
            generated |= target == "licenses.txt"
            assert page.exists() or generated, target
        else:
            assert (folder / target).exists(), target
    for path in re.findall(r"`((?:content|generator|theme|docs|tests)/[\w./-]*)`", text):
        made_by_a_reader = "YEAR" in path or not path.isascii() or name.startswith("docs/editors/")
        if name == "docs/codes.md":  # its examples are of what is wrong
            continue
        if not made_by_a_reader:
            assert (ROOT / path).exists(), path


def test_ci_proves_the_fresh_machine() -> None:
    """The script hides fonts and browsers before it runs the README's first command."""
    run, fresh = text_of(".ci/run"), text_of(".ci/fresh")
    assert '.ci/fresh" make site' in run
    assert run.index("\nmake test\n") < run.index("\nmake thorough\n")
    for hidden in (
        "/usr/share/fonts",
        "/usr/bin/chromium ",
        "/usr/bin/chromium-headless-shell ",
        "HOME=",
    ):
        assert hidden in fresh


def test_the_twins_of_the_readme_have_the_same_parts() -> None:
    def parts(name: str) -> list[int]:
        return [text_of(name).count(mark) for mark in ("\n## ", "\n1. ", "```", "| `pingan ")]

    assert parts("README.md") == parts("README.en.md")
