"""Everything that is offered for download: packs of courses, sheets and bundles of sectors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from generator.documents.file_name import safe_name
from generator.documents.maker import Maker
from generator.later import SITE, Made, made
from generator.model.address import FILES
from generator.model.artifact import Artifact, Download, Downloads, Pack
from generator.model.course import Course
from generator.model.library import Library
from generator.model.sector import Sector
from generator.packs.lesson import Lesson
from generator.packs.pack import INSIDE, Contents, make_pack
from generator.packs.sheet import NOTICES, NoticeKind
from generator.reads import Sources, Watched


def make_downloads(
    library: Library,
    maker: Maker,
    sources: Sources,
    *,
    on_step: Callable[[str], None] = lambda name: None,
) -> Downloads:
    """Make everything that the live `library` offers for download.

    `sources` are what they are made from, the library and the `drawings`, and what is known of
    them; `on_step` is told each course or sector when it is done.
    Raises `DocumentError` where a document fails, `BrokenTemplateError` where its template does.
    """
    names = _names(library.courses.values())
    packs: dict[str, Made[Pack]] = {}
    for course in library.courses.values():
        packs[course.id] = _pack(course, names[course.id], maker, sources)
        on_step(course.title)
    notices: dict[str, dict[str, Download]] = {kind.id: {} for kind in NOTICES}
    bundles: dict[str, Download] = {}
    files = [artifact for made in packs.values() for artifact in made.files[SITE]]
    for sector in library.sectors.values():
        inside = [packs[course.id].files[INSIDE] for course in library.courses_of(sector)]
        whole = _of_sector(sector, inside, maker, sources)
        for download in whole.said:
            (notices.get(download.id, bundles))[sector.id] = download
        files += whole.files[SITE]
        on_step(sector.title)
    return Downloads(
        packs={id_: made.said for id_, made in packs.items()},
        sheets=notices["sheet"],
        pockets=notices["pocket"],
        bundles=bundles,
        artifacts=tuple(files),
    )


def _pack(course: Course, name: str, maker: Maker, sources: Sources) -> Made[Pack]:
    def make(watched: Watched) -> Made[Pack]:
        lesson = Lesson(course, watched.library)
        return make_pack(lesson, name, maker.showing(watched["drawings"]))

    return made(sources, "pack", (course, name, maker.recipe), make)


def _of_sector(
    sector: Sector, packs: list[Contents], maker: Maker, sources: Sources
) -> Made[list[Download]]:
    """Make the notices of a sector, and the ZIP of them and its packs where it has any."""

    def make(watched: Watched) -> Made[list[Download]]:
        own = maker.showing(watched["drawings"])
        made_here = [_notice(kind, sector, watched.library, own) for kind in NOTICES]
        if packs:
            posted = (Artifact(download.name, file.content) for download, file in made_here)
            contents = (*posted, *(entry for contents in packs for entry in contents))
            made_here.append(_bundle(sector, contents, maker))
        return Made(
            [download for download, _ in made_here], {SITE: tuple(file for _, file in made_here)}
        )

    inside = [(each.address, each.digest) for contents in packs for each in contents]
    return made(sources, "sector files", (sector, inside, maker.recipe), make)


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
