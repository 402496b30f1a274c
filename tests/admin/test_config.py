"""The forms are those of the models: nothing missing, all in Chinese, valid for the CMS."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from pydantic import BaseModel

from generator.admin import AdminError, admin_artifacts, configuration
from generator.admin.collections import collections
from generator.admin.fields import RELATIONS, fields
from generator.admin.labels import label_and_hint
from generator.load import load
from generator.load.kinds import KINDS
from generator.model.base import Entity
from generator.model.docstrings import docstrings, models_in
from generator.model.library import Library
from generator.model.site import Admin, AdminBackend
from generator.model.theme import Theme
from tests.admin.npm import installed
from tests.conftest import ROOT

MODELS = [kind.model for kind in KINDS]


@pytest.fixture(scope="module")
def library() -> Library:
    loaded = load(ROOT)
    assert loaded.library is not None
    return loaded.library


def every_field(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for row in rows:
        yield row
        yield from every_field(row.get("fields", []))
        if "field" in row:
            yield from every_field([row["field"]])


def forms() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    for collection in collections():
        for form in collection.get("files", [collection]):
            yield form["name"], form["fields"]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_attribute_of_a_model_has_its_field(model: type[BaseModel]) -> None:
    for part in models_in(model).values():
        rows = {row["name"]: row for row in fields(part)}
        assert list(rows) == list(part.model_fields)
        for name, field in part.model_fields.items():
            assert rows[name]["required"] == field.is_required(), (part, name)


def test_every_kind_has_its_form() -> None:
    assert {name for name, _ in forms()} == {kind.name for kind in KINDS}


def test_every_label_is_chinese() -> None:
    for name, rows in forms():
        for row in every_field(rows):
            assert any("\u4e00" <= letter <= "\u9fff" for letter in row["label"]), (name, row)
            for option in row.get("options", []):
                assert any("\u4e00" <= letter <= "\u9fff" for letter in option["label"]), option


def test_limits_patterns_and_choices_come_from_the_model() -> None:
    rows = {row["name"]: row for row in fields(Theme)}
    assert rows["slogan"] == {
        "name": "slogan",
        "label": "口号",
        "widget": "string",
        "maxlength": 300,
        "hint": "20 字以内",
        "required": True,
    }
    assert (rows["month"]["min"], rows["month"]["max"]) == (1, 12)
    assert rows["publish_on"]["format"] == "YYYY-MM-DD"
    assert rows["why_now"]["widget"] == "text"
    assert rows["id"]["pattern"][0].startswith("^[a-z0-9]+")
    assert {"label": "草稿", "value": "draft"} in rows["status"]["options"]
    assert rows["tips"]["min"] == 6
    audience = next(row for row in rows["tips"]["fields"] if row["name"] == "audience")
    assert audience["multiple"] is True
    assert audience["min"] == 1


def test_ids_of_other_entities_are_chosen_not_typed() -> None:
    names = {kind.name for kind in KINDS}
    for _, rows in forms():
        for row in every_field(rows):
            if row["name"] in RELATIONS and row["widget"] != "list":
                assert row["widget"] == "relation", row
                assert {row["collection"], row.get("file")} & names


def test_hints_do_not_speak_of_quotes() -> None:
    for _, rows in forms():
        for row in every_field(rows):
            assert "引号" not in json.dumps(row, ensure_ascii=False)


def test_inherited_attributes_have_their_docstrings() -> None:
    assert set(docstrings(Entity)) < set(docstrings(Theme))
    assert label_and_hint("号码，加引号") == ("号码", "")
    assert label_and_hint("上线日期（当天起）") == ("上线日期", "当天起")


@pytest.mark.parametrize("backend", list(AdminBackend))
def test_the_cms_accepts_the_configuration(backend: AdminBackend, library: Library) -> None:
    schema = json.loads((installed() / "schema/sveltia-cms.json").read_text(encoding="utf-8"))
    admin = Admin(
        enabled=True,
        backend=backend,
        repository="ajj/pingan",
        server="https://git.example.cn",
        app_id="abc",
    )
    found = Draft7Validator(schema).iter_errors(configuration(library.site, admin))
    assert [error.message for error in found] == []


def test_it_is_off_unless_switched_on(library: Library) -> None:
    assert admin_artifacts(library.site, root=ROOT) == ()


def test_a_missing_editor_says_what_to_run(library: Library, tmp_path: Path) -> None:
    site = library.site.model_copy(update={"admin": Admin(enabled=True)})
    with pytest.raises(AdminError, match="make admin"):
        admin_artifacts(site, root=tmp_path)


def test_a_server_without_a_repository_is_refused(library: Library) -> None:
    admin = Admin(enabled=True, backend=AdminBackend.GITEA)
    with pytest.raises(AdminError, match="repository"):
        admin_artifacts(library.site.model_copy(update={"admin": admin}), root=ROOT)


def test_the_page_may_talk_to_its_own_server_only(library: Library) -> None:
    installed()
    admin = Admin(
        enabled=True,
        backend=AdminBackend.GITEA,
        repository="ajj/pingan",
        server="https://git.example.cn/gitea",
    )
    made = admin_artifacts(library.site.model_copy(update={"admin": admin}), root=ROOT)
    page = next(file for file in made if file.address == "admin/index.html").content.decode()
    assert "connect-src 'self' blob: data: https://git.example.cn;" in page
    assert "default-src 'none'" in page
    assert "%" not in page.split("<body")[0].replace("%2", "")
    assert {file.address.split("/")[0] for file in made} == {"admin"}


def test_the_lock_file_names_no_registry() -> None:
    text = (ROOT / "admin/package-lock.json").read_text(encoding="utf-8")
    assert "resolved" not in text
    wanted = json.loads((ROOT / "admin/package.json").read_text(encoding="utf-8"))["dependencies"]
    assert all(version[0].isdigit() for version in wanted.values())
