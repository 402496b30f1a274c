"""Word documents for tests: with numbers that were typed, and with those that Word counts."""

from __future__ import annotations

import io
import re
import zipfile
from itertools import groupby

from docx import Document
from docx.document import Document as Whole
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

_LEVELS = (("chineseCounting", "%1、"), ("decimal", "%2."))
_MORE_SPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_CHAPTER = re.compile(r"[一二三四五六七八九十]、")
_ITEM = re.compile(r"\d+\.")


def typed(text: str) -> bytes:
    """Give a document with a paragraph for each line, as it stands; lines of cells as a table."""
    document = Document()
    for is_table, group in groupby(text.strip().split("\n"), lambda line: "\t" in line):
        lines = [*group]
        if is_table:
            _fill(document, [line.split("\t") for line in lines])
            continue
        for line in lines:
            document.add_paragraph(line)
    return _saved(document)


def _fill(document: Whole, cells: list[list[str]]) -> None:
    """Add a table, each cell that says what the one above it says merged with that one."""
    table = document.add_table(len(cells), len(cells[0]))
    for row, words in enumerate(cells):
        for column, word in enumerate(words):
            above = cells[row - 1][column] if row else ""
            if word == above:
                table.cell(row - 1, column).merge(table.cell(row, column))
            else:
                table.cell(row, column).text = word


def counted(text: str) -> bytes:
    """Give a document whose chapters and items have no numbers but those that Word counts."""
    document = Document()
    _define(document)
    for line in text.strip().split("\n"):
        for level, written in enumerate((_CHAPTER, _ITEM)):
            if written.match(line):
                _number(document.add_paragraph(written.sub("", line, count=1)), level)
                break
        else:
            document.add_paragraph(line)
    return _saved(document)


def written(body: str, **parts: str) -> bytes:
    """Give a document with this XML in its body, and more parts: styles, numbering, footnotes."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("_rels/.rels", _relations(officeDocument="word/document.xml"))
        packed.writestr("word/document.xml", _part("document", f"<w:body>{body}</w:body>"))
        packed.writestr(
            "word/_rels/document.xml.rels", _relations(**{name: f"{name}.xml" for name in parts})
        )
        for name, content in parts.items():
            packed.writestr(f"word/{name}.xml", _part(name, content))
    return whole.getvalue()


def paragraph(text: str, properties: str = "") -> str:
    """Give a paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def _relations(**targets: str) -> str:
    rows = "".join(
        f'<Relationship Id="r{name}" Type="http://x/relationships/{name}" Target="{target}"/>'
        for name, target in targets.items()
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{rows}</Relationships>'


def _part(name: str, content: str) -> str:
    return f"<w:{name} {nsdecls('w', 'm', 'wp', 'a')} {_MORE_SPACES}>{content}</w:{name}>"


def bomb() -> bytes:
    """Give a ZIP of some kilobytes that unpacks to far too much."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as packed:
        for number in range(3):
            packed.writestr(f"word/{number}.xml", b"\0" * 100_000_000)
    return whole.getvalue()


def open_document() -> bytes:
    """Give what a program other than Word calls its own."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    return whole.getvalue()


def _define(document: Whole) -> None:
    root = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for place, (form, text) in enumerate(_LEVELS)
    )
    abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>'
    root.insert(0, parse_xml(abstract))
    number = f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'
    root.append(parse_xml(number))


def _number(paragraph: Paragraph, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr()
    found = properties.get_or_add_numPr()
    found.get_or_add_ilvl().set(qn("w:val"), str(level))
    found.get_or_add_numId().set(qn("w:val"), "77")


def _saved(document: Whole) -> bytes:
    whole = io.BytesIO()
    document.save(whole)
    return whole.getvalue()
