"""What pages that lead to others say of them: how many, which first, and no more than fit."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from generator.load import load
from generator.model.library import Library
from tests.conftest import FIXTURE


@pytest.fixture(scope="module")
def library() -> Library:
    loaded = load(FIXTURE).library
    assert loaded is not None
    return loaded


def texts(site: Path, address: str, place: str) -> list[str]:
    page = html.fromstring((site / address).read_bytes())
    return [" ".join(each.text_content().split()) for each in page.xpath(place)]


@pytest.mark.parametrize(
    ("entry", "sector", "numbers"),
    [("enterprise", "气", (2, 3, 5, 6)), ("village", "火", (1, 4, 7, 10))],
)
def test_an_entry_shows_four_tips_for_its_readers(
    fixture_site: Path, entry: str, sector: str, numbers: tuple[int, ...]
) -> None:
    shown = texts(fixture_site, f"for/{entry}.html", "//div[@class='pa-entry']//li")
    assert shown == [f"第{number}条提示：用{sector}时先停下来看一看。" for number in numbers]


def test_a_reference_is_listed_with_the_number_of_pages_that_cite_it(
    fixture_site: Path, library: Library
) -> None:
    rows = texts(fixture_site, "references/index.html", "//main//li[a]")
    for reference in library.references.values():
        citing = {
            id(entity)
            for entities in library.citations[reference.id].values()
            for entity in entities
        }
        (row,) = [row for row in rows if reference.title in row]
        assert f" {len(citing)} 个页面引用" in row, row


def test_a_unit_is_listed_with_how_many_items_it_has_a_part_in(
    fixture_site: Path, library: Library
) -> None:
    rows = texts(fixture_site, "units/index.html", "//main//li[a]")
    for unit in library.units.values():
        (row,) = [row for row in rows if unit.name in row]
        for role, items in library.parts_of(unit):
            assert f"{role.label} {len(items)}" in row, row
