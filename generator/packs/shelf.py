"""Stocking the shelf: every course's pack, every sector's sheet and bundle."""

from __future__ import annotations

import hashlib
import io
import re
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from unicodedata import category

from PIL import Image

from generator.model.address import FILES
from generator.model.artifact import Artifact, Download, Pack, Preview, Shelf
from generator.model.course import Course
from generator.model.library import Library
from generator.model.sector import Sector
from generator.packs.archive import archive
from generator.packs.documents import COURSE_DOCUMENTS, PREVIEWS, SECTOR_SHEET, DocumentKind
from generator.packs.manual import manual
from generator.packs.studio import Studio
from generator.packs.values import course_values, sector_values

_UNSAFE = str.maketrans(dict.fromkeys('\\/:*?"<>|', "、"))
_EDGES = " .\u3000\u00a0"
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_LONGEST = 180  # bytes; with what is added, file systems take 255
_OF_WINDOWS = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])", re.IGNORECASE)


def stock(
    library: Library, *, root: Path, on_step: Callable[[str], None] = lambda name: None
) -> Shelf:
    """Make everything that the live `library` offers for download.

    `root` is the project's folder; made documents are kept in `root/.pingan/documents`,
    if they can be; where not, `unkept` says why.
    `on_step` is told each course or sector when it is done.
    Raises `FontError` where no Chinese font can be had, `PackError` where a document fails,
    `BrokenTemplateError` where its template does.
    """
    stockroom = _Stockroom(library, root)
    packs, sheets, bundles = {}, {}, {}
    files: list[Artifact] = []
    inside: dict[str, list[tuple[str, bytes]]] = {}
    for course in library.courses.values():
        pack, artifacts, contents = stockroom.pack(course)
        packs[course.id] = pack
        files += artifacts
        inside[course.id] = contents
        on_step(course.title)
    for sector in library.sectors.values():
        sheet, artifact = stockroom.sheet(sector)
        sheets[sector.id] = sheet
        files.append(artifact)
        courses = library.courses_of(sector)
        if courses:
            contents = [(sheet.name, artifact.content)]
            contents += [entry for course in courses for entry in inside[course.id]]
            bundles[sector.id], artifact = stockroom.bundle(sector, contents)
            files.append(artifact)
        on_step(sector.title)
    cache = stockroom.studio.cache
    cache.tidy()
    return Shelf(
        packs=packs,
        sheets=sheets,
        bundles=bundles,
        artifacts=tuple(files),
        unkept=cache.unkept,
    )


class _Stockroom:
    """Packs courses and sectors with what one studio makes."""

    def __init__(self, library: Library, root: Path) -> None:
        self._library = library
        self._names = _names(library.courses.values())
        self.studio = Studio(library.site, root)

    def pack(self, course: Course) -> tuple[Pack, list[Artifact], list[tuple[str, bytes]]]:
        """Make a course's pack: what pages say of it, its files, and what the ZIP holds."""
        values = course_values(course, self._library)
        title = self._names[course.id]
        folder = f"{FILES}/{course.id}"
        artifacts, downloads, contents = [], [], []
        for kind in COURSE_DOCUMENTS:
            content = self.studio.make(kind, course.title, values, course.reviewed_on)
            address = f"{folder}/{course.id}-{kind.id}.{kind.extension}"
            name = f"{title}-{kind.name.partition('-')[2]}.{kind.extension}"
            artifacts.append(Artifact(address, content))
            downloads.append(_download(kind, address, name, content))
            contents.append((f"{title}/{kind.name}.{kind.extension}", content))
        previews = []
        for kind in PREVIEWS:
            content = self.studio.make(kind, course.title, values, course.reviewed_on)
            address = f"{folder}/{kind.id}.{kind.extension}"
            artifacts.append(Artifact(address, content))
            width, height = Image.open(io.BytesIO(content)).size
            previews.append(Preview(label=kind.label, address=address, width=width, height=height))
        contents = _with_manual(title, values, contents)
        packed = archive(contents, day=course.reviewed_on)
        address = f"{folder}/{course.id}-pack.zip"
        artifacts.append(Artifact(address, packed))
        whole = Download(
            id="pack",
            label="整套培训包",
            format="ZIP",
            address=address,
            name=f"{title}-培训包.zip",
            size=len(packed),
        )
        pack = Pack(downloads=tuple(downloads), bundle=whole, previews=tuple(previews))
        return pack, artifacts, contents

    def sheet(self, sector: Sector) -> tuple[Download, Artifact]:
        """Make a sector's printed sheet."""
        content = self.studio.make(
            SECTOR_SHEET, sector.title, sector_values(sector, self._library), sector.reviewed_on
        )
        address = f"{FILES}/sectors/{sector.id}-sheet.pdf"
        name = f"{safe_name(sector.title)}-安全提示单.pdf"
        return _download(SECTOR_SHEET, address, name, content), Artifact(address, content)

    def bundle(
        self, sector: Sector, contents: list[tuple[str, bytes]]
    ) -> tuple[Download, Artifact]:
        """Make the ZIP with everything of a sector."""
        packed = archive(contents, day=sector.reviewed_on)
        address = f"{FILES}/sectors/{sector.id}-everything.zip"
        whole = Download(
            id="bundle",
            label=f"{sector.title}全部资料",
            format="ZIP",
            address=address,
            name=f"{safe_name(sector.title)}-全部资料.zip",
            size=len(packed),
        )
        return whole, Artifact(address, packed)


def safe_name(title: str) -> str:
    """Give a title as a file name, or the beginning of one, that Windows takes too."""
    seen = (sign for sign in title.translate(_UNSAFE) if category(sign) not in _UNSEEN)
    short = "".join(seen).strip(_EDGES).encode()[:_LONGEST].decode(errors="ignore")
    name = short.rstrip(_EDGES) or "资料"
    return f"_{name}" if _OF_WINDOWS.fullmatch(name.partition(".")[0].rstrip()) else name


def _names(courses: Iterable[Course]) -> dict[str, str]:
    """Give what each course's files are called; where two would be called alike, with the id."""
    names = {course.id: safe_name(course.title) for course in courses}
    alike = Counter(name.casefold() for name in names.values())
    return {
        id_: f"{name}-{id_}" if alike[name.casefold()] > 1 else name for id_, name in names.items()
    }


def _download(kind: DocumentKind, address: str, name: str, content: bytes) -> Download:
    return Download(
        id=kind.id,
        label=kind.label,
        format=kind.extension.upper(),
        address=address,
        name=name,
        size=len(content),
    )


def _with_manual(
    title: str, values: dict[str, Any], contents: list[tuple[str, bytes]]
) -> list[tuple[str, bytes]]:
    """Put 说明.txt before the documents and SHA256SUMS after them."""
    text = manual(values, [name.partition("/")[2] for name, _ in contents])
    whole = [(f"{title}/说明.txt", text), *contents]
    sums = "".join(
        f"{hashlib.sha256(content).hexdigest()}  {name.partition('/')[2]}\n"
        for name, content in whole
    )
    return [*whole, (f"{title}/SHA256SUMS", sums.encode())]
