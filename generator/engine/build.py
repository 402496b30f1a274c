"""Building the whole site with MkDocs, out of sight until it is complete."""

from __future__ import annotations

import logging
import os
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, MkDocsException

from generator.check import check_folders
from generator.engine.before import before, note
from generator.engine.plugin import PinganPlugin
from generator.engine.previous import take_over
from generator.engine.progress import Unwatched, Watcher
from generator.engine.swap import staging
from generator.look import look_of
from generator.model.fault import fault_in
from generator.model.manifest import MARKER
from generator.model.problem import ContentError, Problem, has_errors
from generator.model.site import Site
from generator.project import Project
from generator.store import store_of


class EngineError(Exception):
    """Raised when MkDocs could not build the site; carries what it said."""


@dataclass(frozen=True)
class Built:
    """What a build gave: pages by kind, downloads, warnings, and the site's size in bytes.

    `notes` say in Chinese what became of files in the site's folder that we did not make; `site`
    are its settings.
    """

    pages: Counter[str]
    downloads: int
    warnings: tuple[Problem, ...]
    files: int
    size: int
    notes: tuple[str, ...]
    site: Site


def build_site(
    project: Project,
    *,
    as_of: str,
    target: Path,
    watcher: Watcher | None = None,
    processes: int | None = None,
) -> Built:
    """Build a project as of a day (2023-06-01) and swap it in as `target`.

    Documents are made by so many `processes`, by one for each core where it is not said.
    Raises `ContentError` with all problems of bad content or of a `target` that may not be
    replaced, `EngineError` when MkDocs fails or warns, `OSError` when the disk does; in all cases
    `target` stays as it was. Only `PartlyError`, an `OSError`, says that it changed in part.
    """
    root = project.root
    refused = tuple(check_folders(root, target))
    if refused:
        raise ContentError(refused)
    with staging(target, workplace=root / ".pingan" / "sites") as stage:
        config = load(project, stage.folder, as_of=as_of)
        plugin = plugin_of(config)
        plugin.watcher = watcher or Unwatched()
        plugin.processes = processes or os.cpu_count() or 1
        with store_of(root) as store:
            plugin.before = before(target, store)
            run(config)
            aside = root / ".pingan" / "replaced"
            taken = take_over(stage.folder, plugin.before, day=plugin.day, aside=aside)
            sizes = note(target, stage.folder, taken.made, store)
        sizes += [(stage.folder / name).lstat().st_size for name in (*taken.own, MARKER)]
        stage.synced = plugin.before.linked
    assert plugin.library is not None
    return Built(
        site=plugin.library.site,
        pages=plugin.pages_by_kind,
        downloads=plugin.downloads,
        warnings=plugin.problems,
        files=len(sizes),
        size=sum(sizes),
        notes=(*taken.notes(), *map(_left_over, stage.leftovers)),
    )


def _left_over(folder: Path) -> str:
    return f"网站已更新，旧的没删干净：{folder}（请有权限的人删掉；不影响下次生成）"


def load(project: Project, folder: Path, *, as_of: str | None = None) -> MkDocsConfig:
    """Read mkdocs.yml for one build of a project into `folder`.

    Without `as_of` it is the site of today. Raises `EngineError` when the file is wrong.
    """
    try:
        with _listening() as said:
            path = project.root / "mkdocs.yml"
            config = load_config(str(path), site_dir=str(folder), strict=True)
    except MkDocsException as error:
        words = "\n".join(said) or str(error)
        raise EngineError(f"mkdocs.yml 有问题：{words}") from error
    plugin = plugin_of(config)
    plugin.begin_anew()
    plugin.config.as_of = as_of
    plugin.config.county = str(project.county)
    return config


def plugin_of(config: MkDocsConfig) -> PinganPlugin:
    """Give our plugin of a configuration; raises `EngineError` where it is missing."""
    plugin = config.plugins.get("pingan")
    if not isinstance(plugin, PinganPlugin):
        raise EngineError("mkdocs.yml 的 plugins 里缺少 pingan")
    return plugin


def run(config: MkDocsConfig) -> None:
    """Build once; raises `ContentError` or `EngineError` with all that is wrong."""
    try:
        with _listening() as said:
            mkdocs_build(config)
    except (Abort, BuildError, MkDocsException) as error:
        problems = plugin_of(config).problems
        if has_errors(problems):
            raise ContentError(problems) from error
        raise EngineError("\n".join(said) or str(error)) from error
    except Exception as error:
        web = look_of(Path(config.config_file_path).parent).web
        fault = fault_in(error, Path(str(config.theme.custom_dir)), shown=web.shown, code="E404")
        if fault is None:
            raise
        raise ContentError((fault.problem(),)) from error
    if said:
        raise EngineError("\n".join(said))


@contextmanager
def _listening() -> Iterator[list[str]]:
    """Give what MkDocs warns of, line by line; a warning fails the build."""
    log = _Listener()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(log)
    try:
        yield log.lines
    finally:
        logger.removeHandler(log)


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())
