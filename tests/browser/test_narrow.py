"""Long lists are folded: they narrow as one types, and unfold without a script."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Screen

LISTS = ("references/index.html", "az.html")


@pytest.mark.parametrize("path", LISTS)
def test_without_a_script_the_lists_unfold_by_hand(screen: Screen, path: str) -> None:
    page = screen(java_script_enabled=False)
    page.goto(path)
    fold = page.locator(".pa-fold").first
    expect(page.locator(".pa-find")).to_be_hidden()
    expect(fold.locator("li").first).to_be_hidden()
    fold.locator("summary").click()
    expect(fold.locator("li").first).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_letter_leads_to_its_list_unfolded(screen: Screen, scripts: bool) -> None:
    page = screen(java_script_enabled=scripts)
    page.goto("az.html")
    page.get_by_role("link", name="R", exact=True).click()
    expect(page.locator("#r li").first).to_be_in_viewport()
    assert page.locator(".pa-fold[open]").count() == 1


def test_references_narrow_by_title_number_and_issuer(screen: Screen) -> None:
    page = screen()
    page.goto("references/index.html")
    box = page.get_by_role("searchbox", name="按名称、文号或发布单位找")
    told = page.locator(".pa-find [role=status]")
    rows = page.locator(".pa-refs li:visible")
    box.fill("《消防 法》")
    expect(told).to_have_text(f"找到 {rows.count()} 个")
    assert rows.count() >= 1
    assert all("消防" in row and "法" in row for row in rows.all_inner_texts())
    box.fill("ＳＡＭＰＬＥ没有的")
    expect(told).to_contain_text("没有找到")
    expect(page.locator(".pa-fold:visible")).to_have_count(0)
    box.fill("")
    expect(told).to_be_empty()
    expect(page.locator(".pa-fold[open]")).to_have_count(0)
    assert page.locator(".pa-fold:visible").count() == page.locator(".pa-fold").count()


def test_the_list_by_pinyin_narrows_too(screen: Screen) -> None:
    page = screen()
    page.goto("az.html")
    page.get_by_role("searchbox").fill("燃气")
    rows = page.locator(".pa-index li:visible")
    assert rows.count() >= 1
    assert all("燃气" in row for row in rows.all_inner_texts())


@pytest.mark.parametrize("path", LISTS)
def test_enter_in_the_box_stays_on_the_page(screen: Screen, path: str) -> None:
    page = screen()
    page.goto(path)
    page.get_by_role("searchbox").fill("火")
    page.keyboard.press("Enter")
    assert page.url.endswith(path)
