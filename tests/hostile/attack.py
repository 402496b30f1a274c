"""Attacks on one county: what loading and checking say to a text in a field, and what is built."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.check import check
from generator.cli import main
from generator.clock import parse_day
from generator.load import load
from generator.model.base import ID_PATTERN
from generator.model.problem import Problem, Severity
from tests.conftest import DAY
from tests.hostile.county import Field, quoted, write
from tests.hostile.payloads import PAYLOADS


@dataclass(frozen=True)
class Answer:
    """What loading and checking said to one text in one field."""

    field: Field
    payload: str
    errors: tuple[Problem, ...]
    faults: tuple[str, ...]


def ask(county: Path, field: Field, payload: str) -> Answer:
    """Write a text into a field, load and check, and put the file back."""
    path = county / field.path
    before = path.read_bytes()
    write(county, {field: payload})
    try:
        errors = errors_of(county)
        faults = [*misplaced(county, errors)]
        renamed = field.loc[-1] == "id" and re.fullmatch(ID_PATTERN, payload)
        told = {problem.path for problem in errors}
        told |= {field.path for problem in errors if problem.code == "E353"}  # it lost its gist
        if errors and field.path not in told and not renamed:  # else who names it is told
            faults.append(f"not a word about {field.path}: {errors[0]}")
        return Answer(field, payload, errors, tuple(faults))
    finally:
        path.write_bytes(before)


def errors_of(county: Path) -> tuple[Problem, ...]:
    """Give what stops the build."""
    found = check(load(county), as_of=parse_day(DAY))
    return tuple(problem for problem in found if problem.severity is Severity.ERROR)


def misplaced(county: Path, problems: Iterable[Problem]) -> Iterable[str]:
    """Give the problems whose place is not in their file."""
    for problem in problems:
        lines = (county / problem.path).read_text(encoding="utf-8-sig").split("\n")
        if not 1 <= problem.line <= len(lines) or problem.column < 1:
            yield f"no such place: {problem}"


def mixed(county: Path, places: list[Field], chance: random.Random) -> dict[Field, str]:
    """Fill the county with hostile texts, a different one in each field that accepts it.

    Gives those that stayed.
    """
    stayed: dict[Field, str] = {}
    for path in dict.fromkeys(place.path for place in places):
        texts = {place: chance.choice(PAYLOADS) for place in places if place.path == path}
        harmless = (county / path).read_bytes()
        while texts:
            write(county, texts)
            errors = errors_of(county)
            if not errors:
                break
            refused = _named(county, path, errors, texts)
            if not refused:  # the errors stand elsewhere: half of the texts goes
                refused = set(chance.sample([*texts], (len(texts) + 1) // 2))
            texts = {place: text for place, text in texts.items() if place not in refused}
            (county / path).write_bytes(harmless)
        stayed |= texts
    return stayed


def _named(
    county: Path, path: str, errors: Iterable[Problem], texts: Mapping[Field, str]
) -> set[Field]:
    """Give the hostile fields of a file that stand on a line with an error."""
    lines = (county / path).read_text(encoding="utf-8").split("\n")
    wrong = [lines[problem.line - 1] for problem in errors if problem.path == path]
    return {field for field, text in texts.items() if any(quoted(text) in line for line in wrong)}


def build(county: Path) -> int:
    """Build the county's site; gives the exit code."""
    return main(["build", "--root", str(county), "--as-of", DAY])
