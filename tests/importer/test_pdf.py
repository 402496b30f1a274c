"""PDF files: the text of those that have any, and what to do with the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.importer import bounded
from generator.importer.errors import SourceError
from generator.importer.pdf import text_of_pdf
from generator.importer.reading import read
from generator.importer.source import read_source
from tests.importer import documents, pdf, readers
from tests.importer.test_reading import KNOWN, as_seen, reading

LONG = documents.PLAIN.replace(
    "先看后动。", "先看后动，看过的一处一处记下来，没有改的过几天再看。" * 4
)


def test_a_printed_plan_says_the_same_as_its_text(tmp_path: Path) -> None:
    path = tmp_path / "要点.pdf"
    path.write_bytes(pdf.printed(LONG))
    found = read(read_source(path), KNOWN, year=2027)
    assert as_seen(found) == as_seen(reading(LONG))
    assert found.outline.requirement.words == reading(LONG).outline.requirement.words
    assert [each.why for each in found.dropped] == ["页码", "页码"]
    assert found.doubts == ()


def test_one_that_may_be_read_but_not_changed_is_read() -> None:
    assert text_of_pdf(pdf.locked(pdf.printed(LONG), "")) == text_of_pdf(pdf.printed(LONG))


def test_a_page_that_is_a_picture_is_told() -> None:
    found = text_of_pdf(pdf.joined(pdf.printed(LONG), pdf.scanned(), pdf.of_pages(1)))
    assert found.remarks == ("第 3 页是图片，上面的字没有读",)


def test_radicals_are_the_characters_that_they_look_like() -> None:
    text = text_of_pdf(
        pdf.printed("⼀、⼈⼈要看⻔和⻋，⽕和⽔也要看，一样一样地看。", small=False)
    ).text
    assert text.startswith("一、人人要看门和车，火和水也要看")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (pdf.scanned(2), "扫描的图片"),
        (pdf.locked(pdf.of_pages(1), "x"), "加了密码"),
        (pdf.of_pages(501), "有 501 页"),
        (pdf.without_characters(pdf.printed(LONG)), "乱码"),
        (pdf.printed(LONG)[:3000], "坏了"),
        (b"%PDF-1.7", "坏了"),
        (pdf.swollen(), "太大"),
    ],
    ids=["scanned", "locked", "long", "odd", "cut", "nothing", "swollen"],
)
def test_what_cannot_be_read_is_told(content: bytes, words: str) -> None:
    with pytest.raises(SourceError, match=words):
        text_of_pdf(content)


def test_what_takes_too_long_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "MOST_SECONDS", 0.0)
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf.printed(LONG))
    with pytest.raises(SourceError, match="还没有读完"):
        read_source(path)


def test_what_happens_to_the_reader_is_told() -> None:
    with pytest.raises(SourceError, match="读到一半停了"):
        bounded.bounded(readers.stops, b"")
    with pytest.raises(SourceError, match=r"^不行$"):
        bounded.bounded(readers.refuses, "不行".encode())
