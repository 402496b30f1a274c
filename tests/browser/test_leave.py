"""A government's site asks before a link leads to a site that is no government's."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from generator.cli import main
from tests.browser.conftest import PHONE, served
from tests.conftest import DAY, copy_fixture_county, in_content
from tests.engine.test_government import FILING, filed

SHOP = "https://shop.example/x"
OTHERS = "https://www.mem.gov.cn/"


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = filed(copy_fixture_county(tmp_path_factory.mktemp("leave") / "county"), FILING)
    gas = in_content(root, "common/sectors/gas.yml")
    text = gas.read_text("utf-8")
    links = f"先看[别处]({SHOP})，再看[部里]({OTHERS})。"
    gas.write_text(text.replace("intro: ", f"intro: {links}", 1), "utf-8")
    assert main(["build", "--root", str(root), "--as-of", DAY]) == 0
    with served(root / "site") as address:
        yield address


@pytest.fixture
def page(base: str, chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page(viewport=PHONE)

    def elsewhere(route: Route) -> None:
        if route.request.url.startswith(base):
            route.continue_()
        else:
            route.fulfill(body="<h1>elsewhere</h1>", content_type="text/html")

    page.route("**/*", elsewhere)
    page.goto(f"{base}sectors/gas.html#hazards")
    yield page
    page.close()


def test_it_names_the_site_and_lets_the_reader_stay(page: Page, base: str) -> None:
    page.get_by_role("link", name="别处").click()
    asked = page.get_by_role("dialog", name="要离开本站了")
    expect(asked).to_contain_text("shop.example，不是政府网站")
    asked.get_by_role("button", name="留在本站").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert page.url.partition("#")[0] == f"{base}sectors/gas.html"
    page.get_by_role("link", name="别处").focus()
    page.keyboard.press("Enter")
    expect(asked.get_by_role("button", name="留在本站")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_who_wants_to_go_goes(page: Page) -> None:
    page.get_by_role("link", name="别处").click()
    page.get_by_role("link", name="继续打开").click()
    page.wait_for_url(SHOP)


def test_a_government_and_the_filing_are_not_asked_about(page: Page) -> None:
    page.get_by_role("link", name="部里").click()
    page.wait_for_url(OTHERS)
    page.go_back()
    page.get_by_role("link", name="党政机关网站标识").click()
    expect(page.get_by_role("heading", name="elsewhere")).to_be_visible()


def test_any_other_site_does_not_ask(fixture_site: Path, tmp_path: Path, chromium: Browser) -> None:
    site = tmp_path / "site"
    shutil.copytree(fixture_site, site)
    html = (site / "about.html").read_text("utf-8")
    link = f'id="pa-text"><a href="{SHOP}">别处</a>'
    (site / "about.html").write_text(html.replace('id="pa-text">', link, 1), "utf-8")
    with served(site) as address:
        page = chromium.new_page()
        page.route("https://shop.example/**", lambda route: route.fulfill(body="elsewhere"))
        page.goto(f"{address}about.html")
        page.get_by_role("link", name="别处").click()
        page.wait_for_url(SHOP)
        page.close()


def test_what_it_asks_is_easy_to_press_in_the_care_edition(page: Page) -> None:
    page.evaluate("Object.assign(document.documentElement.dataset, {care: 'on', careAll: ''})")
    page.get_by_role("link", name="别处").click()
    asked = page.get_by_role("dialog", name="要离开本站了")
    for each in (asked.get_by_role("button"), asked.get_by_role("link")):
        box = each.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 60
