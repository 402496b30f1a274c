"""An answer shows its picture."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import ask


def test_an_answer_shows_its_picture(page: Page) -> None:
    ask(page, "家里起火了怎么办")
    picture = page.locator("[data-pa-answer] img.pa-scene")
    expect(picture).to_have_count(1)
    expect(picture).to_have_attribute("alt", "")
    assert picture.evaluate("it => it.decode().then(() => it.naturalWidth)") > 0
