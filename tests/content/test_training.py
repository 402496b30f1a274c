"""The download centre with the real county's courses."""

from __future__ import annotations

from collections import Counter

from playwright.sync_api import Page

from generator.model.library import Library


def test_the_download_centre_is_filtered(page: Page, library: Library) -> None:
    page.goto("training/index.html")
    rows = page.locator(".pa-centre tbody tr[data-audience]")
    assert rows.count() == len(library.courses)
    counts = Counter(id_ for course in library.courses.values() for id_ in course.sectors)
    sector = min(counts, key=lambda id_: counts[id_])
    page.get_by_label("行业领域").select_option(sector)
    wanted = {course.title for course in library.courses.values() if sector in course.sectors}
    assert len(wanted) < len(library.courses)
    shown = {
        rows.nth(place).locator("th a").inner_text()
        for place in range(rows.count())
        if rows.nth(place).is_visible()
    }
    assert shown == wanted
    page.get_by_label("文件格式").select_option("xlsx")
    for link in page.locator(".pa-centre__files .pa-file:visible").all():
        assert str(link.get_attribute("href")).endswith(".xlsx")
