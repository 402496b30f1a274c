"""A preview shows drafts in which nothing has been written yet, and says what is missing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.cli import main
from generator.documents.maker import Maker
from generator.feeds import feeds
from generator.kits import kits
from generator.load import load
from generator.look import look_of
from generator.model.artifact import Media
from generator.packs import make_downloads
from generator.pages import render
from generator.palette import palette_of
from generator.pictures import drawings_of
from generator.reads import Sources
from generator.search.records import records
from generator.store import store_of
from tests.conftest import DAY


def test_untouched_drafts_can_be_previewed(fixture_county: Path) -> None:
    for made in (
        ["theme", "2026-11"],
        ["campaign", "safety-month-2026"],
        ["alert", "dense-fog", "--kind", "weather"],
        ["sector", "lifts"],
        ["course", "lifts"],
        ["situation", "stuck-in-a-lift"],
        ["procedure", "open-a-lift"],
    ):
        assert main(["new", *made, "--root", str(fixture_county), "--as-of", DAY]) == 0
    loaded = load(fixture_county).library
    assert loaded is not None
    day = date.fromisoformat(DAY)
    library = loaded.live(day, with_drafts=True)
    look = look_of(fixture_county)
    drawings = drawings_of(library.pictures.values(), palette_of(look), store_of(fixture_county))
    maker = Maker(library.site, fixture_county, drawings=drawings)
    sources = Sources(None, library, drawings=drawings)
    downloads = make_downloads(library, maker, sources)
    made_kits = kits(library, maker, sources, look=look)
    pages = {
        page.address: page.html
        for page in render(
            library,
            downloads,
            made_kits.by_address,
            media=Media(),
            drawings=drawings,
            index_folder="search",
            as_of=day,
            templates=look.pages,
            sources=sources,
        )
    }
    assert list(records(library))
    assert list(feeds(sources, as_of=day, templates=look.feeds))
    assert "还没有写依据" in pages["themes/2026/11.html"]
    assert "还没有写依据" in pages["sectors/lifts.html"]
    assert "还没有写电话" in pages["situations/stuck-in-a-lift.html"]
    assert "还没有写依据" in pages["training/lifts.html"]
    shown = loaded.live(day)
    assert set(shown.references) == set(loaded.references)
