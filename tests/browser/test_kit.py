"""The copy buttons of the kit pages."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Page, expect


def test_an_article_is_copied_with_its_styles(context: BrowserContext, page: Page) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("kit/themes/2023/11.html")
    page.get_by_role("button", name="复制文章").click()
    expect(page.get_by_text("已复制，到公众号编辑器里粘贴。")).to_be_visible()
    html = page.evaluate(
        "navigator.clipboard.read().then(items => items[0].getType('text/html'))"
        ".then(blob => blob.text())"
    )
    assert "消防宣传月" in html
    assert "background-color" in html


def test_each_text_is_copied_as_it_stands(context: BrowserContext, page: Page) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("kit/themes/2023/11.html")
    for name in ("短信", "微信群消息", "电子屏标语", "广播稿", "通稿"):
        page.get_by_role("button", name=f"复制{name}", exact=True).click()
        shown = page.get_by_role("region", name=name, exact=True).text_content()
        assert page.evaluate("navigator.clipboard.readText()") == shown


def test_without_a_clipboard_the_text_is_selected_and_copied(page: Page) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto("kit/alerts/winter-heating.html")
    page.get_by_role("button", name="复制短信").click()
    expect(page.locator("[data-pa-channel] [role=status]").nth(1)).to_have_text("已复制。")
