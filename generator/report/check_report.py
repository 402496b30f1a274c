"""The report of a check, and what a form makes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generator.model.problem import Problem, Severity


@dataclass(frozen=True)
class CheckReport:
    """What a check found: on which day, in how many files, and the problems in file order.

    `unwritten` counts the places of drafts that are still to be written.
    """

    as_of: date
    files: int
    problems: tuple[Problem, ...]
    unwritten: int = 0

    @property
    def errors(self) -> int:
        """Count the problems that stop a build."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def warnings(self) -> int:
        """Count the problems that do not stop a build."""
        return len(self.problems) - self.errors

    @property
    def summary(self) -> str:
        """Say in one sentence how it went."""
        left = f"草稿里还有 {self.unwritten} 处“在这里写”没有写。" if self.unwritten else ""
        return f"检查了 {self.files} 个文件：错误 {self.errors} 处，提醒 {self.warnings} 处。{left}"


class Printed(NamedTuple):
    """What goes to the standard output and what to the error stream, line ends included."""

    out: str
    err: str


Form = Callable[[CheckReport], Printed]
