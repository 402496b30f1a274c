"""The MkDocs plugin: hands our pages to MkDocs, in `mkdocs build` and `mkdocs serve` alike."""

from __future__ import annotations

import json
import os
import webbrowser
from collections import Counter
from datetime import UTC, date, datetime, time
from pathlib import Path

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from generator.admin import AdminError, admin_artifacts
from generator.check import check
from generator.clock import parse_day, today
from generator.engine.progress import Nobody, Watcher
from generator.feeds import feeds
from generator.kit import Kits, kits, subjects
from generator.load import load
from generator.model.address import HOME
from generator.model.artifact import Artifact, Shelf
from generator.model.library import Library
from generator.model.problem import Problem, has_errors
from generator.packs import FontError, PackError, stock
from generator.pages import Page, PageError, render
from generator.pages.templates import icon
from generator.search import search_index


class PinganConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin's options in mkdocs.yml."""

    as_of = config_options.Optional(config_options.Type(str))
    drafts = config_options.Type(bool, default=False)
    open_page = config_options.Type(str, default="")


class PinganPlugin(BasePlugin[PinganConfig]):  # type: ignore[no-untyped-call]
    """Loads and checks the content before MkDocs touches the site, then adds the pages."""

    def __init__(self) -> None:
        """Start with nothing loaded."""
        self.library: Library | None = None
        self.problems: tuple[Problem, ...] = ()
        self.pages_by_kind: Counter[str] = Counter()
        self.watcher: Watcher = Nobody()
        self.downloads = 0
        self._day = date.min
        self._admin: tuple[Artifact, ...] = ()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load all content; problems stop the build before the old site is touched."""
        root = Path(config.config_file_path).parent
        try:
            self._day = parse_day(self.config.as_of) if self.config.as_of else today()
        except ValueError as error:
            raise PluginError(f"as_of 不是有效的日期：{error}") from error
        midnight = datetime.combine(self._day, time(), UTC)
        os.environ["SOURCE_DATE_EPOCH"] = str(int(midnight.timestamp()))
        loaded = load(root)
        self.problems = check(loaded, as_of=self._day)
        if loaded.library is None or has_errors(self.problems):
            listing = "\n".join(map(str, self.problems))
            raise PluginError(f"内容有问题，没有生成网站：\n{listing}")
        self.library = loaded.library.live(self._day, with_drafts=self.config.drafts)
        try:
            self._admin = admin_artifacts(loaded.library, root=root)
        except AdminError as error:
            raise PluginError(str(error)) from error
        config.site_name = self.library.site.name
        config.site_url = config.site_url or self.library.site.url or ""
        config.site_description = self.library.site.description
        config.copyright = self.library.site.publisher
        config.extra["site"] = self.library.site
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add every page and every download of the day to what MkDocs builds."""
        assert self.library is not None
        root = Path(config.config_file_path).parent
        shelf, sets = self._documents(self.library, root)
        try:
            pages = tuple(
                render(
                    self.library,
                    shelf,
                    sets.by_address,
                    as_of=self._day,
                    templates=root / "theme" / "pages",
                )
            )
        except PageError as error:
            raise PluginError(str(error)) from error
        self.pages_by_kind = Counter(page.kind for page in pages)
        for page in pages:
            source = page.address.removesuffix(".html") + ".md"
            files.append(File.generated(config, source, content=_with_meta(page)))
        news = feeds(self.library, as_of=self._day, templates=root / "theme" / "feeds")
        made = (*shelf.artifacts, *sets.artifacts, *search_index(self.library), *news, *self._admin)
        for artifact in made:
            files.append(File.generated(config, artifact.address, content=artifact.content))
        self.watcher.stage("生成页面", len(pages))
        return files

    def _documents(self, library: Library, root: Path) -> tuple[Shelf, Kits]:
        """Make all downloads; a missing font or a broken template stops the build."""
        count = len(library.courses) + len(library.sectors) + len(subjects(library))
        self.watcher.stage("制作资料", count)
        try:
            shelf = stock(library, root=root, on_step=lambda name: self.watcher.step())
            sets = kits(library, root=root, on_step=lambda name: self.watcher.step())
        except (FontError, PackError) as error:
            raise PluginError(str(error)) from error
        self.downloads = len(shelf.artifacts) + len(sets.artifacts)
        return shelf, sets

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Give the theme's own templates the same icons as the pages."""
        env.globals["pa_icon"] = icon
        return env

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Tell the progress display that one more page is done."""
        self.watcher.step()
        return output

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        """Rebuild when content or theme change; open the page that an editor wants to see."""
        if self.config.open_page:
            webbrowser.open(f"http://{config.dev_addr}/{self.config.open_page}")
        root = Path(config.config_file_path).parent
        for folder in ("content", "theme"):
            server.watch(str(root / folder))
        return server


def _with_meta(page: Page) -> str:
    """Put what the theme needs to know of a page before its text."""
    meta = {
        "title": page.title,
        "description": page.description,
        "kind": page.kind,
        "section": page.section,
        "data": page.data,
        "picture": page.picture,
        "crumbs": [{"title": crumb.title, "address": crumb.address} for crumb in page.crumbs],
        "hide": ["navigation", "toc"] if page.wide or page.address == HOME else ["navigation"],
    }
    front = json.dumps(meta, ensure_ascii=False, sort_keys=True)
    return f"---\n{front}\n---\n\n{page.markdown}\n"
