"""Where numbers speak: how often in a year, and how much a unit carries."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from generator.model.vocabulary import Period
from generator.model.wording import figure_year
from generator.model.work import Figure


def test_how_often_is_shown_as_a_year(fixture_site: Path) -> None:
    page = html.fromstring((fixture_site / "work/2023/01.html").read_bytes())
    shown = [
        (" ".join(row.xpath("string(p[1])").split()), [len(part) for part in row.xpath("div/span")])
        for row in page.xpath("//ul[@class='pa-figures'][1]/li")
    ]
    assert shown == [("每季度至少 1 次", [1] * 4), ("每月至少 1 次", [1] * 12)]


@pytest.mark.parametrize(
    ("period", "at_least", "shown"),
    [
        (Period.YEARLY, 2, (1, 2)),
        (Period.HALF_YEARLY, 6, (2, 6)),
        (Period.TWO_MONTHLY, 1, (6, 1)),
        (Period.YEARLY, 7, (0, 0)),
        (Period.ONCE, 1, (0, 0)),
        (Period.DAILY, 1, (0, 0)),
        (Period.MONTHLY, None, (0, 0)),
    ],
)
def test_only_what_is_counted_at_a_glance_is_a_picture(
    period: Period, at_least: int | None, shown: tuple[int, int]
) -> None:
    figure = Figure(actor="企业", action="检查", period=period, at_least=at_least, unit="次")
    assert figure_year(figure) == shown


def test_the_matrix_says_how_much_each_unit_carries(fixture_site: Path) -> None:
    page = html.fromstring((fixture_site / "units/matrix.html").read_bytes())
    assert page.xpath("//*[@class='pa-matrix__head']/p/span/text()") == ["1", "2"]
    rows = {
        row.xpath("string(a)"): row.xpath("string(small)")
        for row in page.xpath("//*[@class='pa-matrix']//dt")
    }
    assert rows == {"县安委办": "2 条，牵头 2 条", "县消防救援大队": "2 条", "各镇（街道）": "2 条"}
