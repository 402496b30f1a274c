"""What `make` offers, and what a forge runs."""

from __future__ import annotations

import re
import subprocess

import yaml

from tests.conftest import ROOT


def test_help_names_every_command_and_says_what_it_does() -> None:
    done = subprocess.run(
        ["make", "--silent", "help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    told = dict(re.findall(r"^make (\w+) +(\S.*)$", done.stdout, re.MULTILINE))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert phony
    assert [*told] == sorted(phony[1].split(), key=[*told].index)
    assert all(re.search(r"[\u4e00-\u9fff]", words) for words in told.values())


def test_a_forge_runs_what_we_run() -> None:
    flow = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8"))
    steps = flow["jobs"]["ci"]["steps"]
    assert ".ci/run" in [step.get("run") for step in steps]
    ours = [step["uses"] for step in steps if "uses" in step]
    assert all(re.fullmatch(r"actions/[\w-]+@v\d+", name) for name in ours)
