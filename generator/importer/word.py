"""Word documents as plain text: paragraphs with the numbers that Word itself puts before them.

Tables are read row by row, the cells of a row apart by a tab. A cell that is merged over several
rows says the same in each of them, one that is merged over several columns says it once; a row of
one cell is no row but paragraphs in a frame.

Read as people see them with all changes accepted: what was inserted is there, what was deleted or
hidden is not. Text boxes follow the paragraph that they hang on, footnotes stand at the end.
Headers, footers, comments and the table of contents are left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.importer.errors import SourceError, refusing
from generator.importer.extract import Extract, in_bounds
from generator.importer.word_numbers import Numbers
from generator.importer.word_parts import Element, W, attribute, is_on, parts_of_word, value, whole

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_WRAPPERS = {W + name for name in ("ins", "moveTo", "customXml", "sdt", "sdtContent", "smartTag")}
_GONE = {W + name for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "rt", "instrText")}
_TAKEN_OUT = ("del", "moveFrom")
_SIGNS = {
    **dict.fromkeys((W + "tab", W + "ptab"), "\t"),
    **dict.fromkeys((W + "br", W + "cr"), "\n"),
    W + "noBreakHyphen": "-",
}
_NOTES = {W + "footnoteReference": "footnotes", W + "endnoteReference": "endnotes"}
_PRIVATE = range(0xF000, 0xF100)
_SYMBOLS = {
    **{0x81 + place: chr(ord("①") + place) for place in range(10)},
    **{0x8C + place: chr(ord("①") + place) for place in range(10)},
    **{0xFE: "☑", 0x52: "☑", 0xA8: "□", 0x6F: "□", 0xA3: "□", 0x6C: "●", 0x6E: "■", 0xFC: "✓"},
}
"""What the usual picture fonts show for a code; of the others nobody knows."""


def text_of_word(content: bytes) -> Extract:
    """Give the text of a DOCX, a line a paragraph; raises `SourceError`."""
    with refusing("文件坏了，或者不是 Word 文档：用 WPS 或 Word 打开，另存为 .docx 再试"):
        reader = _Reader(parts_of_word(content))
        text = in_bounds(reader.lines())
    remarks = (f"有 {reader.notes} 处脚注，放在全文最后",) if reader.notes else ()
    return Extract(text, remarks)


class _Reader:
    """Goes through a document once, in its order."""

    def __init__(self, parts: dict[str, Element]) -> None:
        self.notes = 0
        self._parts = parts
        self._numbers = Numbers(parts.get("numbering"), parts.get("styles"))
        self._contents = _styles_of_contents(parts.get("styles"))
        self._carried = ""
        self._referred: list[tuple[str, str]] = []

    def lines(self) -> Iterator[str]:
        yield from self._blocks(self._parts["document"].find(W + "body"))
        yield self._carried
        notes = {
            (part, attribute(each, "id")): each
            for part in _NOTES.values()
            for each in self._parts.get(part, ())
        }
        for part, name in self._referred:
            note = notes.pop((part, name), None)
            if note is not None:
                self.notes += 1
                words = " ".join(" ".join(self._blocks(note)).split())
                yield f"{'脚注' if part == 'footnotes' else '尾注'}：{words}"

    def _blocks(self, parent: Element) -> Iterator[str]:
        for each in parent:
            if each.tag == W + "p":
                yield from self._paragraph(each)
            elif each.tag == W + "tbl":
                yield from self._rows(each)
            elif each.tag == W + "altChunk":
                raise SourceError("文档里嵌着另一份文档：用 Word 打开，另存为 .docx 再试")
            elif each.tag == _MC + "AlternateContent":
                yield from self._blocks(_chosen(each))
            elif each.tag in _WRAPPERS and not _is_contents(each):
                yield from self._blocks(each)

    def _paragraph(self, paragraph: Element) -> Iterator[str]:
        if value(paragraph, "pPr", "pStyle") in self._contents:
            return
        boxes: list[Element] = []
        text = self._carried + "".join(self._words(paragraph, boxes))
        self._carried = ""
        mark = paragraph.find(f"{W}pPr/{W}rPr")
        if mark is not None and any(
            mark.find(W + each) is not None for each in ("del", "moveFrom")
        ):
            self._carried = text  # with its mark, the end of the paragraph is gone
        else:
            number = self._numbers.before(paragraph)
            yield (number if text.strip() else "") + text
        for box in boxes:
            yield from self._blocks(box)

    def _words(self, parent: Element, boxes: list[Element]) -> Iterator[str]:
        for each in parent:
            if each.tag in {W + "t", _MATH_TEXT}:
                yield each.text or ""
            elif each.tag in _SIGNS:
                yield _SIGNS[each.tag]
            elif each.tag == W + "sym":
                yield _symbol(each)
            elif each.tag in _NOTES:
                self._referred.append((_NOTES[each.tag], attribute(each, "id")))
            elif each.tag == W + "txbxContent":
                boxes.append(each)
            elif each.tag == _MC + "AlternateContent":
                yield from self._words(_chosen(each), boxes)
            elif each.tag not in _GONE and not is_on(each, "rPr", "vanish"):
                yield from self._words(each, boxes)

    def _rows(self, table: Element) -> Iterator[str]:
        above: dict[int, str] = {}
        for row in _within(table, "tr"):
            if row.find(f"{W}trPr/{W}del") is not None:
                continue
            cells = [each for each in _within(row, "tc") if not _goes_on(each, "hMerge")]
            if len(cells) == 1 and cells[0].find(f"{W}tcPr/{W}vMerge") is None:
                yield from self._blocks(cells[0])
            else:
                yield "\t".join(self._cells(row, cells, above))

    def _cells(self, row: Element, cells: list[Element], above: dict[int, str]) -> Iterator[str]:
        column = whole(value(row, "trPr", "gridBefore"), 0)
        for cell in cells:
            words = " ".join(" ".join(self._blocks(cell)).split())
            if _goes_on(cell, "vMerge"):
                words = above.get(column, "")
            above[column] = words
            column += whole(value(cell, "tcPr", "gridSpan"), 1)
            yield words


def _within(parent: Element, name: str) -> Iterator[Element]:
    """Give the rows of a table or the cells of a row, through what only wraps them."""
    for each in parent:
        if each.tag == W + name:
            yield each
        elif each.tag in _WRAPPERS:
            yield from _within(each, name)


def _goes_on(cell: Element, merge: str) -> bool:
    """Tell whether a cell is a later part of one that is merged."""
    found = cell.find(f"{W}tcPr/{W}{merge}")
    return found is not None and found.get(W + "val", "continue") == "continue"


def _chosen(alternatives: Element) -> Element:
    """Of several ways to draw the same thing, give one."""
    for each in alternatives:
        if len(each):
            return each
    return alternatives


def _symbol(element: Element) -> str:
    try:
        code = int(element.get(W + "char", ""), 16)
        return _SYMBOLS.get(code - _PRIVATE.start, "□") if code in _PRIVATE else chr(code)
    except (ValueError, OverflowError):
        return "□"


def _is_contents(element: Element) -> bool:
    gallery = value(element, "sdtPr", "docPartObj", "docPartGallery")
    return gallery == "Table of Contents"


def _styles_of_contents(styles: Element | None) -> set[str]:
    found = styles.findall(W + "style") if styles is not None else ()
    return {
        attribute(each, "styleId")
        for each in found
        if value(each, "name").lower().startswith("toc ")
    }
