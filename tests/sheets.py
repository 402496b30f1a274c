"""The words on the sheets of a PDF; the reader of Chromium, which is the fastest, gives them."""

from __future__ import annotations

from pathlib import Path

from pypdfium2 import PdfDocument


def sheets_of(pdf: Path | bytes) -> list[str]:
    """Give the text of each sheet."""
    with PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_bounded() for page in document]
