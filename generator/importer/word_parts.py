"""The parts of a Word document: pieces of XML, packed in a ZIP, that name each other."""

from __future__ import annotations

import io
import posixpath
import zipfile
from typing import TypeAlias

from lxml import etree  # type: ignore[import-untyped]

from generator.importer.errors import SourceError

Element: TypeAlias = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_MOST_UNPACKED = 60_000_000
_SIDE_PARTS = ("numbering", "styles", "footnotes", "endnotes")


def parts_of_word(content: bytes) -> dict[str, Element]:
    """Give `document`, and those of `numbering`, `styles`, `footnotes`, `endnotes` that there are.

    Raises `SourceError` where it would be too large, and what the libraries raise on damage.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        names = {each.filename: each.file_size for each in packed.infolist()}
        if sum(size for name, size in names.items() if name.endswith(".xml")) > _MOST_UNPACKED:
            raise SourceError("文件展开后太大，不像是一份工作要点")
        main = _related(packed, "").get("officeDocument", "word/document.xml")
        found = {"document": _root(packed, main)}
        related = _related(packed, main)
        for name in _SIDE_PARTS:
            if related.get(name) in names:
                found[name] = _root(packed, related[name])
    return found


def attribute(element: Element, name: str) -> str:
    """Give an attribute of an element; "" where it has none."""
    return str(element.get(W + name, ""))


def value(parent: Element, *path: str, default: str = "") -> str:
    """Give the value of the element that these names lead to."""
    found = parent.find("/".join(W + name for name in path))
    return str(found.get(W + "val", default)) if found is not None else default


def whole(written: str, default: int) -> int:
    """Read a number as Word files have it; what is none, or larger than any use, is `default`."""
    digits = written.strip()
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 6 else default


def is_on(parent: Element, *path: str) -> bool:
    """Tell whether a switch is there, and not set to off."""
    found = parent.find("/".join(W + name for name in path))
    return found is not None and found.get(W + "val", "on") not in {"off", "0", "false"}


def _root(packed: zipfile.ZipFile, name: str) -> Element:
    content = packed.read(name).replace(_STRICT, W[1:-1].encode())
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    return etree.fromstring(content, parser)


def _related(packed: zipfile.ZipFile, part: str) -> dict[str, str]:
    """Give the names of the parts that a part refers to, by the last word of what they are."""
    folder, _, file = part.rpartition("/")
    name = posixpath.join(folder, "_rels", f"{file}.rels")
    if name not in packed.namelist():
        return {}
    found = {}
    for each in _root(packed, name):
        kind = each.get("Type", "").rpartition("/")[2]
        target = each.get("Target", "")
        found[kind] = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return found
