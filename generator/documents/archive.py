"""ZIP archives with the same bytes each time, and Office files settled the same way."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from datetime import date

_FIRST, _LAST = date(1980, 1, 1), date(2107, 12, 31)  # what the format can say
_FACT = 255
_UNIX = 3  # whatever made it; on "DOS" unzip reads Chinese names in the wrong code page


def archive(files: Iterable[tuple[str, bytes]], *, day: date) -> bytes:
    """Pack (name, bytes) pairs in the given order, all dated `day`, or as near as a ZIP can."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, content in files:
            packed.writestr(entry(name, day), content)
    return whole.getvalue()


def entry(name: str, day: date) -> zipfile.ZipInfo:
    """Give what a ZIP says of a file in it, dated `day`, or as near as a ZIP can."""
    day = min(max(day, _FIRST), _LAST)
    form = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    form.create_system = _UNIX
    form.external_attr = 0o644 << 16
    form.compress_type = zipfile.ZIP_DEFLATED
    return form


def notepad_text(text: str) -> bytes:
    """Give a text as Windows Notepad, also an old one, shows it: with a BOM and CRLF line ends."""
    return ("\ufeff" + text.replace("\n", "\r\n")).encode()


def licence_section(title: str, text: str) -> str:
    """Give one part of a text of licences: a line across, the title, and the licence's words."""
    lines = "\n".join(line.rstrip() for line in text.splitlines())
    return f"{'=' * 72}\n{title}\n\n{lines}\n"


def settled(office_file: bytes) -> bytes:
    """Take the clock out of a DOCX, PPTX or XLSX: same parts, same order, no time."""
    with zipfile.ZipFile(io.BytesIO(office_file)) as packed:
        files = [(entry.filename, packed.read(entry)) for entry in packed.infolist()]
    return archive(files, day=_FIRST)


def fact(text: str) -> str:
    """Give a text as an Office file's property takes it: 255 characters at most."""
    return text if len(text) <= _FACT else f"{text[: _FACT - 1]}…"
