"""What a file is, by what is in it: many a name says otherwise."""

from __future__ import annotations

import io
import re
import zipfile
from enum import Enum, auto

from generator.importer.errors import SourceError, refusing


class Kind(Enum):
    """A format that can be read, here or by a program beside."""

    WORD = auto()
    PDF = auto()
    OLD_WORD = auto()
    """DOC, and WPS: they share their cover."""
    RTF = auto()
    ODT = auto()
    FLAT_WORD = auto()
    """Word's XML in one file, without a ZIP."""
    TEXT = auto()
    """Characters; `is_page` and `is_archive` tell those of a web page."""


_OLE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK"
_WHERE_PDF_BEGINS = 1024
_BEGINNING = 2000
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"II*\0", b"MM\0*")
_OTHER_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b"
)
_PIECE = re.compile(r"\s*<(?:meta|div|p|section|article|table|span|h[1-6]|ol|ul|style)\b[^<]*>")
_COVER = re.compile(r"^(?:mime-version:|from: <saved by)", re.MULTILINE)
_FLAT = re.compile(rb"<(?:\w+:)?(?:wordDocument|package)\b")


def kind_of(content: bytes) -> Kind:
    """Give the format of a file; raises `SourceError` for those that hold no text to read."""
    if content.startswith(_ZIP):
        with refusing("文件坏了，或者不是 Word 文档：重新下载，或者用 WPS 打开，另存为 .docx 再试"):
            return _of_zip(content)
    if content.startswith(_OLE):
        return _of_ole(content)
    if b"%PDF-" in content[:_WHERE_PDF_BEGINS]:
        return Kind.PDF
    if content.startswith(rb"{\rtf"):
        return Kind.RTF
    if content.lstrip()[:5] == b"<?xml" and _FLAT.search(content[:_BEGINNING]):
        return Kind.FLAT_WORD
    if content.startswith(_PICTURES):
        raise SourceError("这是图片，不是文字：找原来的 Word 文档，或者先用软件认出文字")
    if content.startswith(_OTHER_ARCHIVES):
        raise SourceError("这是压缩包：先解开，再用里面的文件")
    return Kind.TEXT


def is_page(text: str) -> bool:
    """Tell whether a text is that of a web page, or a piece of one."""
    beginning = text[:_BEGINNING].lower()
    if _PAGE.match(beginning):
        return True
    return bool(_PIECE.match(beginning)) and "</" in text


def is_archive(text: str) -> bool:
    """Tell whether a text is a web page that was packed as a letter is (MHTML)."""
    beginning = text[:_BEGINNING].lower()
    return bool(_COVER.search(beginning)) and "content-type:" in beginning


def _of_zip(content: bytes) -> Kind:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        names = packed.namelist()
        kind = packed.open("mimetype").read(80) if "mimetype" in names else b""
    folders = {name.partition("/")[0] for name in names}
    if "word" in folders:
        return Kind.WORD
    if kind.endswith(b"opendocument.text"):
        return Kind.ODT
    if {"xl", "ppt"} & folders or b"opendocument" in kind:
        raise SourceError("这是表格或者演示文稿：把文字复制到 Word 里，另存为 .docx 再试")
    raise SourceError("这是压缩包：先解开，再用里面的文件")


def _of_ole(content: bytes) -> Kind:
    def holds(name: str) -> bool:
        return name.encode("utf-16-le") in content

    if holds("EncryptedPackage"):
        raise SourceError("文件加了密码：用 WPS 或 Word 打开，去掉密码，另存为 .docx 再试")
    if not holds("WordDocument") and (holds("Workbook") or holds("PowerPoint Document")):
        raise SourceError("这是表格或者演示文稿：把文字复制到 Word 里，另存为 .docx 再试")
    return Kind.OLD_WORD
