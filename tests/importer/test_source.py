"""Which format a file is, is told by what is in it; whatever comes is read or refused in words."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.importer.errors import SourceError
from generator.importer.extract import Extract
from generator.importer.html import text_of_archive, text_of_html
from generator.importer.pdf import text_of_pdf
from generator.importer.source import ENDINGS, read_source
from generator.importer.word import text_of_word
from tests.importer import documents, pdf, word
from tests.importer.test_html import LONG, MENU, blocks, packed

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512


def ole(name: str) -> bytes:
    return OLE + name.encode("utf-16-le")


def zipped(name: str) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as packed:
        packed.writestr(name, "x")
    return whole.getvalue()


@pytest.mark.parametrize("name", ["要点.doc", "要点.wps", "要点.txt", "要点"])
def test_a_word_document_under_another_name_is_one(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(word.typed(documents.PLAIN))
    assert read_source(tmp_path / name).text.strip() == documents.PLAIN.strip()


def test_a_pdf_under_another_name_is_one(tmp_path: Path) -> None:
    (tmp_path / "要点.docx").write_bytes(b"\n" + pdf.printed(documents.PLAIN))
    assert "一、压实责任" in read_source(tmp_path / "要点.docx").text


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.docx", ole("EncryptedPackage"), "^文件加了密码：用 WPS 或 Word 打开，去掉密码"),
        ("a.docx", ole("Workbook"), "^这是表格或者演示文稿"),
        ("a.doc", ole("PowerPoint Document"), "^这是表格或者演示文稿"),
        ("a.docx", zipped("xl/workbook.xml"), "^这是表格或者演示文稿"),
        ("a.docx", zipped("要点.txt"), "^这是压缩包"),
        ("a.rar", b"Rar!\x1a\x07", "^这是压缩包"),
        ("a.docx", zipped("word/document.xml"), "^文件坏了"),
        ("a.pdf", b"\xff\xd8\xff\xe0", "^这是图片"),
        ("a.doc", b"\x01\x02\xff\xff", "编码认不出来"),
        ("a.txt", "一、看。".encode() * 600_000, "^文字超过 200 万个"),
    ],
)
def test_what_holds_no_text_is_told_with_what_to_do(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(SourceError, match=words):
        read_source(tmp_path / name)


def test_the_formats_are_named_where_none_fits(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.xyz").write_bytes(b"abc")
    with pytest.raises(SourceError) as refused:
        read_source(tmp_path / "a.xyz")
    assert all(each in str(refused.value) for each in ENDINGS)
    with pytest.raises(SystemExit):
        main(["import", "--help"])
    said = "".join(capsys.readouterr().out.split())
    assert f"的是{'、'.join(ENDINGS)}，-是粘贴的文字" in said


class Standard(io.TextIOWrapper):
    """What a program reads that was started with something piped into it, or by hand."""

    def __init__(self, content: bytes, *, by_hand: bool = False) -> None:
        super().__init__(io.BytesIO(content))
        self.isatty = lambda: by_hand  # type: ignore[method-assign]


@pytest.mark.parametrize(
    "content",
    [
        documents.PLAIN.encode("gbk"),
        documents.PLAIN.encode(),
        f"<html>{blocks(documents.PLAIN)}</html>".encode(),
        word.typed(documents.PLAIN),
    ],
)
def test_what_is_pasted_is_read(
    fixture_county: Path,
    content: bytes,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "stdin", Standard(content))
    arguments = ["import", "work-points", "-", "--year", "2027", "--dry-run"]
    assert main([*arguments, "--root", str(fixture_county)]) == 0
    said = capsys.readouterr()
    assert "2 部分，3 条" in said.out
    assert "粘贴的文字:" in said.out
    assert said.err == ""


def test_who_pastes_by_hand_is_told_how_to_end(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", Standard("一、看。".encode(), by_hand=True))
    assert read_source(Path("-")).text == "一、看。"
    assert "Windows 按 Ctrl+Z 和回车" in capsys.readouterr().err


def test_a_pipe_that_lost_the_characters_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Standard(b"2027????????\n??????"))
    with pytest.raises(SourceError, match="都变成了问号"):
        read_source(Path("-"))


def test_a_pipe_without_end_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.importer.source.MOST_BYTES", 10)
    monkeypatch.setattr(sys, "stdin", Standard("一、看。".encode() * 9))
    with pytest.raises(SourceError, match="超过 50 MB"):
        read_source(Path("-"))


PAGE = f"<html><body>{MENU}<div>{blocks(LONG)}</div><ol><li>看<table><tr><td>甲</table></ol>"
VALID = {
    text_of_word: word.counted(documents.PLAIN),
    text_of_pdf: pdf.printed(documents.PLAIN),
    text_of_archive: packed(PAGE.encode(), "utf-8"),
    (lambda content: text_of_html(content.decode("utf-8", "replace"))): PAGE.encode(),
}


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from([*VALID.items()]),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=8),
    st.floats(0, 1),
)
def test_damaged_files_are_read_or_refused(
    case: tuple[Callable[[bytes], Extract], bytes], changes: list[tuple[float, int]], end: float
) -> None:
    reader, content = case
    damaged = bytearray(content)
    for at, byte in changes:
        damaged[int(at * (len(damaged) - 1))] = byte
    if end < 0.5:
        del damaged[int(end * 2 * len(damaged)) :]
    try:
        assert isinstance(reader(bytes(damaged)).text, str)
    except SourceError as refused:
        assert str(refused)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_word_documents_with_damaged_parts_are_read_or_refused(
    changes: list[tuple[float, int]],
) -> None:
    whole = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(VALID[text_of_word])) as old,
        zipfile.ZipFile(whole, "w") as new,
    ):
        for name in old.namelist():
            part = bytearray(old.read(name))
            for at, byte in changes if name.endswith(("document.xml", "numbering.xml")) else ():
                part[int(at * (len(part) - 1))] = byte
            new.writestr(name, bytes(part))
    try:
        assert isinstance(text_of_word(whole.getvalue()).text, str)
    except SourceError as refused:
        assert str(refused)


@settings(deadline=None)
@given(st.binary(max_size=200), st.sampled_from([b"", b"PK\x03\x04", b"<html>"]))
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, start: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.txt"
    path.write_bytes(start + content)
    try:
        assert read_source(path).text.strip()
    except SourceError as refused:
        assert str(refused)
