"""The real content is without a problem."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.conftest import ROOT

Check = Callable[[Path], tuple[int, list[str]]]


def test_the_real_content_has_no_problems(check: Check) -> None:
    code, lines = check(ROOT)
    assert code == 0
    assert len(lines) == 1
    assert "错误 0 处" in lines[0]
