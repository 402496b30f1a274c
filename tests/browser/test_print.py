"""What comes out of the printer, read from the PDF that Chromium prints."""

from __future__ import annotations

import io
import re
import unicodedata

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from generator.model.library import Library
from tests.browser.conftest import Screen, show

# Chromium names some glyphs of the font by the radical that looks the same, which NFKC leaves.
RADICALS = str.maketrans(
    "⺠⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳戶黃",
    "民见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟户黄",
)


def printed(page: Page) -> PdfReader:
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def bare(text: str) -> str:
    """A text without what typesetting adds; fonts may give a radical for the same character."""
    plain = unicodedata.normalize("NFKC", text).translate(RADICALS)
    return re.sub(r"\s+|\*\*", "", plain)


def words(pdf: PdfReader) -> str:
    return bare("".join(page.extract_text() for page in pdf.pages))


def drawn(pdf: PdfReader) -> list[bytes]:
    """What is drawn on each page: every glyph, line and colour."""
    return [page.get_contents().get_data() for page in pdf.pages]


@pytest.mark.parametrize("scripts", [True, False])
def test_the_printed_emergency_page_holds_every_step(
    screen: Screen, library: Library, scripts: bool
) -> None:
    page = screen(java_script_enabled=scripts)
    page.goto("emergency.html")
    pdf = printed(page)
    read = words(pdf)
    things = (*library.situations.values(), *library.procedures.values())
    lines = [step.text for thing in things for step in thing.all_steps]
    lines += [line for thing in things for line in thing.never]
    lines += [line for hotline in library.site.hotlines for line in hotline.say]
    assert len(lines) > 100
    assert [line for line in lines if bare(re.sub(r"\[|\]\(.*?\)", "", line)) not in read] == []
    assert len(pdf.pages) <= 22


@pytest.mark.parametrize("scripts", [True, False])
def test_of_the_situations_only_the_opened_ones_are_printed(screen: Screen, scripts: bool) -> None:
    page = screen(java_script_enabled=scripts)
    page.goto("emergency.html")
    cases = page.locator(".pa-cases > li")
    cases.nth(3).locator("summary").click()
    steps = [cases.nth(place).locator(".pa-steps > li").first.text_content() for place in (3, 4)]
    pdf = printed(page)
    assert bare(str(steps[0])) in words(pdf)
    assert bare(str(steps[1])) not in words(pdf)
    assert len(pdf.pages) <= 2
    assert page.locator(".pa-page details[open]").count() == 1


def test_an_older_browser_unfolds_by_script(page: Page) -> None:
    page.goto("emergency.html")
    folded = page.locator(".pa-page details:not([open])")
    before = folded.count()
    assert before > 100
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert folded.count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert folded.count() == before


@pytest.mark.parametrize("scripts", [True, False])
def test_a_printed_course_says_what_the_slides_say_but_not_the_answers(
    screen: Screen, library: Library, scripts: bool
) -> None:
    page = screen(java_script_enabled=scripts)
    page.goto("training/fire.html")
    read = words(printed(page))
    course = library.courses["fire"]
    assert [p for slide in course.slides for p in slide.points if bare(p) not in read] == []
    assert bare(course.paper[0].text) in read
    assert bare(course.paper[0].explanation) not in read


def test_a_dark_page_in_large_type_prints_as_any_other(
    screen: Screen, kinds: dict[str, str]
) -> None:
    light, other = screen(), screen(1280, 900, dark=True, care=True)
    lists = {"index", "references", "training"}  # long, and of the same rows as others
    pages = [path for kind, path in kinds.items() if kind not in lists]
    assert [path for path in pages if differently_printed(path, light, other)] == []


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


def test_pictures_are_printed_though_nobody_scrolled_to_them(
    screen: Screen, kinds: dict[str, str]
) -> None:
    page = screen()
    shown = 0
    for path in kinds.values():
        page.goto(path)
        page.emulate_media(media="print")
        visible = page.evaluate(
            "[...document.images].filter(each => each.checkVisibility()).length"
        )
        page.emulate_media(media="screen")
        if visible:
            page.goto(path)
            pictures = sum(len(sheet.images) for sheet in printed(page).pages)
            assert pictures >= visible, path
        shown += visible
    assert shown


@pytest.mark.parametrize("look", [{}, {"care": True}])
def test_the_first_sheet_says_what_to_do(
    screen: Screen, library: Library, look: dict[str, bool]
) -> None:
    page = screen(**look)
    for sector in list(library.sectors.values())[:8]:
        page.goto(f"sectors/{sector.id}.html")
        pdf = printed(page)
        first = library.situations_of(sector)[0]
        assert bare(first.steps[0].text) in bare(pdf.pages[0].extract_text()), sector.id
        assert len(pdf.pages) <= 7, sector.id


def test_the_home_page_fits_on_two_sheets(page: Page) -> None:
    page.goto("index.html")
    assert len(printed(page).pages) <= 2


def test_a_printed_page_has_no_navigation(page: Page) -> None:
    page.goto("sectors/e-bike.html")
    page.emulate_media(media="print")
    for part in (".pa-header", ".pa-tabs", ".pa-callbar", ".pa-tools", ".pa-crumbs"):
        expect(page.locator(part).first).to_be_hidden()
    expect(page.get_by_role("heading", name="出事了怎么办")).to_be_visible()
    expect(page.get_by_role("heading", name="培训和打印")).to_be_hidden()
