"""Editing in the browser with the content in a repository of a code server (Gitea).

A stub answers for the server; the browser still asks its policy before it asks anybody.
"""

from __future__ import annotations

import base64
import hashlib
import json
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.admin.npm import installed
from tests.browser.conftest import DESKTOP
from tests.browser.test_admin import SLOGAN, THEME, WAIT, Preview, build, field, opened, save
from tests.browser.test_policy import LISTEN
from tests.conftest import ROOT, copy_fixture_county

pytestmark = pytest.mark.thorough

SERVER = "https://git.sample.example"
TOKEN = "0123456789abcdef0123456789abcdef01234567"
DATE = "2026-11-24T08:00:00+08:00"
_COMMIT = {"sha": "a" * 40, "id": "a" * 40, "message": "内容"}
CORS = {"Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*"}


class Gitea:
    """What Gitea answers about one repository that holds a county's content."""

    def __init__(self, county: Path) -> None:
        """Take all content as the newest commit."""
        self.asked: list[str] = []
        self._files = {
            path.relative_to(county).as_posix(): path.read_bytes()
            for path in sorted((county / "content").rglob("*.yml"))
        }

    def answer(self, route: Route) -> None:
        """Answer one request, as the browser's network would bring it."""
        request = route.request
        if request.method == "OPTIONS":
            route.fulfill(status=204, headers=CORS)
            return
        address = urlsplit(request.url)
        name = address.path.removeprefix("/api/v1")
        self.asked.append(f"{request.method} {name}")
        known = self._known(name, json.loads(request.post_data or "{}"))
        if known is None:
            route.fulfill(status=404, json={"message": "not found"}, headers=CORS)
        else:
            route.fulfill(json=known, headers=CORS)

    def _known(self, name: str, sent: dict[str, Any]) -> object:
        repository = "/repos/county/site"
        answers: dict[str, object] = {
            "/version": {"version": "1.24.0"},
            "/settings/api": {"max_response_items": 50, "default_git_trees_per_page": 1000},
            "/user": {"id": 1, "login": "editor", "full_name": "编辑", "email": "e@sample.example"},
            repository: {"default_branch": "main", "permissions": {"push": True, "pull": True}},
            f"{repository}/branches/main": {"name": "main", "commit": _COMMIT},
            f"{repository}/git/trees/{_COMMIT['sha']}": self._tree(),
        }
        if name == f"{repository}/file-contents":
            return [self._file(path) for path in sent["files"]]
        if name == f"{repository}/contents":
            for file in sent["files"]:
                self._files[file["path"]] = base64.b64decode(file["content"])
            saved = [self._file(file["path"]) for file in sent["files"]]
            return {"commit": {"sha": "b" * 40, "created": DATE}, "files": saved}
        return answers.get(name)

    def _tree(self) -> object:
        files = [
            {"path": name, "type": "blob", "size": len(content), "sha": _sha(content)}
            for name, content in self._files.items()
        ]
        return {"sha": _COMMIT["sha"], "truncated": False, "tree": files}

    def _file(self, name: str) -> object:
        content = self._files[name]
        written = base64.b64encode(content).decode()
        return {"path": name, "sha": _sha(content), "encoding": "base64", "content": written}

    def text(self, name: str) -> str:
        """Give the text of a file as it stands in the repository."""
        return self._files[name].decode()


def _sha(content: bytes) -> str:
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    installed()
    root = copy_fixture_county(tmp_path_factory.mktemp("gitea") / "county")
    (root / "admin").symlink_to(ROOT / "admin")
    with (root / "content/county/site.yml").open("a", encoding="utf-8") as site:
        site.write(
            "admin:\n  enabled: true\n  backend: gitea\n  repository: county/site\n"
            f"  server: {SERVER}\n"
        )
    return root


@pytest.fixture(scope="module")
def address(county: Path) -> Iterator[str]:
    handler = partial(Preview, directory=str(build(county)))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Page]:
    context = chromium.new_context(viewport=DESKTOP, base_url=address)
    yield context.new_page()
    context.close()


def test_editing_on_a_code_server_asks_that_server_and_nobody_else(
    page: Page, address: str, county: Path
) -> None:
    """Signing in with a token shows the content; nothing is refused, nothing goes wrong."""
    gitea = Gitea(county)
    wrong: list[str] = []
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.context.route(f"{SERVER}/**", gitea.answer)
    page.add_init_script(LISTEN)
    page.goto("admin/index.html")
    page.get_by_role("button", name="使用访问令牌登录").click(timeout=WAIT)
    page.get_by_role("textbox").first.fill(TOKEN)
    page.get_by_role("button", name="登录").last.click()
    expect(page.get_by_text("月度主题").first).to_be_visible(timeout=WAIT)
    opened(page, "theme/entries/06")
    field(page, "slogan").get_by_role("textbox").fill(SLOGAN)
    save(page)
    expect(page.locator(".content-editor")).to_be_hidden(timeout=WAIT)
    assert "POST /repos/county/site/contents" in gitea.asked
    before = (county / THEME).read_text(encoding="utf-8")
    assert gitea.text(THEME) == before.replace("slogan: 先看一看再动手", f"slogan: {SLOGAN}")
    assert asked == {urlsplit(address).netloc, urlsplit(SERVER).netloc}
    assert page.evaluate("refused") == []
    assert wrong == []
    assert "refused" in page.evaluate("fetch('https://other.example/').catch(() => 'refused')")
    assert page.evaluate("refused") == ["connect-src https://other.example/"]
