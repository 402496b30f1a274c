"""Packs: complete, reproducible, cached, safe to open, and honest about what fails."""

from __future__ import annotations

import hashlib
import io
import re
import shutil
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.documents.font import find_font
from generator.load import load
from generator.look import look_of
from generator.model.library import Library
from generator.packs import stock
from generator.packs.checklist import checklist
from generator.packs.shelf import safe_name
from generator.packs.style import style_of
from generator.packs.typesetter import Typesetter, TypesettingError
from generator.packs.values import course_values
from generator.packs.workshop import Workshop
from generator.palette import palette_of
from tests.conftest import DAY, ROOT

DOCUMENTS = look_of(ROOT).documents


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    style = style_of(palette_of(look_of(ROOT)))
    typesetter = Typesetter(templates=DOCUMENTS, style=style, font=find_font())
    return Workshop(style=style, typesetter=typesetter, day=date(2026, 11, 24))


def test_the_pack_holds_every_document_and_its_sums_are_right(files: Path) -> None:
    with zipfile.ZipFile(files / "fire/fire-pack.zip") as pack:
        names = pack.namelist()
        folder = "消防安全培训/"
        assert all(name.startswith(folder) for name in names)
        kinds = {name.rpartition(".")[2] for name in names}
        assert {"pptx", "docx", "xlsx", "pdf", "png", "txt"} <= kinds
        sums = pack.read(folder + "SHA256SUMS").decode().splitlines()
        assert len(sums) == len(names) - 1
        for line in sums:
            digest, _, name = line.partition("  ")
            assert hashlib.sha256(pack.read(folder + name)).hexdigest() == digest
        manual = pack.read(folder + "说明.txt")
    assert manual.startswith(b"\xef\xbb\xbf")
    text = manual.decode("utf-8-sig")
    assert "\r\n" in text
    for name in names:
        if not name.endswith(("说明.txt", "SHA256SUMS")):
            assert name.removeprefix(folder) in text


def test_names_in_packs_are_safe_on_windows(files: Path) -> None:
    for path in sorted(files.rglob("*.zip")):
        with zipfile.ZipFile(path) as pack:
            for entry in pack.infolist():
                assert not re.search(r'[\\:*?"<>|\x00-\x1f]', entry.filename)
                assert not any(part.endswith((".", " ")) for part in entry.filename.split("/"))
                assert entry.filename.isascii() or entry.flag_bits & 0x800


@given(st.text(min_size=1))
def test_any_title_gives_a_safe_file_name(title: str) -> None:
    assert not re.search(r'[\\/:*?"<>|\n\t]', safe_name(title))


def test_a_sectors_bundle_holds_its_sheet_and_all_its_courses(
    files: Path, library: Library
) -> None:
    for sector in library.sectors.values():
        path = files / f"sectors/{sector.id}-everything.zip"
        courses = library.courses_of(sector)
        assert path.exists() == bool(courses)
        if courses:
            names = zipfile.ZipFile(path).namelist()
            assert any(name.endswith("安全提示单.pdf") for name in names)
            for course in courses:
                assert f"{safe_name(course.title)}/1-培训课件.pptx" in names


def test_documents_are_the_same_bytes_when_made_anew(fixture_county: Path) -> None:
    loaded = load(fixture_county)
    assert loaded.library is not None
    live = loaded.library.live(date.fromisoformat(DAY))
    first = stock(_only(live, "fire"), root=fixture_county)
    (fixture_county / ".pingan").unlink()
    second = stock(_only(live, "fire"), root=fixture_county)
    assert first.artifacts == second.artifacts


def test_a_second_build_makes_no_document_again(fixture_county: Path) -> None:
    (fixture_county / ".pingan").unlink()
    loaded = load(fixture_county)
    assert loaded.library is not None
    live = _only(loaded.library.live(date.fromisoformat(DAY)), "fire")
    first = stock(live, root=fixture_county)
    kept = {
        path.name: path.stat().st_ino for path in (fixture_county / ".pingan/documents").iterdir()
    }
    assert stock(live, root=fixture_county) == first
    again = {
        path.name: path.stat().st_ino for path in (fixture_county / ".pingan/documents").iterdir()
    }
    assert again == kept


def test_what_a_spreadsheet_might_run_stays_a_text(library: Library, workshop: Workshop) -> None:
    values = course_values(library.courses["fire"], library)
    for active in ("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", '=HYPERLINK("http://x")'):
        values["checklist"][0]["rows"][0]["item"] = active
        sheet = openpyxl.load_workbook(io.BytesIO(checklist(values, workshop))).worksheets[0]
        cell = sheet["C4"]
        assert cell.value == active
        assert cell.data_type == "s"
        assert cell.quotePrefix


@settings(max_examples=30, deadline=None)
@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)
)
def test_any_text_is_set_as_it_is_or_refused_for_its_glyphs(
    workshop: Workshop, library: Library, text: str
) -> None:
    values = course_values(library.courses["fire"], library) | {"qr": "", "parts": []}
    values["talk"]["opening"] = text
    try:
        made = workshop.typesetter.pdf("talk", values, day=workshop.day)
    except TypesettingError as error:
        assert str(error).startswith("E402")
    else:
        assert made.startswith(b"%PDF")


def test_a_character_without_a_glyph_is_reported_where_it_stands(
    fixture_county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = fixture_county / "content/training/fire.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("summary: ", "summary: 𰻞𒀀", 1), encoding="utf-8")
    assert main(["build", "--root", str(fixture_county), "--as-of", DAY]) == 1
    printed = capsys.readouterr().err
    assert "content/training/fire.yml:10:10: E331" in printed
    assert "𒀀" in printed
    assert "Traceback" not in printed


def test_a_broken_print_template_is_named(
    fixture_county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = fixture_county / "own"
    shutil.copytree(ROOT / "theme", own)
    (own / "documents/talk.typ").write_text("#nothing", encoding="utf-8")
    (fixture_county / "theme").unlink()
    own.rename(fixture_county / "theme")
    assert main(["build", "--root", str(fixture_county), "--as-of", DAY]) == 1
    assert "theme/documents/talk.typ" in capsys.readouterr().err


def _only(library: Library, id_: str) -> Library:
    """The library with one course and its main sector, so that a test need not make all."""
    course = library.courses[id_]
    sector = course.sectors[0]
    return replace(library, courses={id_: course}, sectors={sector: library.sectors[sector]})
