"""A content kind: what one row of the table of kinds says, and what follows from it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from generator.model.base import LONGEST_ID, Entity, Model, Yearly

_SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*"
_PART = re.compile(r"\{(\w+)\}")


class Layer(Enum):
    """One of the two halves of the content: what any county says, and what one county says."""

    COMMON = "common"
    COUNTY = "county"


@dataclass(frozen=True)
class Part:
    """What may stand in braces in a path, an id or an address, and how it is written there.

    `label` is what editors call it; numbers have `digits`, filled up with zeros.
    """

    pattern: str
    label: str
    digits: int = 0


PARTS: Mapping[str, Part] = {
    "id": Part(_SLUG, "编号"),
    "of": Part(_SLUG, "常年版的编号"),
    "year": Part(r"20\d\d|2100", "年份", 4),
    "number": Part(r"0[1-9]|[1-9]\d|1\d\d|200", "序号", 2),
}
"""All are fields of the model."""


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of content: what it is called, what its files hold and where all of it stands.

    - `name`: what its schema and its form are called, and `pingan new` and `check` name it;
      `label` says the same in Chinese, wherever people read it.
    - `model`: what one file holds. `listed` is what the rows of that file are, where the things
      of a kind stand in one file, in the field that is called like `plural`.
    - `home`: the layer that its files belong to. Where that is the common one, a county may have
      things of its own beside them, unless the kind is one file and not `extended`.
    - `path`: where a file stands below its layer's folder; one without braces is a required file,
      unless it is `optional`. `glob` finds the files, where not all that have the form of the
      path are of this kind.
    - `singular`: how links (`sector:fire`), page templates and relations name one thing, and
      `plural` how the API names all; both are "" where a file is no collection of things.
    - `id` and `address`: how a thing's id and the address of its page are made.
    - `order`: the fields by which the things are put in order, before their ids.
    - `relations`: the fields that hold ids, such as `programme.organisers`, and the singular of
      what they name.
    - `of`: the name of the kind of which the things are yearly editions.
    - `news`: whether feeds announce what goes live.
    - `example`: an id as one would write it; `pingan new` makes drafts of kinds that have one.
    """

    name: str
    label: str
    model: type[Model]
    listed: type[Model] | None = None
    home: Layer = Layer.COMMON
    path: str
    glob: str = ""
    optional: bool = False
    extended: bool = False
    singular: str = ""
    plural: str = ""
    id: str = "{id}"
    address: str = ""
    order: tuple[str, ...] = ()
    relations: Mapping[str, str] = field(default_factory=dict, hash=False)
    of: str = ""
    news: bool = False
    example: str = ""

    @property
    def single(self) -> bool:
        """Tell whether this kind is exactly one file."""
        return "{" not in self.path

    @property
    def layers(self) -> tuple[Layer, ...]:
        """Give the layers in which files of this kind may stand."""
        own = self.home is Layer.COMMON and (self.extended or not self.single)
        return (self.home, Layer.COUNTY) if own else (self.home,)

    def needs(self, layer: Layer) -> bool:
        """Tell whether the one file of this kind must be in a layer."""
        return self.single and not self.optional and layer is self.home

    @property
    def thing(self) -> type[Model]:
        """Give the model of one thing of this kind."""
        return self.listed or self.model

    @property
    def yearly(self) -> bool:
        """Tell whether each thing belongs to a year and comes again in the next."""
        return issubclass(self.model, Yearly)

    @property
    def pattern(self) -> str:
        """Give the glob below a layer's folder that finds the files."""
        return self.glob or _PART.sub("*", self.path)

    @property
    def folder(self) -> str:
        """Give the folder below a layer's that all files of this kind share."""
        return self.path.partition("{")[0].rpartition("/")[0]

    @property
    def parts(self) -> tuple[str, ...]:
        """Give what a file's path is made of besides the id: year, number, the evergreen's id."""
        return tuple(name for name in _PART.findall(self.path) if name != "id")

    def id_at(self, path: str) -> str:
        """Give the id that the path of one of its files asks for, be it well-formed or not.

        This and all other paths here are those below the folder of a layer.
        """
        found = self._loose_path.fullmatch(path)
        assert found is not None
        return self.id.format(**found.groupdict())

    def is_place(self, path: str) -> bool:
        """Tell whether a file of this kind may have this path."""
        return self._strict_path.fullmatch(path) is not None

    def path_of(self, thing: Entity) -> str:
        """Give the path of the file that an entity's own fields ask for."""
        return self.path.format(**self._values(thing))

    def path_at(self, id_: str) -> str | None:
        """Give the path of the file in which an id stands; None where it is not well-formed."""
        values = self._values_in(id_)
        return self.path.format(**values) if values else None

    def address_of(self, thing: Model) -> str:
        """Give the address of a thing's own page."""
        return self.address.format(**self._values(thing))

    def address_at(self, id_: str) -> str:
        """Give the address of the page of the thing with this id, which has the kind's form."""
        values = self._values_in(id_)
        assert values is not None
        return self.address.format(**values)

    def fields_in(self, id_: str) -> dict[str, int | str]:
        """Give the fields that follow from an id: 2024 and 01 from 2024-01."""
        values = self._values_in(id_) or {}
        return {
            name: int(value) if PARTS[name].digits else value
            for name, value in values.items()
            if name != "id"
        }

    def id_form(self) -> str:
        """Say how editors write an id of this kind."""
        if self.id == "{id}":
            form = f"小写字母、数字和连字符，不超过 {LONGEST_ID} 个"
        else:
            form = self.id.format(**{name: part.label for name, part in PARTS.items()})
        return f"{form}，例如 {self.example}"

    def _values(self, thing: Model) -> dict[str, str]:
        """Give what stands for the parts of a thing's path, id and address."""
        id_: str = getattr(thing, "id")  # noqa: B009 - all that has a page has an id
        values = {"id": id_}
        for name in self._needed:
            values[name] = str(getattr(thing, name)).zfill(PARTS[name].digits)
        return values

    def _values_in(self, id_: str) -> dict[str, str] | None:
        """Give what the parts of the path and the address are for an id, if it is well-formed."""
        found = self._strict_id.fullmatch(id_)
        return {"id": id_, **found.groupdict()} if found and len(id_) <= LONGEST_ID else None

    @cached_property
    def _needed(self) -> tuple[str, ...]:
        names = _PART.findall(self.path + self.id + self.address)
        return tuple(name for name in dict.fromkeys(names) if name != "id")

    @cached_property
    def _loose_path(self) -> re.Pattern[str]:
        loose = dict.fromkeys(PARTS, "[^/]+")
        return re.compile(_pattern(self.path, loose), re.IGNORECASE)  # .YML of Windows

    @cached_property
    def _strict_path(self) -> re.Pattern[str]:
        return re.compile(_pattern(self.path, _PATTERNS))

    @cached_property
    def _strict_id(self) -> re.Pattern[str]:
        return re.compile(_pattern(self.id, _PATTERNS))


_PATTERNS = {name: part.pattern for name, part in PARTS.items()}


def _pattern(template: str, patterns: Mapping[str, str]) -> str:
    """Turn `themes/{year}` into an expression whose groups are the parts."""
    pieces = _PART.split(template)
    return "".join(
        f"(?P<{piece}>{patterns[piece]})" if place % 2 else re.escape(piece)
        for place, piece in enumerate(pieces)
    )
