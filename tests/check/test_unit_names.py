"""Names of units that are almost right are pointed out; other units and titles are not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.check.editing import GAS, Check, found, write
from tests.conftest import ROOT

UNITS = "content/county/units.yml"


@pytest.fixture
def county(fixture_county: Path) -> Path:
    """The small county with all the units of a real one."""
    shutil.copy(ROOT / UNITS, fixture_county / UNITS)
    return fixture_county


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("县消防大队", "县消防救援大队"),
        ("县应急局局", "县应急局"),
        ("县农业局", "县农业农村局"),
        ("县住房城乡建设局", "县住房和城乡建设局"),
        ("县市场监督局", "县市场监督管理局"),
        ("县宣传部", "县委宣传部"),
        ("县工业集中区管委会", "县工业集中发展区管委会"),
        ("县交通安全生产专业委员会", "县道路交通安全生产专业委员会"),
        ("市环境局样例分局", "市生态环境局样例分局"),
    ],
)
def test_a_near_miss_is_reported_with_the_name_meant(
    county: Path, check: Check, written: str, meant: str
) -> None:
    line = write(county, GAS, "  - text: ", f"看到违停请告诉{written}，不自己动手。")
    code, lines = check(county)
    assert code == 0
    assert len(found(lines, "W303")) == 1
    assert lines[0].startswith(f"{GAS}:{line}:11: W303 单位名称“{written}”与 units.yml 不一致")
    assert f"是不是想写 {meant}？" in lines[0]


@pytest.mark.parametrize(
    "text",
    [
        "县应急局、县应急管理局、样例县公安局都可以打电话。",
        "县应急局局长带队，县消防救援大队大队长讲课。",
        "县财政局、县水务局、县气象局、县森林公安局、县交警大队一起来。",
        "县级公安局、县级应急管理部门、县市公安局都要管。",
        "县委宣传部部署，县安委办办公，县安委会办公室汇总，县公安局交警大队执勤。",
        "县水上交通安全生产专业委员会、市应急管理局、市生态环境局来检查。",
        "县里办好这件事，县城局部地区有雨，城市旅游局面好转。",
    ],
)
def test_true_names_and_other_units_are_left_alone(county: Path, check: Check, text: str) -> None:
    write(county, GAS, "  - text: ", text)
    assert not found(check(county)[1], "W303")


def test_search_words_may_be_written_any_way(county: Path, check: Check) -> None:
    write(county, GAS, "keywords: ", "[燃气, 县消防大队]")
    assert not found(check(county)[1], "W303")


def test_a_new_alias_settles_it(county: Path, check: Check) -> None:
    write(county, GAS, "  - text: ", "看到违停请告诉县消防大队。")
    units = county / UNITS
    text = units.read_text(encoding="utf-8")
    start = "name: 县消防救援大队, "
    units.write_text(text.replace(start, f"{start}aliases: [县消防大队], "), encoding="utf-8")
    assert not found(check(county)[1], "W303")
