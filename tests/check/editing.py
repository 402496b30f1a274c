"""Editing one line of a project's content, as an editor would."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

Check = Callable[[Path], tuple[int, list[str]]]
GAS = "content/common/sectors/gas.yml"
ITEM = "content/county/work/2023/01.yml"
OTHER_ITEM = "content/county/work/2023/02.yml"
THEME = "content/common/themes/11.yml"
CAMPAIGN = "content/common/campaigns/safety-month.yml"
ALERT = "content/common/alerts/winter.yml"
COURSE = "content/common/training/fire.yml"


def write(project: Path, name: str, start: str, value: str) -> int:
    """Put `value` after the first line's beginning `start`; gives the line's number."""
    path = project / name
    lines = path.read_text(encoding="utf-8").split("\n")
    row = next(index for index, line in enumerate(lines) if line.startswith(start))
    lines[row] = f"{start}{value}"
    path.write_text("\n".join(lines), encoding="utf-8")
    return row + 1


def found(lines: list[str], code: str) -> list[str]:
    """Give the reported lines with this code."""
    return [line for line in lines if f": {code} " in line]
