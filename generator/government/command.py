"""`pingan check --government`: the site is built out of sight, looked through, and reported on."""

from __future__ import annotations

import tempfile
from pathlib import Path

from generator.documents.file_name import safe_name
from generator.documents.font import FontError
from generator.documents.maker import DOCUMENTS, DocumentError, Maker
from generator.engine.build import EngineError, load, plugin_of, run
from generator.government.inspection import TITLE, inspection, todo
from generator.government.pages import look_through
from generator.media import PhotoError, make_media
from generator.model.problem import ContentError
from generator.project import Project
from generator.report import why_not


class InspectionError(Exception):
    """Raised where there can be no report; says why in Chinese."""


def inspect(project: Project, *, as_of: str) -> tuple[Path, tuple[str, ...]]:
    """Write the report of a project as of a day into its folder, beside those that are there.

    Gives the file, and what is to be mended, in Chinese. The content must be free of errors;
    raises `InspectionError` where the site cannot be built or the report not be written.
    """
    try:
        return _inspect(project, as_of)
    except OSError as error:
        raise InspectionError(why_not(error)) from error
    except (ContentError, EngineError, DocumentError, FontError, PhotoError) as error:
        raise InspectionError(str(error)) from error


def _inspect(project: Project, as_of: str) -> tuple[Path, tuple[str, ...]]:
    root = project.root
    with tempfile.TemporaryDirectory(prefix="pingan-") as folder:
        config = load(project, Path(folder), as_of=as_of)
        run(config)
        library = plugin_of(config).library
        seen = look_through(Path(folder))
    assert library is not None
    logo = make_media(library, project.county, root / DOCUMENTS).mark
    wanted = todo(library, seen)
    report = inspection(library, seen, wanted)
    content = Maker(library.site, root, logo=logo).document(report, "docx")
    county = safe_name(library.site.region.county)
    path = _free(root / f"{TITLE}-{county}-{as_of}.docx")
    path.write_bytes(content)
    return path, wanted


def _free(path: Path) -> Path:
    """Give a path at which nothing stands: somebody may have written into an earlier report."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_stem(f"{path.stem}-{number}")
    return free
