"""The notices of a sector: what they say, in which order, and where they are offered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.model.library import Library
from generator.model.situation import Situation
from generator.model.wording import plain
from generator.packs.sheet import NOTICES, NoticeKind
from tests.sheets import sheets_of

every_kind = pytest.mark.parametrize("kind", NOTICES, ids=lambda kind: kind.id)


def bare(text: str) -> str:
    return "".join(text.split())


@every_kind
def test_a_notice_says_the_sectors_first_emergency_first(
    files: Path, library: Library, kind: NoticeKind
) -> None:
    for sector in library.sectors.values():
        (sheet,) = sheets_of(files / f"sectors/{sector.id}-{kind.id}.pdf")
        said = bare(sheet)
        first, *others = library.situations_of(sector)
        assert f"出事了：{bare(first.title)}" in said
        assert all(number in said for number in first.call)
        assert all(bare(step.text) in said for step in first.steps[:3])
        assert bare(plain(first.never[0])) in said
        assert all(f"出事了：{bare(other.title)}" not in said for other in others)


@every_kind
def test_lines_are_in_the_order_of_the_content_with_their_pictures(
    library: Library, kind: NoticeKind
) -> None:
    sector = library.sectors["fire"]
    made = kind.arrange(sector, library)
    assert [each.text for each in made.dos] == [plain(each.text) for each in sector.dos]
    assert [each.text for each in made.donts] == [plain(each.text) for each in sector.donts]
    assert "look-first" in [each.picture for each in made.dos]
    assert "no-flame" in [each.picture for each in made.donts]
    assert made.picture == "leave-low"
    assert made.emergency
    assert made.emergency.picture == library.situations_of(sector)[0].picture


def test_a_wall_has_five_steps_at_most_and_says_how_many_there_are_more(library: Library) -> None:
    sector = library.sectors["fire"]
    first = library.situations_of(sector)[0]
    long = first.model_copy(update={"steps": (*first.steps, *first.steps, *first.steps)[:9]})
    situations = {**library.situations, first.id: long}
    longer = replace(library, things={**library.things, Situation: situations})
    wall, pocket = (kind.arrange(sector, longer).emergency for kind in NOTICES)
    assert wall
    assert pocket
    assert (len(wall.steps), wall.more) == (5, 4)
    assert (len(pocket.steps), pocket.more) == (9, 0)


@every_kind
def test_sources_stand_on_the_page_and_not_on_the_notice(
    files: Path, library: Library, kind: NoticeKind
) -> None:
    for sector in library.sectors.values():
        path = files / f"sectors/{sector.id}-{kind.id}.pdf"
        assert "《" not in sheets_of(path)[0]
        reader = PdfReader(path)
        assert reader.metadata is not None
        assert reader.metadata.title == f"{sector.title}：{kind.label}"


def test_the_page_of_a_sector_offers_both(fixture_site: Path, library: Library) -> None:
    for sector in library.sectors.values():
        page = (fixture_site / f"sectors/{sector.id}.html").read_text(encoding="utf-8")
        for kind in NOTICES:
            assert f"files/sectors/{sector.id}-{kind.id}.pdf" in page
            assert f'download="{sector.title}-{kind.label}.pdf"' in page
