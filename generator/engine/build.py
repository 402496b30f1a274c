"""Building the whole site with MkDocs, out of sight until it is complete."""

from __future__ import annotations

import logging
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, MkDocsException

from generator.engine.plugin import PinganPlugin
from generator.engine.progress import Nobody, Watcher
from generator.engine.swap import staging
from generator.model.problem import ContentError, Problem, has_errors


class EngineError(Exception):
    """Raised when MkDocs could not build the site; carries what it said."""


@dataclass(frozen=True)
class Built:
    """What a build gave: pages by kind, downloads, warnings, and the site's size in bytes."""

    pages: Counter[str]
    downloads: int
    warnings: tuple[Problem, ...]
    files: int
    size: int


def build_site(root: Path, *, as_of: str, target: Path, watcher: Watcher | None = None) -> Built:
    """Build the project at `root` as of a day (2023-06-01) and swap it in as `target`.

    Raises `ContentError` with all problems of bad content, `EngineError` when MkDocs fails
    or warns, `OSError` when the disk does; in all cases `target` stays as it was.
    """
    log = _Listener()
    with staging(target) as folder:
        config = _config(root, folder, as_of)
        plugin = _plugin(config)
        plugin.watcher = watcher or Nobody()
        _build(config, plugin, log)
        files = [path for path in folder.rglob("*") if path.is_file()]
        return Built(
            pages=plugin.pages_by_kind,
            downloads=plugin.downloads,
            warnings=plugin.problems,
            files=len(files),
            size=sum(path.stat().st_size for path in files),
        )


def serve_site(root: Path, *, address: str, drafts: bool = False, page: str = "") -> None:
    """Serve the project with live reload at `address` (host:port) until interrupted.

    With `drafts`, drafts show as they will on their day. A `page` (its address on the site) is
    opened in the browser.
    """
    mkdocs_serve(
        config_file=str(root / "mkdocs.yml"),
        dev_addr=address,
        livereload=True,
        plugins=[{"pingan": {"drafts": drafts, "open_page": page}}],
    )


def _config(root: Path, folder: Path, as_of: str) -> MkDocsConfig:
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(folder), strict=True)
    except MkDocsException as error:
        raise EngineError(f"mkdocs.yml 有问题：{error}") from error
    _plugin(config).config.as_of = as_of
    return config


def _plugin(config: MkDocsConfig) -> PinganPlugin:
    plugin = config.plugins.get("pingan")
    if not isinstance(plugin, PinganPlugin):
        raise EngineError("mkdocs.yml 的 plugins 里缺少 pingan")
    return plugin


def _build(config: MkDocsConfig, plugin: PinganPlugin, log: _Listener) -> None:
    logger = logging.getLogger("mkdocs")
    logger.addHandler(log)
    try:
        mkdocs_build(config)
    except (Abort, BuildError, MkDocsException) as error:
        if has_errors(plugin.problems):
            raise ContentError(plugin.problems) from error
        raise EngineError("\n".join([*log.lines, str(error)])) from error
    finally:
        logger.removeHandler(log)
    if log.lines:
        raise EngineError("\n".join(log.lines))


class _Listener(logging.Handler):
    """Keeps what MkDocs warns of; a warning fails the build."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())
