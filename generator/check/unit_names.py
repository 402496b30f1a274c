"""Unit names: texts call a unit by a name that units.yml knows.

A name is looked for wherever 县、市 or 旅 stands. If a known name begins there, all is well;
otherwise the words up to 局、委、办、部、大队、管委会 and the like are held against the known
names. Only clear slips are reported: the same first character, the same ending, and at most
two characters different in the distinctive part between them. So 县消防大队 is a slip for
县消防救援大队, while 县财政局 is none for 县民政局, nor 县森林公安局 for 县公安局: these are
units that units.yml may lack.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache

from generator.load.loader import Loaded
from generator.model.library import Library
from generator.model.problem import Problem

_ENDINGS = (
    "安全生产专业委员会",
    "管理委员会",
    "委员会",
    "管委会",
    "大队",
    "分局",
    "局",
    "委",
    "办",
    "部",
)
_START = re.compile(r"[县市旅](?![级里的内各区县镇村以和及上下境域城外直]|市(?!场)|乡(?!村))")
_END = re.compile(
    r"委员会|管委会|大队(?!伍)|局(?![部面势限域])|委(?![员托会派任])"
    r"|办(?![法理公事好案完结学了])|部(?![门分署委队位件级])"
)
_DOUBLED = re.compile(r"局(?![长机属领党里内务部面势限域])")
_CHARACTERS = re.compile(r"\w+")
_LONGEST = 24
_OTHER_WORDS = {"units", "references", "synonyms"}
_ALIKE_IF_SHORTER = 0.66
_ALIKE_IF_LONGER = 0.8
_AT_MOST_CHANGED = 2


def check_unit_names(loaded: Loaded, library: Library, as_of: date) -> Iterator[Problem]:
    """Warn of names that are almost, but not quite, those of a unit (W303).

    Search words and the titles of official texts may say it their own way.
    """
    names = _names(library)
    for document in loaded.documents if names else ():
        if document.kind.name in _OTHER_WORDS:
            continue
        for loc, text in document.tree.texts:
            if "keywords" in loc:
                continue
            for written, name in misspelt_units(text, names):
                yield document.problem(
                    loc,
                    "W303",
                    f"单位名称“{written}”与 units.yml 不一致",
                    f"是不是想写 {name}？写法没错就登记到 units.yml 的 aliases",
                )


def misspelt_units(text: str, names: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Give each near-miss of a name in a text, with the name that was probably meant."""
    position = 0
    while match := _START.search(text, position):
        start = match.start()
        position = start + 1
        run = _CHARACTERS.match(text, start, start + _LONGEST)
        words = run.group() if run else ""
        exact = _exact(text, start, names)
        if exact:
            position = start + len(exact)
            if exact.endswith("局") and _DOUBLED.match(text, position):
                yield f"{exact}局", exact
            continue
        slips = ((words[: end.end()], _meant(words[: end.end()], names)) for end in _ends(words))
        written, name = next(((slip, name) for slip, name in slips if name), ("", None))
        if name:
            position = start + len(written)
            yield written, name


def _names(library: Library) -> frozenset[str]:
    """Give every way of writing a unit that units.yml allows."""
    units = library.units.values()
    return frozenset(
        name for unit in units for name in (unit.name, unit.full_name, *unit.aliases) if name
    )


def _exact(text: str, start: int, names: frozenset[str]) -> str:
    """Give the longest known name that begins at `start`, or nothing."""
    lengths = range(_longest(names), 1, -1)
    return next(
        (text[start : start + size] for size in lengths if text[start : start + size] in names), ""
    )


@lru_cache(maxsize=8)
def _longest(names: frozenset[str]) -> int:
    return max(map(len, names))


def _ends(words: str) -> Iterator[re.Match[str]]:
    return _END.finditer(words, 2)


@lru_cache(maxsize=4096)
def _meant(written: str, names: frozenset[str]) -> str | None:
    """Give the known name that a text nearly spells, or None if none is near enough."""
    if any(name.startswith(written) for name in names):
        return None
    scores: Mapping[str, float] = {name: _likeness(written, name) for name in sorted(names)}
    best = max(scores, key=lambda name: scores[name])
    longer = len(written) > len(best)
    return best if scores[best] >= (_ALIKE_IF_LONGER if longer else _ALIKE_IF_SHORTER) else None


def _likeness(written: str, name: str) -> float:
    """Say from 0 to 1 how alike two names are between their first character and their ending."""
    endings = (end for end in _ENDINGS if written.endswith(end) and name.endswith(end))
    ending = next(endings, "")
    branches = written.endswith("分局") is name.endswith("分局")
    if not ending or not branches or written[0] != name[0]:
        return 0
    one, other = written[1 : -len(ending)], name[1 : -len(ending)]
    if min(len(one), len(other)) < 2 or abs(len(one) - len(other)) > _AT_MOST_CHANGED:
        return 0
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    changed = sum(
        max(end - start, other_end - other_start)
        for tag, start, end, other_start, other_end in matcher.get_opcodes()
        if tag != "equal"
    )
    return matcher.ratio() if changed <= _AT_MOST_CHANGED else 0
