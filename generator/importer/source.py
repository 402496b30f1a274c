"""The document as it came: its characters, and where each of them stands in the file."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.importer.errors import SourceError
from generator.importer.word import text_of_word
from generator.load.tree import Mark
from generator.report import why_not

MOST_BYTES = 50_000_000
ENDINGS = (".docx", ".txt", ".md")
_CODES = ("utf-8-sig", "gb18030")
_WIDE = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True)
class Source:
    """The text of a document; lines end with a line feed alone."""

    name: str
    text: str

    def place(self, offset: int) -> Mark:
        """Give line and column of a character."""
        line = bisect_right(self._starts, offset)
        return Mark(line, offset - self._starts[line - 1] + 1)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(at + 1 for at, each in enumerate(self.text) if each == "\n")]


def read_source(path: Path) -> Source:
    """Read a Word document, or a text in UTF-8, UTF-16 or GB 18030; raises `SourceError`.

    The lines of a Word document are its paragraphs.
    """
    if path.suffix.lower() not in ENDINGS:
        raise SourceError(f"现在只读 {'、'.join(ENDINGS)} 的文件，先另存为其中一种")
    content = content_of(path, like="一份工作要点")
    is_word = path.suffix.lower() == ".docx"
    text = text_of_word(content) if is_word else decoded(content)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text or not text.strip():
        raise SourceError("文件是空的，或者不是文字")
    return Source(path.name, text)


def content_of(path: Path, *, like: str) -> bytes:
    """Read a file that is no larger than what it should be like; raises `SourceError`."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise SourceError(f"文件超过 50 MB，不像是{like}")
        return path.read_bytes()
    except OSError as error:
        raise SourceError(why_not(error)) from error


def decoded(content: bytes) -> str:
    """Give a text in UTF-8, UTF-16 or GB 18030 as it is; raises `SourceError`."""
    for code in ("utf-16",) if content.startswith(_WIDE) else _CODES:
        try:
            return content.decode(code)
        except UnicodeDecodeError:
            continue
    raise SourceError("文字编码认不出来，用记事本另存为 UTF-8 再试")
