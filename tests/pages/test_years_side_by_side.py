"""Two years side by side: each says its year, counts are of one, and the past leads on."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest

from generator.cli import main
from tests.conftest import copy_fixture_county


def text(site: Path, address: str) -> str:
    """Give the words of a page, without its markup."""
    html = (site / address).read_text("utf-8").partition("<article")[2]
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html.partition("</article>")[0])))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small county in March 2027, with work points of 2023 and 2027 and June of both."""
    root = copy_fixture_county(tmp_path_factory.mktemp("years") / "county")
    county = root / "content/county"
    for path in county.glob("*/2023/*.yml"):
        if path.stem not in {"11", "safety-month"}:
            copy = Path(str(path).replace("/2023/", "/2027/"))
            copy.parent.mkdir(exist_ok=True)
            copy.write_text(path.read_text("utf-8").replace("2023", "2027"), "utf-8")
    references = county / "references.yml"
    plan = references.read_text("utf-8").partition("references:\n")[2]
    references.write_text(references.read_text("utf-8") + plan.replace("2023", "2027"), "utf-8")
    june = county / "themes/2027/06.yml"
    june.write_text(june.read_text("utf-8").replace("2027-06-01", "2027-02-01"), "utf-8")

    def edit(name: str, old: str, new: str) -> None:
        path = county / "work/2027" / name
        before = path.read_text("utf-8")
        assert old in before
        path.write_text(before.replace(old, new), "utf-8")

    edit("02.yml", "title: 强化消防安全整治", "title: 全面强化消防安全整治工作")
    edit("02.yml", "lead: [safety-office]", "lead: [publicity-department]")
    edit("01.yml", "at_least: 1", "at_least: 2")
    third = (county / "work/2027/01.yml").read_text("utf-8")
    for old, new in (
        ("id: 2027-01", "id: 2027-03"),
        ("number: 1\n", "number: 3\n"),
        ("title: 严格落实责任", "title: 建设安全文化广场"),
    ):
        assert old in third
        third = third.replace(old, new, 1)
    third = re.sub(r"short_title: .*", "short_title: 安全文化", third)
    (county / "work/2027/03.yml").write_text(third, "utf-8")
    assert main(["build", "--root", str(root), "--as-of", "2027-03-01"]) == 0
    return root / "site"


def test_the_plan_is_compared_with_the_one_before(site: Path) -> None:
    said = text(site, "work/2027/index.html")
    assert "和2023年相比" in said
    assert "新增 1 条" in said
    assert "不再有 0 条" in said
    assert re.search(r"2027年新增 3 建设安全文化广场", said)
    assert re.search(r"第2条 .*县委宣传部 ：2023年没有写 → 牵头", said)
    assert re.search(r"第1条 .*2023年：.*至少 1 次.*2027年：.*至少 2 次", said)
    assert "相比" not in text(site, "work/2023/index.html")


def test_a_past_years_pages_say_so_and_lead_to_what_counts_now(site: Path) -> None:
    for address, now in (
        ("work/2023/02.html", "2027/02.html"),
        ("work/2023/index.html", "2027/index.html"),
        ("themes/2023/06.html", "2027/06.html"),
        ("themes/2023/11.html", "11.html"),
        ("campaigns/2023/safety-month-2023.html", "safety-month.html"),
    ):
        assert "这是2023年的要求" in text(site, address), address
        assert now in (site / address).read_text("utf-8").partition("pa-past")[2][:400], address
    for address in ("work/2027/02.html", "themes/2027/06.html", "themes/11.html"):
        assert "年的要求，那一年已经过去" not in text(site, address)
    assert 'href="2027/06.html"' in (site / "themes/06.html").read_text("utf-8")


def test_the_indexes_show_every_month_and_every_campaign(site: Path) -> None:
    themes = text(site, "themes/index.html")
    assert "安全生产月：人人看一遍（2027年）" in themes
    assert "消防宣传月：人人看一遍" in themes
    assert "2023年" not in themes.partition("往年的主题")[0]
    campaigns = text(site, "campaigns/index.html")
    assert "下一次：2027年6月1日—6月30日" in campaigns
    assert "2023年" not in campaigns


def test_counts_are_of_one_year_and_say_which(site: Path) -> None:
    said = text(site, "units/safety-office.html")
    assert "2027年牵头 2 条" in said
    assert "2023年牵头" not in said
    assert "下面的条数是2027年工作要点里的" in text(site, "units/index.html")
    matrix = text(site, "units/matrix.html")
    assert "2027年" in matrix
    assert "2023年" not in matrix


def test_whatever_lists_things_of_years_says_the_year(site: Path) -> None:
    sector = text(site, "sectors/fire.html")
    assert "（2027年）" in sector
    assert "（2023年）" not in sector
    files = [path.read_text("utf-8") for path in (site / "search").rglob("texts-*.js")]
    titles = {entry[0] for file in files for entry in _entries(file).values()}
    assert {"严格落实责任（2023年）", "严格落实责任（2027年）"} <= titles
    assert {"安全生产月：人人看一遍（2023年）", "安全生产月：人人看一遍（2027年）"} <= titles
    assert "严格落实责任（2023年）" in (site / "az.html").read_text("utf-8")
    feed = (site / "feed.xml").read_text("utf-8")
    assert "安全生产月：人人看一遍（2027年）" in feed


def test_what_is_past_stands_back_in_the_search(site: Path) -> None:
    base = next(path.read_text("utf-8") for path in (site / "search").rglob("base.js"))
    records = json.loads(base.partition(",")[2].rpartition(")")[0])["records"]
    behind = [row for row in records if len(row) > 2]
    assert 0 < len(behind) < len(records) / 2


def test_kits_are_made_of_what_counts_now_alone(site: Path) -> None:
    assert (site / "kit/themes/2027/06/broadcast.txt").is_file()
    assert (site / "kit/themes/11/broadcast.txt").is_file()
    assert not (site / "kit/themes/2023").exists()
    assert not (site / "kit/themes/06").exists()
    for path in (site / "kit").rglob("*.txt"):
        assert "2023年" not in path.read_text("utf-8"), path


def _entries(file: str) -> dict[str, list[object]]:
    """Give the records of one file of the search index."""
    found: dict[str, list[object]] = json.loads(file.partition(",")[2].rpartition(")")[0])
    return found
