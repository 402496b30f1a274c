"""`pingan check --government`: what an inspection would find, before it does."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from generator.cli import main
from generator.government.pages import look_through
from tests.conftest import in_content
from tests.engine.test_government import FILING, filed

NOVEMBER = "2023-11-05"  # the month's theme came four days ago
LATE = "2023-11-30"


def inspected(root: Path, day: str) -> str:
    """Give the text of the report, its tables row by row."""
    assert main(["check", "--root", str(root), "--as-of", day, "--government"]) == 0
    report = docx.Document(str(root / f"政府网站自查-样例县-{day}.docx"))
    rows = [
        " | ".join(cell.text for cell in row.cells) for each in report.tables for row in each.rows
    ]
    return "\n".join([*(line.text for line in report.paragraphs), *rows])


def test_what_is_in_order_is_said_to_be(
    fixture_county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = inspected(filed(fixture_county, FILING), NOVEMBER)
    assert "样例县平安站：政府网站自查表" in text
    assert "首页 | 4 | 2023年11月1日 | 10 天 | 合格" in text
    assert "SiteIDCode | 没有 | 合格" in text
    assert "政府网站标识码（filing.government） | 1000000001 | 合格" in text
    assert "站内链接全部能打开。" in text
    assert "国办秘函〔2019〕19号" in text
    assert "自查表：" in capsys.readouterr().out


def test_a_home_page_without_news_is_told_with_the_days(fixture_county: Path) -> None:
    assert "首页超过期限" not in inspected(fixture_county, NOVEMBER)
    assert "首页再过 4 天不更新就超过期限" in inspected(fixture_county, "2023-11-11")
    assert "首页 | 4 | 2023年11月15日 | 已超 1 天 | 要改：超过期限" in inspected(
        fixture_county, LATE
    )


def test_empty_columns_and_missing_settings_are_told(fixture_county: Path) -> None:
    own = fixture_county / "content/county"
    for path in [*own.iterdir()]:
        if path.name != "site.yml":
            path.rename(fixture_county / path.name)
    text = inspected(fixture_county, NOVEMBER)
    assert "空白栏目 2 个：工作要点、单位" in text
    assert "工作要点 | 0 | 没有 | — | 要改：空白栏目" in text
    assert "网页标签缺 SiteName、SiteDomain、SiteIDCode、ColumnName" in text
    assert "还没有写：政府网站标识码（filing.government）" in text


def test_dead_links_and_pages_without_tags_are_seen(fixture_site: Path, tmp_path: Path) -> None:
    page = (fixture_site / "about.html").read_text("utf-8")
    links = "".join(
        f'<a href="{each}">a</a>' for each in ("gone.html", "https://shop.example/x", "http://[bad")
    )
    links += '<img srcset="a.jpg 9w"></body>'
    (tmp_path / "about.html").write_text(page.replace("</body>", links), "utf-8")
    seen = look_through(tmp_path)
    dead = {link for _, link in seen.dead}
    assert {"gone.html", "http://[bad", "a.jpg"} <= dead
    assert seen.outside["shop.example"] == 1
    assert seen.untagged["SiteIDCode"] == ["about.html"]


def test_an_earlier_report_is_never_written_over(fixture_county: Path) -> None:
    inspected(fixture_county, NOVEMBER)
    first = fixture_county / f"政府网站自查-样例县-{NOVEMBER}.docx"
    first.write_bytes(b"with the words of somebody")
    assert main(["check", "--root", str(fixture_county), "--as-of", NOVEMBER, "--government"]) == 0
    assert first.read_bytes() == b"with the words of somebody"
    assert (fixture_county / f"政府网站自查-样例县-{NOVEMBER}-2.docx").is_file()


def test_with_errors_there_is_no_report(fixture_county: Path) -> None:
    in_content(fixture_county, "county/site.yml").write_text("nothing: good\n", "utf-8")
    assert main(["check", "--root", str(fixture_county), "--as-of", LATE, "--government"]) == 1
    assert not [*fixture_county.glob("*.docx")]
