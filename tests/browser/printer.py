"""What comes out of the printer, read from the PDF that Chromium prints."""

from __future__ import annotations

import io
import re
import unicodedata

from playwright.sync_api import Page
from pypdf import PdfReader

from tests.sheets import sheets_of

# Chromium names some glyphs of the font by the radical that looks the same, which NFKC leaves.
RADICALS = str.maketrans(
    "⺠⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳戶黃⻁⻄⻊",
    "民见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟户黄虎西足",
)


HAVE_EVERY_PICTURE = """() => Promise.all([...document.images].map(each => {
  each.loading = "eager";
  return each.complete || new Promise(done => { each.onload = each.onerror = done; });
}))"""


def printed(page: Page) -> PdfReader:
    """Print a page; a browser waits for pictures when its reader prints, the protocol does not."""
    page.evaluate(HAVE_EVERY_PICTURE)
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def bare(text: str) -> str:
    """A text without what typesetting adds; fonts may give a radical for the same character."""
    plain = unicodedata.normalize("NFKC", text).translate(RADICALS)
    return re.sub(r"\s+|\*\*", "", plain)


def sheets(pdf: PdfReader) -> list[str]:
    """What is read on each page."""
    pdf.stream.seek(0)
    return [bare(sheet) for sheet in sheets_of(pdf.stream.read())]


def words(pdf: PdfReader) -> str:
    return "".join(sheets(pdf))


def drawn(pdf: PdfReader) -> list[bytes]:
    """What is drawn on each page: every glyph, line and colour."""
    return [page.get_contents().get_data() for page in pdf.pages]
