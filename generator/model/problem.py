"""Problems: what is wrong with the content, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """Whether a problem stops the build."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True, kw_only=True)
class Problem:
    """One finding about one place in the content.

    `path` is relative to the project's root; `line` and `column` count from 1, where a problem of
    a whole file or folder stands; `message` and `hint` are Chinese sentences for editors.
    """

    path: str
    line: int = 1
    column: int = 1
    code: str
    message: str
    hint: str = ""

    @property
    def severity(self) -> Severity:
        """Tell whether this stops the build: codes of warnings begin with W."""
        return Severity.WARNING if self.code.startswith("W") else Severity.ERROR

    def __str__(self) -> str:
        """Give the `path:line:column: CODE message` form that editors can jump from."""
        hint = f"（{self.hint}）" if self.hint else ""
        return f"{self.path}:{self.line}:{self.column}: {self.code} {self.message}{hint}"


class ContentError(Exception):
    """Raised at a stage's edge when content has problems; carries them all, sorted."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems in the order of files and lines."""
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any of the problems stops the build."""
    return any(problem.severity is Severity.ERROR for problem in problems)
