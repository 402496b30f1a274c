"""The form for GitHub: workflow commands that mark each problem at its line in a pull request."""

from __future__ import annotations

from generator.model.problem import Problem
from generator.report.check_report import CheckReport, Printed

_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = {**_IN_MESSAGE, **str.maketrans({":": "%3A", ",": "%2C"})}


def github_form(report: CheckReport) -> Printed:
    """Write an annotation for each problem; the summary goes to the error stream, into the log."""
    out = "".join(f"{_annotation(problem)}\n" for problem in report.problems)
    return Printed(out.encode("utf-8", "replace").decode("utf-8"), f"{report.summary}\n")


def _annotation(problem: Problem) -> str:
    """Write `::error file=…,line=…,col=…,title=CODE::message（hint）`."""
    properties = {
        "file": problem.path,
        "line": str(problem.line),
        "col": str(problem.column),
        "title": problem.code,
    }
    place = ",".join(f"{name}={text.translate(_IN_PROPERTY)}" for name, text in properties.items())
    message = f"{problem.message}（{problem.hint}）" if problem.hint else problem.message
    return f"::{problem.severity} {place}::{message.translate(_IN_MESSAGE)}"
