"""Fleets of small counties: their folders, and the command as somebody runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import DAY, ROOT, copy_fixture_county, of_its_own

Fleet = Callable[..., Path]


def add_county(root: Path, name: str, *, words: str = "") -> Path:
    """Give a fleet one more county; a few of them would have units and work items of their own."""
    folder = root / "province" / name
    folder.mkdir(parents=True)
    text = (root / "content/county/site.yml").read_text("utf-8")
    assert "样例县" in text
    (folder / "site.yml").write_text(text.replace("样例县", folder.name) + words, "utf-8")
    return folder


@pytest.fixture
def fleet(tmp_path: Path) -> Fleet:
    """Make a project with a folder of counties; nothing of it is kept from other tests."""

    def make(*names: str) -> Path:
        root = copy_fixture_county(tmp_path / "project")
        of_its_own(root)
        for name in names:
            add_county(root, name)
        return root

    return make


def command(root: Path, *options: str) -> list[str]:
    return [
        *(sys.executable, "-m", "generator", "fleet", "build", "province"),
        *("--root", str(root), "--as-of", DAY, *options),
    ]


def started(root: Path, *options: str) -> subprocess.Popen[str]:
    """Start the command in a group of its own, so that all of it can be killed."""
    return subprocess.Popen(
        command(root, *options),
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def run(root: Path, *options: str) -> tuple[int, str]:
    """Run the command to its end; gives its exit code and all that it says."""
    with started(root, *options) as process:
        said, _ = process.communicate()
    return process.returncode, said
