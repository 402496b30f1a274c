"""One demand with two numbers is pointed out; two demands are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.editing import ITEM, OTHER_ITEM, Check, found

SAME = "县安委办", "调度安全生产工作"
FIRST = "县安委办（牵头）", SAME[1], "period: monthly", "amount: 1", "unit: 次"


def add(county: Path, name: str, actor: str, action: str, *demand: str) -> int:
    """Put a figure first in an item; gives the line on which it begins."""
    path = county / name
    lines = path.read_text(encoding="utf-8").split("\n")
    row = lines.index("figures:") + 1
    rows = (f"actor: {actor}", f"action: {action}", *demand)
    lines[row:row] = [f"  {' ' if index else '-'} {text}" for index, text in enumerate(rows)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return row + 1


@pytest.mark.parametrize(
    ("demand", "place", "said"),
    [
        (("period: weekly", "amount: 1", "unit: 次"), (2, 13), "每周 1 次"),
        (("period: monthly", "amount: 2", "unit: 次"), (3, 13), "每月 2 次"),
        (("period: monthly", "at_least: 1", "unit: 次"), (3, 15), "每月至少 1 次"),
    ],
)
def test_a_contradiction_names_both_places(
    fixture_county: Path, check: Check, demand: tuple[str, ...], place: tuple[int, int], said: str
) -> None:
    first = add(fixture_county, ITEM, *FIRST)
    line = add(fixture_county, OTHER_ITEM, *SAME, *demand) + place[0]
    code, lines = check(fixture_county)
    assert code == 0
    assert len(found(lines, "W304")) == 1
    assert lines[0].startswith(f"{OTHER_ITEM}:{line}:{place[1]}: W304 ")
    assert f"这里是{said}，{ITEM} 第 {first} 行是每月 1 次" in lines[0]
    assert "对照工作要点原文" in lines[0]


@pytest.mark.parametrize(
    ("actor", "action", "demand"),
    [
        (*SAME, ("period: monthly", "amount: 1", "unit: 次")),
        (*SAME, ("period: yearly", "amount: 40", "unit: 家")),
        ("县安委办", "调度消防安全工作", ("period: weekly", "amount: 1", "unit: 次")),
        ("各镇（街道）", "调度安全生产工作", ("period: weekly", "amount: 1", "unit: 次")),
    ],
)
def test_the_same_number_and_other_demands_are_left_alone(
    fixture_county: Path, check: Check, actor: str, action: str, demand: tuple[str, ...]
) -> None:
    add(fixture_county, ITEM, *FIRST)
    add(fixture_county, OTHER_ITEM, actor, action, *demand)
    assert not found(check(fixture_county)[1], "W304")
