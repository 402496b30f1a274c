"""The long attack: `make fuzz`. Asks about every field and text, then builds mixtures of them.

Prints what was done and what failed; the exit code is 1 where something failed.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import random
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from tests.hostile.attack import ask, build, mixed
from tests.hostile.county import fields, hostile_county
from tests.hostile.payloads import PAYLOADS
from tests.hostile.scan import Known, scan


@dataclass
class Asked:
    """What loading and checking said so far."""

    times: int = 0
    refused: int = 0
    faults: list[str] = field(default_factory=list)


def main() -> int:
    """Attack for as long as was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=2026)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    ends = time.monotonic() + options.minutes * 60
    with tempfile.TemporaryDirectory() as folder:
        asked, texts = _ask(Path(folder), chance, ends)
        accepted = asked.times - asked.refused
        print(
            f"asked {asked.times} times, {asked.refused} refused, {accepted} accepted; "
            f"every field at least {texts} of {len(PAYLOADS)} texts",
            flush=True,
        )
        builds, pairs, more = _build(Path(folder), chance, ends)
        print(f"built {builds} sites with {pairs} hostile texts", flush=True)
    for fault in (found := [*asked.faults, *more]):
        print(fault, file=sys.stderr)
    print(f"{len(found)} faults")
    return 1 if found else 0


def _ask(folder: Path, chance: random.Random, ends: float) -> tuple[Asked, int]:
    """Ask about fields and texts for half of the time that is left, on all processors.

    Each field in turn is asked about one more text; gives also about how many at least each was.
    """
    until = (time.monotonic() + ends) / 2
    names = sorted({place.name for place in fields(hostile_county(folder / "all"))})
    texts = [chance.sample(PAYLOADS, len(PAYLOADS)) for _ in names]
    pairs = [pair for turn in zip(*texts, strict=True) for pair in zip(names, turn, strict=True)]
    workers = os.cpu_count() or 1
    with ProcessPoolExecutor(workers) as pool:
        shares = [
            pool.submit(_ask_some, folder / f"asked-{number}", pairs[number::workers], until)
            for number in range(workers)
        ]
        asked = [share.result() for share in shares]
    whole = Asked(
        sum(each.times for each in asked),
        sum(each.refused for each in asked),
        [fault for each in asked for fault in each.faults],
    )
    return whole, min(each.times for each in asked) * workers // len(names)


def _ask_some(folder: Path, pairs: list[tuple[str, str]], until: float) -> Asked:
    county = hostile_county(folder)
    places = {place.name: place for place in fields(county)}
    asked = Asked()
    for name, payload in pairs:
        answer = ask(county, places[name], payload)
        asked.times += 1
        asked.refused += bool(answer.errors)
        asked.faults += [f"{name} {payload[:60]!r}: {fault}" for fault in answer.faults]
        if time.monotonic() > until:
            break
    return asked


def _build(folder: Path, chance: random.Random, ends: float) -> tuple[int, int, list[str]]:
    """Build mixtures until the time is over, at least one."""
    harmless = hostile_county(folder / "harmless")
    assert _quiet_build(harmless) == 0
    known = Known.of(harmless / "site")
    builds, texts, faults = 0, 0, []
    while not builds or time.monotonic() < ends:
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
