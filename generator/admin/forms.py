"""The form of a kind: the fields of its model, and what only the kind as a whole knows.

That is: how its id and its file's place come about, how short its short texts must be, and
that a new entry begins as a draft.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.admin.fields import Choices, Field, fields
from generator.check.lengths import LIMITS
from generator.model.base import Entity
from generator.model.kind import PARTS, Kind
from generator.model.vocabulary import Status

_PART = re.compile(r"\{(\w+)\}")
_ID_HINT = "小写字母、数字和连字符，例如 heat-wave；也是文件名和网址的一部分，新建时填，以后不能改"
_OF: Field = {
    "hint": "新建时选，以后不能改；没有填的地方，网站照常年版显示",
    "readonly": True,
    "dropdown_threshold": 0,
}
_AS_TEXT: Mapping[str, Field] = {
    "year": {
        "widget": "string",
        "maxlength": 4,
        "pattern": [r"^2[01]\d\d$", "写四位年份，例如 2027"],
        "hint": "四位年份，例如 2027；新建时填，以后不能改",
    },
    "number": {
        "widget": "string",
        "maxlength": 3,
        "pattern": [r"^(0[1-9]|[1-9]\d|1\d\d|200)$", "写两位数字，例如 05、31"],
        "hint": "两位数字，例如 05、31；新建时填，以后不能改",
    },
}


@dataclass(frozen=True, kw_only=True)
class Identity:
    """How a kind's id and the place of its file follow from other fields, which stay as they are.

    `numbers` are those that stand in file names, with two digits at least: the form has them as
    texts, since the CMS writes the number 2027 as 2,027.
    """

    id: str
    slug: str
    path: str
    numbers: tuple[str, ...]


def identity_of(kind: Kind) -> Identity | None:
    """Give the identity of a kind whose ids nobody types; None where the id itself is typed."""
    if not kind.parts:
        return None
    path = kind.path.removeprefix(f"{kind.folder}/").removesuffix(".yml")
    _, _, name = path.rpartition("/")
    return Identity(
        id=_of_fields(kind.id),
        slug=_of_fields(name if "{" in name else kind.id),
        path=_of_fields(path),
        numbers=tuple(part for part in kind.parts if PARTS[part].digits),
    )


def _of_fields(template: str) -> str:
    """Write `{year}` as the CMS does: {{fields.year}}."""
    return _PART.sub(r"{{fields.\1}}", template)


def form(kind: Kind, choices: Choices | None = None) -> list[Field]:
    """Give the fields of a kind's form.

    `readonly` fields can be filled in only while the entry is new (see `cms.CHANGES`).
    """
    rows = {row["name"]: row for row in fields(kind.model, choices, kind.relations)}
    for (name, field), (limit, _) in LIMITS.items():
        if name == kind.name:
            rows[field]["maxlength"] = limit
    if not issubclass(kind.model, Entity):
        return list(rows.values())
    rows["status"] |= {"required": True, "default": Status.DRAFT.value}
    identity = identity_of(kind)
    if identity is None:
        rows["id"] |= {"hint": _ID_HINT, "readonly": True}
        return list(rows.values())
    rows["id"] = _computed(rows["id"], identity)
    for name in identity.numbers:
        kept = {key: rows[name][key] for key in ("name", "label", "required")}
        rows[name] = kept | _AS_TEXT[name] | {"readonly": True}
    if kind.of:
        rows["of"] |= _OF
    return list(rows.values())


def _computed(row: Field, identity: Identity) -> Field:
    return {
        "name": row["name"],
        "label": row["label"],
        "widget": "compute",
        "value": identity.id,
        "required": row["required"],
    }
