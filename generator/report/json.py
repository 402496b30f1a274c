"""The form for programs: one JSON object on the standard output."""

from __future__ import annotations

import json
from dataclasses import asdict

from generator.report.outcome import Outcome, Printed


def json_form(outcome: Outcome) -> Printed:
    """Write the day, the counts and every problem with all its fields.

    Chinese stands as it is; a file name that is not valid UTF-8 is escaped.
    """
    found = {
        "as_of": outcome.as_of.isoformat(),
        "files": outcome.files,
        "errors": outcome.errors,
        "warnings": outcome.warnings,
        "unwritten": outcome.unwritten,
        "problems": [
            {**asdict(problem), "severity": problem.severity} for problem in outcome.problems
        ],
    }
    text = json.dumps(found, ensure_ascii=False, indent=2)
    return Printed(text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n", "")
