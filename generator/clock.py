"""The build's clock: days in Asia/Shanghai, given by the caller or read once."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")


def today() -> date:
    """Give the current day in Shanghai."""
    return datetime.now(SHANGHAI).date()


def parse_day(text: str) -> date:
    """Read a day written as 2023-06-01; raises `ValueError` for anything else."""
    return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=SHANGHAI).date()
