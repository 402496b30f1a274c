"""How high the text of a Word document is on its page, reckoned as a word processor sets it.

There is none where tests run. A line of Chinese is as high as its font says: 1.32 of the size in
微软雅黑, 1.45 in 思源黑体, which stands in for it elsewhere; the higher is taken.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from docx.document import Document
from docx.shared import Length, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

_FONT = 1.45


def share_of_page(document: Document) -> float:
    """Give how much of a page everything before the first page break takes; 1 is a full page."""
    return next(shares_of_pages(document))


def shares_of_pages(document: Document) -> Iterator[float]:
    """Give the share of a page that each part between page breaks takes."""
    section = document.sections[0]
    width = section.page_width - section.left_margin - section.right_margin
    room = section.page_height - section.top_margin - section.bottom_margin
    height = 0.0
    for part in document.iter_inner_content():
        if isinstance(part, Paragraph):
            if 'w:type="page"' in part._p.xml:
                yield height / room
                height = 0.0
            else:
                height += _paragraph(part, width)
        else:
            height += _table(part)
    yield height / room


def _paragraph(paragraph: Paragraph, width: float) -> float:
    size = max((run.font.size or _size(paragraph) for run in paragraph.runs), default=Pt(11))
    spacing = _format(paragraph, "line_spacing", 1.0)
    line = spacing if isinstance(spacing, Length) else size * _FONT * spacing
    inner = width - (paragraph.paragraph_format.left_indent or 0)
    lines = [max(1, math.ceil(_wide(text) * size / inner)) for text in paragraph.text.split("\n")]
    around = _format(paragraph, "space_before", 0) + _format(paragraph, "space_after", 0)
    return sum(lines) * line + around


def _table(table: Table) -> float:
    total = 0.0
    for row in table.rows:
        cells = {id(cell._tc): cell for cell in row.cells}.values()
        inner = [
            sum(_paragraph(each, cell.width - Pt(11.4)) for each in cell.paragraphs)
            for cell in cells
        ]
        total += max(max(inner) + Pt(8.5), row.height or 0)
    return total


def _format(paragraph: Paragraph, name: str, otherwise: float) -> float:
    """Give a paragraph's spacing: its own, or that of the style, or of what that is based on."""
    for holder in (paragraph, *_styles(paragraph)):
        value = getattr(holder.paragraph_format, name)
        if value is not None:
            return value
    return otherwise


def _size(paragraph: Paragraph) -> float:
    return next(style.font.size for style in _styles(paragraph) if style.font.size)


def _styles(paragraph: Paragraph) -> Iterable:
    style = paragraph.style
    while style is not None:
        yield style
        style = style.base_style


def _wide(text: str) -> float:
    """Give how many times the size of its type a text is wide."""
    return sum(0.55 if each.isascii() else 1 for each in text)
