"""Lapsed texts and past plans say what they are; units carry what their groups carry."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest

from generator.cli import main
from tests.conftest import DAY, copy_fixture_county, in_content

COMMITTEE = (
    "  - {{id: {id}, name: {name}, kind: committee, about: 牵头整治。, members_of: [committees]}}\n"
)
UNITS = (
    COMMITTEE.format(id="fire-committee", name="消安委")
    + COMMITTEE.format(id="road-committee", name="路安委")
    + "  - {id: committees, name: 各专委会, kind: group, about: 专委会的合称。}\n"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of the small county whose work points were of 2023, with two committees."""
    root = copy_fixture_county(tmp_path_factory.mktemp("past") / "county")

    def edit(name: str, *pairs: tuple[str, str]) -> None:
        path = in_content(root, name)
        text = path.read_text("utf-8")
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new, 1)
        path.write_text(text, "utf-8")

    edit("units.yml", ("units:\n", f"units:\n{UNITS}"))
    edit(
        "county/references.yml",
        ("kind: plan\n", "kind: plan\n    until: 2024-01-01\n"),
        ('    issuer: "{县名}安全生产委员会"\n', ""),
    )
    edit(
        "common/references.yml",
        ("https://flk.npc.gov.cn/detail?id=1", "https://law.example/a?b=1&c=2"),
    )
    edit(
        "work/2023/01.yml",
        ("  lead: [safety-office]\n", "  lead: [safety-office]\n  joint: [committees]\n"),
        ("sharing: [towns]", "joint_sharing: true\n  sharing: [towns]\n  sharing_others: true"),
        (
            "  - actor: 各镇（街道）主要负责人\n",
            "  - actor: 消安委\n    stated: false\n    units: [committees]\n",
        ),
    )
    edit("work/2023/02.yml", ("  lead: [safety-office]\n", "  lead: [fire-committee]\n"))
    assert main(["build", "--root", str(root), "--as-of", DAY]) == 0
    return root / "site"


def text(site: Path, address: str) -> str:
    """Give the words of a page, without its markup."""
    html = (site / address).read_text("utf-8").partition("<article")[2]
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html.partition("</article>")[0])))


def test_a_lapsed_text_says_so_on_its_page_and_in_the_list(site: Path) -> None:
    page = text(site, "references/work-points-2023.html")
    assert "已过适用期" in page
    assert "从2024年1月1日起" in page
    assert "现行有效" not in page
    assert "发布机关" not in page
    assert "已过适用期" in text(site, "references/index.html")


def test_what_is_in_force_says_so_and_leads_to_its_official_text(site: Path) -> None:
    page = (site / "references/work-safety-law.html").read_text("utf-8")
    assert "现行有效" in page
    assert '<a href="https://law.example/a?b=1&amp;c=2">law.example</a>' in page


def test_the_interface_gives_the_status_of_the_day(site: Path) -> None:
    answer = json.loads((site / "api/v1/references.json").read_text("utf-8"))
    entries = {entry["id"]: entry for entry in answer["entries"]}
    assert entries["work-points-2023"]["status"] == "lapsed"
    assert entries["work-points-2023"]["until"] == "2024-01-01"
    assert entries["work-safety-law"]["status"] == "in-force"
    assert entries["work-safety-law"]["url"] == "https://law.example/a?b=1&c=2"


def test_items_and_plan_of_a_past_year_say_so(site: Path) -> None:
    assert "那一年已经过去" in text(site, "work/2023/01.html")
    assert "那一年已经过去" in text(site, "work/2023/index.html")


def test_roles_are_worded_as_the_document_words_them(site: Path) -> None:
    page = text(site, "work/2023/01.html")
    assert "会同，按职责分工负责 各专委会" in page
    assert "按职责分工负责 各镇（街道） 等" in page
    assert "文件没有写明由谁做，按上下文是消安委" in page


def test_a_unit_also_lists_what_it_carries_as_one_of_a_group(site: Path) -> None:
    page = text(site, "units/road-committee.html")
    assert "作为“ 各专委会 ”的一员" in page
    assert "会同 1 条" in page
    assert "召开会议研究落实责任" in page
    assert "合称里 1 条" in text(site, "units/index.html")


def test_what_names_the_unit_itself_is_not_listed_twice(site: Path) -> None:
    page = text(site, "units/fire-committee.html")
    assert page.count("强化消防安全整治") == 1
    assert page.count("牵头 1 条") == 1


def test_the_matrix_has_a_members_part_with_its_group(site: Path) -> None:
    html = (site / "units/matrix.html").read_text("utf-8")
    assert re.search(r'pa-cell--joint pa-cell--group"[^>]*：会同（各专委会）', html)


def test_what_a_years_plan_asks_ends_with_the_year(site: Path) -> None:
    calendar = (site / "calendar/duties/gas.ics").read_text("utf-8")
    assert "UNTIL=20231231" in calendar
