"""`pingan import tips`: what a person is told, and what is in the files afterwards."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from generator.cli import main
from tests.conftest import DAY, build
from tests.importer.tips.tables import GOOD, HEADS, csv, row, with_part, xlsx
from tests.importer.word import bomb

Command = Callable[..., tuple[int, str, str]]
OWN = "content/county/tips.yml"
SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def tips(fixture_county: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """Run the command on a file in the county's folder: exit code, what it said, what it refused.

    What the file holds may be given: rows, bytes, a text, or what makes one of these.
    """

    def run(name: str, content: object, *options: str) -> tuple[int, str, str]:
        path = fixture_county / name
        content = content() if callable(content) else content
        if isinstance(content, bytes):
            path.write_bytes(content)
        elif isinstance(content, str):
            path.write_bytes(content.encode())
        elif isinstance(content, list):
            path.write_bytes(xlsx([HEADS, *content]))
        arguments = ["import", "tips", str(path), *options, "--root", str(fixture_county)]
        code = main([*arguments, "--as-of", DAY])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def everything(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in (root / "content").rglob("*") if path.is_file()}


def test_tips_of_common_sectors_are_written_into_the_countys_own_file(
    fixture_county: Path, tips: Command
) -> None:
    before = everything(fixture_county)
    rows = [row(), row(sector="起火", text="出门前关火", audience="居民、企业负责人和安全员")]
    code, out, err = tips("提示.xlsx", rows)
    assert (code, err) == (0, "")
    assert "加了 2 条提示：燃气安全 1 条、消防安全 1 条。写在 content/county/tips.yml。" in out
    after = everything(fixture_county)
    new = fixture_county / OWN
    assert {path for path in after if after[path] != before.get(path)} == {new}
    assert new.read_text("utf-8") == (
        "# yaml-language-server: $schema=../../schemas/tips.json\n"
        "# 本县加到各行业领域的安全提示，网站上排在这个领域原有的后面。更新平安站不动这个文件。\n"
        "tips:\n"
        "  - sector: gas\n"
        "    text: 做饭时人不离开灶\n"
        "    why: 火灭了气还在漏\n"
        "    audience: [public]\n"
        "    sources: [work-safety-law#57]\n"
        "  - sector: fire\n"
        "    text: 出门前关火\n"
        "    why: 火灭了气还在漏\n"
        "    audience: [resident, manager]\n"
        "    sources: [work-safety-law#57]\n"
    )
    assert main(["check", "--root", str(fixture_county), "--as-of", DAY]) == 0


def test_they_are_on_the_page_after_the_others(fixture_county: Path, tips: Command) -> None:
    assert tips("提示.xlsx", [row()])[0] == 0
    build(fixture_county)
    page = (fixture_county / "site/sectors/gas.html").read_text("utf-8")
    assert page.index("第10条提示") < page.index("做饭时人不离开灶")


def test_the_file_keeps_its_comments_and_what_is_there_is_skipped(
    fixture_county: Path, tips: Command
) -> None:
    assert tips("提示.xlsx", [row()])[0] == 0
    own = fixture_county / OWN
    written = own.read_bytes().replace(b"tips:", "tips:   # 记着核对".encode())
    own.write_bytes(b"\xef\xbb\xbf" + written.replace(b"\n", b"\r\n"))
    before = own.read_bytes()
    code, out, _ = tips("提示.xlsx", [row(), row(text="开窗通风 # 再点火")])
    assert code == 0
    assert "提示.xlsx:2:C（提示）: “燃气安全”里已经有这一条，跳过" in out
    after = own.read_bytes()
    assert after.startswith(before)
    assert after.count(b"\n") == after.count(b"\r\n")
    assert yaml.safe_load(after.decode("utf-8-sig"))["tips"][1]["text"] == "开窗通风 # 再点火"
    code, out, _ = tips("提示.xlsx", [row()])
    assert (code, own.read_bytes()) == (0, after)
    assert "没有要加的提示，什么也没有写。" in out


def test_tips_of_the_countys_own_sector_are_written_into_it(
    fixture_county: Path, tips: Command
) -> None:
    sector = fixture_county / "content/county/sectors/tea.yml"
    sector.parent.mkdir()
    gas = (fixture_county / "content/common/sectors/gas.yml").read_text("utf-8")
    sector.write_text(gas.replace("id: gas", "id: tea").replace("燃气安全", "茶厂"), "utf-8")
    before = yaml.safe_load(sector.read_text("utf-8"))["tips"]
    code, out, _ = tips("提示.xlsx", [row(sector="茶厂"), row()])
    assert code == 0
    assert "写在 content/county/sectors/tea.yml、content/county/tips.yml。" in out
    after = yaml.safe_load(sector.read_text("utf-8"))["tips"]
    assert after[:-1] == before
    assert list(after[-1]) == ["text", "why", "audience", "sources"]
    assert [
        tip["sector"] for tip in yaml.safe_load((fixture_county / OWN).read_text())["tips"]
    ] == ["gas"]


def test_where_one_file_cannot_be_written_the_other_is_as_it_was(
    fixture_county: Path, tips: Command
) -> None:
    test_tips_of_the_countys_own_sector_are_written_into_it(fixture_county, tips)
    before = everything(fixture_county)
    (fixture_county / "content/county/.tips.yml.new").mkdir()  # in the way of the second file
    rows = [row(sector="茶厂", text="炒茶时戴手套"), row(text="用完关阀门")]
    code, _, err = tips("提示.xlsx", rows)
    assert (code, "写不进磁盘" in err) == (1, True)
    assert everything(fixture_county) == before


def test_a_dry_run_lists_the_tips_and_writes_nothing(fixture_county: Path, tips: Command) -> None:
    before = everything(fixture_county)
    code, out, err = tips("提示.xlsx", [row()], "--dry-run")
    assert (code, err) == (0, "")
    for words in (
        "燃气安全",
        "群众",
        "做饭时人不",
        "《安全生产法",
        "要写进 content/county/tips.yml",
    ):
        assert words in out
    assert "什么也没有写。" in out
    assert everything(fixture_county) == before


def test_one_cell_that_is_wrong_stops_all_and_every_one_is_told(
    fixture_county: Path, tips: Command
) -> None:
    before = everything(fixture_county)
    code, _, err = tips("提示.xlsx", [row(), row(sector="燃汽安全"), row(text=None, why="")])
    assert code == 1
    assert err.splitlines() == [
        "提示.xlsx:3:A（行业领域）: 没有行业领域“燃汽安全”；是不是“燃气安全”？",
        "提示.xlsx:4:C（提示）: 没有写提示",
        "提示.xlsx:4:D（为什么）: 没有写为什么",
        "有 3 处要改，改好再导入。",
        "什么也没有写。",
    ]
    assert everything(fixture_county) == before


def test_what_the_check_would_find_is_told_at_the_cell_that_it_comes_from(
    fixture_county: Path, tips: Command
) -> None:
    law = fixture_county / "content/common/references.yml"
    law.write_text(
        law.read_text("utf-8").replace("    status: in-force", "    status: repealed", 1), "utf-8"
    )
    rows = [row(sources="《消防法》第五条"), (), row(text="关<b>阀门</b>", why="看{这里}")]
    code, _, err = tips("提示.xlsx", rows)
    assert code == 1
    assert "提示.xlsx:4:C（提示）: E309 " in err
    assert "提示.xlsx:4:D（为什么）: E311 " in err
    assert "提示.xlsx:4:E（依据）: E318 《中华人民共和国安全生产法》已废止" in err
    assert not (fixture_county / OWN).exists()


def test_columns_and_sheets_that_are_not_read_are_told(tips: Command) -> None:
    content = xlsx([("序号", *HEADS, "备注"), (1, *GOOD, "好")], more={"再来": [HEADS, GOOD]})
    code, out, _ = tips("提示.xlsx", content)
    assert code == 0
    assert "提示.xlsx: 没有读的列：A（序号）、G（备注）" in out
    assert "提示.xlsx: 工作表“再来”也有表头，这一次没有读" in out


def test_the_tips_are_found_on_whatever_sheet_they_stand(tips: Command) -> None:
    content = xlsx([("封面",)], more={"表": [("领域", "对象"), ()], "提示": [HEADS, GOOD]})
    assert "加了 1 条提示" in tips("提示.xlsx", content)[1]


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_csv_is_read_in_the_codes_that_occur(code: str, tips: Command) -> None:
    done, out, err = tips("提示.CSV", csv([HEADS, GOOD]).encode(code))
    assert (done, err) == (0, "")
    assert "加了 1 条提示" in out


def test_blank_rows_to_the_end_of_the_sheet_are_no_trouble(tips: Command) -> None:
    rows = b"".join(b'<row r="%d"><c r="A%d" s="0"/></row>' % (n, n) for n in range(3, 9000))
    rows += b'<row r="1048576"><c r="A1048576" s="0"/></row>'
    good = xlsx([HEADS, GOOD])
    with zipfile.ZipFile(io.BytesIO(good)) as packed:
        sheet = packed.read(SHEET)
    long = sheet.replace(b"</sheetData>", rows + b"</sheetData>")
    long = long.replace(b'ref="A1:E2"', b'ref="A1:XFD1048576"')
    code, out, _ = tips("提示.xlsx", with_part(good, SHEET, long))
    assert code == 0
    assert "提示.xlsx: 第 2 行以后很多行是空的，再往后没有读" in out
    assert "加了 1 条提示" in out


def test_what_a_sheet_says_of_its_size_does_not_matter(tips: Command) -> None:
    good = xlsx([HEADS, GOOD])
    with zipfile.ZipFile(io.BytesIO(good)) as packed:
        small = packed.read(SHEET).replace(b'ref="A1:E2"', b'ref="A1"')
    assert "加了 1 条提示" in tips("提示.xlsx", with_part(good, SHEET, small))[1]


def locked() -> bytes:
    """Give a workbook whose parts are marked as locked with a password."""
    content = bytearray(xlsx([HEADS, GOOD]))
    for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(sign)
        while at >= 0:
            content[at + flags] |= 1
            at = content.find(sign, at + 1)
    return bytes(content)


ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a;" * 10) for n in range(9))
    + b"]><worksheet>&a8;</worksheet>"
)
LATE = ENTITIES.replace(b"<!DOCTYPE", b"<!--" + b"x" * 2_000 + b"--><!DOCTYPE")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("提示.xlsx", bomb, "文件展开后太大，不像是一张提示表"),
        ("提示.xlsx", b"\xd0\xcf\x11\xe0" * 99, "文件加了密码，或者是旧的 .xls：用 WPS"),
        ("提示.xlsx", b"", "文件坏了，或者不是 Excel 表格"),
        ("提示.xlsx", csv([HEADS, GOOD]), "文件坏了，或者不是 Excel 表格"),
        ("提示.xlsx", xlsx([HEADS, GOOD])[:-40], "文件坏了，或者不是 Excel 表格"),
        ("提示.xlsx", with_part(xlsx([HEADS]), SHEET, b"<worksheet"), "文件坏了，读不出来"),
        ("提示.xlsx", with_part(xlsx([HEADS]), SHEET, ENTITIES), "文件里有不该有的定义"),
        ("提示.xlsx", with_part(xlsx([HEADS]), SHEET, LATE), "文件坏了，读不出来"),
        ("提示.xlsx", locked, "文件坏了，或者不是 Excel 表格"),
        ("提示.xlsx", xlsx([]), "没有找到表头"),
        ("提示.xlsx", lambda: xlsx([HEADS, *[GOOD] * 5001]), "表格超过 5000 行，分成几份再导入"),
        ("提示.csv", lambda: csv([HEADS, *[GOOD] * 5001]), "表格超过 5000 行，分成几份再导入"),
        ("提示.csv", csv([HEADS, GOOD]) + "\0", "文件是空的，或者不是文字"),
        ("提示.csv", b"\xff\xff\xff", "文字编码认不出来"),
        ("提示.csv", " \n", "文件是空的，或者不是文字"),
        ("提示.xls", b"1", "提示表只读 .xlsx、.csv 的文件，先用 WPS 或 Excel 另存为 .xlsx"),
        ("没有.xlsx", None, "找不到这个文件"),
    ],
)
def test_a_file_that_is_no_table_of_tips_ends_without_a_trace(
    name: str, content: object, words: str, fixture_county: Path, tips: Command
) -> None:
    code, _, err = tips(name, content)
    assert code == 1
    assert f"{name}：{words}" in err
    assert "什么也没有写。" in err
    assert not (fixture_county / OWN).exists()


def test_a_file_of_more_than_fifty_megabytes_is_not_read(
    fixture_county: Path, tips: Command
) -> None:
    with (fixture_county / "提示.xlsx").open("wb") as file:
        file.truncate(50_000_001)
    assert "文件超过 50 MB，不像是一张提示表" in tips("提示.xlsx", None)[2]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["tips"], "还缺要读的文件"),
        (["tips", "a.xlsx", "--year", "2027"], "--year 是 work-points 的"),
        (["tips", "a.xlsx", "--template", "b.xlsx"], "一次只做一样"),
        (["tips", "--template", "b.xls"], "空表是 .xlsx 文件"),
        (["work-points", "a.docx"], "还缺 --year"),
        (["work-points", "--year", "2027"], "还缺要读的文件"),
        (["work-points", "--year", "2027", "--template", "b.xlsx"], "--template 是 tips 的"),
    ],
)
def test_what_does_not_belong_together_is_wrong_use(
    arguments: list[str], words: str, fixture_county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", *arguments, "--root", str(fixture_county)]) == 2
    assert words in capsys.readouterr().err


def test_what_cannot_be_imported_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["import", "sectors", "a.xlsx"])
    assert stop.value.code == 2
    assert "没有“sectors”这一种，可选：work-points、tips" in capsys.readouterr().err


def test_content_that_cannot_be_read_is_told(fixture_county: Path, tips: Command) -> None:
    (fixture_county / "content/county/site.yml").write_text("{", "utf-8")
    assert "内容读不出来，先运行 pingan check" in tips("提示.xlsx", [row()])[2]
