"""Office files as the ZIP archives that they are: what none of them should be is refused."""

from __future__ import annotations

import io
import zipfile
import zlib

from generator.importer.errors import SourceError

_MOST_UNPACKED = 200_000_000
_OLD = b"\xd0\xcf\x11\xe0"
_BEGINNING = 1_000


def refuse_odd(content: bytes, *, old: str, new: str, like: str) -> None:
    """Raise `SourceError` for what is old or locked, unpacks to far too much, or defines entities.

    `old` and `new` are endings, such as .doc and .docx; `like` says what the file should be.
    Raises `zipfile.BadZipFile` for what is no archive.
    """
    if content.startswith(_OLD):
        raise SourceError(
            f"文件加了密码，或者是旧的 {old}：用 WPS 或 Office 去掉密码，另存为 {new}"
        )
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = packed.infolist()
        if sum(each.file_size for each in parts) > _MOST_UNPACKED:
            raise SourceError(f"文件展开后太大，不像是{like}")
        for each in parts:
            is_xml = each.filename.endswith((".xml", ".rels"))
            if is_xml and b"<!DOCTYPE" in _beginning(packed, each):
                raise SourceError(f"文件里有不该有的定义（{each.filename}），不读")


def _beginning(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """Give how a part begins; one that is locked or packed in an odd way makes no archive."""
    try:
        with packed.open(part) as file:
            return file.read(_BEGINNING)
    except (RuntimeError, zlib.error, EOFError) as error:
        raise zipfile.BadZipFile(part.filename) from error
