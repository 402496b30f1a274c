"""A scanner of a built site: what of it is broken, or alive where only text should be.

Elements, attributes and formulas are held against those of the same site without hostile texts.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

from icalendar import Calendar

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
VOID = {
    *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"),
    *("track", "wbr", "path", "circle", "rect"),
}
MARKDOWN = {
    *((tag, "") for tag in ("strong", "em", "code", "pre", "ul", "ol", "li", "p", "br", "a")),
    ("a", "href"),
    ("a", "title"),
}
SCHEMES = {"", "http", "https", "tel", "webcal"}
WINDOWS = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
FORMULA = re.compile(r"<f[ >].*?</f>|<f>.*?</f>")


@dataclass(eq=False)
class Page(HTMLParser):
    """What a parser finds in one page."""

    text: str
    parts: set[tuple[str, str]] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)
    data: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[str] = []
        self._in_data = False
        self.feed(self.text)
        self.close()
        if self._open:
            self.faults.append(f"not closed: {self._open}")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._see(tag, attrs)
        if tag not in VOID:
            self._open.append(tag)
        self._in_data = ("type", "application/ld+json") in attrs
        if self._in_data:
            self.data.append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._see(tag, attrs)

    def _see(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"twice the same attribute: {tag} {attrs}")
        self.parts |= {(tag, ""), *((tag, name) for name in names)}
        for name, value in attrs:
            if name in ("href", "src", "action", "poster") and _scheme(value or "") not in SCHEMES:
                self.faults.append(f"link: {value}")

    def handle_endtag(self, tag: str) -> None:
        self._in_data = False
        if tag in VOID:
            return
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"closes what is not open: {tag}")

    def handle_data(self, data: str) -> None:
        if self._in_data:
            self.data[-1] += data


def _scheme(address: str) -> str:
    # as browsers do: leading blanks and all tabs and line ends are left out
    bare = re.sub(r"[\t\r\n]", "", address).lstrip("".join(map(chr, range(0x21))))
    return urlsplit(bare).scheme.lower()


@dataclass(frozen=True)
class Known:
    """What a harmless site of the same templates holds: pages, pages in archives, tables."""

    parts: frozenset[tuple[str, str]]
    packed: frozenset[tuple[str, str]]
    formulas: frozenset[str]

    @classmethod
    def of(cls, site: Path) -> Known:
        """Look at a harmless site."""
        pages = [path.read_bytes() for path in site.rglob("*.html")]
        packed = [part for name, part in _parts_of(site, "*.zip") if name.endswith(".html")]
        formulas = {
            formula
            for _, content in _parts_of(site, "*.xlsx")
            for formula in FORMULA.findall(content.decode("utf-8", "replace"))
        }
        return cls(_elements(pages), _elements(packed), frozenset(formulas))


def _elements(pages: list[bytes]) -> frozenset[tuple[str, str]]:
    return frozenset().union(*(Page(page.decode("utf-8")).parts for page in pages))


def scan(site: Path, known: Known) -> list[str]:
    """Give all that is wrong with a site: the file and what it is."""
    found = []
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        look = _LOOKS.get(path.suffix)
        if look:
            name = path.relative_to(site).as_posix()
            found += [f"{name}: {fault}" for fault in look(path.read_bytes(), known)]
    return found


def _text(raw: bytes) -> Iterator[str]:
    if match := CONTROL.search(raw.decode("utf-8")):
        yield f"control character U+{ord(match.group()):04X}"


def _html(raw: bytes, known: Known) -> Iterator[str]:
    yield from _text(raw)
    page = Page(raw.decode("utf-8"))
    yield from page.faults
    yield from (f"{tag} {name}" for tag, name in sorted(page.parts - known.parts - MARKDOWN))
    yield from (fault for data in page.data for fault in _json(data.encode(), known))


def _xml(raw: bytes, known: Known) -> Iterator[str]:
    yield from _text(raw)
    try:
        ElementTree.fromstring(raw)
    except ElementTree.ParseError as error:
        yield f"not XML: {error}"


def _json(raw: bytes, known: Known) -> Iterator[str]:
    try:
        json.loads(raw)
    except ValueError as error:
        yield f"not JSON: {error}"


def _calendar(raw: bytes, known: Known) -> Iterator[str]:
    yield from _text(raw)
    bare = raw.replace(b"\r\n", b"")
    if b"\r" in bare or b"\n" in bare:
        yield "a line that does not end in CR LF"
    for line in raw.split(b"\r\n"):
        if len(line) > 75:
            yield f"a line of {len(line)} bytes"
    events = [part for part in Calendar.from_ical(raw.decode()).walk() if part.name == "VEVENT"]
    if any("UID" not in event or "SUMMARY" not in event for event in events):
        yield "an event without UID or SUMMARY"


def _plain(raw: bytes, known: Known) -> Iterator[str]:
    yield from _text(raw)


def _pdf(raw: bytes, known: Known) -> Iterator[str]:
    if not raw.startswith(b"%PDF-") or not raw.rstrip().endswith(b"%%EOF"):
        yield "not a whole PDF"


def _picture(raw: bytes, known: Known) -> Iterator[str]:
    if not raw.startswith(b"\x89PNG\r\n\x1a\n") or b"IEND" not in raw[-12:]:
        yield "not a whole PNG"


def _archive(raw: bytes, known: Known) -> Iterator[str]:
    known = replace(known, parts=known.packed)
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        if packed.testzip():
            yield f"damaged: {packed.testzip()}"
        for name in packed.namelist():
            yield from _name(name)
            look = _LOOKS.get(Path(name).suffix)
            if look:
                yield from (f"{name}: {fault}" for fault in look(packed.read(name), known))


def _name(name: str) -> Iterator[str]:
    if name.startswith("/") or "\\" in name or ":" in name or CONTROL.search(name):
        yield f"member {name!r}"
    for part in name.split("/"):
        if part in ("", ".", "..") or part[-1] in ". " or WINDOWS.fullmatch(part):
            yield f"member {name!r}"
        if len(part.encode()) > 255:
            yield f"member with a name of {len(part.encode())} bytes"


def _office(raw: bytes, known: Known) -> Iterator[str]:
    for name, content in _parts(raw):
        if name.endswith((".xml", ".rels")):
            yield from (f"{name}: {fault}" for fault in _xml(content, known))
        if name.endswith(".rels"):
            for link in ElementTree.fromstring(content):
                target = link.get("Target", "")
                if link.get("TargetMode") == "External" and _scheme(target) not in SCHEMES - {""}:
                    yield f"{name}: link {target}"
        text = content.decode("utf-8", "replace")
        yield from (f"formula {each}" for each in {*FORMULA.findall(text)} - known.formulas)


def _parts(raw: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        for name in packed.namelist():
            yield name, packed.read(name)


def _parts_of(site: Path, pattern: str) -> Iterator[tuple[str, bytes]]:
    for path in site.rglob(pattern):
        yield from _parts(path.read_bytes())


_LOOKS: dict[str, Callable[[bytes, Known], Iterator[str]]] = {
    ".html": _html,
    ".xml": _xml,
    ".json": _json,
    ".ics": _calendar,
    ".txt": _plain,
    ".csv": _plain,
    ".pdf": _pdf,
    ".png": _picture,
    ".zip": _archive,
    ".docx": _office,
    ".pptx": _office,
    ".xlsx": _office,
}
