"""The report of an import: each character shows where it went, and what to look at stands first."""

from __future__ import annotations

import io
import re
import shutil
import webbrowser
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from generator.cli import main
from generator.importer.account import Went, account
from generator.importer.errors import SourceError
from generator.importer.reading import read
from generator.importer.source import Source
from generator.importer.units import KnownUnits
from tests.importer import documents

LAYOUTS = [
    value for name, value in vars(documents).items() if name.isupper() and isinstance(value, str)
]


def command(county: Path, text: str, *more: str) -> int:
    path = county / "要点.txt"
    path.write_text(text, "utf-8")
    words = ["import", "work-points", str(path), "--year", "2027", "--root", str(county)]
    return main([*words, "--as-of", "2027-02-01", "--dry-run", *more])


def tiles(text: str) -> bool:
    source = Source("a.txt", text)
    try:
        found = read(source, KnownUnits([]), year=2027)
    except SourceError:
        return True
    at = 0
    for span in account(source, found):
        assert span.start == at
        assert span.end > at
        at = span.end
    return at == len(text)


@pytest.mark.parametrize("text", LAYOUTS)
def test_each_character_went_somewhere(text: str) -> None:
    assert tiles(text)


@given(
    st.text(
        alphabet="一二三、1234.（）()〔〕。；，:\n\t| \u200b县局委负责牵头等D第条章年工作要点每月",
        max_size=120,
    )
)
def test_each_character_went_somewhere_whatever_is_read(text: str) -> None:
    assert tiles(text)


def test_what_went_where_is_told(fixture_county: Path) -> None:
    text = documents.DAMAGED
    source = Source("a.txt", text)
    found = read(source, KnownUnits([]), year=2027)
    went = {span.went: text[span.start : span.end] for span in reversed([*account(source, found)])}
    assert went[Went.TITLE] == "2027年样例县安全生产工作要点"
    assert went[Went.ITEM_TITLE] == "落实领"
    assert went[Went.NOTE].startswith("县安委办牵头")
    assert went[Went.FIGURE] == "领导每季度带队检查1次"
    assert "由会员分享" in went[Went.DROPPED]


def test_the_table_is_printed_when_asked_for(
    fixture_county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(fixture_county, documents.PLAIN) == 0
    assert "数字和时限" not in capsys.readouterr().out
    assert command(fixture_county, documents.PLAIN, "--report") == 0
    said = capsys.readouterr().out
    assert "数字和时限" in said
    assert "每季度1次" in said


def test_the_page_shows_source_items_and_doubts_and_needs_no_other_file(
    fixture_county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = documents.PLAIN.replace("先看楼道", "先看<script>alert(1)</script>楼道")
    path = tmp_path / "核对.html"
    assert command(fixture_county, odd, "--save", str(path)) == 0
    assert f"核对表写在 {path}。" in "".join(capsys.readouterr().out)
    html = path.read_text("utf-8")
    assert "要看一看的 4 处" in html
    assert "<script" not in html
    assert "&lt;script&gt;alert(1)" in html
    assert not re.search(r"(src|href)=[\"'](?!#)", html)
    assert '<article class="item" id="i3">' in html
    (place,) = re.findall(r'<a class="number" href="#(s\d+)">第 3 条</a>', html)
    assert f'<span id="{place}" class="item-title" title="第 3 条·条的标题">' in html
    shown = re.sub(r"<[^>]+>", "", html.partition('<div class="source">')[2].partition("</div>")[0])
    assert "先看&lt;script&gt;" in shown
    assert "总体要求" in shown
    for lead in re.findall(r'href="#(\w+)"', html):
        assert f'id="{lead}"' in html, lead


def test_the_document_lists_doubts_first_and_each_item(
    fixture_county: Path, tmp_path: Path
) -> None:
    path = tmp_path / "核对.docx"
    assert command(fixture_county, documents.DAMAGED, "--save", str(path)) == 0
    made = Document(io.BytesIO(path.read_bytes()))
    words = [each.text for each in made.paragraphs]
    assert any(each.startswith("一、要看一看的") for each in words)
    assert any("页码" in each for each in words)
    table = next(each for each in made.tables if each.rows[0].cells[0].text == "条")
    assert [row.cells[1].text for row in table.rows[1:]] == [
        "落实领导责任",
        "落实企业责任",
        "排查老旧小区",
    ]
    assert made.sections[0].page_width > made.sections[0].page_height
    assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in table.rows)


def test_a_report_is_never_written_over_another_file(
    fixture_county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "核对.html"
    path.write_text("写过字的", "utf-8")
    assert command(fixture_county, documents.PLAIN, "--save", str(path)) == 1
    assert f"已经有 {path}，不覆盖" in capsys.readouterr().err
    assert path.read_text("utf-8") == "写过字的"
    assert command(fixture_county, documents.PLAIN, "--save", str(tmp_path / "a.pdf")) == 2
    assert "核对表只写 .html、.docx" in capsys.readouterr().err


def test_it_opens_the_page(fixture_county: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    for _ in range(2):
        assert command(fixture_county, documents.PLAIN, "--open") == 0
    assert len(opened) == 2
    path = fixture_county / ".pingan/import/工作要点导入核对-2027.html"
    assert opened[0] == path.as_uri()
    assert "要看一看的" in path.read_text("utf-8")


def test_a_broken_template_is_told(
    fixture_county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    theme = fixture_county / "theme"
    if theme.is_symlink():
        shared = theme.resolve()
        theme.unlink()
        shutil.copytree(shared, theme)
    (theme / "reports/import.html.j2").write_text("{{ no_such }}", "utf-8")
    assert command(fixture_county, documents.PLAIN, "--save", str(tmp_path / "a.html")) == 1
    assert "E404" in capsys.readouterr().err


def test_options_of_work_points_are_none_of_tips(
    fixture_county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["import", "tips", "a.xlsx", "--root", str(fixture_county)]
    for more in (["--report"], ["--open"], ["--force"], ["--save", "a.html"]):
        assert main([*words, *more]) == 2
        assert f"{more[0]} 是 work-points 的。" in capsys.readouterr().err
