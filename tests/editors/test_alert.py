"""`pingan new alert`: a warning of these days keeps its year; an alert of each year has none."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.editors.conftest import Run
from tests.editors.test_desk import row, section


def window(county: Path, name: str = "cold-wave") -> list[str]:
    data = yaml.safe_load((county / f"content/county/alerts/{name}.yml").read_text("utf-8"))
    return [str(data["window"][field]) for field in ("first", "last")]


@pytest.mark.parametrize(
    ("given", "written"),
    [
        (["--starts", "2026-11-26", "--ends", "2026-11-30"], ["2026-11-26", "2026-11-30"]),
        (
            ["--starts", "2026-11-26 18:00", "--ends", "2026-11-30 08:00"],
            ["2026-11-26 18:00", "2026-11-30 08:00"],
        ),
        (["--starts", "11-15", "--ends", "03-15"], ["11-15", "03-15"]),
        (
            ["--starts", "2026-11-26", "--ends", "2026-11-30", "--every-year"],
            ["11-26", "11-30"],
        ),
        ([], ["11-24", "12-23"]),
    ],
)
def test_the_days_are_written_as_they_were_given(
    given: list[str], written: list[str], fixture_county: Path, county: Run
) -> None:
    code, said = county("new", "alert", "cold-wave", "--kind", "weather", *given)
    assert code == 0, said
    assert window(fixture_county) == written
    assert county("check")[0] == 0


def test_a_warning_says_its_colour_area_and_issuer(fixture_county: Path, county: Run) -> None:
    days = ["--starts", "2026-11-26", "--ends", "2026-11-30"]
    signal = ["--colour", "orange", "--area", "北部山区各镇", "--issuer", "县气象局"]
    code, said = county("new", "alert", "cold-wave", "--kind", "weather", *days, *signal)
    assert code == 0, said
    data = yaml.safe_load(
        (fixture_county / "content/county/alerts/cold-wave.yml").read_text("utf-8")
    )
    assert [data[name] for name in ("kind", "level", "colour", "area", "issuer")] == [
        "weather",
        "warning",
        "orange",
        "北部山区各镇",
        "县气象局",
    ]


@pytest.mark.parametrize(
    ("given", "code", "words"),
    [
        (["--starts", "2026-11-26"], 2, "--starts 和 --ends 要一起写"),
        (["--starts", "2026-11-26", "--ends", "11-30"], 1, "E323"),
        (["--starts", "2026-11-26", "--ends", "2026-11-20"], 1, "E324"),
        (["--colour", "red"], 1, "E325"),
    ],
)
def test_days_that_do_not_fit_are_not_written(
    given: list[str], code: int, words: str, fixture_county: Path, county: Run
) -> None:
    result, said = county("new", "alert", "cold-wave", "--kind", "weather", *given)
    assert result == code, said
    assert words in said
    assert not (fixture_county / "content/county/alerts/cold-wave.yml").exists()


def test_the_board_says_when_a_warning_comes_and_goes(fixture_county: Path, county: Run) -> None:
    path = fixture_county / "content/common/alerts/winter.yml"
    text = path.read_text("utf-8").replace("first: 11-15", "first: 2026-11-26 18:00")
    path.write_text(text.replace("last: 03-15", "last: 2026-11-30"), "utf-8")
    name = "content/common/alerts/winter.yml"
    _, said = county("desk", day="2026-11-24")
    ahead = row(said, "未来 60 天", name)
    assert "2026-11-26" in ahead
    assert "提示开始：冬季取暖安全提示" in ahead
    assert "提示最后一天，过后自己下线" in ahead
    assert "提示最后一天" in row(county("desk", day="2026-11-30")[1], "今天上线", name)
    _, said = county("desk", day="2028-01-01")
    assert "2026-12-01" in row(said, "已下线", name)
    assert name not in section(said, "过期未核对")
    assert name not in section(said, "未来 60 天")
