"""Word documents as plain text: paragraphs with the numbers that Word itself puts before them.

Tables are read row by row, the cells of a row apart by a tab.
"""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterator

from docx import Document
from docx.document import Document as Whole
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from generator.importer.errors import SourceError
from generator.importer.packed import refuse_odd
from generator.model.wording import chinese_number

_CHINESE = {"chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital"}
_CIRCLED = {"decimalEnclosedCircle", "decimalEnclosedCircleChinese"}


def text_of_word(content: bytes) -> str:
    """Give the text of a DOCX, a line a paragraph; raises `SourceError`."""
    try:
        refuse_odd(content, old=".doc", new=".docx", like="一份工作要点")
        document = Document(io.BytesIO(content))
    except (zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError, SyntaxError) as error:
        raise SourceError("文件坏了，或者不是 Word 文档") from error
    return "\n".join(_lines(document))


def _lines(document: Whole) -> Iterator[str]:
    numbers = _Numbers(document)
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            yield numbers.before(block) + block.text
        elif isinstance(block, Table):
            yield from _rows(block)


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        cells = [" ".join(cell.text.split()) for cell in row.cells]
        merged = zip(cells, ["", *cells], strict=False)
        yield "\t".join(each for each, before in merged if each != before)


class _Numbers:
    """The numbers of paragraphs: Word counts them, and keeps only how."""

    def __init__(self, document: Whole) -> None:
        self._counts: dict[str, Counter[int]] = {}
        self._levels: dict[tuple[str, int], tuple[str, str, int]] = {}
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return
        forms = root.findall(qn("w:abstractNum"))
        abstract = {each.get(qn("w:abstractNumId")): each for each in forms}
        for number in root.findall(qn("w:num")):
            pointer = number.find(qn("w:abstractNumId"))
            of = abstract.get(pointer.get(qn("w:val"))) if pointer is not None else None
            for level in of.findall(qn("w:lvl")) if of is not None else ():
                key = (number.get(qn("w:numId")), int(level.get(qn("w:ilvl"))))
                self._levels[key] = (
                    _value(level, "w:numFmt", "decimal"),
                    _value(level, "w:lvlText", ""),
                    int(_value(level, "w:start", "1")),
                )

    def before(self, paragraph: Paragraph) -> str:
        """Give the number that Word shows before a paragraph; "" where it shows none."""
        found = paragraph._p.find(f".//{qn('w:numPr')}")
        if found is None and paragraph.style is not None:
            found = paragraph.style.element.find(f".//{qn('w:numPr')}")
        if found is None:
            return ""
        number, level = _value(found, "w:numId", "0"), int(_value(found, "w:ilvl", "0"))
        if (number, level) not in self._levels or not paragraph.text.strip():
            return ""
        counts = self._counts.setdefault(number, Counter())
        counts[level] += 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        _, text, _ = self._levels[number, level]
        for place in range(level + 1):
            form, _, start = self._levels.get((number, place), ("decimal", "", 1))
            value = max(counts[place], 1) + start - 1
            text = text.replace(f"%{place + 1}", _written(form, value))
        return text


def _value(element: object, name: str, default: str) -> str:
    part = element.find(qn(name))  # type: ignore[attr-defined]
    return str(part.get(qn("w:val"), default)) if part is not None else default


def _written(form: str, value: int) -> str:
    if form in _CHINESE:
        return chinese_number(value)
    if form in _CIRCLED and value <= 20:
        return chr(ord("①") + value - 1)
    return "" if form in {"bullet", "none"} else str(value)
