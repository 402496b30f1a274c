"""A theme without a poster is published, but its editor is told what is missing."""

from __future__ import annotations

from pathlib import Path

from tests.check.editing import Check
from tests.load.test_bad_files import edit


def test_a_missing_poster_is_a_warning_at_its_theme(fixture_county: Path, check: Check) -> None:
    name = "content/common/themes/06.yml"
    text = (fixture_county / name).read_text(encoding="utf-8")
    start = text.index("poster:")
    end = text.index("\nsources:", start)
    edit(fixture_county, name, text[start:end], "")
    code, lines = check(fixture_county)
    assert code == 0
    assert any(line.startswith(f"{name}:3:") and "W306" in line for line in lines)
