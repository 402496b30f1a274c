"""The guide to pictures: what it says to write can be written, and is shown."""

from __future__ import annotations

import re
from pathlib import Path

from generator.check import check
from generator.clock import parse_day
from generator.load import load
from tests.conftest import DAY, ROOT

GUIDE = ROOT / "docs/editors/pictures.md"


def test_the_pictures_of_the_guide_can_be_made(fixture_county: Path) -> None:
    text = GUIDE.read_text(encoding="utf-8")
    blocks = re.findall(r'```yaml title="content/county/pictures.yml"\n(.*?)```', text, re.DOTALL)
    rows = "".join(block.removeprefix("pictures:\n") for block in blocks)
    own = fixture_county / "content/county/pictures.yml"
    own.write_text("pictures:\n" + rows, encoding="utf-8")
    june = fixture_county / "content/county/themes/2023/06.yml"
    words = june.read_text(encoding="utf-8")
    june.write_text(words + "picture: no-kites-here\n", encoding="utf-8")
    loaded = load(fixture_county)
    assert list(check(loaded, as_of=parse_day(DAY))) == []
    assert loaded.library is not None
    library = loaded.library
    assert {"no-kites-here", "call-from-the-gate"} <= library.pictures.keys()
