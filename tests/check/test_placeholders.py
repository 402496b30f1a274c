"""What is still to be written is not published."""

from __future__ import annotations

from generator.cli import main
from tests.conftest import DAY
from tests.load.test_bad_files import edit


def test_a_published_draft_is_held_back_until_it_is_written(project, check, capsys) -> None:
    made = ["new", "theme", "2024-01", "--root", str(project), "--as-of", DAY]
    assert main(made) == 0
    assert check(project)[0] == 0
    name = "content/themes/2024/01.yml"
    edit(project, name, "status: draft", "status: published")
    code, lines = check(project)
    assert code == 1
    assert any(line.startswith(f"{name}:") and "E317" in line for line in lines)
