"""What was worked out before is read again only where it is whole, ours and of the same input."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import generator
from generator.store import Store

RECIPE = "one"


def never() -> str:
    raise AssertionError("made again")


def ask(path: Path, question: str, answer: str | None = None, recipe: str = RECIPE) -> str:
    """Ask for what is known; without an answer it must be."""
    with Store(path, recipe=recipe) as store:
        return store.get("stage", question.encode(), (lambda: answer) if answer else never)


def test_what_was_made_is_not_made_again(tmp_path: Path) -> None:
    path = tmp_path / "new/known.sqlite"
    assert ask(path, "a", "壹") == "壹"
    assert ask(path, "a") == "壹"
    with Store(path, recipe=RECIPE) as store:
        assert store.get("stage", b"b", lambda: "贰") == store.get("stage", b"b", never)
        assert store.get("other stage", b"a", lambda: "叁") == "叁"


def test_another_program_makes_its_own(tmp_path: Path) -> None:
    path = tmp_path / "known.sqlite"
    ask(path, "a", "壹")
    assert ask(path, "a", "新", recipe="two") == "新"
    assert ask(path, "a") == "壹"


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_damaged_file_is_noticed(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("damaged") / "known.sqlite"
    for name in "abcdef":
        ask(path, name, name * 400)
    whole = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 40))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(whole[: data.draw(st.integers(0, len(whole)))])
    for _ in range(2):
        assert [ask(path, name, name * 400) for name in "abcdef"] == [n * 400 for n in "abcdef"]


@pytest.mark.parametrize("kind", ["a folder", "a link", "a text", "a folder that is a file"])
def test_what_cannot_be_a_store_stops_nothing(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "kept/known.sqlite"
    other = tmp_path / "other.sqlite"
    if kind == "a folder that is a file":
        path.parent.write_text("", "utf-8")
    else:
        path.parent.mkdir()
    if kind == "a folder":
        path.mkdir()
    elif kind == "a text":
        path.write_text("不是我们的", "utf-8")
    elif kind == "a link":
        ask(other, "a", "别人的")
        path.symlink_to(other)
    assert ask(path, "a", "壹") == "壹"
    if kind == "a link":
        assert ask(other, "a") == "别人的"


def test_a_file_that_another_run_holds_is_not_waited_for_long(tmp_path: Path) -> None:
    path = tmp_path / "known.sqlite"
    ask(path, "a", "壹")
    other = sqlite3.connect(path)
    other.execute("BEGIN EXCLUSIVE")
    assert ask(path, "b", "贰") == "贰"
    other.rollback()
    other.close()
    assert ask(path, "a") == "壹"


def test_a_changed_part_of_the_program_is_another_program(tmp_path: Path) -> None:
    """A prop of a picture is a part of it as much as a line of Python."""
    ours = Path(generator.__file__).parent
    copy = tmp_path / "generator"
    shutil.copytree(ours, copy, ignore=shutil.ignore_patterns("__pycache__"))
    script = "from generator.store import program; print(program())"

    def said() -> str:
        return subprocess.run(
            [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True
        ).stdout

    before = said()
    assert said() == before
    for part in ("pictures/props/fire.yml", "load/tree.py"):
        with (copy / part).open("a", encoding="utf-8") as file:
            file.write("# x\n")
        assert said() != before
        before = said()
