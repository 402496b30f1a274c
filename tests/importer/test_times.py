"""Days by which something is due: the right day, and none where none is meant."""

from __future__ import annotations

from datetime import date

import pytest

from generator.importer.text import Text
from generator.importer.times import day_of, dues


def read(words: str) -> list[tuple[str, str]]:
    return [(str(each.day), each.what) for each in dues(Text(words, range(len(words))), 2027)]


@pytest.mark.parametrize(
    ("words", "day", "what"),
    [
        ("6月底前完成16座", "2027-06-30", "完成16座"),
        ("11月15日前，完成改造", "2027-11-15", "完成改造"),
        ("2月底前公开", "2027-02-28", "公开"),
        ("6月30日（星期三）前报送", "2027-06-30", "报送"),
        ("到2027年底，完成16座", "2027-12-31", "完成16座"),
        ("力争到2028年6月底前完成", "2028-06-30", "完成"),
        ("2026年12月至2028年3月底前做完", "2028-03-31", "做完"),
        ("2028年年底前做完", "2028-12-31", "做完"),
        ("2028年第一季度末前做完", "2028-03-31", "做完"),
        ("2028年上半年末做完", "2028-06-30", "做完"),
        ("二〇二八年六月底前做完", "2028-06-30", "做完"),
        ("明年3月底前做完", "2028-03-31", "做完"),
        ("6月前做完", "2027-05-31", "做完"),
        ("十一月十五日前做完", "2027-11-15", "做完"),
    ],
)
def test_the_last_day_is_read_with_its_year(words: str, day: str, what: str) -> None:
    assert read(words) == [(day, what)]


@pytest.mark.parametrize(
    "words",
    [
        "去年底排查出的隐患",
        "截至2026年12月底，全县有十座",
        "2020年底前建成的住宅",
        "上半年完成情况要报送",
        "5月上旬起开展检查",
        "从6月上旬开始检查",
        "自3月底起实施",
        "5月12日前后开展宣传",
        "每年6月底前做",
        "每月5日前报送",
        "年底考核",
        "2月30日前做完",
        "13月底前做完",
    ],
)
def test_what_is_no_last_day_is_none(words: str) -> None:
    assert read(words) == []


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("6月底", date(2027, 6, 30)),
        ("11月底前", date(2027, 11, 30)),
        ("2027年6月", date(2027, 6, 30)),
        ("10月15日至次年4月", date(2028, 4, 30)),
        ("2027年1月—2028年6月", date(2028, 6, 30)),
        ("年底前", date(2027, 12, 31)),
        ("6月、12月", None),
        ("每年12月", None),
        ("全年", None),
    ],
)
def test_a_column_of_days(words: str, day: date | None) -> None:
    assert day_of(words, 2027) == day
