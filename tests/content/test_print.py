"""What comes out of the printer of the real county's pages."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from generator.model.library import Library
from tests.browser.conftest import Screen
from tests.browser.printer import bare, printed, sheets, words


@pytest.mark.parametrize("scripts", [True, False])
def test_the_printed_handbook_holds_every_step(
    screen: Screen, library: Library, scripts: bool
) -> None:
    page = screen(java_script_enabled=scripts)
    page.goto("handbook.html")
    pdf = printed(page)
    read = words(pdf)
    things = (*library.situations.values(), *library.procedures.values())
    lines = [step.text for thing in things for step in thing.all_steps]
    lines += [line for thing in things for line in thing.never]
    assert len(lines) > 100
    assert [line for line in lines if bare(re.sub(r"\[|\]\(.*?\)", "", line)) not in read] == []
    assert len(pdf.pages) <= 72


def test_the_numbers_to_call_fit_on_one_sheet(page: Page, library: Library) -> None:
    page.goto("emergency.html")
    pdf = printed(page)
    read = words(pdf)
    lines = [line for hotline in library.site.hotlines for line in hotline.say]
    assert [line for line in lines if bare(line) not in read] == []
    assert len(pdf.pages) == 1


@pytest.mark.parametrize("scripts", [True, False])
def test_of_the_situations_only_the_opened_ones_are_printed(screen: Screen, scripts: bool) -> None:
    page = screen(java_script_enabled=scripts)
    page.goto("handbook.html")
    page.locator("#fire").click()
    cases = page.locator(".pa-fold[open] .pa-cases > li")
    cases.nth(3).locator("summary").first.click()
    steps = [cases.nth(place).locator(".pa-steps > li").first.text_content() for place in (3, 4)]
    pdf = printed(page)
    assert bare(str(steps[0])) in words(pdf)
    assert bare(str(steps[1])) not in words(pdf)
    assert len(pdf.pages) <= 2
    assert page.locator(".pa-page details[open]").count() == 2


def test_an_older_browser_unfolds_by_script(page: Page) -> None:
    page.goto("handbook.html")
    folded = page.locator(".pa-page details:not([open])")
    before = folded.count()
    assert before > 100
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert folded.count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert folded.count() == before


@pytest.mark.parametrize("look", [{}, {"care": True}])
def test_the_first_sheet_says_what_to_do(
    screen: Screen, library: Library, look: dict[str, bool]
) -> None:
    page = screen(**look)
    for sector in list(library.sectors.values())[:8]:
        page.goto(f"sectors/{sector.id}.html")
        pdf = printed(page)
        first = library.situations_of(sector)[0]
        assert bare(first.steps[0].text) in sheets(pdf)[0], sector.id
        assert len(pdf.pages) <= 14, sector.id


def test_the_home_page_fits_on_two_sheets(page: Page) -> None:
    page.goto("index.html")
    assert len(printed(page).pages) <= 2
