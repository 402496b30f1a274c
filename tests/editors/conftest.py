"""What the desk's tests share: running `pingan` on a copy of the small county."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main
from tests.conftest import DAY, in_content

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def county(fixture_county: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command on a copy of the small county: its exit code and all that it said."""

    def run(command: str, *arguments: str, day: str = DAY) -> tuple[int, str]:
        code = main([command, *arguments, "--root", str(fixture_county), "--as-of", day])
        said = capsys.readouterr()
        return code, said.out + said.err

    return run


@pytest.fixture
def edit(fixture_county: Path) -> Callable[[str, str, str], None]:
    """Replace what a pattern finds in a content file."""

    def change(name: str, pattern: str, text: str) -> None:
        path = in_content(fixture_county, name)
        before = path.read_text(encoding="utf-8")
        after = re.sub(pattern, text, before, flags=re.MULTILINE)
        assert after != before, (name, pattern)
        path.write_text(after, encoding="utf-8")

    return change
