"""The table of tips of the real county: whatever it offers is understood when it comes back."""

from __future__ import annotations

import io

from openpyxl import load_workbook

from generator.clock import parse_day
from generator.importer.tips.sectors import KnownSectors
from generator.importer.tips.sources import KnownSources
from generator.importer.tips.template import template
from generator.load import load
from tests.conftest import DAY, ROOT


def test_every_sector_and_every_source_that_it_lists_is_one() -> None:
    library = load(ROOT).library
    assert library is not None
    made = template(ROOT, library, parse_day(DAY))
    rows = [*load_workbook(io.BytesIO(made))["可以写的"].iter_rows(min_row=2, values_only=True)]
    sectors, sources = KnownSectors(library.sectors.values()), KnownSources(library.references)
    titles = [row[0] for row in rows if row[0]]
    assert [sectors.find(title) for title in titles] == [*library.sectors.values()]
    for written in (row[2] for row in rows if row[2]):
        cites, faults = sources.read(written)
        assert (len(cites), faults) == (1, []), written
