"""The search page in real Chromium: how one asks, chooses and is told."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from generator.cli import main
from tests.browser.conftest import ask, show
from tests.hostile.payloads import PAYLOADS


def test_the_card_comes_before_what_lists_results(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    show(page, "search.html?q=家里漏气")
    card = next(place for place, name in enumerate(asked) if name.startswith("card-"))
    later = next(place for place, name in enumerate(asked) if name.startswith("search-later."))
    assert card < later


def test_nothing_is_loaded_before_the_reader_turns_to_search(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("index.html")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if re.search(r"/search/[0-9a-f]{10}/", url)] == []
    page.goto("search.html")
    page.wait_for_load_state("networkidle")
    loaded = [url for url in asked if re.search(r"/search/[0-9a-f]{10}/", url)]
    assert [url.rpartition("/")[2] for url in loaded] == ["answers.js"]  # to be there at once
    with page.expect_request(re.compile(r"/search/[0-9a-f]{10}/base\.js$")):
        page.get_by_role("combobox").focus()


def test_results_are_chosen_with_the_keyboard(page: Page) -> None:
    ask(page, "消防")
    box = page.get_by_role("combobox")
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true]")
    assert chosen.count() == 1
    expect(box).to_have_attribute("aria-activedescendant", str(chosen.get_attribute("id")))
    target = str(chosen.get_attribute("href"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(re.escape(target) + "$"))


def test_results_are_grouped_and_filtered_by_kind(page: Page) -> None:
    ask(page, "消防")
    groups = page.locator("#pa-results [role=group]")
    assert groups.count() >= 3
    page.get_by_role("button", name="培训课件").click()
    expect(groups).to_have_count(1)
    expect(page.locator(".pa-results__kind")).to_have_text("培训课件")
    expect(page.locator("#pa-results mark").first).to_be_visible()


def test_a_search_has_an_address_of_its_own(page: Page) -> None:
    page.goto("search.html?q=起火")
    expect(page.get_by_role("combobox")).to_have_value("起火")
    expect(page.locator("#pa-results [role=option]").first).to_be_visible()
    page.get_by_role("combobox").fill("漏气")
    expect(page).to_have_url(re.compile("q=%E6%BC%8F%E6%B0%94"))


def test_the_chosen_kind_is_in_the_address_and_keeps_the_focus(page: Page) -> None:
    ask(page, "消防")
    chosen = page.get_by_role("button", name="培训课件")
    chosen.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"kind={quote('培训课件')}"))
    expect(chosen).to_have_attribute("aria-pressed", "true")
    expect(chosen).to_be_focused()
    page.reload()
    expect(page.locator(".pa-results__kind")).to_have_text(["培训课件"])
    expect(page.get_by_role("button", name="培训课件")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("combobox").fill("")
    expect(page).not_to_have_url(re.compile("kind="))


def test_there_is_a_list_though_what_decides_does_not_load(page: Page) -> None:
    page.route("**/answers.js", lambda route: route.abort())
    page.goto("search.html?q=消防")
    expect(page.locator("#pa-results [role=option]").first).to_be_visible()
    expect(page.get_by_role("status").first).to_contain_text("没有加载成功")


def test_what_no_page_is_about_says_so_and_shows_the_nearest(page: Page) -> None:
    ask(page, "安全带的颜色搭配")
    said = page.get_by_role("status").first
    expect(said).to_contain_text("没有专门讲这个的页面，最接近的是下面")
    count = page.locator("#pa-results [role=option]").count()
    assert 1 <= count <= 5
    expect(said).to_contain_text(f"{count} 条")
    expect(page.locator("[data-pa-kinds]")).to_be_hidden()
    ask(page, "消防")
    expect(said).to_contain_text("找到")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("广播稿", "kit/index.html"),
        ("燃气广播稿", "kit/"),
        ("RSS", "subscribe.html"),
        ("责任分工表", "units/matrix.html"),
        ("我是企业", "for/enterprise.html"),
        ("工作要点", "work/index.html"),
        ("2023年工作要点", "work/2023/index.html"),
        ("首页", "index.html"),
        ("无障碍", "accessibility.html"),
    ],
)
def test_tools_entries_and_indexes_are_found(page: Page, query: str, expected: str) -> None:
    assert [address for address in ask(page, query)[:3] if address.startswith(expected)]


def test_places_are_found_by_what_people_ask(page: Page) -> None:
    for query in ("避难场所在哪里", "哪里有AED", "镇里值班电话"):
        assert "places.html" in [each.partition("#")[0] for each in ask(page, query)[:3]], query


def test_who_types_a_word_of_an_index_gets_pages_of_its_kind_first(page: Page) -> None:
    assert ask(page, "燃气")[0] == "sectors/gas.html"
    assert ask(page, "燃气标语")[0] == "kit/themes/06.html"
    assert ask(page, "冬季短信")[0] == "kit/alerts/winter.html"
    assert ask(page, "消防课件")[0] == "training/fire.html"


def test_words_with_a_hyphen_and_spelled_words_with_spaces_are_whole(page: Page) -> None:
    page.goto("search.html")
    cut = page.evaluate(
        """async queries => { const { lexicon } = await pinganSearch.base();
        return queries.map(query => lexicon.stretches(query).join(" ")); }""",
        ["e-bike", "xiao fang", "fire drill"],
    )
    assert cut == ["ebike", "xiaofang", "fire drill"]


def test_nothing_found_says_what_to_do(page: Page) -> None:
    page.goto("search.html?q=zzzzqqqq")
    expect(page.get_by_text("换个说法试试")).to_be_visible()
    expect(page.locator("[data-pa-nothing]").get_by_role("link", name="119")).to_be_visible()
    page.locator("[data-pa-nothing]").get_by_role("link", name="按拼音查找").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("按拼音查找")


def test_a_question_is_never_more_than_a_text(page: Page) -> None:
    """Neither one that comes with a link to the search page, nor one that is typed."""
    wrong: list[str] = []
    page.on("dialog", lambda dialog: (wrong.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    alive = "zqx, [onzqx], [onerror], [onload], a[href*=zqx], #pa-results script"
    hostile = [text for text in PAYLOADS if "zqx" in text and "<" in text and "\n" not in text]
    assert len(hostile) > 25
    for text in hostile:
        page.goto(f"search.html?q={quote(text)}")
        expect(page.locator("[data-pa-found]")).not_to_be_empty()
        page.get_by_role("combobox").fill(f"火{text}")
        page.wait_for_timeout(100)
        if page.locator(alive).count():
            wrong.append(text)
    assert wrong == []


@pytest.mark.parametrize("query", ["煤气罐漏气怎么办", "消防", "zzzzqqqq"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_results_are_accessible(chromium: Browser, address: str, query: str, scheme: str) -> None:
    context = chromium.new_context(base_url=address, color_scheme=scheme)
    context.add_init_script("localStorage.setItem('pa-care', 'on')")
    page = context.new_page()
    ask(page, query)
    page.keyboard.press("ArrowDown")
    violations = Axe().run(page).response["violations"]
    context.close()
    assert [(each["id"], [node["target"] for node in each["nodes"]]) for each in violations] == []


def test_search_works_in_a_copy_opened_by_double_click(
    chromium: Browser, fixture_site: Path
) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto((fixture_site / "search.html").as_uri())
    page.get_by_role("combobox").fill("家里起火")
    option = page.locator("#pa-results [role=option]").first
    option.wait_for()
    option.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    context.close()


def test_what_is_not_live_is_never_found(
    chromium: Browser, fixture_county: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = fixture_county / "content/common/sectors/gas.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("status: published", "status: draft"), encoding="utf-8")
    assert main(["build", "--root", str(fixture_county), "--as-of", "2023-05-31"]) == 0
    context = chromium.new_context()
    page = context.new_page()
    page.goto((fixture_county / "site/search.html").as_uri())
    for query, hidden in (("燃气安全", "sectors/gas"), ("安全生产月主题", "2023/06")):
        found = page.evaluate(
            "async query => { const { results } = await pinganSearch.rank(query);"
            "const { base } = await pinganSearch.base();"
            "return Promise.all(results.map(r => pinganSearch.texts(r.record, base)))"
            ".then(all => all.map(one => one.address)); }",
            query,
        )
        assert not [address for address in found if hidden in address], query
    context.close()
