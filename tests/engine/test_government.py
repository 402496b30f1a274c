"""What a government site must show: filing numbers with their links, and the tags of each page."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from generator.cli import main
from tests.check.editing import Check
from tests.conftest import DAY, ROOT, copy_fixture_county, in_content

GUIDE = (ROOT / "docs/editors/new-county.md").read_text("utf-8")
FILING = re.findall(r"```yaml\n(filing:\n.*?)```", GUIDE, re.DOTALL)[0]
"""As the guide shows it."""
SITE_TAGS = {"SiteName": "样例县平安站", "SiteDomain": "sample.example", "SiteIDCode": "1000000001"}


def filed(project: Path, filing: str) -> Path:
    path = in_content(project, "county/site.yml")
    text = path.read_text("utf-8")
    path.write_text(text.replace("region:", f"{filing}region:"), "utf-8")
    return project


def tags(site: Path, address: str) -> dict[str, str]:
    """Give the tags of a page that are named as those of government sites are."""
    html = (site / address).read_text("utf-8")
    found = re.findall(r'<meta name="([A-Z]\w+)" content="([^"]*)">', html)
    assert len(dict(found)) == len(found)
    return {name: unescape(value) for name, value in found}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small county's site with all that it may say of its filing."""
    root = filed(copy_fixture_county(tmp_path_factory.mktemp("filed") / "county"), FILING)
    assert main(["build", "--root", str(root), "--as-of", DAY]) == 0
    return root / "site"


def test_the_first_page_has_the_tags_of_the_site(site: Path) -> None:
    assert tags(site, "index.html") == SITE_TAGS


@pytest.mark.parametrize(
    ("address", "column"),
    [
        ("themes/index.html", "月度主题"),
        ("emergency.html", "紧急求助"),
        ("about.html", "关于本站"),
    ],
)
def test_a_column_has_its_tags(site: Path, address: str, column: str) -> None:
    found = tags(site, address)
    assert found.items() >= SITE_TAGS.items()
    assert found["ColumnName"] == found["ColumnType"]
    assert column in found["ColumnName"]
    assert found["ColumnDescription"]
    assert column in found["ColumnKeywords"]
    assert "ArticleTitle" not in found


@pytest.mark.parametrize(
    ("address", "column", "title", "day"),
    [
        ("sectors/gas.html", "行业领域", "燃气", "2026-11-01"),
        ("themes/11.html", "月度主题", "消防宣传月：人人看一遍", "2026-11-01"),
        ("work/2023/02.html", "工作要点", "强化消防安全整治", "2026-11-01"),
    ],
)
def test_what_stands_in_a_column_has_its_tags(
    site: Path, address: str, column: str, title: str, day: str
) -> None:
    found = tags(site, address)
    assert found.items() >= SITE_TAGS.items()
    assert column in found["ColumnName"]
    assert title in found["ArticleTitle"]
    assert found["PubDate"] == day
    assert found["ContentSource"] == "样例县安全生产委员会办公室"


def test_every_page_has_the_tags(site: Path) -> None:
    for path in site.rglob("*.html"):
        if path.is_relative_to(site / "files") or path.name == "article.html":
            continue  # files to send or to paste, no pages of the site
        assert tags(site, path.relative_to(site).as_posix()).items() >= SITE_TAGS.items(), path


def test_the_foot_of_each_page_names_the_filing_and_leads_to_it(site: Path) -> None:
    for address in ("index.html", "sectors/gas.html", "404.html"):
        foot = unescape((site / address).read_text("utf-8").partition("<footer")[2])
        for link, words in (
            ("https://beian.miit.gov.cn/", "样ICP备2023000001号-1"),
            (
                "https://beian.mps.gov.cn/#/query/webSearch?code=10000000000001",
                "样公网安备10000000000001号",
            ),
            ("https://mark.example.gov.cn/sitename?id=ABC", "党政机关网站标识"),
            (
                "https://corrections.example.gov.cn/found?site_code=1000000001",
                "政府网站找错",
            ),
        ):
            assert f'<a href="{link}">{words}</a>' in foot, (address, words)
        assert "政府网站标识码：1000000001" in foot


def test_without_filing_there_is_neither(fixture_site: Path) -> None:
    assert tags(fixture_site, "sectors/gas.html") == {}
    foot = (fixture_site / "index.html").read_text("utf-8").partition("<footer")[2]
    assert "pa-footer__filing" not in foot


def test_a_police_number_without_enough_digits_is_text(fixture_county: Path, check: Check) -> None:
    filed(fixture_county, "filing:\n  police: 样公网安备1号\n")
    assert main(["build", "--root", str(fixture_county), "--as-of", DAY]) == 0
    foot = (fixture_county / "site/index.html").read_text("utf-8").partition("<footer")[2]
    assert "<li>样公网安备1号</li>" in foot
    assert "标识码" not in foot


def test_addresses_that_cannot_be_opened_are_refused(fixture_county: Path, check: Check) -> None:
    filed(fixture_county, "filing:\n  mark: conac\n")
    code, said = check(fixture_county)
    assert code == 1
    assert any("E204" in line and "site.yml" in line for line in said)
