"""Everything that is offered for download: packs of courses, sheets and bundles of sectors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from generator.documents.file_name import safe_name
from generator.documents.maker import Maker
from generator.later import SITE, Cell, Made
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
    packs = {}
    for course, of_course in course_cells(library, maker):
        packs[course.id] = of_course.made(sources)
        on_step(course.title)
    posted: dict[str, dict[str, Download]] = {kind.id: {} for kind in NOTICES}
    bundles = {}
    files = [artifact for pack in packs.values() for artifact in pack.files[SITE]]
    for sector, cell in sector_cells(library, maker):
        notices = cell.made(sources)
        files += notices.files[SITE]
        for download in notices.said:
            posted[download.id][sector.id] = download
        inside = [packs[course.id].files[INSIDE] for course in library.courses_of(sector)]
        if inside:
            whole = _bundle_cell(sector, notices, inside, maker).made(sources)
            bundles[sector.id] = whole.said
            files += whole.files[SITE]
        on_step(cell.title)
    return Downloads(
        packs={id_: pack.said for id_, pack in packs.items()},
        sheets=posted["sheet"],
        pockets=posted["pocket"],
        bundles=bundles,
        artifacts=tuple(files),
    )


def course_cells(library: Library, maker: Maker) -> Iterator[tuple[Course, Cell[Pack]]]:
    """Give each course with what makes its pack."""
    names = _names(library.courses.values())

    def make(course: Course, watched: Watched) -> Made[Pack]:
        lesson = Lesson(course, watched.library)
        return make_pack(lesson, names[course.id], maker.showing(watched["drawings"]))

    for course in library.courses.values():
        given = (course, names[course.id], maker.recipe)
        yield course, Cell("pack", course.title, given, partial(make, course))


def sector_cells(
    library: Library, maker: Maker
) -> Iterator[tuple[Sector, Cell[tuple[Download, ...]]]]:
    """Give each sector with what makes its notices."""

    def make(sector: Sector, watched: Watched) -> Made[tuple[Download, ...]]:
        own = maker.showing(watched["drawings"])
        notices = [_notice(kind, sector, watched.library, own) for kind in NOTICES]
        return Made(
            tuple(download for download, _ in notices), {SITE: tuple(file for _, file in notices)}
        )

    for sector in library.sectors.values():
        yield sector, Cell("notices", sector.title, (sector, maker.recipe), partial(make, sector))


def _bundle_cell(
    sector: Sector, notices: Made[tuple[Download, ...]], packs: list[Contents], maker: Maker
) -> Cell[Download]:
    """Give what makes the ZIP of a sector: its notices, and the packs of its courses."""
    posted = zip(notices.said, notices.files[SITE], strict=True)
    inside: list[tuple[str, Artifact]] = [(download.name, file) for download, file in posted]
    inside += [(entry.address, entry) for contents in packs for entry in contents]

    def make(watched: Watched) -> Made[Download]:
        contents = tuple(Artifact(name, file.content) for name, file in inside)
        download, file = _bundle(sector, contents, maker)
        return Made(download, {SITE: (file,)})

    given = (sector, [(name, file.digest) for name, file in inside], maker.recipe)
    return Cell("bundle", sector.title, given, make)


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
