"""The long attack: `make fuzz`. Asks about every field and text, then builds mixtures of them.

Prints what was done and what failed; the exit code is 1 where something failed.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import itertools
import random
import sys
import tempfile
import time
from pathlib import Path

from tests.hostile.attack import ask, build, mixed
from tests.hostile.county import fields, hostile_county
from tests.hostile.payloads import PAYLOADS
from tests.hostile.scan import Known, scan


def main() -> int:
    """Attack for as long as was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=2026)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    ends = time.monotonic() + options.minutes * 60
    with tempfile.TemporaryDirectory() as folder:
        asked, refused, faults = _ask(Path(folder), chance, ends)
        print(f"asked {asked} times, {refused} refused, {asked - refused} accepted", flush=True)
        builds, pairs, more = _build(Path(folder), chance, ends)
        print(f"built {builds} sites with {pairs} hostile texts", flush=True)
    for fault in (found := [*faults, *more]):
        print(fault, file=sys.stderr)
    print(f"{len(found)} faults")
    return 1 if found else 0


def _ask(folder: Path, chance: random.Random, ends: float) -> tuple[int, int, list[str]]:
    """Ask about fields and texts in random order for half of the time that is left."""
    until = (time.monotonic() + ends) / 2
    county = hostile_county(folder / "asked")
    names = {field.name: field for field in fields(county)}
    pairs = list(itertools.product(names.values(), PAYLOADS))
    chance.shuffle(pairs)
    asked, refused, faults = 0, 0, []
    for field, payload in pairs:
        if time.monotonic() > until:
            break
        answer = ask(county, field, payload)
        asked += 1
        refused += bool(answer.errors)
        faults += [f"{field.name} {payload[:60]!r}: {fault}" for fault in answer.faults]
    return asked, refused, faults


def _build(folder: Path, chance: random.Random, ends: float) -> tuple[int, int, list[str]]:
    """Build mixtures until the time is over."""
    harmless = hostile_county(folder / "harmless")
    assert _quiet_build(harmless) == 0
    known = Known.of(harmless / "site")
    builds, texts, faults = 0, 0, []
    while time.monotonic() < ends:
        seed = chance.randrange(1_000_000_000)
        county = hostile_county(folder / f"built-{builds}")
        texts += len(mixed(county, fields(county), random.Random(seed)))
        code = _quiet_build(county)
        found = scan(county / "site", known) if code == 0 else [f"exit code {code}"]
        faults += [f"seed {seed}: {fault}" for fault in found]
        builds += 1
    return builds, texts, faults


def _quiet_build(county: Path) -> int:
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        return build(county)


if __name__ == "__main__":
    sys.exit(main())
