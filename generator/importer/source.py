"""The document as it came: its characters, and where each of them stands in the file."""

from __future__ import annotations

import sys
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.importer.bounded import bounded
from generator.importer.characters import decoded, patched
from generator.importer.errors import SourceError
from generator.importer.extract import Extract, in_bounds
from generator.importer.html import text_of_archive, text_of_html
from generator.importer.office import docx_from
from generator.importer.pdf import text_of_pdf
from generator.importer.sniff import Kind, is_archive, is_page, kind_of
from generator.importer.word import text_of_word
from generator.load.tree import Mark
from generator.report import why_not

MOST_BYTES = 50_000_000
PASTED = Path("-")
"""Stands for what is pasted, or comes from another program."""
ENDINGS = (".docx", ".doc", ".wps", ".pdf", ".html", ".txt", ".md")
_PLAIN = {*ENDINGS, ".htm", ".shtml", ".mht", ".mhtml", ".rtf", ".odt", ".text", ".markdown", ""}
_BY_OFFICE = {Kind.OLD_WORD: ".doc", Kind.RTF: ".rtf", Kind.ODT: ".odt", Kind.FLAT_WORD: ".xml"}
_LOST = 0.3


@dataclass(frozen=True)
class Source:
    """The text of a document; lines end with a line feed alone.

    `remarks` say what its format holds that is not in the text.
    """

    name: str
    text: str
    remarks: tuple[str, ...] = ()

    def place(self, offset: int) -> Mark:
        """Give line and column of a character."""
        line = bisect_right(self._starts, offset)
        return Mark(line, offset - self._starts[line - 1] + 1)

    def offset(self, mark: Mark) -> int:
        """Give where the character of a line and column stands in the text."""
        return self._starts[mark.line - 1] + mark.column - 1

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(at + 1 for at, each in enumerate(self.text) if each == "\n")]


def read_source(path: Path) -> Source:
    """Read a document of any format that can be read, `-` for what is pasted.

    What is in it says which format it is, not its name: many do not fit. The lines are the
    paragraphs of a Word document, the blocks of a web page, the printed lines of a PDF. Raises
    `SourceError`.
    """
    content = _pasted() if path == PASTED else content_of(path, like="一份工作要点")
    found = _extract(content, path)
    text = found.text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text or not text.strip():
        raise SourceError("文件是空的，或者不是文字")
    return Source("粘贴的文字" if path == PASTED else path.name, text, found.remarks)


def content_of(path: Path, *, like: str) -> bytes:
    """Read a file that is no larger than what it should be like; raises `SourceError`."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise SourceError(f"文件超过 50 MB，不像是{like}")
        return path.read_bytes()
    except OSError as error:
        raise SourceError(why_not(error)) from error


def _pasted() -> bytes:
    if sys.stdin.isatty():
        sys.stderr.write("粘贴文字，再另起一行：Windows 按 Ctrl+Z 和回车，别的按 Ctrl+D。\n")
        sys.stderr.flush()
    content = sys.stdin.buffer.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise SourceError("文字超过 50 MB，不像是一份工作要点")
    if content.count(b"?") > _LOST * len(content):
        raise SourceError("汉字都变成了问号：把文字存成 .txt，再写文件名")
    return content


def _extract(content: bytes, path: Path) -> Extract:
    kind = kind_of(content)
    if kind is Kind.WORD:
        return text_of_word(content)
    if kind is Kind.PDF:
        return bounded(text_of_pdf, content)
    if kind in _BY_OFFICE:
        return text_of_word(docx_from(content, _BY_OFFICE[kind]))
    return _of_characters(content, path)


def _of_characters(content: bytes, path: Path) -> Extract:
    text = decoded(content)
    likely = text if text is not None else patched(content)
    if is_archive(likely):
        return text_of_archive(content)
    if is_page(likely):
        return text_of_html(likely)
    if path.suffix.lower() not in _PLAIN:
        raise SourceError(f"现在只读 {'、'.join(ENDINGS)} 的文件，先另存为其中一种")
    if text is None:
        raise SourceError("文字编码认不出来，用记事本另存为 UTF-8 再试")
    return Extract(in_bounds([text]))
