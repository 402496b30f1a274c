"""The empty table of `pingan import tips --template`."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from generator.cli import main
from generator.load import load
from generator.model.vocabulary import Audience
from tests.conftest import DAY
from tests.importer.tips.tables import GOOD, HEADS


def write(county: Path, name: str = "提示.xlsx") -> int:
    arguments = ["import", "tips", "--template", str(county / name)]
    return main([*arguments, "--root", str(county), "--as-of", DAY])


@pytest.fixture
def book(fixture_county: Path) -> Workbook:
    assert write(fixture_county) == 0
    return load_workbook(fixture_county / "提示.xlsx")


def test_it_has_headings_an_example_and_texts(book: Workbook) -> None:
    sheet = book["安全提示"]
    assert book.sheetnames == ["安全提示", "说明", "可以写的"]
    assert [cell.value for cell in sheet[1]] == [*HEADS]
    assert sheet["A2"].value == "例子：消防安全"
    assert sheet["E2"].value == "《安全生产法》第五十七条"
    assert sheet.freeze_panes == "A2"
    assert all(column.width > 20 for column in sheet.column_dimensions.values())
    assert {cell.number_format for cell in sheet[2]} == {"@"}


def test_sectors_and_audiences_are_offered_and_others_are_taken(book: Workbook) -> None:
    sheet, lists = book["安全提示"], book["可以写的"]
    rules = {str(each.sqref): each for each in sheet.data_validations.dataValidation}
    assert rules["A2:A5001"].formula1 == "'可以写的'!$A$2:$A$3"
    assert [lists["A2"].value, lists["A3"].value] == ["消防安全", "燃气安全"]
    assert rules["B2:B5001"].formula1 == "'可以写的'!$B$2:$B$8"
    assert [lists[f"B{n}"].value for n in range(2, 9)] == [each.label for each in Audience]
    assert not any(each.showErrorMessage for each in rules.values())
    assert all(each.prompt for each in rules.values())


def test_it_lists_the_sources_that_may_be_cited_today(fixture_county: Path) -> None:
    law = fixture_county / "content/common/references.yml"
    law.write_text(law.read_text("utf-8").replace("in-force\n", "repealed\n", 1), "utf-8")
    assert write(fixture_county) == 0
    sheet = load_workbook(fixture_county / "提示.xlsx")["可以写的"]
    sources = [row[0].value for row in sheet["C2:C20"] if row[0].value]
    assert "《消防法》第二十八条" in sources
    assert not any("安全生产法" in each for each in sources)


def test_its_guide_explains_each_column(book: Workbook) -> None:
    rows = {row[0].value: row[1].value for row in book["说明"].iter_rows(max_col=2)}
    assert {*HEADS, "例子", "多长"} <= {*rows}
    assert "例如 《安全生产法》第五十七条" in rows["依据"]
    assert "不超过 300 字" in rows["多长"]


def test_filled_in_it_is_read_as_it_is(
    fixture_county: Path, book: Workbook, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = book["安全提示"]
    for column, words in enumerate(GOOD, 1):
        sheet.cell(3, column, words)
    path = fixture_county / "填好.xlsx"
    book.save(path)
    arguments = ["import", "tips", str(path), "--root", str(fixture_county), "--as-of", DAY]
    assert main(arguments) == 0
    said = capsys.readouterr().out
    assert "填好.xlsx:2: 是例子，没有读" in said
    assert "加了 1 条提示：燃气安全 1 条" in said
    library = load(fixture_county).library
    assert library is not None
    assert library.sectors["gas"].tips[-1].text == GOOD[2]


def test_every_source_that_it_lists_is_understood(
    fixture_county: Path, book: Workbook, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = book["安全提示"]
    sources = [row[0].value for row in book["可以写的"]["C2:C99"] if row[0].value]
    for place, source in enumerate(sources, 3):
        for column, words in enumerate((*GOOD[:2], f"第{place}样", GOOD[3], source), 1):
            sheet.cell(place, column, words)
    path = fixture_county / "填好.xlsx"
    book.save(path)
    arguments = ["import", "tips", str(path), "--root", str(fixture_county), "--as-of", DAY]
    assert main(arguments) == 0, capsys.readouterr().err


def test_it_is_the_same_each_time_and_writes_over_nothing(
    fixture_county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert write(fixture_county) == 0
    assert write(fixture_county, "又一份.xlsx") == 0
    first = (fixture_county / "提示.xlsx").read_bytes()
    assert (fixture_county / "又一份.xlsx").read_bytes() == first
    assert write(fixture_county) == 1
    assert "不覆盖" in capsys.readouterr().err
    assert (fixture_county / "提示.xlsx").read_bytes() == first


def test_a_broken_palette_is_told(fixture_county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (fixture_county / "theme").unlink()
    (fixture_county / "theme/web").mkdir(parents=True)
    (fixture_county / "theme/palette.yml").write_text("light: 1\n", "utf-8")
    assert write(fixture_county) == 1
    assert "theme/palette.yml" in capsys.readouterr().err
    assert not (fixture_county / "提示.xlsx").exists()
