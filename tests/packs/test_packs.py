"""Packs: complete, reproducible, cached, safe to open, and honest about what fails."""

from __future__ import annotations

import hashlib
import io
import re
import shutil
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.documents.file_name import safe_name
from generator.documents.maker import DocumentError, Maker
from generator.load import load
from generator.model.artifact import Downloads
from generator.model.course import Course
from generator.model.library import Library
from generator.model.sector import Sector
from generator.packs import make_downloads
from generator.packs.checklist import checklist_workbook
from generator.packs.lesson import Lesson
from generator.packs.talk import talk
from generator.reads import Sources
from tests.conftest import DAY, ROOT


@pytest.fixture(scope="module")
def maker(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Maker:
    """A maker with the real look, which keeps what it makes for itself."""
    root = tmp_path_factory.mktemp("project")
    (root / "theme").symlink_to(ROOT / "theme")
    return Maker(library.site, root)


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
        readme = pack.read(folder + "说明.txt")
    assert readme.startswith(b"\xef\xbb\xbf")
    text = readme.decode("utf-8-sig")
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


def test_a_sectors_bundle_holds_its_notices_and_all_its_courses(
    files: Path, library: Library
) -> None:
    for sector in library.sectors.values():
        path = files / f"sectors/{sector.id}-everything.zip"
        courses = library.courses_of(sector)
        assert path.exists() == bool(courses)
        if courses:
            names = zipfile.ZipFile(path).namelist()
            title = safe_name(sector.title)
            assert names[:2] == [f"{title}-安全提示单.pdf", f"{title}-口袋卡.pdf"]
            for course in courses:
                assert f"{safe_name(course.title)}/1-培训课件.pptx" in names


def _made(live: Library, county: Path) -> Downloads:
    """Make all downloads as a program does that remembers nothing but documents."""
    return make_downloads(live, Maker(live.site, county), Sources(None, live, drawings={}))


def test_documents_are_the_same_bytes_when_made_anew(fixture_county: Path) -> None:
    loaded = load(fixture_county)
    assert loaded.library is not None
    live = loaded.library.live(date.fromisoformat(DAY))
    first = _made(_only(live, "fire"), fixture_county)
    (fixture_county / ".pingan").unlink()
    second = _made(_only(live, "fire"), fixture_county)
    assert first.artifacts == second.artifacts


def test_a_second_build_makes_no_document_again(fixture_county: Path) -> None:
    (fixture_county / ".pingan").unlink()
    loaded = load(fixture_county)
    assert loaded.library is not None
    live = _only(loaded.library.live(date.fromisoformat(DAY)), "fire")
    first = _made(live, fixture_county)
    kept = {
        path.name: path.stat().st_ino for path in (fixture_county / ".pingan/documents").iterdir()
    }
    assert _made(live, fixture_county) == first
    again = {
        path.name: path.stat().st_ino for path in (fixture_county / ".pingan/documents").iterdir()
    }
    assert again == kept


@pytest.mark.parametrize(
    "active", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", '=HYPERLINK("http://x")']
)
def test_what_a_spreadsheet_might_run_stays_a_text(
    library: Library, maker: Maker, active: str
) -> None:
    course = library.courses["fire"]
    first = course.checklist[0].model_copy(update={"item": active})
    course = course.model_copy(update={"checklist": (first, *course.checklist[1:])})
    made = maker.document(checklist_workbook(Lesson(course, library)), "xlsx")
    cell = openpyxl.load_workbook(io.BytesIO(made)).worksheets[0]["C4"]
    assert cell.value == active
    assert cell.data_type == "s"
    assert cell.quotePrefix


@settings(max_examples=30, deadline=None)
@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)
)
def test_any_text_is_set_as_it_is_or_refused_for_its_glyphs(
    maker: Maker, library: Library, text: str
) -> None:
    course = library.courses["fire"]
    said = course.talk.model_copy(update={"opening": text})
    outline = talk(Lesson(course.model_copy(update={"talk": said}), library))
    try:
        made = maker.document(outline, "pdf")
    except DocumentError as error:
        assert str(error).startswith("《消防安全培训》的班前会讲稿没有做成：E402")
    else:
        assert made.startswith(b"%PDF")


def test_a_character_without_a_glyph_is_reported_where_it_stands(
    fixture_county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = fixture_county / "content/common/training/fire.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("summary: ", "summary: 𰻞𒀀", 1), encoding="utf-8")
    assert main(["build", "--root", str(fixture_county), "--as-of", DAY]) == 1
    printed = capsys.readouterr().err
    assert "content/common/training/fire.yml:10:10: E331" in printed
    assert "𒀀" in printed
    assert "Traceback" not in printed


def test_a_broken_print_template_is_named(
    fixture_county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = fixture_county / "own"
    shutil.copytree(ROOT / "theme", own)
    (own / "documents/outline.typ").write_text("#nothing", encoding="utf-8")
    (fixture_county / "theme").unlink()
    own.rename(fixture_county / "theme")
    assert main(["build", "--root", str(fixture_county), "--as-of", DAY]) == 1
    assert "theme/documents/outline.typ" in capsys.readouterr().err


def _only(library: Library, id_: str) -> Library:
    """The library with one course and its main sector, so that a test need not make all."""
    course = library.courses[id_]
    sector = course.sectors[0]
    only = {Course: {id_: course}, Sector: {sector: library.sectors[sector]}}
    return library.with_things(only)
