"""Pages on paper: the same whatever the screen, with all their pictures and no navigation."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from generator.model.library import Library
from tests.browser.conftest import Screen, show
from tests.browser.printer import bare, drawn, printed, words


@pytest.mark.parametrize("scripts", [True, False])
def test_a_printed_course_says_what_the_slides_say_but_not_the_answers(
    screen: Screen, library: Library, scripts: bool
) -> None:
    page = screen(java_script_enabled=scripts)
    page.goto("training/fire.html")
    read = words(printed(page))
    course = library.courses["fire"]
    assert [p for slide in course.slides for p in slide.points if bare(p) not in read] == []
    assert [q for q in course.paper if bare(q.text) not in read] == []
    assert bare(course.paper[0].explanation) not in read


@pytest.mark.thorough
def test_a_dark_page_in_large_type_prints_as_any_other(
    screen: Screen, kinds: dict[str, str]
) -> None:
    light, other = screen(), screen(1280, 900, dark=True, care=True)
    assert [path for path in kinds.values() if differently_printed(path, light, other)] == []


@pytest.mark.parametrize("look", [{"dark": True}, {"care": True}])
def test_a_dark_page_prints_as_any_other_and_so_does_one_in_large_type(
    screen: Screen, kinds: dict[str, str], look: dict[str, bool]
) -> None:
    light, other = screen(), screen(**look)
    pages = [kinds[kind] for kind in ("home", "sector", "course", "kit")]
    assert [path for path in pages if differently_printed(path, light, other)] == []


def differently_printed(path: str, *pages: Page) -> bool:
    sheets = []
    for page in pages:
        show(page, path)
        sheets.append(drawn(printed(page)))
    return sheets[0] != sheets[1]


@pytest.mark.parametrize("scripts", [True, False])
def test_the_printed_emergency_page_says_whom_to_call_and_what_to_say(
    screen: Screen, library: Library, scripts: bool
) -> None:
    page = screen(java_script_enabled=scripts)
    page.goto("emergency.html")
    pdf = printed(page)
    read = words(pdf)
    lines = [line for hotline in library.site.hotlines for line in (hotline.purpose, *hotline.say)]
    assert [line for line in lines if bare(line) not in read] == []
    assert len(pdf.pages) == 1


@pytest.mark.parametrize("scripts", [True, False])
def test_of_the_handbook_only_what_is_open_is_printed_or_all(
    screen: Screen, library: Library, scripts: bool
) -> None:
    home, gas = (library.situations[id_].summary for id_ in ("home-fire", "gas-smell"))
    shop = library.situations["workshop-fire"].steps[-1].text
    procedure = library.procedures["leave-safely"].steps[-1].text
    page = screen(java_script_enabled=scripts)
    page.goto("handbook.html")
    assert all(bare(line) in words(printed(page)) for line in (home, gas, shop, procedure))
    page.locator("#fire").click()
    read = words(printed(page))
    assert bare(home) in read
    assert bare(shop) in read
    assert bare(gas) not in read
    assert bare(procedure) not in read
    page.locator(".pa-cases details", has_text="车间起火").locator("> summary").click()
    read = words(printed(page))
    assert bare(shop) in read
    assert bare(home) not in read


def test_pictures_are_printed_though_nobody_scrolled_to_them(
    screen: Screen, kinds: dict[str, str]
) -> None:
    page = screen()
    shown = 0
    for path in kinds.values():
        page.goto(path)
        page.emulate_media(media="print")
        visible = page.evaluate(
            "[...document.images].filter(each => each.checkVisibility()"
            " && !each.src.endsWith('.svg')).length"
        )
        page.emulate_media(media="screen")
        if visible:
            page.goto(path)
            pictures = sum(len(sheet.images) for sheet in printed(page).pages)
            assert pictures >= visible, path
        shown += visible
    assert shown


def test_scenes_are_printed_though_nobody_scrolled_to_them(screen: Screen) -> None:
    """They are drawn, not images: without them less is drawn."""
    page, without = screen(), screen()
    without.route("**/pictures/*.svg", lambda route: route.abort())
    page.goto("alerts/winter.html")
    without.goto("alerts/winter.html")
    sizes = [sum(map(len, drawn(printed(each)))) for each in (page, without)]
    assert sizes[0] > sizes[1] + 500


def test_a_printed_page_has_no_navigation(page: Page) -> None:
    page.goto("sectors/fire.html")
    page.emulate_media(media="print")
    for part in (".pa-header", ".pa-tabs", ".pa-callbar", ".pa-tools", ".pa-crumbs"):
        expect(page.locator(part).first).to_be_hidden()
    expect(page.get_by_role("heading", name="出事了怎么办")).to_be_visible()
    expect(page.get_by_role("heading", name="培训和打印")).to_be_hidden()
