"""What can be found: each thing of the county once, emergencies with whom to call."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

from generator.model.address import address_of
from generator.model.kinds import COLLECTIONS, family_of
from generator.model.library import Library
from generator.search.records import Record
from tests.browser.addresses import every_page


def of(found: tuple[Record, ...], address: str) -> Record:
    (record,) = [record for record in found if record.address == address]
    return record


def test_everything_with_a_page_has_a_record_of_its_kind(
    library: Library, found: tuple[Record, ...]
) -> None:
    with_pages = [kind for kind in COLLECTIONS.values() if "#" not in kind.address]
    for kind in with_pages:
        for thing in library.things[kind.thing].values():
            assert of(found, address_of(thing)).kind == family_of(kind.thing).label  # type: ignore[arg-type]
    assert len({record.address for record in found}) == len(found)


def test_every_page_is_found_by_its_title(found: tuple[Record, ...], fixture_site: Path) -> None:
    """But the search page; what is pasted into 公众号 or saved is no page of the site."""
    pages = {
        address: (fixture_site / address).read_text(encoding="utf-8")
        for address in every_page(fixture_site)
        if not re.search(r"^(404|search)\.html$|^files/|/article\.html$", address)
    }
    assert {record.address for record in found} == {*pages}
    for record in found:
        assert f"<title>{escape(record.title)}" in pages[record.address], record.title


def test_a_passage_stands_under_its_anchor(found: tuple[Record, ...]) -> None:
    fire = of(found, "sectors/fire.html")
    texts = {part.text: part.anchor for part in fire.parts}
    assert texts["用火要注意什么，出事怎么办。"] == ""
    assert texts["看清楚再动手，不容易出事。"].startswith("tip")
    assert {part.anchor for part in fire.parts} >= {"dos", "signs", "hazards", "duties"}


def test_an_item_is_found_by_its_number_however_it_is_written(
    found: tuple[Record, ...],
) -> None:
    assert {"第2条", "2条", "第二条"} <= {*of(found, "work/2023/02.html").keywords}


def test_marks_of_markdown_are_no_part_of_what_is_found(found: tuple[Record, ...]) -> None:
    texts = [part.text for record in found for part in record.parts]
    assert any("先看后动" in text for text in texts)
    assert [text for text in texts if "**" in text or "](" in text] == []
