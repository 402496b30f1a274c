"""What the page writes: the file as it was, but for what was changed."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.admin.collections import format_name, formats
from generator.load.kinds import KINDS
from generator.load.tree import Tree, parse
from generator.load.validate import validate
from generator.model.campaign import Campaign
from tests.admin.npm import installed, node
from tests.conftest import ROOT

FORMATS = {row["name"]: row for row in formats()}
SCRIPT = """
import {{ readFileSync }} from "node:fs";
import {{ writer }} from "{content}";
const [format, text, change] = JSON.parse(readFileSync(0, "utf-8"));
const {{ fromFile, toFile }} = writer(format);
const content = text === null ? {{}} : fromFile(text);
new Function("content", change)(content);
process.stdout.write(toFile(content));
"""


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    installed()
    path = tmp_path_factory.mktemp("node") / "write.mjs"
    path.write_text(SCRIPT.format(content=(ROOT / "admin/content.js").as_uri()), encoding="utf-8")
    return path


def written(script: Path, name: str, text: str | None, change: str = "") -> str:
    return subprocess.run(
        [node(), script],
        input=json.dumps([FORMATS[name], text, change]),
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    ).stdout


def one_of_each() -> list[Any]:
    first = {kind: min((ROOT / "content").glob(kind.pattern)) for kind in KINDS}
    return [pytest.param(format_name(kind), path, id=kind.name) for kind, path in first.items()]


@pytest.mark.parametrize(("name", "path"), one_of_each())
def test_what_is_not_changed_stays_as_it_was(script: Path, name: str, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    change = "const first = Object.keys(content)[0]; content[first] = content[first];"
    assert yaml.safe_load(written(script, name, text, change)) == yaml.safe_load(text)
    assert written(script, name, text) == text


def test_one_change_is_one_line(script: Path) -> None:
    text = (ROOT / "content/themes/2023/06.yml").read_text(encoding="utf-8")
    new = written(script, "yml-theme", text, 'content.slogan = "新口号"')
    changed = [line for line in new.splitlines() if line not in text.splitlines()]
    assert changed == ["slogan: 新口号"]
    assert len(new.splitlines()) == len(text.splitlines())


def test_articles_keep_numbers_with_dots(script: Path) -> None:
    text = (ROOT / "content/references.yml").read_text(encoding="utf-8")
    change = (
        "const one = content.references.find((row) => row.id === 'work-safety-law');"
        "one.articles.push({ key: '5.3.1', value: '新的一条' }, { key: '200', value: '又一条' });"
    )
    before = yaml.safe_load(text)["references"]
    after = yaml.safe_load(written(script, "yml-references", text, change))["references"]
    articles = {row["id"]: row.get("articles") for row in after}
    assert articles["work-safety-law"].pop("5.3.1") == "新的一条"
    assert articles["work-safety-law"].pop("200") == "又一条"
    assert articles == {row["id"]: row.get("articles") for row in before}


def test_synonyms_are_lines_of_words(script: Path) -> None:
    text = (ROOT / "content/synonyms.yml").read_text(encoding="utf-8")
    new = written(script, "yml-synonyms", text, 'content.groups += "\\n甲甲、yes、9:30\\n"')
    assert new.replace('  - [甲甲, "yes", "9:30"]\n', "") == text


def test_a_new_file_begins_with_its_schema_and_quotes_what_looks_like_a_time(script: Path) -> None:
    change = """Object.assign(content, {
      id: "x-2027", starts: "2027-06-01", status: "published",
      programme: [{ title: "2027-06-01", when: "9:30", detail: "on" }],
    })"""
    text = written(script, "yml-campaign", None, change)
    assert text == (
        "# yaml-language-server: $schema=../../../schemas/campaign.json\n"
        'id: x-2027\nstarts: 2027-06-01\nprogramme:\n  - title: "2027-06-01"\n'
        '    when: "9:30"\n    detail: "on"\n'
    )


@pytest.mark.parametrize("day", ["2023-06-01", '"2023-06-01"'])
def test_dates_are_read_with_and_without_quotes(day: str) -> None:
    text = (ROOT / "content/campaigns/2023/safety-month.yml").read_text(encoding="utf-8")
    lines = [
        f"publish_on: {day}" if line.startswith("publish_on:") else line
        for line in text.splitlines()
    ]
    tree = parse("\n".join(lines), name="x.yml")
    assert isinstance(tree, Tree)
    campaign = validate(tree, Campaign, name="x.yml")
    assert isinstance(campaign, Campaign)
    assert campaign.publish_on.isoformat() == "2023-06-01"
