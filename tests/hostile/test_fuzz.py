"""`make fuzz`: what it does is counted, and what it finds is told and makes it fail."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence

import pytest

from tests.conftest import ROOT
from tests.hostile import fuzz
from tests.hostile.attack import Answer
from tests.hostile.county import Field


def run(monkeypatch: pytest.MonkeyPatch, *options: str) -> int:
    monkeypatch.setattr(sys, "argv", ["fuzz", *options])
    return fuzz.main()


def faulty(county: object, field: Field, payload: str) -> Answer:
    return Answer(field, payload, (), ("not a word",))


def broken(site: object, known: object) -> Sequence[str]:
    return ["broken"]


@pytest.mark.thorough
def test_it_asks_about_every_field_and_counts(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(fuzz, "ask", lambda county, field, payload: Answer(field, payload, (), ()))
    assert run(monkeypatch, "--minutes", "0") == 0
    first, second, last = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"asked \d+ times, 0 refused, \d+ accepted; .* of \d+ texts", first)
    assert re.fullmatch(r"built \d+ sites with \d+ hostile texts", second)
    assert last == "0 faults"


@pytest.mark.thorough
def test_what_it_finds_makes_it_fail(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(fuzz, "ask", faulty)
    monkeypatch.setattr(fuzz, "scan", broken)
    assert run(monkeypatch, "--minutes", "0") == 1
    said = capsys.readouterr().err
    assert "not a word" in said
    assert "seed" in said


def test_it_takes_the_ten_minutes_that_the_guide_says() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "\nMINUTES ?= 10\n" in makefile
    assert "tests.hostile.fuzz --minutes $(MINUTES)" in makefile
