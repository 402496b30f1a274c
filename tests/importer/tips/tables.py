"""Tables of tips for these tests, as people send them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from openpyxl import Workbook

HEADS = ("行业领域", "对谁说", "提示", "为什么", "依据")
LAW = "《安全生产法》第五十七条"
GOOD = ("燃气安全", "群众", "做饭时人不离开灶", "火灭了气还在漏", LAW)


def row(**changed: Any) -> tuple[Any, ...]:
    """Give a good row with some of its cells changed: sector, audience, text, why, sources."""
    names = ("sector", "audience", "text", "why", "sources")
    cells = dict(zip(names, GOOD, strict=True)) | changed
    return tuple(cells[name] for name in names)


def xlsx(
    rows: Iterable[Sequence[Any]],
    *,
    merged: Sequence[str] = (),
    more: Mapping[str, Iterable[Sequence[Any]]] | None = None,
) -> bytes:
    """Give a workbook whose first sheet has these rows; `more` are other sheets by name."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "提示"
    for cells in rows:
        sheet.append([*cells])
    for name in merged:
        sheet.merge_cells(name)
    for title, others in (more or {}).items():
        other = book.create_sheet(title)
        for cells in others:
            other.append([*cells])
    whole = io.BytesIO()
    book.save(whole)
    return whole.getvalue()


def csv(rows: Iterable[Sequence[str]], sign: str = ",") -> str:
    """Give a CSV as Excel writes it, with the line ends of Windows."""
    return "".join(f"{sign.join(_quoted(cell, sign) for cell in cells)}\r\n" for cells in rows)


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """Give a workbook with another part in the place of one of its own."""
    whole = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for each in old.infolist():
            new.writestr(each.filename, part if each.filename == name else old.read(each))
    return whole.getvalue()


def _quoted(cell: str, sign: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if {sign, '"', "\n"} & {*cell} else cell
