"""What can be found: each thing of the county once, emergencies with whom to call."""

from __future__ import annotations

from generator.model.address import address_of
from generator.model.kinds import COLLECTIONS
from generator.model.library import Library
from generator.model.work import WorkPlan
from generator.search.records import Record


def of(found: tuple[Record, ...], address: str) -> Record:
    (record,) = [record for record in found if record.address == address]
    return record


def test_everything_with_a_page_has_a_record_of_its_kind(
    library: Library, found: tuple[Record, ...]
) -> None:
    for kind in COLLECTIONS.values():
        for thing in library.things[kind.thing].values():
            if not isinstance(thing, WorkPlan):
                assert of(found, address_of(thing)).kind == kind.label  # type: ignore[arg-type]
    assert len({record.address for record in found}) == len(found)


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
