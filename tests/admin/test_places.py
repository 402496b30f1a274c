"""What a form of another kind, or a hand, may have saved at a wrong place is said with its cure."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Check = Callable[[Path], tuple[int, list[str]]]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            "content/county/themes/2023/06.yml",
            "content/county/themes/52e1883cc4bc/10de3a489671.yml",
        ),
        ("content/county/themes/2023/06.yml", "content/county/themes/2023/6.yml"),
        (
            "content/county/campaigns/2023/safety-month.yml",
            "content/county/campaigns/52e1883cc4bc/10de.yml",
        ),
        ("content/county/work/2023/02.yml", "content/county/work/2023/2.yml"),
    ],
)
def test_a_file_at_a_wrong_place_is_told_its_right_one(
    fixture_county: Path, check: Check, right: str, wrong: str
) -> None:
    (fixture_county / wrong).parent.mkdir(exist_ok=True)
    (fixture_county / right).rename(fixture_county / wrong)
    code, lines = check(fixture_county)
    assert code != 0
    told = [line for line in lines if line.startswith(f"{wrong}:") and "E302" in line]
    assert len(told) == 1
    assert told[0].endswith(f"（按里面填的年份和编号，这个文件应放在 {right}）")


def test_a_wrong_id_at_a_right_place_is_told_the_right_id(
    fixture_county: Path, check: Check
) -> None:
    path = fixture_county / "content/county/themes/2023/06.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("id: 2023-06", "id: winter"), encoding="utf-8")
    _, lines = check(fixture_county)
    told = [line for line in lines if "E302" in line]
    assert len(told) == 1
    assert "按文件名应写 2023-06" in told[0]
