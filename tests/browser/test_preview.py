"""The preview while an editor works: twenty saves in a row, seen in an open browser page."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.engine.policy import ADMIN, NAME, SITE
from tests.browser.test_policy import LISTEN
from tests.conftest import ROOT
from tests.machine import free_port

PATIENCE = 60_000
ALERT = "content/common/alerts/winter.yml"


@dataclass
class Preview:
    """A running `pingan serve`: its project, its address, and the lines it printed."""

    project: Path
    url: str
    process: subprocess.Popen[str]
    lines: list[str] = field(default_factory=list)

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.project / name
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old} is not in {name}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def said(self, words: str) -> int:
        return sum(words in line for line in self.lines)


@pytest.fixture
def preview(fixture_county: Path) -> Iterator[Preview]:
    theme = fixture_county / "theme"
    theme.unlink()
    shutil.copytree(ROOT / "theme", theme)
    docs = fixture_county / "docs"
    docs.unlink()
    shutil.copytree(ROOT / "docs", docs)
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "serve", "--address", f"127.0.0.1:{port}"],
        cwd=fixture_county,
        env={**os.environ, "PYTHONPATH": str(ROOT), "BROWSER": "true"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    running = Preview(fixture_county, f"http://127.0.0.1:{port}/", process)
    assert process.stdout is not None
    for line in process.stdout:
        running.lines.append(line)
        if running.url in line:
            break
    reading = threading.Thread(target=lambda: running.lines.extend(process.stdout or ()))
    reading.start()
    yield running
    process.terminate()
    process.wait()
    reading.join()


@pytest.fixture
def tab(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    context.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    yield context.new_page()
    expect.set_options(timeout=5_000)
    context.close()


@pytest.mark.thorough
def test_twenty_saves_in_a_row_show_in_an_open_page(  # noqa: PLR0915 - one session
    preview: Preview, tab: Page
) -> None:
    title, text = tab.locator("h1"), tab.locator("body")
    tab.goto(preview.url + "alerts/winter.html")

    # content: good, good, bad, otherwise bad, good
    preview.edit(ALERT, "title: 冬季取暖安全提示", "title: 取暖先看烟道")
    expect(title).to_have_text("取暖先看烟道")
    preview.edit(ALERT, "title: 取暖先看烟道", "title: 取暖别忘开窗")
    expect(title).to_have_text("取暖别忘开窗")
    preview.edit(ALERT, "level: warning", "level: 大红")
    expect(title).to_have_text("内容有 1 处要改")
    expect(text).to_contain_text(f"{ALERT} 第 9 行")
    expect(text).to_contain_text("可选")
    preview.edit(ALERT, "summary: 天冷取暖，防火防中毒。", "")
    expect(title).to_have_text("内容有 2 处要改")
    preview.edit(ALERT, "level: 大红", "level: notice\nsummary: 开窗透气。")
    expect(title).to_have_text("取暖别忘开窗")
    expect(text).to_contain_text("开窗透气。")

    # style sheets, page templates, the frame: good, bad, good
    preview.edit("theme/coloured/css/tokens.css.j2", ":root {", ":root {\n  --proof: 1;")
    proof = "getComputedStyle(document.documentElement).getPropertyValue('--proof')"
    tab.wait_for_function(f"() => {proof}")
    page_template = next(path for path in (preview.project / "theme/pages").glob("alert.*"))
    name = page_template.relative_to(preview.project).as_posix()
    whole = page_template.read_text(encoding="utf-8")
    page_template.write_text(whole + "\n<p>模板加了一句</p>\n", encoding="utf-8")
    expect(text).to_contain_text("模板加了一句")
    page_template.write_text(whole + "{{ nothing.at_all }}", encoding="utf-8")
    expect(title).to_have_text("内容有 1 处要改")
    expect(text).to_contain_text(name)
    page_template.write_text(whole, encoding="utf-8")
    expect(title).to_have_text("取暖别忘开窗")
    frame = preview.project / "theme/web/main.html"
    good = frame.read_text(encoding="utf-8")
    frame.write_text(good + "{% block nothing %}", encoding="utf-8")
    expect(title).to_have_text("内容有 1 处要改")
    expect(text).to_contain_text("theme/web/main.html")
    frame.write_text(good, encoding="utf-8")
    expect(title).to_have_text("取暖别忘开窗")

    # files: new, renamed, removed, back again
    alert = (preview.project / ALERT).read_text(encoding="utf-8")
    summer = preview.project / "content/common/alerts/summer.yml"
    tab.goto(preview.url + "alerts/summer.html")
    expect(title).to_have_text("没有这个页面")
    summer.write_text(
        alert.replace("id: winter", "id: summer").replace("取暖别忘开窗", "天热多喝水"),
        encoding="utf-8",
    )
    expect(title).to_have_text("天热多喝水")
    autumn = summer.rename(summer.with_name("autumn.yml"))
    expect(title).to_have_text("内容有 1 处要改")
    expect(text).to_contain_text("content/common/alerts/autumn.yml")
    preview.edit("content/common/alerts/autumn.yml", "id: summer", "id: autumn")
    expect(title).to_have_text("没有这个页面")
    tab.goto(preview.url + "alerts/autumn.html")
    expect(title).to_have_text("天热多喝水")
    kept = autumn.read_text(encoding="utf-8")
    autumn.unlink()
    expect(title).to_have_text("没有这个页面")
    autumn.write_text(kept, encoding="utf-8")
    expect(title).to_have_text("天热多喝水")

    # what every page needs: broken, mended, changed
    preview.edit("content/county/site.yml", "region:", "region")
    expect(text).to_contain_text("content/county/site.yml 第")
    preview.edit("content/county/site.yml", "region", "region:")
    expect(title).to_have_text("天热多喝水")
    preview.edit("content/county/site.yml", "county: 样例县", "county: 临江县")
    expect(tab.locator(".pa-brand")).to_contain_text("临江县平安站")
    tab.goto(preview.url + "about.html")
    preview.edit("docs/about.md", "# 关于本站", "# 关于这个网站")
    expect(title).to_have_text("关于这个网站")

    assert preview.process.poll() is None
    assert preview.said("文件有变化，正在重新生成") >= 20
    assert preview.said("已更新，用时") >= 12
    assert preview.said("内容有错，网页上有说明") >= 6
    assert preview.said(f"{ALERT}:9:") >= 1
    assert preview.said("Traceback") == 0


def test_the_preview_refuses_what_the_web_server_will_refuse(preview: Preview, tab: Page) -> None:
    tab.add_init_script(LISTEN)
    answer = tab.goto(preview.url + "alerts/winter.html")
    assert answer is not None
    assert answer.headers[NAME.lower()] == SITE
    assert tab.evaluate("refused") == []
    preview.edit(ALERT, "level: warning", "level: 大红")
    expect(tab.locator("h1")).to_have_text("内容有 1 处要改")
    assert tab.evaluate("refused") == []
    assert tab.locator("h1").evaluate("head => getComputedStyle(head).fontSize") == "24px"
    preview.edit(ALERT, "level: 大红", "level: warning")
    expect(tab.locator("h1")).to_have_text("冬季取暖安全提示")
    footer = "theme/web/partials/footer.html"
    preview.edit(footer, "<footer ", '<footer style="color:red" ')
    tab.wait_for_selector("footer[style]")
    assert [each.split()[0] for each in tab.evaluate("refused")] == ["style-src-attr"]
    for path, policy in (("nothing-here.html", SITE), ("admin/", ADMIN)):
        answer = tab.goto(preview.url + path)
        assert answer is not None
        assert (answer.status, answer.headers[NAME.lower()]) == (404, policy)


def test_the_preview_opens_with_the_editors_guide(preview: Preview, tab: Page) -> None:
    tab.goto(preview.url + "index.html")
    tab.get_by_role("link", name="编辑指南").click()
    expect(tab.locator("h1")).to_have_text("编辑指南")
    expect(tab.get_by_role("heading", name="未来 60 天")).to_be_visible()
    tab.get_by_role("link", name="一个月的宣传").first.click()
    expect(tab.locator("h1")).to_contain_text("一个月的宣传")
    assert tab.locator("img").first.evaluate("image => image.naturalWidth") > 0


def test_a_taken_port_and_a_wrong_address_are_explained(
    preview: Preview, fixture_county: Path
) -> None:
    for address, words in (
        (preview.url.removeprefix("http://").rstrip("/"), "已被占用"),
        ("八千", "写成 127.0.0.1:8000 这样"),
    ):
        done = subprocess.run(
            [sys.executable, "-m", "generator", "serve", "--address", address],
            cwd=fixture_county,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 1
        assert words in done.stderr
        assert "Traceback" not in done.stderr
