"""Everything that is offered for download: packs of courses, sheets and bundles of sectors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from generator.documents.file_name import safe_name
from generator.documents.maker import Maker
from generator.model.address import FILES
from generator.model.artifact import Artifact, Download, Downloads
from generator.model.course import Course
from generator.model.library import Library
from generator.model.sector import Sector
from generator.packs.lesson import Lesson
from generator.packs.pack import Contents, MadePack, make_pack
from generator.packs.sheet import NOTICES, NoticeKind


def make_downloads(
    library: Library, maker: Maker, *, on_step: Callable[[str], None] = lambda name: None
) -> Downloads:
    """Make everything that the live `library` offers for download.

    `on_step` is told each course or sector when it is done.
    Raises `DocumentError` where a document fails, `BrokenTemplateError` where its template does.
    """
    names = _names(library.courses.values())
    packs: dict[str, MadePack] = {}
    for course in library.courses.values():
        packs[course.id] = make_pack(Lesson(course, library), names[course.id], maker)
        on_step(course.title)
    notices: dict[str, dict[str, Download]] = {kind.id: {} for kind in NOTICES}
    bundles = {}
    files = [artifact for made in packs.values() for artifact in made.artifacts]
    for sector in library.sectors.values():
        posted = []
        for kind in NOTICES:
            download, file = _notice(kind, sector, library, maker)
            notices[kind.id][sector.id] = download
            posted.append((download.name, file.content))
            files.append(file)
        inside = [packs[course.id].contents for course in library.courses_of(sector)]
        if inside:
            contents = (*posted, *(entry for contents in inside for entry in contents))
            bundles[sector.id], file = _bundle(sector, contents, maker)
            files.append(file)
        on_step(sector.title)
    return Downloads(
        packs={id_: made.pack for id_, made in packs.items()},
        sheets=notices["sheet"],
        pockets=notices["pocket"],
        bundles=bundles,
        artifacts=tuple(files),
    )


def _notice(
    kind: NoticeKind, sector: Sector, library: Library, maker: Maker
) -> tuple[Download, Artifact]:
    content = maker.document(kind.arrange(sector, library), "pdf")
    file = Artifact(f"{FILES}/sectors/{sector.id}-{kind.id}.pdf", content)
    download = Download(
        id=kind.id,
        label=kind.label,
        format="PDF",
        address=file.address,
        name=f"{safe_name(sector.title)}-{kind.label}.pdf",
        size=len(content),
    )
    return download, file


def _bundle(sector: Sector, contents: Contents, maker: Maker) -> tuple[Download, Artifact]:
    """Make the ZIP with everything of a sector."""
    packed = maker.archive(contents, day=sector.reviewed_on)
    file = Artifact(f"{FILES}/sectors/{sector.id}-everything.zip", packed)
    download = Download(
        id="bundle",
        label=f"{sector.title}全部资料",
        format="ZIP",
        address=file.address,
        name=f"{safe_name(sector.title)}-全部资料.zip",
        size=len(packed),
    )
    return download, file


def _names(courses: Iterable[Course]) -> dict[str, str]:
    """Give what each course's files are called; where two would be called alike, with the id."""
    names = {course.id: safe_name(course.title) for course in courses}
    alike = Counter(name.casefold() for name in names.values())
    return {
        id_: f"{name}-{id_}" if alike[name.casefold()] > 1 else name for id_, name in names.items()
    }
