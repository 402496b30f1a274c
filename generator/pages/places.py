"""The page of places near people: by kind and town, with a sketch map where positions are known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.model import fixed_pages
from generator.model.address import HOME
from generator.model.place import Place
from generator.model.vocabulary import PlaceKind
from generator.pages.page import Page
from generator.pages.page_maker import PageMaker
from generator.pages.sketch import Sketch, sketch

Numbered = tuple[int, Place]


@dataclass(frozen=True)
class Group:
    """The places of a kind: numbered, town by town, and where they lie."""

    kind: PlaceKind
    towns: tuple[tuple[str, tuple[Numbered, ...]], ...]
    map: Sketch | None


def place_pages(maker: PageMaker) -> Iterator[Page]:
    """Give the page of places, where the county has written any."""
    library = maker.library
    if library.places is None:
        return
    kinds = [kind for kind in PlaceKind if library.places_of((kind,))]
    yield maker.fixed(
        "places",
        fixed_pages.PLACES,
        section=HOME,
        wide=True,
        groups=[_group(kind, library.places_of((kind,))) for kind in kinds],
        reviewed_on=library.places.reviewed_on,
        dated_by=library.places,
    )


def _group(kind: PlaceKind, places: tuple[Place, ...]) -> Group:
    numbered = tuple(enumerate(places, 1))
    towns = tuple(
        (town, tuple(rows)) for town, rows in groupby(numbered, key=lambda row: row[1].town)
    )
    return Group(kind, towns, sketch([(n, each.point) for n, each in numbered if each.point]))
