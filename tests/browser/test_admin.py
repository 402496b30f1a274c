"""Editing in the browser, on one computer without any server account, in real Chromium."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.cli import main
from tests.admin.npm import installed
from tests.browser.conftest import DESKTOP
from tests.conftest import DAY, ROOT, copy_project

SLOGAN = "看得见的隐患，今天就改"
WAIT = 30_000

# The browser's window for choosing a folder cannot be clicked by a test: it is replaced by the
# browser's private folder, which holds the project's content and a .git.
FILL = """async (files) => {
  const root = await navigator.storage.getDirectory();
  await root.getDirectoryHandle(".git", { create: true });
  for (const [path, text] of Object.entries(files)) {
    const parts = path.split("/");
    let folder = root;
    for (const part of parts.slice(0, -1)) {
      folder = await folder.getDirectoryHandle(part, { create: true });
    }
    const file = await folder.getFileHandle(parts.at(-1), { create: true });
    const stream = await file.createWritable();
    await stream.write(text);
    await stream.close();
  }
}"""
READ = """async (path) => {
  const parts = path.split("/");
  let folder = await navigator.storage.getDirectory();
  for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part);
  return (await (await folder.getFileHandle(parts.at(-1))).getFile()).text();
}"""
PICK = "window.showDirectoryPicker = () => navigator.storage.getDirectory()"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="module")
def admin_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with the editor switched on in site.yml."""
    installed()
    root = copy_project(tmp_path_factory.mktemp("admin"))
    (root / "admin").symlink_to(ROOT / "admin")
    with (root / "content/site.yml").open("a", encoding="utf-8") as site:
        site.write("admin:\n  enabled: true\n  backend: local\n")
    return root


def build(root: Path) -> Path:
    assert main(["build", "--root", str(root), "--as-of", DAY]) == 0
    return root / "site"


@pytest.fixture(scope="module")
def editor_address(admin_project: Path) -> Iterator[str]:
    handler = partial(Quiet, directory=str(build(admin_project)))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def editor(chromium: Browser, editor_address: str, admin_project: Path) -> Iterator[Page]:
    """The editor, signed in to the project's folder; no request may leave this computer."""
    context = chromium.new_context(viewport=DESKTOP, base_url=editor_address, locale="en-US")
    page = context.new_page()
    outside: list[str] = []
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((editor_address, f"blob:{editor_address}", "data:"))
            else outside.append(request.url)
        ),
    )
    content = {
        path.relative_to(admin_project).as_posix(): path.read_text(encoding="utf-8")
        for path in (admin_project / "content").rglob("*.yml")
    }
    page.goto("404.html")
    page.evaluate(FILL, content)
    page.add_init_script(PICK)
    page.goto("admin/index.html")
    page.get_by_role("button", name="使用本地仓库").click(timeout=WAIT)
    expect(page.get_by_text("月度主题").first).to_be_visible(timeout=WAIT)
    yield page
    context.close()
    assert outside == []


def test_only_the_folder_is_offered_when_there_is_no_server(
    chromium: Browser, editor_address: str
) -> None:
    context = chromium.new_context(viewport=DESKTOP, base_url=editor_address)
    page = context.new_page()
    page.goto("admin/index.html")
    expect(page.get_by_role("button", name="使用本地仓库")).to_be_visible(timeout=WAIT)
    expect(page.get_by_text("Gitea")).to_be_hidden()
    context.close()


def test_a_slogan_edited_in_the_browser_reaches_the_built_page(
    editor: Page, admin_project: Path, tmp_path: Path
) -> None:
    name = "content/themes/2023/06.yml"
    before = (admin_project / name).read_text(encoding="utf-8")
    editor.goto("admin/index.html#/collections/theme/entries/2023/06")
    editor.get_by_role("textbox", name="口号", exact=True).fill(SLOGAN, timeout=WAIT)
    editor.get_by_role("button", name="保存").first.click()
    editor.wait_for_function(
        f"async () => (await ({READ})({name!r})).includes({SLOGAN!r})", timeout=WAIT
    )
    after = editor.evaluate(READ, name)
    assert [line for line in after.splitlines() if line not in before.splitlines()] == [
        f"slogan: {SLOGAN}"
    ]
    root = tmp_path / "edited"
    shutil.copytree(admin_project, root, symlinks=True, ignore=shutil.ignore_patterns("site"))
    (root / name).write_text(after, encoding="utf-8")
    assert main(["check", "--root", str(root), "--as-of", DAY]) == 0
    assert SLOGAN in (build(root) / "themes/2023/06.html").read_text(encoding="utf-8")


def test_an_empty_required_field_is_not_saved(editor: Page) -> None:
    name = "content/themes/2023/01.yml"
    before = editor.evaluate(READ, name)
    editor.goto("admin/index.html#/collections/theme/entries/2023/01")
    editor.get_by_role("textbox", name="口号", exact=True).fill("", timeout=WAIT)
    editor.get_by_role("button", name="保存").first.click()
    expect(editor.get_by_text("此字段为必填项。").first).to_be_visible(timeout=WAIT)
    assert editor.evaluate(READ, name) == before
