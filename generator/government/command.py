"""`pingan check --government`: the site is built out of sight, looked through, and reported on."""

from __future__ import annotations

import tempfile
from pathlib import Path

from generator.documents.maker import DOCUMENTS, Maker
from generator.engine.build import load, plugin_of, run
from generator.government.inspection import TITLE, inspection, todo
from generator.government.pages import look_through
from generator.media import make_pictures
from generator.project import Project


def inspect(project: Project, *, as_of: str) -> tuple[Path, tuple[str, ...]]:
    """Write the report of a project as of a day into its folder, beside those that are there.

    Gives the file, and what is to be mended, in Chinese. The content must be free of errors;
    raises `OSError` where it cannot be written.
    """
    root = project.root
    with tempfile.TemporaryDirectory(prefix="pingan-") as folder:
        config = load(project, Path(folder), as_of=as_of)
        run(config)
        library = plugin_of(config).library
        seen = look_through(Path(folder))
    assert library is not None
    logo = make_pictures(library, project.county, root / DOCUMENTS).logo
    report = inspection(library, seen)
    content = Maker(library.site, root, logo=logo).document(report, "docx")
    path = _free(root / f"{TITLE}-{as_of}.docx")
    path.write_bytes(content)
    return path, todo(library, seen)


def _free(path: Path) -> Path:
    """Give a path at which nothing stands: somebody may have written into an earlier report."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_stem(f"{path.stem}-{number}")
    return free
