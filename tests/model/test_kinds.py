"""The table of kinds: ids, files and addresses follow from each other, both ways."""

from __future__ import annotations

import pytest

from generator.load import load
from generator.load.loader import Loaded
from generator.model.address import address_of
from generator.model.base import Entity
from generator.model.kind import PARTS, Kind
from generator.model.kinds import COLLECTIONS, ENTITIES, KINDS, kind_of
from generator.model.theme import Theme
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
        assert kind.id_at(document.name) == document.value.id
        assert kind.path_at(document.value.id) == document.name
        assert kind.path_of(document.value) == document.name
        assert kind.is_place(document.name)


@pytest.mark.parametrize("kind", NAMED)
def test_a_thing_and_its_id_give_the_same_address(kind: Kind, loaded: Loaded) -> None:
    assert loaded.library is not None
    for entity in loaded.library.entities_of(kind):
        assert kind.address_at(entity.id) == address_of(entity)


@pytest.mark.parametrize(
    ("model", "id_"),
    [
        (Theme, "2024-13"),
        (Theme, "2024-1"),
        (Theme, "1999-01"),
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


def test_the_same_month_is_another_edition_and_the_same_number_is_not() -> None:
    theme, item = kind_of(Theme), kind_of(WorkItem)
    assert theme.edition("2023-06") == theme.edition("2024-06") != theme.edition("2024-07")
    assert item.edition("2023-01") == item.edition("2024-30")


def test_every_name_and_every_place_belongs_to_one_kind() -> None:
    for names in (
        [kind.name for kind in KINDS],
        [kind.label for kind in KINDS],
        [kind.pattern for kind in KINDS],
        [kind.plural for kind in COLLECTIONS.values()],
        [kind.address for kind in COLLECTIONS.values()],
    ):
        assert len(set(names)) == len(names)


@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.name) for kind in KINDS])
def test_a_row_names_only_what_is_there(kind: Kind) -> None:
    assert set(kind.parts) <= set(PARTS)
    assert kind.yearly == ("year" in kind.parts)
    assert set(kind.order) <= set(kind.model.model_fields)
    for path, target in kind.relations.items():
        assert path.split(".")[0] in kind.model.model_fields
        assert target in COLLECTIONS
    assert (ROOT / "schemas" / f"{kind.name}.json").is_file()
