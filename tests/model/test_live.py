"""What readers may see on a day: what is live, and no relation to what is not."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

from generator.load import load
from generator.model.base import Entity
from generator.model.campaign import Campaign
from generator.model.library import Library
from generator.model.sector import Sector
from generator.model.theme import Theme
from generator.model.vocabulary import Labelled, Status
from tests.conftest import FIXTURE

DAY = date(2023, 6, 1)


@pytest.fixture(scope="module")
def library() -> Library:
    loaded = load(FIXTURE).library
    assert loaded is not None
    return loaded


def changed(library: Library, entity: Entity, **fields: Any) -> Library:
    """The library with other values in some fields of an entity."""
    model = type(entity)
    others = {**library.of(model), entity.id: entity.model_copy(update=fields)}
    return library.with_things({model: others})


def seen(library: Library, entity: Entity, day: date = DAY, *, with_drafts: bool = False) -> bool:
    return entity.id in library.live(day, with_drafts=with_drafts).of(type(entity))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, True),
        ({"publish_on": DAY}, True),
        ({"publish_on": date(2023, 6, 2)}, False),
        ({"expires_on": date(2023, 6, 2)}, True),
        ({"expires_on": DAY}, False),
        ({"status": Status.DRAFT}, False),
    ],
)
def test_only_what_is_live_on_the_day_is_seen(
    library: Library, fields: dict[str, Any], expected: bool
) -> None:
    gas = library.sectors["gas"]
    assert seen(changed(library, gas, **fields), gas) is expected


def test_a_preview_shows_drafts_but_nothing_before_its_day(library: Library) -> None:
    gas = library.sectors["gas"]
    draft = changed(library, gas, status=Status.DRAFT, publish_on=date(2099, 1, 1))
    later = changed(library, gas, publish_on=date(2099, 1, 1))
    assert seen(draft, gas, with_drafts=True)
    assert not seen(later, gas, with_drafts=True)


def without(library: Library, *gone: Entity) -> Library:
    for entity in gone:
        library = changed(library, entity, status=Status.DRAFT)
    return library.live(DAY)


def names_in(value: object) -> Iterable[str]:
    """All texts inside an entity but its own id; words of closed vocabularies name nothing."""
    match value:
        case Labelled():
            pass
        case str():
            yield value
        case tuple():
            for part in value:
                yield from names_in(part)
        case _:
            for name in getattr(type(value), "model_fields", {}):
                if name != "id":
                    yield from names_in(getattr(value, name))


def test_with_a_thing_goes_every_relation_that_names_it(library: Library) -> None:
    campaign = library.campaigns["safety-month"]
    shown = without(library, library.sectors["fire"], campaign, library.items["2023-02"])
    for entity in shown.entities():
        of = {getattr(entity, "of", "")}  # an edition stands without the evergreen
        assert not {"fire", "safety-month", "2023-02"} & {*names_in(entity)} - of, entity.id
    assert shown.of(Sector)["gas"].related == ()
    assert library.of(Sector)["gas"].related == ("fire",)


def test_a_parent_that_is_not_live_is_no_parent(library: Library) -> None:
    fire = library.sectors["fire"]
    child = changed(library, library.sectors["gas"], parent="fire")
    assert child.live(DAY).sectors["gas"].parent == "fire"
    assert without(child, fire).sectors["gas"].parent is None


def test_material_of_a_campaign_that_leads_nowhere_is_left_out(library: Library) -> None:
    theme = library.of(Theme)["06"]
    (campaign,) = without(library, theme).of(Campaign).values()
    assert [material.link for material in campaign.materials] == ["sector:fire"]


def test_units_and_references_are_always_there(library: Library) -> None:
    shown = library.live(date(2000, 1, 1))
    assert not list(shown.entities())
    assert shown.units == library.units
    assert shown.references == library.references
