"""`pingan new`: every kind of draft passes the check as it is, and nothing is overwritten."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from generator.cli import main
from tests.conftest import DAY, ROOT, in_content
from tests.editors.conftest import Run

KINDS = [
    ("theme", "2024-11", "themes/2024/11.yml"),
    ("sector", "lifts", "sectors/lifts.yml"),
    ("course", "lifts", "training/lifts.yml"),
    ("campaign", "flood-day", "campaigns/flood-day.yml"),
    ("campaign", "safety-month-2024", "campaigns/2024/safety-month.yml"),
    ("alert", "dense-fog", "alerts/dense-fog.yml"),
]
WEATHER = ["--kind", "weather"]
TIP = ["--text", "车棚充电时：不盖雨布。", "--why", "盖着: 散不了热。", "--audience", "群众,worker"]


def more(kind: str) -> list[str]:
    """Give what an alert must be told besides its id: what it is about."""
    return WEATHER if kind == "alert" else []


def test_who_makes_a_draft_does_not_wait_until_sayings_are_learned(
    county: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.answers.learned.learn", None)
    monkeypatch.setattr("generator.answers.calibrate.learn", None)
    code, said = county("new", "alert", "dense-fog", "--title", "浓雾", *WEATHER)
    assert code == 0, said


def assert_passes(county: Run) -> None:
    code, said = county("check")
    assert code == 0, said
    assert "错误 0 处" in said


@pytest.mark.parametrize(("kind", "id_", "name"), KINDS)
def test_a_new_draft_passes_the_check_and_explains_itself(
    kind: str, id_: str, name: str, fixture_county: Path, county: Run
) -> None:
    code, said = county("new", kind, id_, "--title", "浓雾: 天气", *more(kind))
    assert code == 0, said
    assert f"content/county/{name}" in said
    assert all(step in said for step in ("pingan check", "published", "pingan serve"))
    path = in_content(fixture_county, name)
    text = path.read_text(encoding="utf-8")
    target = text.split("\n", 1)[0].removeprefix("# yaml-language-server: $schema=")
    assert (
        path.parent / target
    ).resolve() == fixture_county / "schemas" / f"{kind}{'-edition' * ('/2024/' in name)}.json"
    data = yaml.safe_load(text)
    assert (data["id"], data["title"], data["status"]) == (id_, "浓雾: 天气", "draft")
    assert "在这里写" in text
    for field in data:
        assert f"\n{field}:" in text
        above = text.split(f"\n{field}:")[0].rsplit("\n", 1)[-1]
        assert above.startswith("# "), field
        assert any("\u4e00" <= letter <= "\u9fff" for letter in above), field
    assert_passes(county)


@pytest.mark.parametrize(("kind", "id_", "name"), KINDS)
def test_nothing_is_overwritten(
    kind: str, id_: str, name: str, fixture_county: Path, county: Run
) -> None:
    assert county("new", kind, id_, *more(kind))[0] == 0
    path = in_content(fixture_county, name)
    path.write_text("改过的", encoding="utf-8")
    code, said = county("new", kind, id_, *more(kind))
    assert code == 1
    assert "不覆盖" in said
    assert path.read_text(encoding="utf-8") == "改过的"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["theme", "2024"], 2, "例如 2024-01"),
        (["theme", "06"], 2, "例如 2024-01"),
        (["theme", "2024-13"], 1, "没有常年的月度主题“13”"),
        (["campaign", "safety-moth-2024"], 1, "safety-month　安全生产月"),
        (["campaign", "flood-2024"], 1, "pingan new campaign flood"),
        (["campaign", "safety-month"], 1, "E301"),
        (["alert", "../fog"], 2, "小写字母"),
        (["alert", "fog", "--title", "大雾"], 2, "还缺 --kind，可选：festival 节日，weather 天气"),
        (["alert", "fog", *WEATHER, "--sector", "gass"], 1, "gas　燃气安全"),
        (["alert", "fog", *WEATHER, "--title", "<b>雾</b>"], 1, "E309"),
        (["alert", "fog", *WEATHER, "--source", "work-safety-lw#57"], 1, "work-safety-law#57"),
        (["tip", "nothing-like-it"], 1, "没有行业领域“nothing-like-it”"),
        (["tip", "gas"], 2, "还缺 --text、--why、--source"),
        (["tip", "gas", *TIP, "--source", "安全生产法第57条"], 1, "work-safety-law#57"),
        (["tip", "gas", *TIP, "--source", "work-safety-law"], 1, "要写到条"),
        (["tip", "gas", *TIP, "--source", "work-safety-law#157"], 1, "work-safety-law#57"),
        (["tip", "gas", *TIP, "--audience", "大家"], 1, "没有“大家”这个对象"),
        (["year", "二〇二四"], 2, "写成 2024 这样"),
    ],
)
def test_what_would_not_pass_is_not_written(
    arguments: list[str], code: int, words: str, fixture_county: Path, county: Run
) -> None:
    before = everything(fixture_county)
    given, said = county("new", *arguments)
    assert given == code, said
    assert words in said
    assert everything(fixture_county) == before


def test_a_tip_is_appended_and_the_rest_stays_letter_by_letter(
    fixture_county: Path, county: Run
) -> None:
    path = fixture_county / "content/common/sectors/gas.yml"
    before = path.read_text(encoding="utf-8")
    code, said = county("new", "tip", "gas", *TIP, "--source", "work-safety-law#57")
    assert code == 0, said
    after = path.read_text(encoding="utf-8")
    added = [line for line in after.splitlines() if line not in before.splitlines()]
    assert after.replace("\n".join(added[:2]), "").count("\n") == before.count("\n") + 3
    tips = yaml.safe_load(after)["tips"]
    assert tips[:-1] == yaml.safe_load(before)["tips"]
    assert tips[-1] == {
        "text": "车棚充电时：不盖雨布。",
        "why": "盖着: 散不了热。",
        "audience": ["public", "worker"],
        "sources": ["work-safety-law#57"],
    }
    assert_passes(county)


def test_a_tip_keeps_the_line_ends_of_windows(fixture_county: Path, county: Run) -> None:
    path = fixture_county / "content/common/sectors/gas.yml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert county("new", "tip", "gas", *TIP, "--source", "work-safety-law#57")[0] == 0
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf#")
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert_passes(county)


def test_what_is_not_given_is_asked_at_a_terminal(fixture_county: Path, county: Run) -> None:
    leader, follower = pty.openpty()
    command = [
        sys.executable,
        "-m",
        "generator",
        "new",
        "tip",
        "gas",
        "--root",
        str(fixture_county),
    ]
    process = subprocess.Popen(
        [*command, "--as-of", DAY],
        stdin=follower,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=ROOT,
        encoding="utf-8",
    )
    os.close(follower)
    answers = ["不在楼道充电。", "会堵住出口。", "", "work-safety-lw#57", "work-safety-law#57"]
    os.write(leader, "".join(f"{answer}\n" for answer in answers).encode())
    said, _ = process.communicate(timeout=60)
    os.close(leader)
    assert process.returncode == 0, said
    assert "“work-safety-lw#57”没有登记" in said
    sector = yaml.safe_load(
        (fixture_county / "content/common/sectors/gas.yml").read_text(encoding="utf-8")
    )
    assert sector["tips"][-1] == {
        "text": "不在楼道充电。",
        "why": "会堵住出口。",
        "audience": ["public"],
        "sources": ["work-safety-law#57"],
    }
    assert_passes(county)


def test_drafts_are_nowhere_on_the_built_site(fixture_county: Path, county: Run) -> None:
    for kind, id_, _ in KINDS:
        assert county("new", kind, id_, *more(kind))[0] == 0
    assert county("new", "year", "2024")[0] == 0
    assert_passes(county)
    site = fixture_county / "site"
    assert main(["build", "--root", str(fixture_county), "--as-of", DAY]) == 0
    for folder in ("themes", "campaigns", "work"):
        assert (site / folder / "2023").is_dir()
        assert not (site / folder / "2024").exists()
    for path in site.rglob("*"):
        name = path.relative_to(site).as_posix()
        assert not any(id_ in name for id_ in ("lifts", "dense-fog", "flood-day")), name
        if path.suffix in {".html", ".json", ".xml", ".ics", ".js"} and not {
            "assets",
            "editors",
        } & set(path.parts):
            text = path.read_text(encoding="utf-8")
            for words in (
                "在这里写",
                "2024年样例县安全生产工作要点",
                "themes/2024/11.html",
                "dense-fog",
            ):
                assert words not in text, (path, words)


def everything(fixture_county: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in (fixture_county / "content").rglob("*.yml")}
