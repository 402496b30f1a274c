"""What a reader does: 关怀版, share, print, call; and all of it without scripts."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, expect

# How many pictures were missing when the page was printed.
PRINTED = """window.printed = new Promise(done => {
  window.print = () => done([...document.images].filter(each => !each.complete).length);
})"""


def test_the_care_edition_is_larger_and_is_remembered(page: Page) -> None:
    page.goto("sectors/fire.html")
    size = "parseFloat(getComputedStyle(document.querySelector('.pa-steps li')).fontSize)"
    before = page.evaluate(size)
    page.get_by_role("button", name="关怀版").click()
    assert page.evaluate(size) >= before * 1.15
    page.goto("index.html")
    page.get_by_role("button", name="回到普通版").click()
    page.reload()
    expect(page.get_by_role("button", name="关怀版")).to_be_visible()
    expect(page.get_by_role("button", name="回到普通版")).to_be_hidden()


def test_dark_follows_the_phone_and_a_choice_is_remembered(chromium: Browser, address: str) -> None:
    context = chromium.new_context(base_url=address, color_scheme="dark")
    page = context.new_page()
    page.goto("index.html")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.get_by_role("button", name="换成浅色").click()
    page.goto("emergency.html")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    context.close()


def test_a_page_can_be_shared_by_its_address(context: BrowserContext, page: Page) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.add_init_script("delete Navigator.prototype.share")
    page.goto("sectors/gas.html#emergency")
    page.get_by_role("button", name="分享这一页").click()
    expect(page.locator("[data-pa-said]")).to_contain_text("网址已复制")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith("sectors/gas.html")
    assert page.title() in copied


def test_a_page_can_be_printed(page: Page) -> None:
    page.add_init_script(PRINTED)
    page.goto("sectors/gas.html")
    page.get_by_role("button", name="打印").click()
    assert page.evaluate("window.printed") == 0


def test_pictures_far_below_are_fetched_before_a_page_is_printed(page: Page) -> None:
    page.add_init_script(PRINTED)
    page.goto("pictures.html")
    waiting = page.evaluate("[...document.images].filter(each => !each.complete).length")
    page.get_by_role("button", name="打印").click()
    assert waiting > 0
    assert page.evaluate("window.printed") == 0


def test_every_page_calls_with_one_tap(page: Page) -> None:
    page.goto("work/2023/02.html")
    bar = page.get_by_role("navigation", name="一键拨号")
    expect(bar.get_by_role("link", name="119 火警")).to_have_attribute("href", "tel:119")
    expect(bar).to_be_in_viewport()


def test_without_scripts_everything_but_search_works(chromium: Browser, address: str) -> None:
    context = chromium.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("index.html")
    assert page.get_by_role("button", name="关怀版").count() == 0
    page.get_by_role("link", name="行业领域", exact=True).first.click()
    page.locator(".pa-page").get_by_role("link", name="燃气安全").first.click()
    expect(page.get_by_role("heading", name="出事了怎么办")).to_be_visible()
    assert page.get_by_role("button", name="分享这一页").count() == 0
    page.goto("training/fire.html")
    answer = page.locator(".pa-question details").first
    assert not answer.locator("p").first.is_visible()
    answer.locator("summary").click()
    expect(answer.locator("p").first).to_contain_text("答案")
    context.close()


def test_the_site_opens_from_a_folder_too(chromium: Browser, fixture_site: Path) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto((fixture_site / "index.html").as_uri())
    page.get_by_role("link", name="全部风险提示").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    context.close()
