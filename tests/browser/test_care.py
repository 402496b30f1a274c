"""关怀版: what to do alone, large, far enough apart, easy to press; and one touch leads back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import ALL, PHONE, Judged, faults, open_with_axe, quick
from tests.browser.conftest import Screen, ask, show
from tests.browser.test_aloud import SPEECH
from tests.conftest import most_thorough

SHOWN = {
    "situation": {"马上这样做", "在这些地方，还要这样做", "本县的这些地方", "是不是这一种"},
    "procedure": {"怎么做", "本县的这些地方"},
    "sector": {"出事了怎么办", "要这样做，不要这样做", "本县的这些地方"},
    "theme": {"群众怎么做", "出事了怎么办"},
    "alert": {"风险在哪里", "群众怎么做", "出事了怎么办"},
    "item": {"对群众意味着什么", "怎样参与、怎样举报"},
}
HEADINGS = """[...document.querySelectorAll(".pa-page h2")]
  .filter(each => each.getClientRects().length).map(each => each.textContent.trim())"""
LEFT_OUT = """[...document.querySelectorAll(".pa-page > *")]
  .filter(each => !each.matches("[hidden], noscript, .pa-sr, .pa-screen, .pa-only-care"))
  .filter(each => !each.getClientRects().length)
  .filter(each => each.textContent.trim()).length"""
MAIN_PARTS = ("index.html", "emergency.html", "situations/gas-smell.html", "sectors/fire.html")
# All that can be pressed, but for links within a sentence.
SMALL = """least => [...document.querySelectorAll("a, button, summary, input, select")]
  .filter(each => each.checkVisibility() && !each.closest(".md-skip"))
  .filter(each => {
    const text = each.parentElement.cloneNode(true);
    for (const inner of text.querySelectorAll("a, details, .pa-sr, svg")) inner.remove();
    return each.tagName !== "A" || !text.textContent.trim() || !each.closest("p, li, dd")
      || each.matches("[href^='tel:'], .pa-steps a");
  })
  .map(each => [each, each.getBoundingClientRect()])
  .filter(([, box]) => box.width < least - .5 || box.height < least - .5)
  .map(([each, box]) => [each.className || each.tagName, each.textContent.trim().slice(0, 12),
    Math.round(box.width), Math.round(box.height)].join(" "))"""
SMALL_TYPE = """least => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = new Set();
  while (walker.nextNode()) {
    const holder = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !holder.checkVisibility()) continue;
    if (holder.closest(".pa-sr, svg, script, style, .pa-article")) continue;
    const size = parseFloat(getComputedStyle(holder).fontSize);
    if (size < least) found.add(holder.className + holder.tagName + " " + size);
  }
  return [...found];
}"""
SMALLEST = """Math.min(...[...document.querySelectorAll(
    ".pa-steps li, .pa-never li, .pa-points li, .pa-tip p, .pa-lines li, .pa-intro p")]
  .filter(each => each.checkVisibility())
  .map(each => parseFloat(getComputedStyle(each).fontSize)))"""
# From the last line of a paragraph to the first of the next: a line, and 1.3 lines between them.
TOO_CLOSE = """() => {
  function lines(element) {
    const range = document.createRange();
    range.selectNodeContents(element);
    return [...range.getClientRects()].filter(box => box.width && box.height)
      .map(box => (box.top + box.bottom) / 2);
  }
  const found = [];
  for (const each of document.querySelectorAll(".pa-page :is(p, li)")) {
    const next = each.nextElementSibling;
    if (!next || next.tagName !== each.tagName || !each.checkVisibility()) continue;
    if (each.querySelector("details, a.pa-call, img, svg") || !next.checkVisibility()) continue;
    if (each.closest(".pa-head, .pa-cards, .pa-tiles")) continue;
    const [line, size] = [each, next].map(one => getComputedStyle(one))
      .map(style => [parseFloat(style.lineHeight), parseFloat(style.fontSize)])
      .sort((one, other) => one[0] - other[0])[0];
    const between = Math.min(...lines(next)) - Math.max(...lines(each));
    if (line < 1.5 * size - .1) found.push("line " + each.textContent.trim().slice(0, 12));
    if (between < 2.3 * line - 1) found.push(Math.round(between / line * 100) / 100 + " "
      + (each.parentElement.className || each.className) + each.textContent.trim().slice(0, 12));
  }
  return found;
}"""


@pytest.mark.parametrize("kind", SHOWN)
def test_a_page_shows_what_to_do_and_no_more(
    screen: Screen, kinds: dict[str, str], kind: str
) -> None:
    page = screen(care=True)
    page.goto(kinds[kind])
    shown = page.evaluate(HEADINGS)
    assert shown
    assert set(shown) <= SHOWN[kind]


def test_a_field_shows_all_of_what_to_do_and_what_not(screen: Screen) -> None:
    page = screen(care=True)
    page.goto("sectors/fire.html")
    for words in ("拨打119，说清地点", "不要回去拿东西", "先问一问。", "不冒险。"):
        expect(page.locator(".pa-page").get_by_text(words).first).to_be_visible()
    assert page.evaluate(HEADINGS)[:2] == ["出事了怎么办", "要这样做，不要这样做"]


def test_the_home_page_is_short(screen: Screen) -> None:
    page = screen(care=True)
    page.goto("index.html")
    expect(page.get_by_role("searchbox")).to_be_visible()
    expect(page.locator(".pa-theme-hero__tips li")).to_have_count(3)
    for tip in page.locator(".pa-theme-hero__tips li").all():
        expect(tip).to_be_visible()
    expect(page.get_by_role("navigation", name="一键拨号")).to_be_in_viewport()
    assert {"我是……", "生活安全", "行业领域", "最近发布"}.isdisjoint(page.evaluate(HEADINGS))
    assert page.evaluate("document.documentElement.scrollHeight") <= 4 * 844


def test_nothing_is_lost(screen: Screen, kinds: dict[str, str]) -> None:
    """Where parts are left out a button shows them, in the usual version, and leads to them."""
    page = screen(care=True)
    led = 0
    for kind in (*SHOWN, "home", "campaign", "entry", "emergency", "course", "search"):
        show(page, kinds[kind])
        button = page.get_by_role("button", name="全部内容（普通版）")
        if not page.evaluate(LEFT_OUT):
            expect(button).to_be_hidden()
            continue
        button.click()
        assert page.evaluate("document.documentElement.dataset.care") is None
        expect(page.locator(".pa-page > :focus")).to_be_in_viewport()
        assert page.evaluate(LEFT_OUT) == 0
        led += 1
        page.evaluate("localStorage.setItem('pa-care', 'on')")
    assert led >= 7


@pytest.mark.parametrize("width", [390, 320, 1280])
def test_one_touch_leads_back(screen: Screen, width: int) -> None:
    page = screen(width, care=True)
    for path in MAIN_PARTS:
        page.goto(path)
        back = page.get_by_role("button", name="回到普通版")
        expect(back).to_be_in_viewport(ratio=1)
        touch(page, "回到普通版")
        expect(back).to_be_hidden()
        expect(page.get_by_role("button", name="关怀版")).to_be_visible()
        assert page.evaluate("localStorage.getItem('pa-care')") == "off"


def test_the_way_back_stays_in_sight(screen: Screen) -> None:
    page = screen(care=True)
    page.goto("sectors/fire.html")
    page.evaluate("scrollTo(0, 1500)")
    expect(page.get_by_role("button", name="回到普通版")).to_be_in_viewport(ratio=1)


def test_a_link_into_a_part_that_is_left_out_shows_it(screen: Screen) -> None:
    page = screen(care=True)
    page.goto("sectors/fire.html#signs")
    heading = page.get_by_role("heading", name="出事前的苗头")
    expect(heading).to_be_in_viewport()
    expect(page.get_by_role("button", name="回到普通版")).to_be_visible()
    page.goto("sectors/fire.html#dos")
    page.reload()
    expect(heading).to_be_hidden()
    page.evaluate("location.hash = 'signs'")
    expect(heading).to_be_in_viewport()


def test_the_way_past_the_bars_leads_to_what_is_shown(
    screen: Screen, kinds: dict[str, str]
) -> None:
    page = screen(care=True)
    for kind in SHOWN:
        page.goto(kinds[kind])
        target = str(page.locator(".md-skip").get_attribute("href"))
        expect(page.locator(target)).to_be_visible()


def test_the_reader_stays_at_what_was_read(screen: Screen) -> None:
    page = screen()
    page.goto("sectors/fire.html")
    heading = page.get_by_role("heading", name="要这样做，不要这样做")
    page.evaluate("document.getElementById('dos').scrollIntoView()")
    touch(page, "关怀版")
    expect(heading).to_be_in_viewport()
    touch(page, "回到普通版")
    expect(heading).to_be_in_viewport()


def touch(page: Page, name: str) -> None:
    """Press a button where it is: a locator's click would scroll first."""
    box = page.get_by_role("button", name=name).bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


@pytest.mark.parametrize("width", [390, 320])
@pytest.mark.parametrize("path", MAIN_PARTS)
def test_what_can_be_pressed_is_60_pixels_large(screen: Screen, path: str, width: int) -> None:
    page = screen(width, care=True)
    page.add_init_script(SPEECH)
    page.goto(path)
    expect(page.get_by_role("button", name="读给我听")).to_be_visible()
    assert page.evaluate(SMALL, 60) == []
    page.get_by_role("button", name="读给我听").click()
    expect(page.get_by_role("region", name="朗读")).to_be_visible()
    assert page.evaluate(SMALL, 60) == []


def test_no_type_is_small(screen: Screen, kinds: dict[str, str]) -> None:
    page = screen(care=True)
    small = {}
    for path in kinds.values():
        page.goto(path, wait_until="domcontentloaded")
        if found := page.evaluate(SMALL_TYPE, 18):
            small[path] = found
    assert small == {}


def test_what_is_to_be_done_is_in_large_type(screen: Screen, kinds: dict[str, str]) -> None:
    page = screen(care=True)
    for kind in SHOWN:
        page.goto(kinds[kind])
        assert page.evaluate(SMALLEST) >= 22


@pytest.mark.parametrize("kind", [*SHOWN, "home", "emergency", "text"])
def test_paragraphs_lie_apart_as_the_rules_for_the_old_have_it(
    screen: Screen, kinds: dict[str, str], kind: str
) -> None:
    page = screen(care=True)
    page.goto(kinds[kind])
    assert page.evaluate(TOO_CLOSE) == []


def test_a_desk_shows_one_column(screen: Screen) -> None:
    page = screen(1280, 900, care=True)
    page.goto("sectors/fire.html")
    boxes = [each.bounding_box() for each in page.locator(".pa-dodont > section").all()]
    assert all(box and box["width"] <= 1000 for box in boxes)
    assert len({round(box["x"]) for box in boxes if box}) == 1


@pytest.mark.parametrize("dark", most_thorough([False, True], but=1))
def test_axe_finds_nothing_in_it_while_a_page_is_read(screen: Screen, dark: bool) -> None:
    page = quick(screen, care=True, dark=dark)
    page.add_init_script(SPEECH)
    judged: Judged = {PHONE: []}
    for path, pieces in zip(MAIN_PARTS, (4, 5, 6, 9), strict=True):
        open_with_axe(page, path)
        page.evaluate("document.querySelector('.pa-tabs__aloud').click()")
        page.wait_for_function("() => spoken.length")
        page.evaluate("heard", pieces)
        assert faults(page, PHONE, ALL, judged) == []


def test_it_is_found_by_its_other_names(page: Page) -> None:
    for name in ("长辈版", "亲情版", "关爱版", "关怀版"):
        assert ask(page, name)[0] == "accessibility.html"
