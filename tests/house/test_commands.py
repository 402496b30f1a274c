"""The commands that run the tests."""

from __future__ import annotations

import re

from tests.conftest import ROOT


def test_the_two_test_commands_run_each_test_once() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    chosen = {
        name: re.search(
            rf"^{name}:[^\n]*\n\t\$\(BIN\)/pytest [^\n]*-m (\S.*)$", makefile, re.MULTILINE
        )
        for name in ("test", "thorough")
    }
    assert {name: found and found[1] for name, found in chosen.items()} == {
        "test": '"not thorough"',
        "thorough": "thorough",
    }
