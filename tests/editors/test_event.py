"""`pingan new event`: an event at the end of a campaign's programme, the rest left as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.editors.conftest import Run

NAME = "content/county/campaigns/2023/safety-month.yml"
OPEN_DAY = ["--title", "消防开放日", "--detail", "到消防站看一看: 摸一摸水带。"]


def test_an_event_is_appended_letter_by_letter(fixture_county: Path, county: Run) -> None:
    path = fixture_county / NAME
    before = path.read_text("utf-8")
    dates = ["--starts", "2023-06-20", "--ends", "2023-06-21", "--where", "县消防站"]
    code, said = county(
        "new", "event", "safety-month-2023", *OPEN_DAY, *dates, "--organiser", "fire-brigade"
    )
    assert code == 0, said
    assert f"已在 {NAME} 的活动安排（programme）最后加了一项：消防开放日" in said
    after = path.read_text("utf-8")
    added = [line for line in after.splitlines(True) if line not in before.splitlines(True)]
    assert len(after.splitlines()) == len(before.splitlines()) + 7
    assert "".join(added) in after
    programme = yaml.safe_load(after)["programme"]
    assert programme[:-1] == yaml.safe_load(before)["programme"]
    assert {name: str(value) for name, value in programme[-1].items()} == {
        "title": "消防开放日",
        "when": "6月20日至21日",
        "starts": "2023-06-20",
        "ends": "2023-06-21",
        "where": "县消防站",
        "organisers": "['fire-brigade']",
        "detail": "到消防站看一看: 摸一摸水带。",
    }
    assert county("check")[0] == 0


def test_an_edition_that_inherits_its_programme_keeps_it(fixture_county: Path, county: Run) -> None:
    assert county("new", "campaign", "safety-month-2027")[0] == 0
    code, said = county("new", "event", "safety-month-2027", *OPEN_DAY, "--when", "6月上旬")
    assert code == 0, said
    path = fixture_county / "content/county/campaigns/2027/safety-month.yml"
    evergreen = fixture_county / "content/common/campaigns/safety-month.yml"
    programme = yaml.safe_load(path.read_text("utf-8"))["programme"]
    assert programme[:-1] == yaml.safe_load(evergreen.read_text("utf-8"))["programme"]
    assert programme[-1]["title"] == "消防开放日"


def test_what_is_not_known_yet_is_left_out(fixture_county: Path, county: Run) -> None:
    code, said = county("new", "event", "safety-month-2023", *OPEN_DAY, "--when", "6月上旬")
    assert code == 0, said
    programme = yaml.safe_load((fixture_county / NAME).read_text("utf-8"))["programme"]
    assert list(programme[-1]) == ["title", "when", "detail"]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["safety-mnth-2023", *OPEN_DAY], 1, "safety-month-2023　2023年安全生产月"),
        (["safety-month-2023"], 2, "还缺 --title、--when 或 --starts、--detail"),
        (["safety-month-2023", *OPEN_DAY, "--starts", "06-20"], 2, "2024-06-01 这样的日期"),
        (["safety-month-2023", *OPEN_DAY, "--starts", "2022-06-20"], 1, "E321"),
        (
            ["safety-month-2023", *OPEN_DAY, "--when", "六月", "--organiser", "fire-brigad"],
            1,
            "fire-brigade",
        ),
    ],
)
def test_what_would_not_pass_is_not_written(
    arguments: list[str], code: int, words: str, fixture_county: Path, county: Run
) -> None:
    before = (fixture_county / NAME).read_bytes()
    given, said = county("new", "event", *arguments)
    assert given == code, said
    assert words in said
    assert (fixture_county / NAME).read_bytes() == before
