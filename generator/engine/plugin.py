"""The MkDocs plugin: hands our pages to MkDocs, in `mkdocs build` and `mkdocs serve` alike."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from generator.admin import AdminError, admin_artifacts
from generator.cards import make_cards
from generator.check import check, check_symlinks
from generator.clock import parse_build_day, today
from generator.documents.font import FontError
from generator.documents.maker import DOCUMENTS, DocumentError, Maker
from generator.editors.board import board
from generator.engine.alongside import Order, cells, others
from generator.engine.assets import Assets, stamped, without_the_unused
from generator.engine.before import Before
from generator.engine.finished import FinishedPage, nav_labels
from generator.engine.frames import Frames, OurFile
from generator.engine.notices import notices
from generator.engine.progress import Unwatched, Watcher
from generator.feeds import feeds
from generator.kits import Kits, kits
from generator.later import SITE, Made, made
from generator.load import load
from generator.look import Look, look_of
from generator.media import PhotoError, make_media
from generator.model import fixed_pages
from generator.model.artifact import Artifact, Downloads, Drawing
from generator.model.fault import BrokenTemplateError
from generator.model.library import Library
from generator.model.problem import Problem, has_errors
from generator.packs import make_downloads
from generator.pages import render
from generator.pages.templates import icon
from generator.palette import Palette, palette_of
from generator.pictures import drawings_of
from generator.project import PAGES, CountyError, Project, project_at
from generator.reads import Sources, Watched
from generator.report.files import why_not
from generator.store import store_of
from generator.templates import Compiled

_FOR_EDITORS = ("editors/", "images/")
_COMPILED = Compiled()


class PinganConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin's options in mkdocs.yml."""

    as_of = config_options.Optional(config_options.Type(str))
    county = config_options.Optional(config_options.Type(str))


class PinganPlugin(BasePlugin[PinganConfig]):  # type: ignore[no-untyped-call]
    """Loads and checks the content before MkDocs touches the site, then adds the pages.

    `drafts` shows drafts as they will on their day; `preview` adds the editors' guide; `only`
    takes some things out of the library for a trial; `processes` is how many may make documents.
    Where it is `hurried`, the search and the feeds may be those of the site `before`; then it is
    `stale`.
    """

    def __init__(self) -> None:
        """Start with nothing loaded."""
        self.begin_anew()

    def begin_anew(self) -> None:
        """Forget the last build: MkDocs gives later builds of a process the same plugin."""
        self.library: Library | None = None
        self.problems: tuple[Problem, ...] = ()
        self.pages_by_kind: Counter[str] = Counter()
        self.watcher: Watcher = Unwatched()
        self.before: Before | None = None
        self.downloads = 0
        self.drafts = False
        self.preview = False
        self.hurried = False
        self.stale = False
        self.only: Callable[[Library], Library] | None = None
        self.processes = os.cpu_count() or 1
        self.day = date.min
        self._order: Order | None = None
        self._admin: tuple[Artifact, ...] = ()
        self._assets = Assets({}, ())
        self._palette: Palette | None = None
        self._drawings: Mapping[str, Drawing] = {}
        self._frames: Frames | None = None
        self._maker: Maker | None = None
        self._sources: Sources | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Note whether `mkdocs serve` runs, where editors look."""
        self.preview = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load all content; problems stop the build before the old site is touched."""
        root = Path(config.config_file_path).parent
        self.problems = ()  # MkDocs gives later builds of this process the same plugin
        look = _whole_look(root, config)
        try:
            self.day = parse_build_day(self.config.as_of) if self.config.as_of else today()
        except ValueError as error:
            raise PluginError(f"mkdocs.yml 里的 as_of 不对：{error}") from error
        midnight = datetime.combine(self.day, time(), UTC)
        os.environ["SOURCE_DATE_EPOCH"] = str(int(midnight.timestamp()))
        project = _project(root, self.config.county)
        self._order = Order(root, project.county, self.day, self.drafts)
        loaded = load(project)
        self.problems = (*check(loaded, as_of=self.day), *check_symlinks(project))
        if loaded.library is None or has_errors(self.problems):
            listing = "\n".join(map(str, self.problems))
            raise PluginError(f"内容有问题，没有生成网站：\n{listing}")
        self.library = loaded.library.live(self.day, with_drafts=self.drafts)
        if self.only is not None:
            self.library = self.only(self.library).live(self.day, with_drafts=self.drafts)
        try:
            self._admin = admin_artifacts(loaded.library, project)
        except AdminError as error:
            raise PluginError(str(error)) from error
        try:
            look = look_of(root, colour=self.library.site.colour)
            self._palette = palette_of(look)
            self._assets = stamped(look)
        except BrokenTemplateError as fault:
            self.problems = (*self.problems, fault.problem())
            raise PluginError(str(fault)) from fault
        config.site_name = self.library.site.name
        config.site_url = config.site_url or self.library.site.url or ""
        config.site_description = self.library.site.description
        config.copyright = self.library.site.publisher
        config.extra["site"] = self.library.site
        config.extra["preview"] = self.preview
        if self.preview:
            config.extra["board"] = board(loaded, as_of=self.day, problems=self.problems)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add every page and every download of the day to what MkDocs builds."""
        assert self.library is not None
        root = Path(config.config_file_path).parent
        look = look_of(root, colour=self.library.site.colour)
        without_the_unused(files, theme=config.theme.dirs)
        for file in files:
            from_theme = file.src_dir in config.theme.dirs
            if from_theme or (self.preview and file.src_uri.startswith(_FOR_EDITORS)):
                file.inclusion = InclusionLevel.INCLUDED
        project = _project(root, self.config.county)
        self._own_words(self.library, project, files, config)
        try:
            media = make_media(self.library, project.county, root / DOCUMENTS)
            assert self._palette is not None
            with store_of(root) as store:
                drawings = drawings_of(self.library.pictures.values(), self._palette, store)
                self._drawings = drawings
                maker = Maker(self.library.site, root, logo=media.mark, drawings=drawings)
                sources = self._sources = Sources(store, self.library, drawings=drawings)
                downloads, sets = self._documents(self.library, maker, look, sources)
                index = self._index(sources, root)
                pages = tuple(
                    render(
                        self.library,
                        downloads,
                        sets.by_address,
                        media=media,
                        drawings=drawings,
                        index_folder=index.said,
                        as_of=self.day,
                        templates=look.pages,
                        sources=sources,
                    )
                )
                news = tuple(
                    feeds(
                        sources,
                        as_of=self.day,
                        templates=look.feeds,
                        standing=self._standing,
                    )
                )
                self.stale = sources.stale
        except (PhotoError, FontError) as error:
            raise PluginError(str(error)) from error
        except BrokenTemplateError as fault:
            self.problems = (*self.problems, fault.problem())
            raise PluginError(str(fault)) from fault
        config.extra["media"] = media
        self.pages_by_kind = Counter(page.kind for page in pages)
        labels = nav_labels(config.nav or [])
        for page in pages:
            source = page.address.removesuffix(".html") + ".md"
            file = self._add(source, "", files, config)
            FinishedPage(page, file, config, label=labels.get(source))
        made = (*downloads.artifacts, *sets.artifacts, *index.files[SITE], *self._assets.artifacts)
        made = (*made, *media.artifacts, *(each.artifact for each in drawings.values()))
        for artifact in (*made, *news, notices(), *self._admin):
            file = OurFile.holding(artifact, config, self.before)
            files.append(file)
        self.watcher.stage("生成页面", len(pages))
        return files

    def _index(self, sources: Sources, root: Path) -> Made[str]:
        """Give the search index and its folder; it is made again where what it reads changed."""

        def make(watched: Watched) -> Made[str]:
            from generator.answers import learn_from  # noqa: PLC0415 - slow import
            from generator.search import search_index  # noqa: PLC0415 - slow import

            learned = learn_from(watched.library, root / ".pingan")
            index = search_index(watched.library, learned, watched["drawings"])
            return Made(index.folder, {SITE: index.artifacts})

        return made(sources, "search", (), make, standing=self._standing)

    def _standing(self, address: str, digest: str) -> bool:
        """Tell whether a file of the site before this one will do."""
        return self.hurried and self.before is not None and self.before.has(address, digest)

    @staticmethod
    def _own_words(library: Library, project: Project, files: Files, config: MkDocsConfig) -> None:
        """Let the county's own file take the place of a page that is written in `docs/`."""
        for source in fixed_pages.WRITTEN:
            own = project.county / PAGES / source
            known = files.get_file_from_path(source)
            if own.is_file() and known is not None:
                files.remove(known)
                words = own.read_text(encoding="utf-8-sig")
                for token, name in library.site.region.tokens.items():
                    words = words.replace(token, name)
                inclusion = InclusionLevel.INCLUDED
                files.append(File.generated(config, source, content=words, inclusion=inclusion))

    @staticmethod
    def _add(source: str, content: str | bytes, files: Files, config: MkDocsConfig) -> File:
        inclusion = InclusionLevel.INCLUDED
        file = File.generated(config, source, content=content, inclusion=inclusion)
        files.append(file)
        return file

    def _documents(
        self, library: Library, maker: Maker, look: Look, sources: Sources
    ) -> tuple[Downloads, Kits]:
        """Make all documents; a missing font or a broken template stops the build."""
        count = sum(
            map(len, (library.courses, library.sectors, library.situations, library.announced))
        )
        self.watcher.stage("制作资料", count)
        try:
            with self._others(library, maker, look, sources):
                downloads, sets = self._made(library, maker, look, sources)
        except (FontError, DocumentError) as error:
            raise PluginError(str(error)) from error
        self._maker = maker
        self.downloads = len(downloads.artifacts) + len(sets.artifacts)
        return downloads, sets

    @contextmanager
    def _others(
        self, library: Library, maker: Maker, look: Look, sources: Sources
    ) -> Iterator[None]:
        """Let other processes help where much is to be made."""
        waiting = 0
        if self.processes > 1 and self.only is None:
            every = cells(library, maker, look, self._assets.address)
            waiting = sum(not cell.is_known(sources) for cell in every)
        assert self._order is not None
        with others(self._order, waiting, processes=self.processes):
            yield

    def _made(
        self, library: Library, maker: Maker, look: Look, sources: Sources
    ) -> tuple[Downloads, Kits]:
        downloads = make_downloads(
            library, maker, sources, on_step=lambda name: self.watcher.step()
        )
        sets = kits(
            library,
            maker,
            sources,
            look=look,
            asset=self._assets.address,
            on_step=lambda name: self.watcher.step(),
        )
        cards = make_cards(library, maker, look, sources, on_step=lambda name: self.watcher.step())
        downloads = replace(
            downloads,
            cards=cards.by_situation,
            artifacts=(*downloads.artifacts, *cards.artifacts),
        )
        return downloads, sets

    def on_page_markdown(
        self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Note the day of the last change of a page that is written in `docs/`."""
        if not isinstance(page, FinishedPage):
            page.update_date = str(page.meta.get("reviewed_on", ""))
        return markdown

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Escape what the theme's templates print; give them our icons and stamped files."""
        env.autoescape = True
        env.bytecode_cache = _COMPILED
        env.globals["pa_icon"] = icon
        env.globals["palette"] = self._palette
        env.globals["drawings"] = self._drawings
        env.globals["own"] = self._assets.own
        env.globals["asset"] = self._assets.address
        self._frames = Frames(
            store_of(Path(config.config_file_path).parent).open(),
            self.before,
            self._frame(config),
        )
        self._frames.prepare(env)
        for file in files.documentation_pages():
            if isinstance(file.page, FinishedPage):
                self._frames.look_at(file.page)
        return env

    def _frame(self, config: MkDocsConfig) -> object:
        """Give all that the theme's templates are given beside the page itself."""
        media = config.extra["media"]
        web = look_of(Path(config.config_file_path).parent).web.path
        return (
            Path(config.config_file_path).read_bytes(),
            [(path.name, path.read_bytes()) for path in sorted(web.rglob("*.html"))],
            (config.site_name, config.site_url, config.site_description, config.copyright),
            (config.extra["site"], config.extra["preview"], media.logo, media.icon),
            (self._palette, dict(self._assets.addresses)),
        )

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Tell the progress display that one more page is done; give what is to be written."""
        self.watcher.step()
        if isinstance(page, FinishedPage) and self._frames is not None:
            return self._frames.laid_out(page, output, Path(config.site_dir))
        return output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Remember what came of the pages, and say what could not be kept."""
        if self._sources is not None:
            self._sources.show()
        if self._frames is not None:
            self._frames.write()
        if self._maker is not None:
            if not self.preview:
                self._maker.tidy()
            if self._maker.unkept is not None:
                self.problems = (*self.problems, _unkept(self._maker.unkept))

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        """Rebuild when the content or the look change."""
        root = Path(config.config_file_path).parent
        project = _project(root, self.config.county)
        for folder in (*project.folders, look_of(root).folder.path):
            server.watch(str(folder))
        return server


def _project(root: Path, county: str | None) -> Project:
    try:
        return project_at(root, Path(county) if county else None)
    except CountyError as error:
        raise PluginError(str(error)) from error


def _whole_look(root: Path, config: MkDocsConfig) -> Look:
    """Give the look that mkdocs.yml names; it must be the one that MkDocs uses, and whole."""
    look = look_of(root)
    used = config.theme.custom_dir
    if used is None or Path(used).resolve() != look.web.path.resolve():
        raise PluginError("mkdocs.yml 的 theme 里要有一行 custom_dir，例如：custom_dir: theme/web")
    missing = "、".join(look.missing())
    if missing:
        raise PluginError(f"custom_dir 写的是 {look.web.shown}，旁边却缺少 {missing}")
    return look


def _unkept(error: OSError) -> Problem:
    return Problem(
        path=".pingan/documents",
        code="W401",
        message=f"做好的资料存不下来，下次还要重做一遍：{why_not(error)}",
        hint="网站不受影响；把 .pingan 文件夹整个删掉（会自己重建），或请管理员给写入的权限",
    )
