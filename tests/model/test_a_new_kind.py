"""A kind of content that did not exist: with the recipe of docs/architecture.md all know it.

The recipe's files and lines are put into a copy of the program and of the small county's theme.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import textwrap
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, expect

from tests.conftest import DAY, ROOT, copy_fixture_county

BLOCK = re.compile(r'```\w+ title="(?P<path>[^"]+)"\n(?P<text>.*?)```', re.DOTALL)
DRILL = "content/county/drills/2023/01.yml"
TEXT = """\
# yaml-language-server: $schema=../../../../schemas/drill.json
id: 2023-01
title: 全县消防疏散演练
publish_on: 2023-06-01
reviewed_on: 2026-11-01
year: 2023
number: 1
summary: 听到铃声就走，十分钟到空地。
organisers: [fire-brigade]
sectors: [fire]
steps: [听到铃声放下手里的东西。, 弯腰沿墙走向楼梯间。, 到集合点报数。]
sources: [fire-protection-law#5]
"""


@dataclass(frozen=True)
class House:
    """A copy of the program with the new kind, and a county that has a drill."""

    program: Path
    county: Path

    def pingan(self, *arguments: str) -> tuple[int, str]:
        """Run a command of the copied program: its exit code and all that it printed."""
        return self.run("-m", "generator", *arguments, "--root", str(self.county))

    def run(self, *arguments: str) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=self.county,
            env={**os.environ, "PYTHONPATH": str(self.program), "COLUMNS": "200"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    def check(self) -> tuple[int, str]:
        return self.pingan("check", "--as-of", DAY)

    def with_county(self, folder: Path) -> House:
        """Give the same program with a county of its own, to be broken."""
        shutil.copytree(self.county / "content", folder / "content")
        for name in ("docs", "theme", ".pingan", "mkdocs.yml"):
            (folder / name).symlink_to(self.county / name)
        return House(self.program, folder)

    def write(self, old: str, new: str, *, to: str = DRILL, of: str = DRILL) -> None:
        """Put the text of a file, with one change, in its place or another."""
        text = (self.county / of).read_text(encoding="utf-8")
        assert text.count(old) == 1
        path = self.county / to
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    folder = tmp_path_factory.mktemp("house")
    program, county = folder / "program", copy_fixture_county(folder / "county")
    unwanted = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "generator", program / "generator", ignore=unwanted)
    (county / "theme").unlink()
    shutil.copytree(ROOT / "theme", county / "theme")
    for path, text in recipe().items():
        place = (county if path.startswith("theme/") else program) / path
        if path == "generator/model/kinds.py":
            insert(place, "\n)\n", textwrap.indent(text, "    "))
            insert(place, "\nKINDS:", "from generator.model.drill import Drill\n")
        else:
            place.write_text(text, encoding="utf-8")
    render = program / "generator/pages/render.py"
    insert(render, "\n)\n", "    drill_pages,\n")
    insert(render, "\nPAGE_KINDS:", "from generator.pages.drills import drill_pages\n")
    (county / DRILL).parent.mkdir(parents=True)
    (county / DRILL).write_text(TEXT, encoding="utf-8")
    return House(program, county)


def recipe() -> dict[str, str]:
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    blocks = BLOCK.finditer(text)
    return {block["path"]: textwrap.dedent(block["text"]).rstrip() + "\n" for block in blocks}


def insert(path: Path, before: str, line: str) -> None:
    """Put a line of the recipe before the first place where the module says `before`."""
    text = path.read_text(encoding="utf-8")
    at = text.index(before) + 1
    path.write_text(text[:at] + line + text[at:], encoding="utf-8")


@pytest.fixture
def broken(house: House, tmp_path: Path) -> House:
    return house.with_county(tmp_path)


@pytest.fixture(scope="module")
def built(house: House) -> str:
    """The site with a drill, which stands in the county's `site`; what the build printed."""
    code, said = house.pingan("build", "--as-of", DAY)
    assert code == 0, said
    return said


def test_its_files_are_read_and_pass_the_check(house: House) -> None:
    code, said = house.check()
    assert code == 0, said
    assert "错误 0 处" in said


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("id: 2023-01", "id: 2023-02", "E302 编号“2023-02”与文件位置不符"),
        ("year: 2023", "year: 2023\nplace: 广场", "E201 没有“place”这个字段"),
        ("[fire-brigade]", "[fire-brigad]", "E303 找不到编号“fire-brigad”（单位）（是不是想写"),
        ("sectors: [fire]", "sectors: [fier]", "E303 找不到编号“fier”（行业领域）（是不是想写"),
    ],
)
def test_what_is_wrong_in_a_file_is_reported(broken: House, old: str, new: str, words: str) -> None:
    broken.write(old, new)
    code, said = broken.check()
    assert code == 1
    assert f"{DRILL}:" in said
    assert words in said


def test_a_file_in_another_years_folder_is_reported(broken: House) -> None:
    broken.write("全县", "全镇", to="content/county/drills/drill.2023/01.yml")
    assert f"这个文件应放在 {DRILL}" in broken.check()[1]


def test_an_id_is_used_once(broken: House) -> None:
    broken.write("全县", "全镇", to="content/county/drills/2023/02.yml")
    code, said = broken.check()
    assert code == 1
    assert "E301 编号“2023-01”重复" in said


@pytest.mark.thorough
def test_links_to_it_lead_somewhere_or_are_reported(broken: House) -> None:
    alert = "content/county/work/2023/02.yml"
    broken.write("digest: ", "digest: 先[练一练](drill:2023-01)，", of=alert, to=alert)
    assert broken.check()[0] == 0
    broken.write("drill:2023-01", "drill:2023-1", of=alert, to=alert)
    said = broken.check()[1]
    assert "链接“drill:2023-1”没有对应的页面（演练）（是不是想写 drill:2023-01？" in said


@pytest.mark.thorough
def test_a_broken_file_does_not_make_links_to_it_dead(broken: House) -> None:
    alert = "content/county/work/2023/02.yml"
    broken.write("digest: ", "digest: 先[练一练](drill:2023-01)，", of=alert, to=alert)
    broken.write("summary: ", "sumary: ")
    said = broken.check()[1]
    assert "E201" in said
    assert "E303" not in said


def test_each_has_its_page(house: House, built: str) -> None:
    page = (house.county / "site/drills/2023/01.html").read_text(encoding="utf-8")
    assert "弯腰沿墙走向楼梯间。" in page
    assert 'href="../../sectors/fire.html"' in page
    assert re.search(r"演练 +│ +1 ", built)


def test_a_reference_names_it_among_what_cites_it(house: House, built: str) -> None:
    page = house.county / "site/references/fire-protection-law.html"
    assert "drills/2023/01.html" in page.read_text(encoding="utf-8")


def test_the_search_finds_it_by_what_it_says(house: House, built: str) -> None:
    files = [path.read_text(encoding="utf-8") for path in house.county.glob("site/search/*/*.js")]
    base = next(text for text in files if '"records"' in text)
    assert '["演练",0,-1]' in base
    assert any("全县消防疏散演练" in text and "弯腰沿墙走向楼梯间" in text for text in files)


def test_the_search_page_groups_it_by_its_label(
    house: House, built: str, chromium: Browser
) -> None:
    page = chromium.new_page()
    page.goto((house.county / "site/search.html").as_uri() + "?q=消防")
    kinds = page.get_by_role("group", name="只看一类").get_by_role("button")
    kinds.filter(has_text="演练").click()
    labels = [kind.partition(" ")[0] for kind in kinds.all_inner_texts()]
    assert labels[:2] == ["全部", "行业领域"]
    assert labels[-4:] == ["依据", "演练", "一稿多发", "本站"]
    expect(page.locator(".pa-results__kind")).to_have_text("演练")
    expect(page.get_by_role("option")).to_have_attribute("href", re.compile("drills/2023"))
    page.close()


def test_the_list_by_pinyin_has_it(house: House, built: str) -> None:
    page = (house.county / "site/az.html").read_text(encoding="utf-8")
    assert '<a href="drills/2023/01.html">全县消防疏散演练（2023年）</a>' in page


def test_feeds_announce_it(house: House, built: str) -> None:
    feed = (house.county / "site/feed.xml").read_text(encoding="utf-8")
    assert "https://sample.example/drills/2023/01.html" in feed


def test_the_api_has_it_with_its_schema(house: House, built: str) -> None:
    api = house.county / "site/api/v1"
    index = {each["name"]: each for each in read(api / "index.json")["collections"]}
    assert index["drills"]["label"] == "演练"
    (entry,) = read(house.county / "site" / index["drills"]["address"])["entries"]
    assert entry["address"] == "drills/2023/01.html"
    schema = read(house.county / "site" / index["drills"]["schema"])
    assert "steps" in schema["properties"]["entries"]["items"]["properties"]


def test_the_date_of_its_page_is_that_of_its_review(house: House, built: str) -> None:
    sitemap = (house.county / "site/sitemap.xml").read_text(encoding="utf-8")
    entry = sitemap.split("drills/2023/01.html")[1]
    assert entry.split("<lastmod>")[1].startswith("2026-11-01")


@pytest.mark.thorough
def test_what_it_names_is_left_out_until_it_is_live(broken: House) -> None:
    broken.write("sectors: [fire]", "sectors: [fire, gas]")
    gas = "content/common/sectors/gas.yml"
    broken.write("publish_on: 2023-01-01", "publish_on: 2099-01-01", of=gas, to=gas)
    code, said = broken.pingan("build", "--as-of", DAY)
    assert code == 0, said
    (entry,) = read(broken.county / "site/api/v1/drills.json")["entries"]
    assert entry["sectors"] == ["fire"]


@pytest.mark.thorough
def test_what_is_not_live_is_nowhere(broken: House) -> None:
    broken.write("publish_on: 2023-06-01", "publish_on: 2099-06-01")
    assert broken.pingan("build", "--as-of", DAY)[0] == 0
    assert not (broken.county / "site/drills").exists()
    assert read(broken.county / "site/api/v1/drills.json")["count"] == 0


def test_editors_get_its_schema(broken: House) -> None:
    code, said = broken.pingan("schema")
    assert code == 0, said
    schema = read(broken.county / "schemas/drill.json")
    assert schema["title"] == "演练"
    assert schema["properties"]["organisers"]["description"] == "组织单位"


@pytest.mark.thorough
def test_a_draft_of_it_is_made_and_passes_the_check(broken: House) -> None:
    assert "演练，编号如 2024-01" in broken.pingan("new", "--help")[1]
    assert "年份-序号，例如 2024-01" in broken.pingan("new", "drill", "flood")[1]
    code, said = broken.pingan("new", "drill", "2024-02", "--title", "防汛", "--as-of", DAY)
    assert code == 0, said
    text = (broken.county / "content/county/drills/2024/02.yml").read_text(encoding="utf-8")
    draft = yaml.safe_load(text)
    assert (draft["id"], draft["year"], draft["status"]) == ("2024-02", 2024, "draft")
    assert text.startswith(
        "# yaml-language-server: $schema=../../../../schemas/drill.json\n# 演练草稿"
    )
    assert broken.check()[0] == 0


@pytest.mark.thorough
def test_last_years_words_in_the_next_edition_are_reported(broken: House) -> None:
    later = "content/county/drills/2026/01.yml"
    broken.write("summary: 听到铃声就走", "summary: 2023年听到铃声就走")
    broken.write("id: 2023-01", "id: 2026-01", to=later)
    broken.write("\nyear: 2023", "\nyear: 2026", of=later, to=later)
    assert "E321 2026 年的内容里还写着 2023 年" in broken.check()[1]


def test_it_has_a_form(house: House) -> None:
    script = (
        "import json\n"
        "from generator.admin.collections import collections, formats\n"
        "from generator.project import project_at\n"
        "from pathlib import Path\n"
        "project = project_at(Path().resolve())\n"
        "print(json.dumps([collections(project), formats(project)]))"
    )
    code, said = house.run("-c", script)
    assert code == 0, said
    made, formats = json.loads(said)
    form = next(each for each in made if each["name"] == "drill")
    assert (form["label"], form["folder"]) == ("演练", "content/county/drills")
    assert (form["slug"], form["path"]) == (
        "{{fields.number}}",
        "{{fields.year}}/{{fields.number}}",
    )
    fields = {each["name"]: each for each in form["fields"]}
    assert fields["id"]["value"] == "{{fields.year}}-{{fields.number}}"
    assert fields["sectors"]["collection"] == "sector"
    assert (fields["organisers"]["collection"], fields["organisers"]["file"]) == ("files", "units")
    assert next(each for each in formats if each["name"] == "yml-drill")["numbers"] == [
        "year",
        "number",
    ]


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
