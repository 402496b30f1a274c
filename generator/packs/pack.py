"""The pack of a course (培训包): its documents, its previews, and the ZIP of everything."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image

from generator.documents.maker import Maker
from generator.later import SITE, Made
from generator.model.address import FILES
from generator.model.artifact import Artifact, Download, Pack, Preview
from generator.packs.course_documents import COURSE_DOCUMENTS, PREVIEWS, numbered
from generator.packs.lesson import Lesson
from generator.packs.readme import readme

Contents = tuple[Artifact, ...]
"""What a ZIP holds; the address of each file is its path in it."""
INSIDE = "inside"
"""What files of a pack are for that stand in its ZIP."""


def make_pack(lesson: Lesson, title: str, maker: Maker) -> Made[Pack]:
    """Make the pack of a lesson, whose files are called after `title`.

    Raises `DocumentError` where a document fails, `BrokenTemplateError` where its template does.
    """
    documents = list(_documents(lesson, title, maker))
    previews = _previews(lesson, maker)
    contents = _contents(title, lesson, documents)
    packed = maker.archive(contents, day=lesson.course.reviewed_on)
    whole = Artifact(f"{FILES}/{lesson.course.id}/{lesson.course.id}-pack.zip", packed)
    bundle = Download(
        id="pack",
        label="整套培训包",
        format="ZIP",
        address=whole.address,
        name=f"{title}-培训包.zip",
        size=len(packed),
    )
    pack = Pack(
        downloads=tuple(made.download for made in documents),
        bundle=bundle,
        previews=tuple(preview for preview, _ in previews),
    )
    files = (*(made.artifact for made in documents), *(picture for _, picture in previews), whole)
    return Made(pack, {SITE: files, INSIDE: contents})


@dataclass(frozen=True, kw_only=True)
class _Made:
    """A document in one format; `name` is what it is called in the ZIP."""

    name: str
    download: Download
    artifact: Artifact


def _documents(lesson: Lesson, title: str, maker: Maker) -> Iterator[_Made]:
    id_ = lesson.course.id
    for number, kind in numbered(COURSE_DOCUMENTS):
        for extension, arrange in kind.formats.items():
            content = maker.document(arrange(lesson), extension)
            address = f"{FILES}/{id_}/{id_}-{kind.id}.{extension}"
            name = f"{kind.file_name}.{extension}"
            download = Download(
                id=kind.id,
                label=kind.label,
                use=kind.use,
                format=extension.upper(),
                address=address,
                name=f"{title}-{name}",
                size=len(content),
            )
            yield _Made(
                name=f"{number}-{name}", download=download, artifact=Artifact(address, content)
            )


def _previews(lesson: Lesson, maker: Maker) -> list[tuple[Preview, Artifact]]:
    made = []
    for kind in PREVIEWS:
        content = maker.picture(kind.arrange(lesson), page=kind.page, ppi=kind.ppi)
        picture = Artifact(f"{FILES}/{lesson.course.id}/{kind.id}.png", content)
        width, height = Image.open(io.BytesIO(content)).size
        preview = Preview(label=kind.label, address=picture.address, width=width, height=height)
        made.append((preview, picture))
    return made


def _contents(title: str, lesson: Lesson, documents: list[_Made]) -> Contents:
    """Put 说明.txt before the documents and SHA256SUMS after them."""
    text = readme(lesson, [(made.name, made.download.use) for made in documents])
    files = [("说明.txt", text), *((made.name, made.artifact.content) for made in documents)]
    sums = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in files)
    files.append(("SHA256SUMS", sums.encode()))
    return tuple(Artifact(f"{title}/{name}", content) for name, content in files)
