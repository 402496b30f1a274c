"""Editing one line of a project's content, as an editor would."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

Check = Callable[[Path], tuple[int, list[str]]]
GAS = "content/sectors/gas.yml"
ITEM = "content/work/2023/01.yml"
OTHER_ITEM = "content/work/2023/02.yml"
THEME = "content/themes/2023/11.yml"
CAMPAIGN = "content/campaigns/2023/safety-month.yml"
ALERT = "content/alerts/winter.yml"
COURSE = "content/training/fire.yml"


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
