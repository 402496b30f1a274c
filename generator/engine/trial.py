"""A trial of the templates: one thing of every kind is built, so that `check` says what fails.

It is done again only when the templates, the program or the county's font have changed since the
last good one.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from generator import kept
from generator.look import look_of
from generator.model.kinds import ENTITIES
from generator.model.library import Library
from generator.model.problem import ContentError, Problem, Severity
from generator.model.sector import Sector
from generator.model.work import WorkPlan
from generator.project import PAGES, Project

T = TypeVar("T")
_TRIED = "templates-tried"


def try_templates(project: Project, *, as_of: str) -> tuple[Problem, ...]:
    """Give what is wrong with the templates of a project; its content must be good."""
    root = project.root
    recipe = _fingerprint(project)
    tried = root / ".pingan" / _TRIED
    if kept.read(tried, answers=recipe) is not None:
        return ()
    found = _tried(project, as_of)
    if not found:  # where it cannot be kept, the next check only tries again
        kept.write(tried, b"", answers=recipe)
    return found


def _tried(project: Project, as_of: str) -> tuple[Problem, ...]:
    from generator.engine.build import (  # noqa: PLC0415 - slow import, mostly not needed
        EngineError,
        load,
        plugin_of,
        run,
    )

    with tempfile.TemporaryDirectory(prefix="pingan-") as folder:
        try:
            config = load(project, Path(folder), as_of=as_of)
            plugin = plugin_of(config)
            plugin.only = specimen
            try:
                run(config)
            finally:
                plugin.only = None  # MkDocs gives later builds of this process the same plugin
        except ContentError as error:
            return tuple(each for each in error.problems if each.severity is Severity.ERROR)
        except EngineError as error:
            return (_engine_problem(error, project.root),)
    return ()


def specimen(library: Library) -> Library:
    """Give a library with one thing of every kind, preferring those from which most is made."""
    course = _first(library.courses)
    main = [each.sectors[0] for each in course.values()]
    sectors = {id_: library.sectors[id_] for id_ in main if id_ in library.sectors}
    first = {kind.model: _first(library.things[kind.model]) for kind in ENTITIES}
    first[WorkPlan] = dict(library.plans)
    if sectors:
        first[Sector] = dict(sectors)
    return library.with_things(first)


def _first(entities: Mapping[str, T]) -> dict[str, T]:
    return dict(list(entities.items())[:1])


def _fingerprint(project: Project) -> str:
    """Fingerprint all that makes pages and documents but the content in YAML."""
    root = project.root
    whole = hashlib.sha256()
    program = Path(__file__).parent.parent
    look = look_of(root).folder.path
    written = [*(root / "docs").glob("*.md"), *(project.county / PAGES).glob("*.md")]
    paths = [*look.rglob("*"), *program.rglob("*.py"), root / "mkdocs.yml", *written]
    for path in sorted(path for path in paths if path.is_file()):
        whole.update(path.name.encode())
        whole.update(path.read_bytes())
    return whole.hexdigest()


def _engine_problem(error: Exception, root: Path) -> Problem:
    return Problem(
        path="mkdocs.yml",
        code="E407",
        message=f"网站生成不了：{' '.join(str(error).split())}",
        hint=f"改回 mkdocs.yml、docs/ 或 {look_of(root).folder.shown}/ 里刚改的地方",
    )
