"""The form for people: one line a problem that an editor can jump from, on the error stream."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.problem import Problem, Severity
from generator.report.check_report import CheckReport, Printed


def text_form(report: CheckReport) -> Printed:
    """Write the problems, errors apart from warnings, and a summary below."""
    lines = (*grouped(report.problems), report.summary)
    return Printed("", "".join(f"{line}\n" for line in lines))


def grouped(problems: Sequence[Problem]) -> Iterator[str]:
    """Give a line for each problem: errors first, then warnings.

    Each group has a heading, and there is a blank line below it, only where both exist.
    """
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    warnings = [problem for problem in problems if problem.severity is Severity.WARNING]
    if not errors or not warnings:
        yield from map(str, problems)
        return
    yield "错误（必须改，改完才能生成）："
    yield from map(str, errors)
    yield ""
    yield "提醒（不影响生成，请核对）："
    yield from map(str, warnings)
    yield ""
