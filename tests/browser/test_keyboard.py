"""The keyboard: where the focus is can be seen, is never under a bar and is never lost."""

from __future__ import annotations

import io
from base64 import b64decode
from collections.abc import Iterator
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import CDPSession, Page, expect

from tests.browser.conftest import Screen, show
from tests.conftest import most_thorough

RING = 6  # CSS pixels around an element in which its ring must be found
KIND = """const name = element => element ? element.tagName + "." + element.className : "";
const kind = each => [each, each.parentElement, each.closest("section, nav, ul, form, table")]
  .map(name).join(" ");"""
NEW_KINDS = f"""known => {{
  {KIND}
  const kinds = new Set(known);
  const able = "a[href], button, input, select, textarea, summary, [tabindex]";
  window.fresh = [...document.querySelectorAll(able)].filter(each => {{
    if (each.tabIndex < 0 || each.disabled || !each.checkVisibility()) return false;
    return !kinds.has(kind(each)) && kinds.add(kind(each));
  }});
  return fresh.length;
}}"""
STOP = f"""async () => {{
  {KIND}
  const each = document.activeElement;
  if (each === document.body) return null;
  await Promise.all(each.getAnimations().map(motion => motion.finished));
  const boxes = each.getClientRects();
  const box = boxes[0];
  return {{
    kind: kind(each),
    words: each.textContent.trim().slice(0, 20),
    box: [box.left, box.top, box.right, box.bottom],
    pieces: boxes.length,
    bar: Boolean(each.closest(".pa-header, .pa-callbar, .pa-tabs, .md-skip")),
  }};
}}"""


def stops(page: Page, most: int = 400) -> Iterator[dict[str, Any]]:
    """Every place that Tab reaches, until the page is left."""
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            return
        yield stop


def light(colour: tuple[int, ...]) -> float:
    """The relative luminance of WCAG 2.2."""
    parts = [c / 255 for c in colour[:3]]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    darker, lighter = sorted((light(one), light(other)))
    return (lighter + 0.05) / (darker + 0.05)


def sides_without_ring(page: Page, session: CDPSession, stop: dict[str, Any]) -> list[str]:
    """The sides of the focused element along which focus changes too few pixels by 3:1."""
    size = page.viewport_size
    assert size is not None
    left, top, right, bottom = stop["box"]
    x, y = max(0, left - RING), max(0, top - RING)
    clip = {
        "x": x,
        "y": y,
        "width": min(size["width"], right + RING) - x,
        "height": min(size["height"], bottom + RING) - y,
    }

    left_of, above = page.evaluate("[scrollX, scrollY]")
    place = {**clip, "x": left_of + x, "y": above + y, "scale": 1}

    def seen() -> Image.Image:
        taken = session.send("Page.captureScreenshot", {"clip": place})
        return Image.open(io.BytesIO(b64decode(taken["data"]))).convert("RGB")

    focused = seen()
    element = page.evaluate_handle("document.activeElement")
    element.evaluate("each => each.blur()")
    plain = seen()
    element.evaluate("each => each.focus({ preventScroll: true })")
    width, height = focused.size

    def rung(points: list[list[tuple[int, int]]]) -> bool:
        """Whether most of the lines across a side meet a pixel that changed enough."""
        hit = sum(
            any(
                focused.getpixel(at) != plain.getpixel(at)
                and contrast(focused.getpixel(at), plain.getpixel(at)) >= 3
                for at in line
            )
            for line in points
        )
        return hit >= 0.6 * len(points)

    deep = 2 * RING
    across = range(deep, width - deep, max(1, width // 40)) or range(width)
    down = range(deep, height - deep, max(1, height // 40)) or range(height)
    sides = {}
    if top >= RING:
        sides["top"] = [[(a, d) for d in range(min(deep, height))] for a in across]
    if bottom <= size["height"] - RING and stop["pieces"] == 1:
        sides["bottom"] = [[(a, d) for d in range(max(0, height - deep), height)] for a in across]
    if left >= RING and stop["pieces"] == 1:
        sides["left"] = [[(a, d) for a in range(min(deep, width))] for d in down]
    if right <= size["width"] - RING and stop["pieces"] == 1:
        sides["right"] = [[(a, d) for a in range(max(0, width - deep), width)] for d in down]
    return [side for side, lines in sides.items() if not rung(lines)]


@pytest.mark.parametrize(
    "look", most_thorough([{"dark": True}, {"width": 1280, "height": 900}, {"care": True}], but=1)
)
def test_the_focus_is_seen_on_every_colour(
    screen: Screen, kinds: dict[str, str], look: dict[str, Any]
) -> None:
    """The first of all elements that stand in the same place, on every kind of page.

    What is focused by a script after a key shows its focus as what the key reaches does.
    """
    page = screen(**look)
    session = page.context.new_cdp_session(page)
    faint = []
    seen: list[str] = []
    for name, path in kinds.items():
        show(page, path)
        page.keyboard.press("Tab")
        for place in range(page.evaluate(NEW_KINDS, seen)):
            page.evaluate("place => fresh[place].focus()", place)
            stop = page.evaluate(STOP)
            seen.append(stop["kind"])
            if sides := sides_without_ring(page, session, stop):
                faint.append((name, stop["kind"], stop["words"], sides))
    assert len(seen) > 60
    assert faint == []


@pytest.mark.parametrize("look", [{}, {"width": 320, "height": 640, "care": True}])
def test_the_focus_is_never_under_a_bar(screen: Screen, look: dict[str, Any]) -> None:
    page = screen(**look)
    page.goto("sectors/gas.html")
    covered = []
    for stop in stops(page):
        ends = page.evaluate(
            "[Math.max(0, document.querySelector('.pa-header').getBoundingClientRect().bottom),"
            "document.querySelector('.pa-callbar').getBoundingClientRect().top]"
        )
        _, top, _, bottom = stop["box"]
        if not stop["bar"] and (top < ends[0] - 1 or bottom > ends[1] + 1):
            covered.append((stop["words"], stop["box"], ends))
    assert covered == []


def test_every_page_begins_with_a_way_to_its_text(screen: Screen, kinds: dict[str, str]) -> None:
    page = screen()
    for path in kinds.values():
        show(page, path)
        if page.evaluate("document.activeElement.matches('input')"):
            continue  # a search page puts the reader into its box
        page.keyboard.press("Tab")
        skip = page.locator(":focus")
        expect(skip).to_have_text("跳到正文")
        target = str(skip.get_attribute("href"))
        expect(page.locator(f"main {target}")).to_be_attached()


def test_the_results_are_reached_with_tab(page: Page) -> None:
    show(page, "search.html?q=消防")
    options = page.locator("#pa-results [role=option]")
    page.get_by_role("combobox").focus()
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('role')") == "option":
            break
    expect(options.first).to_be_focused()
    expect(options.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Tab")
    expect(options.nth(1)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(options.nth(2)).to_be_focused()
    expect(page.locator("[role=option][aria-selected=true]")).to_have_count(1)
    target = str(options.nth(2).get_attribute("href"))
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url.endswith(target))


def test_a_phone_is_not_told_to_press_keys(screen: Screen) -> None:
    phone = screen(has_touch=True, is_mobile=True)
    show(phone, "search.html?q=消防")
    expect(phone.locator("[data-pa-found]")).to_contain_text("找到")
    expect(phone.locator("[data-pa-found]")).not_to_contain_text("键")
    desk = screen(1280, 900)
    show(desk, "search.html?q=消防")
    expect(desk.locator("[data-pa-found]")).to_contain_text("按 ↓ 键选择")


@pytest.mark.parametrize(
    ("phone", "place"),
    [({"has_touch": True, "is_mobile": True}, "[data-pa-found]"), ({}, "[role=combobox]")],
)
def test_the_focus_arrives_from_the_home_page(
    screen: Screen, phone: dict[str, bool], place: str
) -> None:
    page = screen(**phone)
    page.goto("index.html")
    page.locator("#pa-home-query").fill("消防")
    page.keyboard.press("Enter")
    expect(page.locator(place)).to_be_focused()


def test_a_page_that_is_not_there_can_be_searched_from(screen: Screen) -> None:
    page = screen(java_script_enabled=False)
    page.goto("404.html")
    page.get_by_role("searchbox").fill("消防")
    page.get_by_role("button", name="搜索").click()
    assert page.url.endswith("search.html?q=%E6%B6%88%E9%98%B2")
