"""Faults of templates: which file, in which line, and what the engine says of it."""

from __future__ import annotations

import traceback
from pathlib import Path

from generator.model.problem import Problem

_HINT = "改回原样，或对照英文说明改这一行；模板在 Git 里可以退回上一版"


class BrokenTemplateError(Exception):
    """Raised when a template cannot be used; it becomes a problem at its place.

    `code` is E403 for documents and channel texts, E404 for web pages.
    """

    def __init__(self, path: str, line: int, code: str, words: str) -> None:
        """Take the template's path in the project, its line (from 1) and the engine's words."""
        self.path = path
        self.line = line
        self.code = code
        self.words = words
        super().__init__(str(self.problem()))

    def problem(self) -> Problem:
        """Give the fault as a problem."""
        return Problem(
            path=self.path,
            line=self.line,
            column=1,
            code=self.code,
            message=f"模板有问题：{self.words}",
            hint=_HINT,
        )


def fault_in(
    error: Exception, folder: Path, *, shown: str, code: str
) -> BrokenTemplateError | None:
    """Find the template below `folder` in which an error was raised, the innermost one.

    `shown` is how the folder is called in the project, for instance `theme/pages`. Gives None
    where the error comes from elsewhere.
    """
    found: BrokenTemplateError | None = None
    for frame in traceback.extract_tb(error.__traceback__):
        path = Path(frame.filename)
        if path.is_relative_to(folder) and path.suffix in {".j2", ".html"}:
            name = f"{shown}/{path.relative_to(folder).as_posix()}"
            found = BrokenTemplateError(name, frame.lineno or 1, code, _words(error))
    return found


def _words(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
