"""The real texts for the channels: short enough to be sent, shown and read aloud."""

from __future__ import annotations

import re
from pathlib import Path

from generator.kits.sms import parts
from generator.kits.spoken import reading_seconds


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig")


def test_slogans_for_screens_fit(site: Path) -> None:
    for path in sorted((site / "kit").rglob("led.txt")):
        lines = read(path).splitlines()
        assert len(lines) >= 4
        assert all(0 < len(line) <= 20 for line in lines), path


def test_short_messages_are_at_most_three(site: Path) -> None:
    for path in sorted((site / "kit").rglob("sms.txt")):
        assert 1 <= parts(read(path).strip()) <= 3, path


def test_the_broadcast_is_read_in_four_minutes(site: Path) -> None:
    for path in sorted((site / "kit").rglob("broadcast.txt")):
        text = read(path)
        assert not re.search(r"\d", text), path
        slow, fast = reading_seconds(text)
        assert 30 <= fast <= slow <= 240, (path, slow)
