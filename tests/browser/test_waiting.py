"""What works only with its script keeps its room until the script is there: nothing moves."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Screen

FORMS = {
    "emergency.html": ("[data-pa-find]", ".pa-group"),
    "references/index.html": ("[data-pa-narrow]", ".pa-fold"),
    "az.html": ("[data-pa-narrow]", ".pa-fold"),
    "training/index.html": ("[data-pa-filter]", ".pa-centre"),
}


@pytest.mark.parametrize("path", FORMS)
def test_what_follows_stays_where_it_is_when_the_script_comes(screen: Screen, path: str) -> None:
    form, after = FORMS[path]
    places = []
    for scripts in ("**/js/nothing", "**/js/*.js"):
        page = screen()
        page.route(scripts, lambda route: route.abort())
        page.goto(path)
        if scripts == "**/js/*.js":
            # The first script says that scripts are on; here it is as if the others were late.
            page.evaluate("document.documentElement.classList.remove('no-js')")
            expect(page.locator(form)).to_be_hidden()
        else:
            expect(page.locator(form)).to_be_visible()
        places.append(page.locator(after).first.bounding_box())
    assert places[0] == places[1]


@pytest.mark.parametrize("path", FORMS)
def test_without_scripts_it_takes_no_room(screen: Screen, path: str) -> None:
    page = screen(java_script_enabled=False)
    page.goto(path)
    expect(page.locator(FORMS[path][0])).to_be_hidden()
    assert page.locator(FORMS[path][0]).bounding_box() is None
