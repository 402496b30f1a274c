"""Editing in the browser, on one computer without any server account, in real Chromium."""

from __future__ import annotations

import io
import re
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from generator.cli import main
from generator.engine import policy
from generator.engine.preview import _Preview
from tests.admin.npm import installed
from tests.browser.conftest import DESKTOP
from tests.conftest import DAY, ROOT, copy_fixture_county

pytestmark = pytest.mark.thorough

SLOGAN = "看得见的隐患，今天就改"
THEME = "content/common/themes/06.yml"
EDITION = "content/county/themes/2023/06.yml"
ALERT = "content/common/alerts/winter.yml"
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
  const file = await (await folder.getFileHandle(parts.at(-1))).getFile();
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await file.arrayBuffer());
}"""
PICK = "window.showDirectoryPicker = () => navigator.storage.getDirectory()"


class Preview(SimpleHTTPRequestHandler):
    """Serves a folder; puts the live reload and the policy into pages, as `pingan serve` does."""

    def send_head(self):
        path = Path(self.translate_path(self.path))
        if path.suffix != ".html" or not path.is_file():
            return super().send_head()
        content = _Preview._inject_js_into_html(None, path.read_bytes(), 0)
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header(policy.NAME, policy.policy_of(self.path))
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return io.BytesIO(content)

    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="module")
def admin_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the small county with the editor switched on in site.yml."""
    installed()
    root = copy_fixture_county(tmp_path_factory.mktemp("admin") / "county")
    (root / "admin").symlink_to(ROOT / "admin")
    with (root / "content/county/site.yml").open("a", encoding="utf-8") as site:
        site.write("admin:\n  enabled: true\n  backend: local\n")
    return root


def build(root: Path) -> Path:
    assert main(["build", "--root", str(root), "--as-of", DAY]) == 0
    return root / "site"


@pytest.fixture(scope="module")
def editor_address(admin_project: Path) -> Iterator[str]:
    handler = partial(Preview, directory=str(build(admin_project)))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def editor(chromium: Browser, editor_address: str, admin_project: Path) -> Iterator[Page]:
    """The editor, signed in to the project's folder.

    No request may leave this computer, and nothing may go wrong in the console.
    """
    context = chromium.new_context(viewport=DESKTOP, base_url=editor_address, locale="en-US")
    page = context.new_page()
    wrong: list[str] = []
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((editor_address, f"blob:{editor_address}", "data:"))
            else wrong.append(request.url)
        ),
    )
    content = {
        path.relative_to(admin_project).as_posix(): path.read_text(encoding="utf-8")
        for path in (admin_project / "content").rglob("*.yml")
    }
    content[ALERT] = "\ufeff" + content[ALERT].replace("\n", "\r\n")  # as Windows writes it
    page.goto("404.html")
    page.evaluate(FILL, content)
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.add_init_script(PICK)
    page.goto("admin/index.html")
    page.get_by_role("button", name="使用本地仓库").click(timeout=WAIT)
    expect(page.get_by_text("月度主题").first).to_be_visible(timeout=WAIT)
    yield page
    context.close()
    assert wrong == []


def field(page: Page, name: str) -> Locator:
    """Scroll to a field of the form, which the CMS makes only when it comes into sight."""
    found = page.locator(f'[data-key-path="{name}"]').first
    page.mouse.move(600, 500)
    for _ in range(100):
        if found.count():
            found.scroll_into_view_if_needed(timeout=WAIT)
            return found
        page.mouse.wheel(0, 400)
        page.wait_for_timeout(50)
    raise AssertionError(f"no field {name}")


def textbox(page: Page, name: str) -> Locator:
    return page.get_by_role("textbox", name=name, exact=True)


def opened(page: Page, entry: str, *, shows: str = "title") -> Page:
    page.goto(f"admin/index.html#/collections/{entry}")
    expect(page.locator(f'[data-key-path="{shows}"]')).to_be_visible(timeout=WAIT)
    return page


def save(page: Page) -> None:
    page.get_by_role("button", name="保存", exact=True).first.click()


def saved(page: Page, name: str, part: str) -> str:
    """Give a file's text once it holds `part`."""
    for _ in range(WAIT // 100):
        text = str(page.evaluate(f"(name) => ({READ})(name).catch(() => '')", name))
        if part in text:
            return text
        page.wait_for_timeout(100)
    raise AssertionError(f"{name} does not say {part}")


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
    before = (admin_project / THEME).read_text(encoding="utf-8")
    opened(editor, "theme/entries/06")
    field(editor, "slogan").get_by_role("textbox").fill(SLOGAN)
    save(editor)
    after = saved(editor, THEME, SLOGAN)
    assert after == before.replace("slogan: 先看一看再动手", f"slogan: {SLOGAN}")
    root = tmp_path / "edited"
    shutil.copytree(admin_project, root, symlinks=True, ignore=shutil.ignore_patterns("site"))
    (root / THEME).write_text(after, encoding="utf-8")
    assert main(["check", "--root", str(root), "--as-of", DAY]) == 0
    assert SLOGAN in (build(root) / "themes/06.html").read_text(encoding="utf-8")


def test_a_file_of_windows_stays_one(editor: Page) -> None:
    before = editor.evaluate(READ, ALERT)
    opened(editor, "alert/entries/winter")
    field(editor, "title").get_by_role("textbox").fill("新的标题")
    save(editor)
    old = next(line for line in before.split("\r\n") if line.startswith("title:"))
    assert saved(editor, ALERT, "新的标题") == before.replace(old, "title: 新的标题")


def test_an_empty_required_field_is_not_saved(editor: Page) -> None:
    before = editor.evaluate(READ, THEME)
    opened(editor, "theme/entries/06")
    field(editor, "title").get_by_role("textbox").fill("")
    save(editor)
    expect(editor.get_by_text("此字段为必填项。").first).to_be_visible(timeout=WAIT)
    expect(editor.get_by_role("button", name="看看哪里不对")).to_be_visible()
    assert editor.evaluate(READ, THEME) == before


def test_a_new_entry_is_a_draft_named_by_its_year(editor: Page) -> None:
    opened(editor, "work-plan/new")
    expect(editor.get_by_role("radio", name="草稿")).to_be_checked()
    field(editor, "title").get_by_role("textbox").fill("2027年安全生产工作要点")
    for name in ("publish_on", "reviewed_on"):
        field(editor, name).locator("input").fill("2027-01-05")
    year = field(editor, "year").get_by_role("textbox")
    year.fill("27")
    field(editor, "requirement").get_by_role("textbox").fill("要求")
    field(editor, "aim").get_by_role("textbox").fill("目标")
    field(editor, "sections").get_by_role("button", name="添加").click()
    for name, value in (("id", "all"), ("title", "总的")):
        field(editor, f"sections.0.{name}").get_by_role("textbox").fill(value)
    field(editor, "sections.0.number").locator("input").fill("1")
    save(editor)
    expect(editor.get_by_text("写四位年份，例如 2027").first).to_be_visible()
    year = field(editor, "year").get_by_role("textbox")
    year.fill("2027")
    save(editor)
    assert saved(editor, "content/county/work/2027/plan.yml", "sections").startswith(
        "# yaml-language-server: $schema=../../../../schemas/work-plan.json\n"
        'id: "2027"\ntitle: 2027年安全生产工作要点\nstatus: draft\n'
    )


@pytest.mark.parametrize(
    ("entry", "path", "change", "copy", "lines"),
    [
        (
            "theme-edition/entries/2023/06",
            EDITION,
            ("year", "2027"),
            "content/county/themes/2027/06.yml",
            ("id: 2027-06", "year: 2027", 'of: "06"'),
        ),
        (
            "campaign-edition/entries/2023/safety-month",
            "content/county/campaigns/2023/safety-month.yml",
            ("year", "2027"),
            "content/county/campaigns/2027/safety-month.yml",
            ("id: safety-month-2027", "year: 2027"),
        ),
        (
            "work-item/entries/2023/02",
            "content/county/work/2023/02.yml",
            ("number", "05"),
            "content/county/work/2023/05.yml",
            ("id: 2023-05", "year: 2023", "number: 5"),
        ),
        (
            "alert/entries/winter",
            ALERT,
            ("id", "spring"),
            "content/common/alerts/spring.yml",
            ("id: spring",),
        ),
    ],
)
def test_a_copy_is_a_draft_and_takes_no_other_files_place(
    editor: Page,
    *,
    entry: str,
    path: str,
    change: tuple[str, str],
    copy: str,
    lines: tuple[str, ...],
) -> None:
    before = editor.evaluate(READ, path)
    opened(editor, entry)
    editor.get_by_role("button", name="显示编辑器选项").click()
    editor.get_by_role("menuitem", name=re.compile("副本|复制")).click()
    expect(editor.get_by_role("radio", name="草稿")).to_be_checked(timeout=WAIT)
    save(editor)
    expect(editor.get_by_text(f"{path} 已经有了")).to_be_visible(timeout=WAIT)
    editor.get_by_role("button", name="确定").click()
    assert editor.evaluate(READ, path) == before
    name, value = change
    field(editor, name).get_by_role("textbox").fill(value)
    save(editor)
    written = saved(editor, copy, "sources").splitlines()
    assert {*lines, "status: draft"} <= set(written)


def test_what_makes_the_id_cannot_be_changed_later(editor: Page) -> None:
    opened(editor, "theme-edition/entries/2023/06", shows="of")
    expect(field(editor, "year").get_by_role("textbox")).not_to_be_editable()
    expect(field(editor, "of").get_by_role("combobox")).to_have_attribute("aria-readonly", "true")
    opened(editor, "alert/entries/winter")
    expect(field(editor, "id").get_by_role("textbox")).not_to_be_editable()


def test_articles_are_found_by_their_number(editor: Page, admin_project: Path) -> None:
    before = editor.evaluate(READ, THEME)
    opened(editor, "theme/entries/06")
    sources = field(editor, "sources")
    expect(sources.get_by_text("《消防法》第五条（5）")).to_be_visible()
    sources.get_by_role("combobox").click()
    search = editor.get_by_role("searchbox", name="筛选选项")
    search.fill("44")
    expect(editor.get_by_role("option", name="《消防法》第四十四条（44）")).to_be_visible()
    search.fill("消防法》第四十四")
    expect(editor.get_by_role("option")).to_have_count(1)
    editor.get_by_role("option", name="《消防法》第四十四条（44）").click()
    save(editor)
    after = saved(editor, THEME, "fire-protection-law#44")
    assert len(after.splitlines()) == len(before.splitlines())


def test_icons_are_chosen_by_name(editor: Page) -> None:
    opened(editor, "theme/new")
    icon = field(editor, "icon")
    expect(icon.get_by_role("combobox")).to_contain_text("盾牌（安全）")


@pytest.mark.parametrize(
    ("slogan", "count"), [("一二三四五六七八九十" * 2 + "一", "21"), ("{县名}安全", "5")]
)
def test_letters_are_counted_as_the_check_counts(editor: Page, slogan: str, count: str) -> None:
    opened(editor, "theme/entries/06")
    slogan_field = field(editor, "slogan")
    slogan_field.get_by_role("textbox").fill(slogan)
    expect(slogan_field).to_contain_text(f"{count} / 20")


def test_escape_and_back_lose_nothing(editor: Page) -> None:
    opened(editor, "theme/entries/06")
    title = field(editor, "title").get_by_role("textbox")
    title.click()
    editor.keyboard.press("ControlOrMeta+A")
    editor.keyboard.type("写到一半")
    editor.keyboard.press("Escape")
    expect(title).to_have_value("写到一半")
    asked: list[str] = []
    editor.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    editor.get_by_role("button", name="取消编辑").click()
    expect(title).to_have_value("写到一半")
    assert asked == ["还有没保存的改动。确定离开吗？"]
    editor.wait_for_timeout(500)  # the CMS keeps what is typed
    editor.once("dialog", lambda dialog: dialog.accept())
    editor.get_by_role("button", name="取消编辑").click()
    expect(title).to_be_hidden()
    opened(editor, "theme/entries/06")
    editor.get_by_role("button", name="恢复").click(timeout=WAIT)
    expect(field(editor, "title").get_by_role("textbox")).to_have_value("写到一半")


def test_an_untouched_entry_is_left_without_a_question(editor: Page) -> None:
    asked: list[str] = []
    editor.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    for entry in ("theme/entries/06", "theme/new"):
        opened(editor, entry)
        editor.get_by_role("button", name="取消编辑").click()
        expect(editor.locator(".content-editor")).to_be_hidden(timeout=WAIT)
    assert asked == []


def test_pictures_are_offered_nowhere(editor: Page) -> None:
    picture = re.compile("上传|图片|素材|资源|媒体")
    expect(editor.get_by_role("radio", name=picture)).to_have_count(0)
    editor.get_by_role("button", name="新建内容").click()
    expect(editor.get_by_role("menuitem", name="月度主题", exact=True)).to_be_visible()
    expect(editor.get_by_role("menuitem", name=picture)).to_have_count(0)
    editor.keyboard.press("Escape")
    opened(editor, "theme/new")
    expect(editor.get_by_role("button", name=picture)).to_have_count(0)


def test_lists_say_year_month_and_status(editor: Page) -> None:
    editor.goto("admin/index.html#/collections/theme-edition")
    rows = editor.get_by_role("row")
    expect(rows.filter(has_text="2023-06")).to_contain_text("［已发布］", timeout=WAIT)
    shown = [text for text in rows.all_inner_texts() if "2023-" in text]
    assert ["2023-11" in shown[0], "2023-06" in shown[1]] == [True, True]
    editor.get_by_role("button", name="分组").click()
    editor.get_by_text("年份", exact=True).click()
    expect(editor.get_by_role("rowgroup").filter(has_text="2023").first).to_be_visible()
    editor.keyboard.press("Escape")
    expect(editor.get_by_role("menu").filter(visible=True)).to_have_count(0)
    editor.get_by_role("button", name="筛选").click()
    expect(editor.get_by_role("menu").filter(visible=True)).to_have_count(1)
    editor.get_by_role("menu").get_by_text("只看草稿").click()
    expect(rows.filter(has_text="2023-06")).to_have_count(0)


def test_nothing_english_is_shown(editor: Page) -> None:
    """Names of icons aside, which a font shows as pictures."""
    for entry in ("theme/entries/06", "campaign/new", "sector/entries/fire"):
        editor.goto(f"admin/index.html#/collections/{entry}")
        shown = editor.locator(".content-editor [data-key-path]:not([hidden])")
        expect(shown.first).to_be_visible(timeout=WAIT)
        words = editor.evaluate(
            """() => {
              const icons = document.querySelectorAll(".icon");
              for (const icon of icons) icon.textContent = "";
              return document.body.innerText;
            }"""
        )
        assert re.findall("[A-Za-z]{4,}", re.sub("例如 [a-z-]+", "", words)) == []
