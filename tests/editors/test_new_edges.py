"""`pingan new` with arguments at their edges: a draft, or a sentence and nothing written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.cli import main
from generator.editors.proof import create

ALERT = ("alert", "x", "--kind", "weather", "--sector", "fire")
CAMPAIGN = ("campaign", "x-2024", "--sector", "fire")
TIP = ("tip", "fire", "--why", "因为", "--source", "fire-protection-law#5")
EVENT = ("event", "safety-month-2023", "--when", "六月", "--detail", "讲课")


def new(county: Path, *arguments: str) -> int:
    try:
        return main(["new", *arguments, "--root", str(county)])
    except SystemExit as stop:
        assert isinstance(stop.code, int)
        return stop.code


def texts(county: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in (county / "content").rglob("*.*")}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((*ALERT, "--starts=9999-12-31", "--ends=9999-12-31"), 2),
        ((*CAMPAIGN, "--starts=9999-12-31"), 2),
        ((*EVENT, "--title=a", "--starts=9999-12-31"), 2),
        ((*ALERT, "--as-of=9999-12-31"), 2),
        ((*ALERT, "--as-of=0001-01-01"), 2),
        (("year", "2100", "--as-of=9999-12-31"), 2),
        ((*ALERT, "--publish-on=0001-01-01"), 1),
        ((*ALERT, "--title=a\x80b"), 1),
        ((*ALERT, "--title=a\x00b"), 1),
        ((*ALERT, "--title=a\rb\nc"), 1),
        ((*ALERT, "--title=a\udc80b"), 2),
        ((*ALERT, "--area=\x1b[31m"), 1),
        ((*ALERT, f"--title={'长' * 301}"), 1),
        ((*TIP, "--text=a\x80"), 1),
        ((*TIP, "--text=a\udcff"), 2),
        ((*EVENT, "--title=a\x07"), 1),
        (("sector", "x\udc80"), 2),
        (("alert", "con", "--kind", "weather"), 2),
        (("sector", "nul"), 2),
        (("course", "com1"), 2),
        (("campaign", "aux-2024"), 2),
        (("sector", "con."), 2),
        (("sector", "con "), 2),
        (("theme", "9999-12"), 2),
        (("year", "9999"), 2),
    ],
)
def test_what_will_not_do_is_refused_in_chinese_and_nothing_is_written(
    fixture_county: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    code: int,
) -> None:
    before = texts(fixture_county)
    assert new(fixture_county, *arguments) == code
    assert re.search(r"[\u4e00-\u9fff]{4}", capsys.readouterr().err)
    assert texts(fixture_county) == before


def test_of_several_files_all_are_written_or_none(tmp_path: Path) -> None:
    files = {"a/1.yml": "one", "a/1.yml/2.yml": "where no folder can be"}
    with pytest.raises(OSError, match=r"a/1\.yml"):
        create(tmp_path, files)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
