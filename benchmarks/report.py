"""What the benchmarks tell: tables, and figures beside what they should be, as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """A figure that should be `most` at most, in Chinese; `unit` comes after both."""

    what: str
    found: float
    most: float
    unit: str = " 秒"

    def row(self) -> tuple[str, ...]:
        """Give it as a row of a table."""
        digits = 0 if self.most >= 100 else 2
        return (
            self.what,
            f"{self.found:.{digits}f}{self.unit}",
            f"{self.most:g}{self.unit}",
            "达到" if self.found <= self.most else "没有达到",
        )


@dataclass(frozen=True)
class Report:
    """What a benchmark found: its Markdown, and the figures that have a target."""

    lines: tuple[str, ...]
    figures: tuple[Figure, ...] = ()


def table(names: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Give the lines of a table whose first column is text and whose others are figures."""
    yield f"| {' | '.join(names)} |"
    yield f"|---|{'---:|' * (len(names) - 1)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def verdicts(figures: Iterable[Figure]) -> Iterator[str]:
    """Give the lines of the table of figures beside their targets."""
    return table(("", "量出来", "目标（至多）", ""), (each.row() for each in figures))
