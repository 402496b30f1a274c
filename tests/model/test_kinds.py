"""The table of kinds: ids, files and addresses follow from each other, both ways."""

from __future__ import annotations

import pytest

from generator.load import load
from generator.load.loader import Loaded
from generator.model.address import address_of
from generator.model.base import Entity
from generator.model.campaign import CampaignEdition
from generator.model.kind import PARTS, Kind
from generator.model.kinds import COLLECTIONS, EDITIONS, ENTITIES, KINDS, family_of, kind_of
from generator.model.theme import ThemeEdition
from generator.model.work import WorkItem, WorkPlan
from tests.conftest import FIXTURE, ROOT

NAMED = [pytest.param(kind, id=kind.name) for kind in ENTITIES]


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load(FIXTURE)


@pytest.mark.parametrize("kind", NAMED)
def test_a_path_gives_the_id_and_the_id_gives_the_path(kind: Kind, loaded: Loaded) -> None:
    documents = list(loaded.of_kind(kind.name))
    assert documents
    for document in documents:
        assert isinstance(document.value, Entity)
        assert kind.id_at(document.place) == document.value.id
        assert kind.path_at(document.value.id) == document.place
        assert kind.path_of(document.value) == document.place
        assert kind.is_place(document.place)


@pytest.mark.parametrize("kind", NAMED)
def test_a_thing_and_its_id_give_the_same_address(kind: Kind, loaded: Loaded) -> None:
    assert loaded.library is not None
    for entity in loaded.library.entities_of(kind):
        assert kind.address_at(entity.id) == address_of(entity)


@pytest.mark.parametrize(
    ("model", "id_"),
    [
        (ThemeEdition, "2024"),
        (ThemeEdition, "1999-01"),
        (CampaignEdition, "safety-month"),
        (WorkItem, "2024-1"),
        (WorkItem, "2024-201"),
        (WorkPlan, "2101"),
    ],
)
def test_an_id_of_another_form_has_no_path(model: type[Entity], id_: str) -> None:
    assert kind_of(model).path_at(id_) is None


@pytest.mark.parametrize("kind", NAMED)
def test_an_id_of_more_than_sixty_characters_has_no_path(kind: Kind) -> None:
    assert kind.path_at("a" * 61) is None
    assert kind.path_at(f"{'a' * 60}-2024") is None


@pytest.mark.parametrize("kind", EDITIONS.values())
def test_an_edition_has_all_that_the_evergreen_has(kind: Kind) -> None:
    evergreen = next(each for each in KINDS if each.name == kind.of)
    assert issubclass(kind.model, evergreen.model)
    assert kind.relations.items() >= evergreen.relations.items()
    assert family_of(kind.model) is evergreen


def test_every_name_and_every_place_belongs_to_one_kind() -> None:
    for names in (
        [kind.name for kind in KINDS],
        [kind.label for kind in KINDS],
        [(kind.home, kind.pattern) for kind in KINDS],
        [kind.plural for kind in COLLECTIONS.values()],
        [kind.address for kind in COLLECTIONS.values()],
    ):
        assert len(set(names)) == len(names)


@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.name) for kind in KINDS])
def test_a_row_names_only_what_is_there(kind: Kind) -> None:
    assert set(kind.parts) <= set(PARTS)
    assert kind.yearly == ("year" in kind.parts)
    assert all(hasattr(kind.model, name) or name in kind.model.model_fields for name in kind.order)
    for path, target in kind.relations.items():
        assert path.split(".")[0] in kind.model.model_fields
        assert target in COLLECTIONS
    assert (ROOT / "schemas" / f"{kind.name}.json").is_file()
