"""The build's clock: days in Asia/Shanghai, given by the caller or read once."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")
FIRST, LAST = date(2000, 1, 1), date(2100, 12, 31)
"""Between which days a site can be built: the years that content may belong to."""


def today() -> date:
    """Give the current day in Shanghai."""
    return datetime.now(SHANGHAI).date()


def parse_day(text: str) -> date:
    """Read a day written as 2023-06-01; raises `ValueError` for anything else."""
    return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=SHANGHAI).date()


def parse_build_day(text: str) -> date:
    """Read a day on which a site can be built; raises `ValueError`, in Chinese, for any other."""
    try:
        day = parse_day(text)
    except ValueError as error:
        raise ValueError("日期写成 2023-06-01") from error
    if not FIRST <= day <= LAST:
        raise ValueError(f"日期要在 {FIRST} 和 {LAST} 之间")
    return day
