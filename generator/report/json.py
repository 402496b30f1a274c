"""The form for programs: one JSON object on the standard output."""

from __future__ import annotations

import json
from dataclasses import asdict

from generator.report.check_report import CheckReport, Printed


def json_form(report: CheckReport) -> Printed:
    """Write the day, the counts and every problem with all its fields.

    Chinese stands as it is; a file name that is not valid UTF-8 is escaped.
    """
    found = {
        "as_of": report.as_of.isoformat(),
        "files": report.files,
        "errors": report.errors,
        "warnings": report.warnings,
        "unwritten": report.unwritten,
        "problems": [
            {**asdict(problem), "severity": problem.severity} for problem in report.problems
        ],
    }
    text = json.dumps(found, ensure_ascii=False, indent=2)
    return Printed(text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n", "")
