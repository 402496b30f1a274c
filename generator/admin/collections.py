"""From the table of content kinds to the CMS's collections, and how each kind is written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from generator.admin.fields import FILES, Choices
from generator.admin.forms import form, identity_of
from generator.model.base import Entity
from generator.model.docstrings import models_in
from generator.model.kind import Kind, Layer
from generator.model.kinds import KINDS
from generator.model.vocabulary import Status
from generator.project import Project

Collection = dict[str, Any]
_IMPORTED = {"work-plan", "work-item"}
_IMPORT = (
    "导入今年的工作要点：在项目文件夹里运行 `pingan import work-points 工作要点.docx --year 年份`，"
    "文件里的每一条写成一份草稿，再回到这里一份一份写完。"
)
"""What the editors read above the list of what one command writes for them."""
_ALSO_THE_COUNTYS = {"alert", "references"}
"""The kinds of which a county is likely to have some of its own beside the common ones."""


def collections(project: Project, choices: Choices | None = None) -> list[Collection]:
    """Give one collection for each kind of many files, and one for the single files."""
    many = [
        _folder(kind, layer, project, choices)
        for kind in KINDS
        if not kind.single
        for layer in _layers(kind)
    ]
    single: Collection = {
        "name": FILES,
        "label": "全站设置",
        "files": [
            {
                **_named(kind, layer),
                "file": project.place(layer, kind.pattern),
                "format": format_name(kind),
                "fields": form(kind, choices),
            }
            for kind in KINDS
            if kind.single
            for layer in _layers(kind)
        ],
    }
    return [*many, single]


def formats(project: Project) -> list[dict[str, Any]]:
    """Say how each kind is written: its first line, dates, mappings, tables and defaults.

    The page makes an edition's `id` itself: the CMS would put the title of what it is of there.
    """
    return [
        {
            "name": format_name(kind),
            "comment": _first_line(kind, project),
            "dates": sorted(_names(kind.model, "format", "date")),
            "maps": sorted(_names(kind.model, "type", "object")),
            "tables": sorted(_tables(kind.model)),
            "defaults": _defaults(kind.model),
            "numbers": list(identity.numbers) if (identity := identity_of(kind)) else [],
            "status": issubclass(kind.model, Entity),
            "id": kind.id if kind.of else "",
        }
        for kind in KINDS
    ]


def format_name(kind: Kind) -> str:
    """Give the name under which the page's script registers a kind's way of writing."""
    return f"yml-{kind.name}"


def _layers(kind: Kind) -> tuple[Layer, ...]:
    """Give the layers in which a kind's files can be edited."""
    return kind.layers if kind.name in _ALSO_THE_COUNTYS else (kind.home,)


def _named(kind: Kind, layer: Layer) -> dict[str, str]:
    """Give what a kind's files in a layer are called."""
    if layer is kind.home:
        return {"name": kind.name, "label": kind.label}
    return {"name": f"{kind.name}-{layer.value}", "label": f"本县的{kind.label}"}


def _folder(kind: Kind, layer: Layer, project: Project, choices: Choices | None) -> Collection:
    summary, field = _listing(kind)
    collection: Collection = {
        **_named(kind, layer),
        "folder": project.place(layer, kind.folder),
        "extension": "yml",
        "format": format_name(kind),
        "identifier_field": "title",
        "slug": "{{id}}",
        "summary": f"{summary}［{{{{status}}}}］",
        "create": True,
        "sortable_fields": {
            "fields": list(dict.fromkeys((field, "title", "publish_on", "reviewed_on"))),
            "default": {"field": field, "direction": "Descending" if kind.yearly else "Ascending"},
        },
        "view_filters": [
            {"label": f"只看{member.label}", "field": "status", "pattern": f"^{member.value}$"}
            for member in Status
        ],
        "fields": form(kind, choices),
    }
    if kind.name in _IMPORTED:
        collection["description"] = _IMPORT
    identity = identity_of(kind)
    if identity:
        if len(kind.parts) > 1:
            collection["view_groups"] = [{"label": "年份", "field": "year"}]
        collection |= {"slug": identity.slug, "path": identity.path}
        if kind.glob:  # the folder holds files of another kind too
            collection["filter"] = {"field": identity.numbers[-1], "pattern": r"^\d+$"}
    return collection


def _listing(kind: Kind) -> tuple[str, str]:
    """Give what each line of a kind's list says before its status, and the field to sort by."""
    if not kind.yearly:
        return "{{title}}", "title"
    if len(kind.parts) > 1:
        return "{{id}} {{title}}", "id"
    return "{{year}}年 {{title}}", "year"


def _first_line(kind: Kind, project: Project) -> str:
    """Give the comment that tells an editor's program where the schema of a file is."""
    path = project.place(kind.home, kind.pattern)
    return f" yaml-language-server: $schema={project.schemas_from(path)}/{kind.name}.json"


def _tables(model: type[BaseModel]) -> Iterator[str]:
    """Find the attributes that are lists of lists, which the form shows as lines of words."""
    for part in models_in(model).values():
        for name, schema in part.model_json_schema()["properties"].items():
            if schema.get("items", {}).get("type") == "array":
                yield name


def _defaults(model: type[BaseModel]) -> dict[str, Any]:
    """Give the plain values that a file may leave out, by attribute."""
    return {
        name: field.default
        for part in models_in(model).values()
        for name, field in sorted(part.model_fields.items())
        if isinstance(field.default, str | bool | int)
    }


def _names(model: type[BaseModel], key: str, value: str) -> Iterator[str]:
    """Find the attributes, anywhere below a model, whose JSON Schema says `key: value`."""
    for part in models_in(model).values():
        for name, schema in part.model_json_schema()["properties"].items():
            if any(choice.get(key) == value for choice in (schema, *schema.get("anyOf", ()))):
                yield name
