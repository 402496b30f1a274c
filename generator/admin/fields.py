"""From a model to the fields of a form: one widget for every attribute, none left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from generator.admin.labels import for_forms, label_and_hint
from generator.model.docstrings import docstrings, models_in
from generator.model.kind import Kind
from generator.model.kinds import COLLECTIONS
from generator.model.vocabulary import Labelled

Field = dict[str, Any]
Schema = dict[str, Any]
Options = list[dict[str, str]]

FILES = "files"
KEY, VALUE = "key", "value"

_GROUP = r"[^、\n]+(、[^、\n]+)+"
_TABLE: Field = {
    "widget": "text",
    "pattern": [rf"^\s*{_GROUP}(\n{_GROUP})*\s*$", "每行一组，每组至少两个词，用顿号隔开"],
    "hint": "每行一组，用顿号“、”隔开",
}
_SINGLE_LINE = r"^[^\n]+$"
_ONE_LINE_LENGTH = 300
_DEFINITION = "#/$defs/"
_CITES, _ICON = "sources", "icon"


@dataclass(frozen=True)
class Choices:
    """What the content itself offers: the articles that may be cited, and the icons."""

    cites: Options = field(default_factory=list)
    icons: Options = field(default_factory=list)
    icon: str = ""


def fields(
    model: type[BaseModel],
    choices: Choices | None = None,
    relations: Mapping[str, str] | None = None,
) -> list[Field]:
    """Give the form fields of a model, in the order of its attributes.

    `relations` are those of a kind: dotted fields that hold ids, and what these name.
    """
    named = {path.rpartition(".")[2]: kind for path, kind in (relations or {}).items()}
    return _Form(model, choices or Choices(), named).of(model)


class _Form:
    """Turns a model's JSON Schema into fields; holds what `$ref` refers to."""

    def __init__(
        self, model: type[BaseModel], choices: Choices, relations: Mapping[str, str]
    ) -> None:
        self._choices = choices
        self._relations = relations
        self._models = models_in(model)
        self._definitions: Schema = model.model_json_schema().get("$defs", {})
        self._enums = {kind.__name__: kind for kind in Labelled.__subclasses__()}

    def of(self, model: type[BaseModel]) -> list[Field]:
        """Give the fields of one model."""
        schema = self._definitions.get(model.__name__) or model.model_json_schema()
        required = schema.get("required", ())
        texts = docstrings(model)
        return [
            self._named(name, self._plain(part), text=texts[name], required=name in required)
            for name, part in schema["properties"].items()
        ]

    def _named(self, name: str, schema: Schema, *, text: str, required: bool) -> Field:
        """Give a field with its label, its hint and everything that its widget needs."""
        label, hint = label_and_hint(text, choices=self._vocabulary(schema))
        field: Field = {"name": name, "label": label}
        field |= self._widget(name, schema)
        if "pattern" in field:
            _, typed = label_and_hint(field.get("hint") or schema.get("description", ""))
            typed = typed or field.get("hint", "")
            hint = "；".join(dict.fromkeys(filter(None, (hint, typed))))
        if hint and name != _ICON:
            field["hint"] = hint
        field["required"] = required
        if name == _ICON and not required:
            field.pop("default", None)  # what is left out is inherited
        default = schema.get("default")
        if isinstance(default, str | bool | int) and "default" not in field:
            field["default"] = default
        return field

    def _vocabulary(self, schema: Schema) -> type[Labelled] | None:
        """Give the vocabulary that an attribute chooses from, alone or several at once."""
        inner = self._plain(schema.get("items", schema))
        return self._enums.get(inner.get("$ref", "").removeprefix(_DEFINITION))

    def _plain(self, schema: Schema) -> Schema:
        """Drop the `null` of an optional attribute; omitting it says the same."""
        choices = [part for part in schema.get("anyOf", ()) if part.get("type") != "null"]
        if not choices:
            return schema
        plain: Schema = {key: value for key, value in schema.items() if key != "anyOf"}
        plain.update(choices[0])
        return plain

    def _widget(self, name: str, schema: Schema) -> Field:
        if "$ref" in schema:
            return self._referred(schema["$ref"].removeprefix(_DEFINITION))
        match schema.get("type"):
            case "array":
                return self._list(name, schema)
            case "object":
                return self._pairs(schema)
            case "boolean":
                return {"widget": "boolean"}
            case "number":
                return {"widget": "number", "value_type": "float"} | _renamed(
                    schema, minimum="min", maximum="max"
                )
            case "integer":
                return {"widget": "number", "value_type": "int"} | _renamed(
                    schema, minimum="min", maximum="max"
                )
        if schema.get("format") == "date":
            return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
        if name in self._relations:
            return _relation(COLLECTIONS[self._relations[name]])
        if name == _ICON:
            return {
                "widget": "select",
                "options": self._choices.icons,
                "default": self._choices.icon,
            }
        return _text(schema)

    def _referred(self, name: str) -> Field:
        if name in self._enums:
            return {"widget": "select", "options": _options(self._enums[name])}
        return {"widget": "object", "collapsed": "auto", "fields": self.of(self._models[name])}

    def _list(self, name: str, schema: Schema) -> Field:
        """Give a list: a choice of several, or rows that are added one by one."""
        limits = _renamed(schema, minItems="min", maxItems="max")
        item = self._plain(schema["items"])
        if item.get("type") == "array":
            return _TABLE
        if name == _CITES:
            return {
                "widget": "select",
                "multiple": True,
                "options": self._choices.cites,
                "dropdown_threshold": 0,
            } | limits
        inner = self._widget(name, item)
        if inner["widget"] in {"select", "relation"}:
            return inner | {"multiple": True} | limits
        if inner["widget"] == "object":
            return {"widget": "list", "collapsed": "auto", "fields": inner["fields"]} | limits
        label, _ = label_and_hint(item.get("description") or "一项")
        row: Field = {"name": "item", "label": label} | inner
        if item.get("description") and "pattern" in inner:
            row["hint"] = for_forms(item["description"])
        return {"widget": "list", "field": row} | limits

    def _pairs(self, schema: Schema) -> Field:
        """Give rows of key and value for a mapping; the page's script turns them back."""
        pattern, value = next(iter(schema["patternProperties"].items()))
        about = schema.get("propertyNames", {}).get("description", "编号")
        label, hint = label_and_hint(about)
        key: Field = {"name": KEY, "label": label, "widget": "string", "pattern": [pattern, about]}
        label, _ = label_and_hint(value.get("description", "内容"))
        return {
            "widget": "list",
            "collapsed": True,
            "summary": f"{{{{{KEY}}}}} {{{{{VALUE}}}}}",
            "fields": [
                key | ({"hint": hint} if hint else {}),
                {"name": VALUE, "label": label} | _text(value),
            ],
        }


def _text(schema: Schema) -> Field:
    """Give an input line, or a text area for what may have several paragraphs."""
    longest = schema.get("maxLength", _ONE_LINE_LENGTH)
    pattern = schema.get("pattern")
    field: Field = {"widget": "text" if longest > _ONE_LINE_LENGTH else "string"}
    if "maxLength" in schema:
        field["maxlength"] = longest
    if pattern and pattern != _SINGLE_LINE:
        field["pattern"] = [pattern, for_forms(schema.get("description") or "写法不对")]
    return field


def _options(kind: type[Labelled]) -> Options:
    return [{"label": member.label, "value": member.value} for member in kind]


_TITLES = ("title", "name", "text")
"""The fields that can say which thing of a list it is, best first."""


def _relation(kind: Kind) -> Field:
    """Give a choice among the things of another kind, shown by their titles."""
    if kind.listed:
        title = next(name for name in _TITLES if name in kind.listed.model_fields)
        rows = f"{kind.plural}.*"
        return {
            "widget": "relation",
            "collection": FILES,
            "file": kind.name,
            "value_field": f"{rows}.id",
            "display_fields": [f"{rows}.{title}"],
            "search_fields": [f"{rows}.{title}", f"{rows}.id"],
        }
    return {
        "widget": "relation",
        "collection": kind.name,
        "value_field": "id",
        "display_fields": ["{{title}}（{{year}}年）" if kind.yearly else "{{title}}"],
        "search_fields": ["title", "id"],
    }


def _renamed(schema: Schema, **names: str) -> Field:
    return {ours: schema[theirs] for theirs, ours in names.items() if theirs in schema}
