"""The report of an import, in a browser: on a phone and a desk, in light and dark."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.importer.reading import read
from generator.importer.report import Report, page
from generator.importer.source import Source
from generator.importer.units import KnownUnits
from tests.browser.axe import ALL, AXE, DESK, PHONE, RUN
from tests.conftest import ROOT
from tests.importer import documents

Scheme = Literal["light", "dark"]


def opened(chromium: Browser, folder: Path, width: int, scheme: Scheme = "light") -> Page:
    odd = f"{documents.OF_A_BANNER}{documents.DAMAGED}9.看灯。再看。附件：清单\n- 3 -\n"
    source = Source("要点.txt", odd + documents.TASK_TABLE)
    found = read(source, KnownUnits([]), year=2028)
    path = folder / "核对.html"
    path.write_text(page(Report(source, found, KnownUnits([]), date(2026, 12, 1)), ROOT), "utf-8")
    shown = chromium.new_page(viewport={"width": width, "height": 844}, color_scheme=scheme)
    shown.goto(path.as_uri())
    return shown


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_it_fits_and_everybody_can_read_it(
    chromium: Browser, tmp_path: Path, width: int, scheme: Scheme
) -> None:
    shown = opened(chromium, tmp_path, width, scheme)
    assert shown.evaluate("document.documentElement.scrollWidth") == width
    tall = shown.evaluate("document.documentElement.scrollHeight")
    shown.set_viewport_size({"width": width, "height": tall})
    shown.evaluate(AXE.read_text("utf-8"))
    assert shown.evaluate(RUN, {"runOnly": ALL, "resultTypes": ["violations", "incomplete"]}) == []
    shown.close()


def test_item_and_source_lead_to_each_other(chromium: Browser, tmp_path: Path) -> None:
    shown = opened(chromium, tmp_path, DESK)
    shown.locator("#i2 a.number").click()
    place = shown.locator(":target")
    expect(place).to_be_in_viewport()
    expect(place).to_have_attribute("title", "第 2 条·条的标题")
    place.locator("a").click()
    expect(shown.locator(":target")).to_have_id("i2")
    shown.locator(".doubts a").first.click()
    expect(shown.locator(":target")).to_be_in_viewport()
    shown.close()
