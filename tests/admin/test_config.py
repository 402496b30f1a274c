"""The forms are those of the models: nothing missing, all in Chinese, valid for the CMS."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from pydantic import BaseModel

from generator.admin import AdminError, admin_artifacts, configuration
from generator.admin.choices import choices
from generator.admin.cms import UnknownVersionError, changed, merged
from generator.admin.collections import collections
from generator.admin.fields import fields
from generator.admin.icons import DEFAULT, ICONS
from generator.admin.labels import label_and_hint
from generator.check.lengths import LIMITS
from generator.icon_files import icon_svg
from generator.load import load
from generator.model.base import Entity
from generator.model.campaign import Campaign
from generator.model.docstrings import docstrings, models_in
from generator.model.kinds import KINDS
from generator.model.library import Library
from generator.model.site import Admin, AdminBackend
from generator.model.theme import Theme
from generator.project import project_at
from tests.admin.npm import installed
from tests.conftest import FIXTURE, ROOT

MODELS = [kind.model for kind in KINDS]
PROJECT = project_at(ROOT)


@pytest.fixture(scope="module")
def library() -> Library:
    loaded = load(FIXTURE)
    assert loaded.library is not None
    return loaded.library


def with_admin(library: Library, admin: Admin) -> Library:
    return replace(library, site=library.site.model_copy(update={"admin": admin}))


def every_field(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for row in rows:
        yield row
        yield from every_field(row.get("fields", []))
        if "field" in row:
            yield from every_field([row["field"]])


def forms(library: Library | None = None) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    for collection in collections(PROJECT, choices(library) if library else None):
        for form in collection.get("files", [collection]):
            yield form["name"], form["fields"]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_attribute_of_a_model_has_its_field(model: type[BaseModel]) -> None:
    for part in models_in(model).values():
        rows = {row["name"]: row for row in fields(part)}
        asked = set(part.model_json_schema().get("required", ()))
        assert list(rows) == list(part.model_fields)
        for name, field in part.model_fields.items():
            assert rows[name]["required"] == (name in asked), (part, name)
            assert field.is_required() or name not in asked


def test_every_kind_has_its_form() -> None:
    assert {name for name, _ in forms()} == {
        *(kind.name for kind in KINDS),
        *("alert-county", "references-county"),
    }


def test_every_label_is_chinese() -> None:
    for name, rows in forms():
        for row in every_field(rows):
            assert any("\u4e00" <= letter <= "\u9fff" for letter in row["label"]), (name, row)
            for option in row.get("options", []):
                label = option["label"]
                assert label.isdigit() or any("\u4e00" <= each <= "\u9fff" for each in label)


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
    order = next(row for row in fields(Campaign) if row["name"] == "order")
    assert (order["min"], order["max"]) == (1, 99)
    assert rows["publish_on"]["format"] == "YYYY-MM-DD"
    assert rows["why_now"]["widget"] == "text"
    assert rows["id"]["pattern"][0].startswith("^[a-z0-9]+")
    assert {"label": "草稿", "value": "draft"} in rows["status"]["options"]
    assert rows["tips"]["min"] == 6
    audience = next(row for row in rows["tips"]["fields"] if row["name"] == "audience")
    assert audience["multiple"] is True
    assert audience["min"] == 1


def test_ids_of_other_entities_are_chosen_not_typed() -> None:
    rows = dict(forms())
    names = {kind.name for kind in KINDS}
    for kind in KINDS:
        relations = {path.rpartition(".")[2] for path in kind.relations}
        found = [row for row in every_field(rows[kind.name]) if row["name"] in relations]
        assert {row["name"] for row in found} == relations
        for row in found:
            if row["widget"] != "list":
                assert row["widget"] == "relation", row
                assert {row["collection"], row.get("file")} & names


def test_hints_speak_to_people_who_fill_in_forms() -> None:
    codes = re.compile(r"draft|published|everyday|festival|notice|once|\.yml|[A-Za-z]-z|\^|引号")
    for name, rows in forms():
        for row in every_field(rows):
            texts = [row.get("hint", ""), *row.get("pattern", [])[1:]]
            for text in texts:
                assert not codes.search(text), (name, row["name"], text)
                assert not text.startswith("（"), (name, row["name"], text)
                assert len(re.findall("编号：", text)) < 2, (name, row["name"], text)


@pytest.mark.parametrize(("kind", "field"), list(LIMITS))
def test_short_texts_have_the_limits_of_the_check(kind: str, field: str) -> None:
    rows = {row["name"]: row for row in dict(forms())[kind]}
    assert rows[field]["maxlength"] == LIMITS[kind, field][0]


def test_a_new_entry_is_a_draft() -> None:
    states = [
        row
        for _, rows in forms()
        for row in rows
        if {"draft"} <= {x["value"] for x in options(row)}
    ]
    kinds = [kind for kind in KINDS if issubclass(kind.model, Entity)]
    assert len(states) == len(kinds) + len({"alert-county"})
    assert {row["default"] for row in states} == {"draft"}
    assert all(row["required"] for row in states)


def options(row: dict[str, Any]) -> list[dict[str, str]]:
    found: list[dict[str, str]] = row.get("options", [])
    return found


def test_articles_are_chosen_by_their_chinese_names(library: Library) -> None:
    sources = [
        row for _, rows in forms(library) for row in every_field(rows) if row["name"] == "sources"
    ]
    assert len(sources) > 10
    for row in sources:
        assert row["widget"] == "select", row
        labels = {option["value"]: option["label"] for option in row["options"]}
        assert labels["work-safety-law#57"] == "《安全生产法》第五十七条（57）"
        assert labels["work-safety-law"] == "《安全生产法》（主席令第八十八号）"
        assert labels["work-points-2023#2"].endswith("安全生产工作要点》第2条")


def test_icons_are_chosen_by_their_chinese_names(library: Library) -> None:
    entries = {sector.icon for sector in library.sectors.values()}
    for _, rows in forms(library):
        for row in every_field(rows):
            if row["name"] == "icon":
                values = {option["value"]: option["label"] for option in row["options"]}
                assert values["material/fire-truck"] == "消防车"
                assert entries <= set(values)
                assert row["default"] == DEFAULT if row["required"] else "default" not in row


def test_the_offered_icons_are_there() -> None:
    assert [name for name in ICONS if icon_svg(f"material/{name}") is None] == []
    assert DEFAULT.removeprefix("material/") in ICONS
    assert len(set(ICONS.values())) == len(ICONS)


def test_entries_of_several_years_can_be_told_apart(library: Library) -> None:
    rows = {row["name"]: row for row in collections(PROJECT)}
    for kind in ("theme-edition", "campaign-edition", "work-item"):
        assert rows[kind]["view_groups"] == [{"label": "年份", "field": "year"}]
        assert "{{year}}" in rows[kind]["summary"] or "{{id}}" in rows[kind]["summary"]
        assert rows[kind]["sortable_fields"]["default"]["direction"] == "Descending"
    for collection in collections(PROJECT):
        if "summary" in collection:
            assert "{{status}}" in collection["summary"]
    related = {row["name"]: row for row in every_field(dict(forms())["theme-edition"])}
    assert related["items"]["display_fields"] == ["{{title}}（{{year}}年）"]


def test_every_choice_shows_a_field_that_the_named_kind_has(library: Library) -> None:
    """The CMS opens no form at all when one choice shows a field that is not there."""
    listed = {kind.name: kind.listed for kind in KINDS if kind.listed}
    shown = 0
    for _, rows in forms(library):
        for row in every_field(rows):
            if row["widget"] != "relation" or "file" not in row:
                continue
            for dotted in [*row["display_fields"], *row["search_fields"]]:
                model = listed[row["file"]]
                assert model and dotted.rpartition(".")[2] in model.model_fields
                shown += 1
    assert shown


def test_ids_of_yearly_kinds_are_made_from_other_fields() -> None:
    for kind, parts in {
        "work-plan": {"year"},
        "work-item": {"year", "number"},
        "theme-edition": {"year", "of"},
        "campaign-edition": {"year", "of"},
    }.items():
        rows = {row["name"]: row for row in dict(forms())[kind]}
        assert rows["id"]["widget"] == "compute"
        assert set(re.findall(r"fields\.(\w+)", rows["id"]["value"])) == parts
        assert all(rows[part]["readonly"] and rows[part].get("hint") for part in parts)


def test_the_cms_speaks_chinese_throughout() -> None:
    """Messages about a wrong config.yml aside: ours is made and tested against the schema."""
    folder = installed() / "locales"
    english = flat(json.loads((folder / "en-US.json").read_text(encoding="utf-8")))
    theirs = json.loads((folder / "zh-CN.json").read_text(encoding="utf-8"))
    ours = json.loads((ROOT / "admin/zh-CN.json").read_text(encoding="utf-8"))
    chinese = flat(merged(theirs, ours))
    ignored = ("config.", "cloud_storage.")
    assert [key for key in english if key not in chinese and not key.startswith(ignored)] == []
    assert set(flat(ours)) <= set(english)


def flat(words: dict[str, Any], prefix: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in words.items():
        found |= (
            flat(value, f"{prefix}{key}.") if isinstance(value, dict) else {prefix + key: value}
        )
    return found


def test_another_version_of_the_cms_is_refused() -> None:
    script = (installed() / "npm/index.js").read_text(encoding="utf-8")
    assert changed(script) != script
    with pytest.raises(UnknownVersionError):
        changed(script.replace("ignoreBOM", "").replace("Gk=async", "Gx=async"))


def test_fonts_come_with_the_page(library: Library) -> None:
    installed()
    made = {
        x.address: x.content
        for x in admin_artifacts(with_admin(library, Admin(enabled=True)), PROJECT)
    }
    script = made["admin/cms/npm/index.js"].decode()
    fonts = re.findall(r"src:url\(([^)]+)\)", script)
    assert len(fonts) == 3
    assert all(f"admin/{font}" in made for font in fonts)
    assert "cdn.jsdelivr.net/fontsource" not in script.split("@font-face", 1)[1]


def test_inherited_attributes_have_their_docstrings() -> None:
    assert set(docstrings(Entity)) < set(docstrings(Theme))
    assert label_and_hint("号码，加引号") == ("号码", "")
    assert label_and_hint("上线日期（当天起）") == ("上线日期", "当天起")
    assert label_and_hint("下线日期（当天起不显示），可不填") == (
        "下线日期",
        "当天起不显示；可不填",
    )


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
    found = Draft7Validator(schema).iter_errors(configuration(with_admin(library, admin), PROJECT))
    assert [error.message for error in found] == []


def test_it_is_off_unless_switched_on(library: Library) -> None:
    assert admin_artifacts(library, PROJECT) == ()


def test_a_missing_editor_says_what_to_run(library: Library, tmp_path: Path) -> None:
    with pytest.raises(AdminError, match="make admin"):
        admin_artifacts(with_admin(library, Admin(enabled=True)), project_at(tmp_path))


def test_a_server_without_a_repository_is_refused(library: Library) -> None:
    admin = Admin(enabled=True, backend=AdminBackend.GITEA)
    with pytest.raises(AdminError, match="repository"):
        admin_artifacts(with_admin(library, admin), PROJECT)


def test_the_page_may_talk_to_its_own_server_only(library: Library) -> None:
    installed()
    admin = Admin(
        enabled=True,
        backend=AdminBackend.GITEA,
        repository="ajj/pingan",
        server="https://git.example.cn/gitea",
    )
    made = admin_artifacts(with_admin(library, admin), PROJECT)
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


def test_the_list_of_items_explains_the_command_that_imports_them() -> None:
    rows = {row["name"]: row.get("description", "") for row in collections(PROJECT)}
    for kind in ("work-plan", "work-item"):
        assert "导入今年的工作要点" in rows[kind]
        assert "pingan import work-points 工作要点.docx --year" in rows[kind]
    assert not rows["theme-edition"]
