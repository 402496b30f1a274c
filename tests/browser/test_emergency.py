"""The emergency page: numbers two in a row, a filter as one types, groups that open."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from generator.model.library import Library
from tests.browser.conftest import Screen


def shown(page: Page) -> list[str]:
    """What the list has left."""
    return page.locator(".pa-group li b").filter(visible=True).all_inner_texts()


def test_what_is_typed_filters_the_situations(page: Page) -> None:
    page.goto("emergency.html")
    box = page.get_by_role("searchbox")
    assert shown(page) == []
    box.press_sequentially("车间")
    assert shown(page) == ["车间起火"]
    status = page.locator("[data-pa-found]")
    expect(status).to_have_attribute("role", "status")
    expect(status).to_have_text("有 1 条对得上")
    expect(page.locator("#gas")).to_be_hidden()
    box.fill("起火")
    assert shown(page) == ["家里起火", "车间起火"]
    box.fill("")
    assert shown(page) == []
    expect(page.locator("#gas")).to_be_visible()
    expect(status).to_be_empty()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("厨房", "闻到燃气味"),  # where it happens
        ("煤气", "闻到燃气味"),  # what people say
        ("厨房有煤气", "闻到燃气味"),  # nobody said it so
        ("车间　起火", "车间起火"),
        ("敲盆大声喊", "大声喊人"),  # a procedure
    ],
)
def test_it_hears_what_the_title_does_not_say(page: Page, typed: str, found: str) -> None:
    page.goto("emergency.html")
    page.get_by_role("searchbox").fill(typed)
    assert shown(page) == [found]


def test_where_nothing_fits_it_gives_numbers_and_the_search_with_the_same_words(
    page: Page,
) -> None:
    page.goto("emergency.html")
    box = page.get_by_role("searchbox")
    box.fill("外星人")
    assert shown(page) == []
    expect(page.locator("[data-pa-found]")).to_have_text("没有对得上的")
    form = page.locator("[data-pa-find]")
    for number in ("119", "120", "110"):
        expect(form.locator(f"a[href='tel:{number}']")).to_be_visible()
    form.get_by_role("link", name="搜索全站").click()
    expect(page.get_by_role("combobox")).to_have_value("外星人")


def test_enter_goes_to_the_first_that_fits_or_to_the_search(page: Page) -> None:
    page.goto("emergency.html")
    box = page.get_by_role("searchbox")
    box.fill("车间")
    box.press("Enter")
    expect(page.locator(":focus")).to_contain_text("车间起火")
    page.keyboard.press("Enter")
    page.wait_for_url("**/situations/workshop-fire.html")
    page.goto("emergency.html")
    box.fill("外星人")
    box.press("Enter")
    expect(page.get_by_role("combobox")).to_have_value("外星人")


def test_a_link_to_a_group_opens_it(page: Page) -> None:
    page.goto("emergency.html#gas")
    row = page.get_by_role("link", name="闻到燃气味")
    expect(row).to_be_in_viewport()
    page.locator("#gas").click()
    expect(row).to_be_hidden()
    page.evaluate("location.hash = 'fire'")
    expect(page.get_by_role("link", name="家里起火")).to_be_in_viewport()


def test_all_is_reached_without_scripts(screen: Screen, library: Library) -> None:
    page = screen(java_script_enabled=False)
    page.goto("emergency.html")
    expect(page.locator("[data-pa-find]")).to_be_hidden()
    for heading in page.locator(".pa-group h3").all():
        heading.click()
    things = (*library.situations.values(), *library.procedures.values())
    assert sorted(shown(page)) == sorted(thing.title for thing in things)


@pytest.mark.parametrize(("look", "beside"), [({}, 2), ({"care": True}, 1)])
def test_numbers_stand_two_in_a_row_on_a_phone_and_large_ones_alone(
    screen: Screen, look: dict[str, bool], beside: int
) -> None:
    page = screen(**look)
    page.goto("emergency.html")
    tops = [each.bounding_box()["y"] for each in page.locator(".pa-hotlines > li").all()]
    assert [tops.count(top) for top in tops] == [beside] * len(tops)
    first = page.locator(".pa-hotlines > li").first
    expect(first.get_by_text("地点在哪里")).to_be_hidden()
    first.locator("summary").click()
    expect(first.get_by_text("地点在哪里")).to_be_visible()


def test_every_situation_shows_its_picture_or_its_icon(page: Page, library: Library) -> None:
    page.goto("emergency.html#fire")
    picture = library.situations["home-fire"].picture
    expect(page.get_by_role("link", name="家里起火").locator("img")).to_have_attribute(
        "src", re.compile(rf"^pictures/{picture}\.")
    )
    rows = page.locator(".pa-group li > a")
    assert rows.count() == rows.filter(has=page.locator("img, svg")).count()
