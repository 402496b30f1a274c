"""Names of units as a document has them, held against those of units.yml."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping

from pypinyin import lazy_pinyin

from generator.model import placeholder
from generator.model.base import LONGEST_ID
from generator.model.unit import Unit
from generator.model.vocabulary import UnitKind

_LEVELS = re.compile(r"^(?:[ＸX某]{1,3})?(?:[\u4e00-\u9fff]{0,3}?(?=市生态))?[县市区旗镇州]?级?")
_FILLERS = re.compile(r"各|[ＸX某]{2,}")
_LETTERS = re.compile(r"[\u4e00-\u9fffa-zA-Z0-9]+")
_KINDS = (
    (UnitKind.TOWN, re.compile(r"[镇乡]|街道|苏木")),
    (UnitKind.GROUP, re.compile(r"^(?:[县市区旗]级?)?(?:各|有关|相关)|成员单位")),
    (UnitKind.COMMITTEE, re.compile(r"专业委员会|专委会")),
    (UnitKind.OFFICE, re.compile(r"办$|办公室|领导小组|安委会")),
)
_NEAR = 0.7


class KnownUnits:
    """The units of a county, found by any of their names."""

    def __init__(self, units: Iterable[Unit]) -> None:
        """Take the units; whose name comes first is found first."""
        self._by_name: dict[str, str] = {}
        self._by_plain: dict[str, str] = {}
        self._by_kind: dict[str, str] = {}
        self._names: dict[str, str] = {}
        for unit in units:
            self._names[unit.id] = unit.name
            for name in filter(None, (unit.name, unit.full_name, *unit.aliases)):
                self._by_name.setdefault(name, unit.id)
                self._by_plain.setdefault(_plain(name), unit.id)
                self._by_kind.setdefault(_kind(name), unit.id)

    def find(self, name: str) -> str:
        """Give the id of the unit of that name; "" where there is none."""
        return (
            self._by_name.get(name)
            or self._by_plain.get(_plain(name))
            or self._by_kind.get(_kind(name), "")
        )

    def near(self, name: str) -> str:
        """Give the known name that is most like one that is unknown; "" where none is."""
        found = difflib.get_close_matches(name, self._by_name, n=1, cutoff=_NEAR)
        return found[0] if found else ""

    @property
    def names(self) -> Mapping[str, str]:
        """Give the names by id."""
        return self._names


def proposed(name: str) -> str:
    """Give the row of units.yml that a unit may become; what it does waits to be written."""
    kind = next((kind for kind, words in _KINDS if words.search(name)), UnitKind.DEPARTMENT)
    id_ = "-".join(lazy_pinyin("".join(_LETTERS.findall(name)))).lower()[:LONGEST_ID].strip("-")
    return f"{{id: {id_}, name: {name}, kind: {kind.value}, about: {placeholder.TEXT}它管什么}}"


def _plain(name: str) -> str:
    """Give what tells a unit from others: without its level, without 各."""
    return _FILLERS.sub("", _LEVELS.sub("", name)) or name


def _kind(name: str) -> str:
    """Give of which kind a group is, whoever is concerned."""
    return re.sub("有关|相关", "", _plain(name)) or name
