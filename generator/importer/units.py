"""Names of units as a document has them, held against those of units.yml."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping

from pypinyin import lazy_pinyin

from generator.editors.skeleton import scalar
from generator.model import placeholder
from generator.model.base import LONGEST_ID
from generator.model.unit import Unit
from generator.model.vocabulary import UnitKind

_LEVELS = re.compile(
    r"^(?:[ＸX某]{1,3})?(?:[\u4e00-\u9fff]{0,3}?(?=市生态))?(?:[县区旗镇州]|市(?![场政容]))?级?"
)
_OWN_LEVEL = re.compile(
    r"(?:[\u4e00-\u9fffＸX某×]{0,6}?)((?<![社园小校辖])[县市区旗州省])(?![场政容民])"
)
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
        self._by_plain: dict[str, list[tuple[str, str]]] = {}
        self._by_kind: dict[str, list[tuple[str, str]]] = {}
        self._names: dict[str, str] = {}
        for unit in units:
            self._names[unit.id] = unit.name
            for name in filter(None, (unit.name, unit.full_name, *unit.aliases)):
                self._by_name.setdefault(name, unit.id)
                known = (_level(name), unit.id)
                self._by_plain.setdefault(_plain(name), []).append(known)
                self._by_kind.setdefault(_kind(name), []).append(known)

    def find(self, name: str) -> str:
        """Give the id of the unit of that name; "" where there is none.

        A name may lack its level, as 应急局; 市应急局 is never 县应急局.
        """
        return (
            self._by_name.get(name)
            or _of_level(self._by_plain.get(_plain(name), ()), name)
            or _of_level(self._by_kind.get(_kind(name), ()), name)
            or self._without_place(name)
        )

    def _without_place(self, name: str) -> str:
        """Find 样例县应急局 as 县应急局."""
        found = _OWN_LEVEL.match(name)
        return self.find(name[found.start(1) :]) if found and found.start(1) else ""

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
    about = f"{placeholder.TEXT}它管什么"
    return f"{{id: {scalar(id_)}, name: {scalar(name)}, kind: {kind.value}, about: {about}}}"


def _level(name: str) -> str:
    """Give the level that a name begins with: 县, 市, 区; "" where it begins with none."""
    found = _OWN_LEVEL.match(name)
    return found[1] if found else ""


def _of_level(known: Iterable[tuple[str, str]], name: str) -> str:
    own = _level(name)
    return next((id_ for level, id_ in known if not (own and level) or level == own), "")


def _plain(name: str) -> str:
    """Give what tells a unit from others: without its level, without 各."""
    return _FILLERS.sub("", _LEVELS.sub("", name)) or name


def _kind(name: str) -> str:
    """Give of which kind a group is, whoever is concerned."""
    return re.sub("有关|相关", "", _plain(name)) or name
