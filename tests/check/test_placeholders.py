"""What is still to be written is not published: nothing that a draft is filled with passes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cli import main
from tests.check.editing import Check, found
from tests.conftest import DAY, in_content

KINDS = {
    "theme": ("2026-11", "themes/2026/11.yml"),
    "campaign": ("flood-day", "campaigns/flood-day.yml"),
    "edition": ("safety-month-2026", "campaigns/2026/safety-month.yml"),
    "alert": ("dense-fog", "alerts/dense-fog.yml"),
    "situation": ("stuck-in-a-lift", "situations/stuck-in-a-lift.yml"),
    "procedure": ("open-a-lift", "procedures/open-a-lift.yml"),
    "sector": ("lifts", "sectors/lifts.yml"),
    "course": ("lifts", "training/lifts.yml"),
}
# dates, icons, places in a list, and choices from a closed list
FREE = {"id", "status", "icon", "kind", "level", "first", "last", "group", "setting", "period"}
FREE |= {"audience", "who", "of"}
UNTOUCHED = r"在这里写|zai-zhe-li-xie|\b000\b|？$|2000-01-01"


def leaves(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Give each text below parsed values with the nearest field's name."""
    if isinstance(value, dict):
        for key, child in value.items():
            yield from leaves(child, key)
    elif isinstance(value, list):
        for child in value:
            yield from leaves(child, name)
    elif isinstance(value, str) or value == date(2000, 1, 1):
        yield name, str(value)


def publish(county: Path, kind: str) -> tuple[Path, str]:
    """Make a draft of a kind and publish it as it is; gives its file and name."""
    id_, name = KINDS[kind]
    given = ["--kind", "season"] if kind == "alert" else []
    name_of_kind = "campaign" if kind == "edition" else kind
    assert main(["new", name_of_kind, id_, *given, "--root", str(county), "--as-of", DAY]) == 0
    path = in_content(county, name)
    text = path.read_text(encoding="utf-8").replace("status: draft", "status: published")
    path.write_text(text, encoding="utf-8")
    return path, f"content/county/{name}"


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_that_a_draft_is_filled_with_passes(
    kind: str, fixture_county: Path, check: Check
) -> None:
    path, name = publish(fixture_county, kind)
    code, lines = check(fixture_county)
    assert code == 1
    texts = [(field, text) for field, text in leaves(yaml.safe_load(path.read_text("utf-8")))]
    waiting = [text for field, text in texts if field not in FREE]
    assert all(re.search(UNTOUCHED, text) for text in waiting), waiting
    errors = [line for line in lines if re.match(rf"{name}:\d+:\d+: ", line)]
    assert found(errors, "E317") == errors
    assert len(errors) == len(waiting)


def written(line: str) -> str:
    """Write what waits on a line of a draft, in a way that the check takes."""
    line = re.sub(r"answer: ？", "answer: A", line)
    line = re.sub(r"organisers: \[zai-zhe-li-xie\]", "organisers: [safety-office]", line)
    line = re.sub(r"sectors: \[zai-zhe-li-xie\]", "sectors: [fire]", line)
    line = re.sub(r"situations: \[zai-zhe-li-xie\]", "situations: [home-fire]", line)
    line = re.sub(r"zai-zhe-li-xie", "work-safety-law#57", line)
    line = re.sub(r'"000"', '"119"', line)
    line = re.sub("2000-01-01", "2026-06-01", line)
    return line.replace("在这里写", "")


@pytest.mark.parametrize("kind", KINDS)
def test_each_place_left_over_is_refused_where_it_stands(
    kind: str, fixture_county: Path, check: Check
) -> None:
    path, name = publish(fixture_county, kind)
    lines = path.read_text("utf-8").splitlines()
    open_ = [
        place
        for place, line in enumerate(lines)
        if re.search(UNTOUCHED, line) and not line.lstrip().startswith("#")
    ]
    kept: dict[str, int] = {}  # one place of each sort, by what its line says
    for place in open_:
        kept.setdefault(re.sub(r"\d", "", lines[place]), place)
    for place in kept.values():
        rest = {each: written(lines[each]) for each in open_ if each != place}
        path.write_text(
            "\n".join(rest.get(each, line) for each, line in enumerate(lines)), encoding="utf-8"
        )
        reported = [line for line in check(fixture_county)[1] if line.startswith(name)]
        here = [line for line in reported if line.startswith(f"{name}:{place + 1}:")]
        assert found(here, "E317"), (lines[place], reported)


def test_what_is_missing_is_said_in_plain_words(fixture_county: Path, check: Check) -> None:
    said: list[str] = []
    for kind in ("edition", "campaign", "situation", "sector", "course"):
        publish(fixture_county, kind)
        said = check(fixture_county)[1]
    for words in (
        "这条提示还没有写依据",
        "还没有写电话",
        "还没有写情形",
        "这件要做的事还没有写依据",
        "这一项检查还没有写依据",
        "这道题还没有写答案",
        "海报还没有写电话",
        "还没有写组织单位",
        "还没有写行业领域",
    ):
        assert any(f"E317 {words}（写好再发布" in line for line in said), words


def test_a_draft_may_wait(fixture_county: Path, check: Check) -> None:
    for kind in KINDS:
        path, _ = publish(fixture_county, kind)
        text = path.read_text(encoding="utf-8").replace("status: published", "status: draft")
        path.write_text(text, encoding="utf-8")
    assert check(fixture_county)[0] == 0
