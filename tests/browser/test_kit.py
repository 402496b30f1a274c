"""The copy buttons of the kit pages, and the article on a page of its own."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from generator.look import look_of
from generator.palette import palette_of
from tests.conftest import ROOT

KIT = "kit/themes/11"
RECEIVE = """document.addEventListener("paste", event => {
  window.pasted = ["html", "plain"].map(kind => event.clipboardData.getData("text/" + kind));
})"""


def pasted(context: BrowserContext) -> tuple[str, str]:
    """What another program gets from the clipboard: HTML and plain text."""
    page = context.new_page()
    page.goto("about.html")
    page.evaluate(RECEIVE)
    page.keyboard.press("Control+V")
    page.wait_for_function("() => window.pasted")
    html, plain = page.evaluate("window.pasted")
    page.close()
    return html, plain


@pytest.fixture
def carried(fixture_site: Path) -> str:
    """The article in the file of the kit, which carries its styles along."""
    with zipfile.ZipFile(fixture_site / KIT / "kit.zip") as kit:
        name = next(name for name in kit.namelist() if name.endswith(".html"))
        page = kit.read(name).decode()
    return page.partition("<main>")[2].partition("</main>")[0]


def test_an_article_is_copied_with_its_styles(
    context: BrowserContext, page: Page, carried: str
) -> None:
    page.goto(f"{KIT}.html")
    page.get_by_role("button", name="复制文章").click()
    expect(page.get_by_text("已复制，到公众号编辑器里粘贴。")).to_be_visible()
    html, plain = pasted(context)
    assert html == carried.replace("\n", "")
    assert f"background-color:{palette_of(look_of(ROOT)).light.pine}" in html
    assert "消防宣传月：人人看一遍" in plain
    assert "class" not in html


def test_an_article_is_copied_from_its_own_page_by_two_keys(
    context: BrowserContext, page: Page, carried: str
) -> None:
    page.goto(f"{KIT}/article.html")
    page.keyboard.press("Control+A")
    page.keyboard.press("Control+C")
    html, plain = pasted(context)
    assert html == carried
    assert "这几行不会被复制" not in plain


def test_the_browser_itself_gives_part_of_an_article_its_styles(
    context: BrowserContext, page: Page
) -> None:
    """Also where the script did not come."""
    page.route("**/js/article.*.js", lambda route: route.abort())
    page.goto(f"{KIT}/article.html")
    page.keyboard.press("Control+A")
    page.keyboard.press("Control+C")
    html, _ = pasted(context)
    banner = re.search(r'<section [^>]*style="([^"]*)"', html)
    assert banner
    assert "background-color: rgb(20, 89, 74)" in banner[1]
    assert "padding: 22px 18px" in banner[1]


def test_an_article_looks_the_same_on_both_pages_and_in_its_file(
    context: BrowserContext, page: Page, carried: str
) -> None:
    look = """root => [...root.querySelectorAll("*")].map(each => {
      const style = getComputedStyle(each);
      return [each.tagName, ...["color", "backgroundColor", "fontSize", "fontWeight", "margin",
        "padding", "borderRadius", "letterSpacing"].map(name => style[name])].join(" ");
    })"""
    page.goto(f"{KIT}.html")
    on_the_kit = page.locator(".pa-article").evaluate(look)
    page.goto(f"{KIT}/article.html")
    alone = page.locator("main").evaluate(look)
    page.goto("about:blank")
    page.set_content(f"<main>{carried}</main>")
    in_the_file = page.locator("main").evaluate(look)
    assert len(alone) > 50
    assert on_the_kit == alone == in_the_file


def test_each_text_is_copied_as_it_stands(context: BrowserContext, page: Page) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("kit/themes/11.html")
    for name in ("短信", "微信群消息", "电子屏标语", "广播稿", "通稿"):
        page.get_by_role("button", name=f"复制{name}", exact=True).click()
        shown = page.get_by_role("region", name=name, exact=True).text_content()
        assert page.evaluate("navigator.clipboard.readText()") == shown


def test_without_a_clipboard_the_text_is_selected_and_copied(page: Page) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto("kit/alerts/winter.html")
    page.get_by_role("button", name="复制短信").click()
    expect(page.locator("[data-pa-channel] [role=status]").nth(1)).to_have_text("已复制。")
