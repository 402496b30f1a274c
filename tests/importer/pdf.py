"""PDF files for tests: printed with the font of the project's documents, and put together."""

from __future__ import annotations

import io
import zlib
from functools import cache

import typst
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, StreamObject

from generator.documents.font import find_font


@cache
def printed(text: str, *, small: bool = True) -> bytes:
    """Give a document with a paragraph a line, on pages that have their numbers."""
    font = find_font()
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=font.folders
    )
    page = '#set page(width: 12cm, height: 6cm, numbering: "— 1 —")\n' if small else ""
    style = f'#set text(font: "{font.family}", size: 10pt, lang: "zh", region: "cn")\n'
    words = "\n\n".join(f"#text({_quoted(line)})" for line in text.split("\n") if line)
    made = typst.compile((page + style + words).encode(), font_paths=fonts)
    assert isinstance(made, bytes)
    return made


def _quoted(line: str) -> str:
    return f'"{line}"'


def scanned(pages: int = 1) -> bytes:
    """Give a document with a picture on each page."""
    whole = io.BytesIO()
    sheets = [Image.new("L", (60, 80), 200) for _ in range(pages)]
    sheets[0].save(whole, "PDF", save_all=True, append_images=sheets[1:])
    return whole.getvalue()


def joined(*contents: bytes) -> bytes:
    """Give the pages of documents, one after the other."""
    writer = PdfWriter()
    for each in contents:
        writer.append(io.BytesIO(each))
    return _written(writer)


def locked(content: bytes, password: str) -> bytes:
    """Give a document that asks for a password, or with "" for none to read it."""
    writer = PdfWriter(clone_from=io.BytesIO(content))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
    return _written(writer)


def of_pages(count: int) -> bytes:
    """Give a document of blank pages."""
    writer = PdfWriter()
    for _ in range(count):
        writer.add_blank_page(width=100, height=100)
    return _written(writer)


def without_characters(content: bytes) -> bytes:
    """Give a document whose fonts do not say which characters they draw."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    for page in writer.pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            font.get_object().pop("/ToUnicode", None)
    return _written(writer)


def _written(writer: PdfWriter) -> bytes:
    whole = io.BytesIO()
    writer.write(whole)
    return whole.getvalue()


def swollen() -> bytes:
    """Give a document of some kilobytes with a page of far too much."""
    writer = PdfWriter()
    stream = StreamObject()
    stream._data = zlib.compress(b" " * 100_000_000, 1)
    stream[NameObject("/Filter")] = NameObject("/FlateDecode")
    page = writer.add_blank_page(width=100, height=100)
    page[NameObject("/Contents")] = writer._add_object(stream)
    return _written(writer)
