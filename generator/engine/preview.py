"""The preview: the site of today in a browser, made again at each saved file.

While the content has errors, every page shows them; the browser comes back by itself when they
are mended. Nothing is written into the project but the made documents.
"""

from __future__ import annotations

import errno
import logging
import shutil
import sys
import tempfile
import time
import traceback
import webbrowser
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from mkdocs.livereload import _SCRIPT_TEMPLATE, LiveReloadServer

from generator.clock import SHANGHAI
from generator.engine import policy
from generator.engine.before import before
from generator.engine.build import EngineError, load, plugin_of, run
from generator.engine.progress import Unwatched, Watcher
from generator.look import look_of
from generator.model.problem import ContentError, Problem
from generator.project import Project
from generator.store import held, store_of

_WATCHED = ("docs", "mkdocs.yml")
_TEMPLATE = "preview.html"
_STYLESHEET = "/livereload/problems.css"
_RELOAD = "/livereload/reload.js"
_OWN_FILES = {
    _STYLESHEET: ("text/css", Path(__file__).with_name("preview.css").read_bytes()),
    _RELOAD: (
        "text/javascript",
        _SCRIPT_TEMPLATE.substitute(
            epoch="document.currentScript.dataset.made",
            request_id="document.currentScript.dataset.tab",
        ).encode(),
    ),
}
"""What the preview adds to the site: files, since the policy allows nothing inside a page."""
_SITE = "site"
_LAST_PORT = 65_535
_LOOKS_EACH_SECONDS = 0.2
"""Files are looked at, since a folder of the network tells of no change."""
_BROWSERS_HAVE_SECONDS = 1.5
"""How long browsers are left alone to load the new pages, before the rest is made."""
_QUIET_FOR_SECONDS = 0.05
"""How long no file changes before the site is made: an editor may write a file in two steps."""


class AddressError(Exception):
    """Raised where the preview cannot be served; says in Chinese what to do."""


@dataclass(frozen=True)
class _Failure:
    """Why the last rebuild gave no site: problems of the content, or other words."""

    problems: tuple[Problem, ...]
    words: str

    def lines(self) -> Iterable[str]:
        return map(str, self.problems) if self.problems else (self.words,)


def serve_site(
    project: Project,
    *,
    address: str,
    say: Callable[[str], None],
    drafts: bool = False,
    page: str | None = None,
) -> None:
    """Serve a project until interrupted, and rebuild it when a file changes.

    `address` is host:port; `say` is told the address and each rebuild, a line at a time. With
    `drafts`, drafts show as they will on their day. A `page` (its address on the site, "" for
    the home page) is opened in the browser.
    Raises `AddressError` where the address is wrong or taken.
    """
    host, port = _parsed(address)
    folder = Path(tempfile.mkdtemp(prefix="pingan-"))
    try:
        with held(project.root):
            _Preview(project, folder, host, port, drafts=drafts, say=say).run(page)
    except KeyboardInterrupt:
        say("预览结束了。")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _parsed(address: str) -> tuple[str, int]:
    host, colon, port = address.rpartition(":")
    if not colon or not host or not port.isdigit() or not 0 < int(port) <= _LAST_PORT:
        raise AddressError(f"地址“{address}”的写法不对，写成 127.0.0.1:8000 这样。")
    return host.strip("[]"), int(port)


class _Abandoned(Exception):  # noqa: N818 - nothing is wrong
    """Raised in a build that nobody waits for, since a file has changed again."""


class _Impatient(Unwatched):
    """Watches a build that nobody waits for, and ends it where a new one is wanted."""

    def __init__(self, wanted: Callable[[], bool]) -> None:
        self._wanted = wanted

    def step(self) -> None:
        if self._wanted():
            raise _Abandoned


class _Preview(LiveReloadServer):
    """A server that shows problems instead of pages while there are any."""

    # Windows would let two servers have one port.
    allow_reuse_address = sys.platform != "win32"

    def __init__(
        self,
        project: Project,
        folder: Path,
        host: str,
        port: int,
        *,
        drafts: bool,
        say: Callable[[str], None],
    ) -> None:
        super().__init__(
            self._rebuild, host, port, str(folder / "0"), polling_interval=_LOOKS_EACH_SECONDS
        )
        self.build_delay = _QUIET_FOR_SECONDS
        with store_of(project.root) as store:  # what is in the site need not be made for it
            self._before = before(project.root / _SITE, store)
        self._old = str(folder / "0")
        self._stale = False
        self._asked = (host, port)
        self._project = project
        self._folder = folder
        self._drafts = drafts
        self._say = say
        self._failure: _Failure | None = None
        self._count = 0
        self.error_handler = self._missing
        logging.getLogger("mkdocs").addHandler(logging.NullHandler())  # we say it ourselves

    def run(self, page: str | None) -> None:
        """Build, serve, and rebuild until interrupted."""
        try:
            self.server_bind()
        except OSError as error:
            raise AddressError(self._why_not(error)) from error
        self.server_activate()
        try:
            self._say("正在生成预览，请稍等……")
            self.builder()
            root = self._project.root
            watched = [root / name for name in _WATCHED]
            for path in (*watched, *self._project.folders, look_of(root).folder.path):
                if path.exists():
                    self.watch(str(path))
            self.observer.start()
            self.serve_thread.start()
            self._say(f"预览：{self.url}（改了文件，网页自己刷新；按 Ctrl+C 结束）")
            if page is not None:
                webbrowser.open(self.url + page)
            self._build_loop()  # type: ignore[no-untyped-call]
        finally:
            self.shutdown()

    def _why_not(self, error: OSError) -> str:
        host, port = self._asked
        if error.errno in {errno.EADDRINUSE, errno.EACCES}:
            return (
                f"端口 {port} 已被占用，可能已经开着一个预览。"
                f"关掉那一个，或换一个端口：pingan serve --address 127.0.0.1:{port + 1}"
            )
        return f"不能在 {host}:{port} 上预览：{error.strerror}"

    def _rebuild(self) -> None:
        """Make the site in a new folder; on failure keep the old one and what was wrong."""
        started = time.perf_counter()
        again = self._count > 0
        if again:
            self._say(f"{_clock()} 文件有变化，正在重新生成……")
        self._failure = self._made(hurried=again)
        if self._failure is not None:
            for line in self._failure.lines():
                self._say(line)
            self._say(f"{_clock()} 内容有错，网页上有说明；改好保存，会自己变回来。")
            return
        if again:
            self._say(f"{_clock()} 已更新，用时 {time.perf_counter() - started:.1f} 秒")
            self._show()
        if self._stale and not self._wanted_within(_BROWSERS_HAVE_SECONDS):
            self._made(hurried=False, watcher=_Impatient(lambda: self._want_rebuild))

    def _wanted_within(self, seconds: float) -> bool:
        """Wait a while for the next change; tells whether it came."""
        with self._rebuild_cond:
            return self._rebuild_cond.wait_for(lambda: self._want_rebuild, timeout=seconds)

    def _show(self) -> None:
        """Let browsers have the new site before what nobody is looking at is made."""
        with self._epoch_cond:
            self._visible_epoch = self._wanted_epoch
            self._epoch_cond.notify_all()

    def _made(self, *, hurried: bool, watcher: Watcher | None = None) -> _Failure | None:
        """Make the site in a new folder, and serve that where nothing is wrong.

        What browsers may still be reading of the one before it stays until the next.
        """
        self._count += 1
        made = self._folder / str(self._count)
        failure = self._built(made, hurried=hurried, watcher=watcher or Unwatched())
        if failure is not None:
            shutil.rmtree(made, ignore_errors=True)
            return failure
        shutil.rmtree(self._old, ignore_errors=True)
        self._old, self.root = self.root, str(made)
        self._before = self._before.followed_by(made)
        return None

    def _built(self, made: Path, *, hurried: bool, watcher: Watcher) -> _Failure | None:
        try:
            config = load(self._project, made)
            plugin = plugin_of(config)
            plugin.drafts = self._drafts
            plugin.preview = True
            plugin.before = self._before
            plugin.hurried = hurried
            plugin.watcher = watcher
            config.site_url = self.url
            run(config)
            self._stale = plugin.stale
        except ContentError as error:
            return _Failure(error.problems, "")
        except (EngineError, OSError) as error:
            return _Failure((), str(error))
        except Exception:  # a fault of ours is shown as well, and the preview goes on
            return _Failure((), traceback.format_exc())
        return None

    def serve_request(self, environ: Any, start_response: Any) -> Iterable[bytes]:
        """Answer a request; pages say what a browser may run on them, as on a web server."""

        def answer(status: str, headers: list[tuple[str, str]]) -> Any:
            kind = next((value for name, value in headers if name == "Content-Type"), "")
            if kind.startswith("text/html"):
                headers = [*headers, (policy.NAME, policy.policy_of(environ["PATH_INFO"]))]
            return start_response(status, headers)

        answered: Iterable[bytes] = super().serve_request(environ, answer)
        return answered

    def _serve_request(self, environ: Any, start_response: Any) -> Iterable[bytes] | None:
        path = environ["PATH_INFO"]
        if path in _OWN_FILES:
            content_type, content = _OWN_FILES[path]
            start_response("200 OK", [("Content-Type", f"{content_type}; charset=utf-8")])
            return [content]
        if not path.startswith("/livereload/"):  # the folder that is served may be changing
            with self._epoch_cond:
                self._epoch_cond.wait_for(lambda: self._visible_epoch == self._wanted_epoch)
        if self._failure is None or not path.endswith(("/", ".html")):
            return super()._serve_request(environ, start_response)
        start_response("503 Service Unavailable", [("Content-Type", "text/html; charset=utf-8")])
        return [self._with_reload(self._problems_page(self._failure))]

    def _problems_page(self, failure: _Failure) -> bytes:
        environment = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True)
        template = environment.get_template(_TEMPLATE)
        title = f"内容有 {len(failure.problems)} 处要改" if failure.problems else "没有生成成"
        return template.render(
            title=title,
            problems=failure.problems,
            words=failure.words,
            stylesheet=_STYLESHEET,
        ).encode()

    def _missing(self, code: int) -> bytes | None:
        """Give the site's own page for what is not there, which comes back when it is."""
        path = Path(self.root, f"{code}.html")
        return self._with_reload(path.read_bytes()) if path.is_file() else None

    def _with_reload(self, page: bytes) -> bytes:
        return self._inject_js_into_html(page, self._visible_epoch)

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """Put the reload before the end of a page; `epoch` is when the page was made."""
        page, end, rest = content.rpartition(b"</body>")
        tab = time.monotonic_ns()
        script = f'<script src="{_RELOAD}" data-made="{epoch}" data-tab="{tab}"></script>'
        return page + script.encode() + end + rest


def _clock() -> str:
    return datetime.now(SHANGHAI).strftime("%H:%M:%S")
