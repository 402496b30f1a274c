"""The numbers of a Word document's paragraphs: Word counts them, and keeps only how."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.importer.counting import written
from generator.importer.word_parts import Element, W, attribute, is_on, value, whole

_PLACE = re.compile(r"%([1-9])")
_OFF = "0"


@dataclass(frozen=True)
class _Level:
    """How one level of a list is numbered; `restart` as Word keeps it, -1 where it is silent."""

    form: str
    text: str
    start: int
    restart: int
    legal: bool
    suffix: str
    style: str


@dataclass(frozen=True)
class _List:
    """A list that paragraphs name: those of one `family` are counted together."""

    family: str
    levels: dict[int, _Level]
    starts: dict[int, int]
    """Where levels of this list begin anew, though others of its family have been before."""


@dataclass(frozen=True)
class _Style:
    base: str
    number: str
    level: str


class Numbers:
    """Gives each paragraph its number; they must be asked for in their order."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        """Take the parts of the document that say how; either may be missing."""
        self._lists = dict(_lists(numbering)) if numbering is not None else {}
        self._styles = dict(_styles(styles)) if styles is not None else {}
        self._usual = _usual(styles) if styles is not None else ""
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def before(self, paragraph: Element) -> str:
        """Give what Word shows before a paragraph; "" where it shows nothing."""
        number, level = self._named(paragraph)
        found = self._lists.get(number)
        if found is None or level not in found.levels:
            return ""
        counts = self._counts.setdefault(found.family, {})
        if number not in self._begun:
            self._begun.add(number)
            for place in found.starts:
                counts.pop(place, None)
        counts[level] = counts[level] + 1 if level in counts else _start(found, level)
        for deeper in [each for each in counts if each > level]:
            if _restarts(found.levels.get(deeper), level):
                del counts[deeper]
        return _shown(found, level, counts)

    def _named(self, paragraph: Element) -> tuple[str, int]:
        """Give the list and the level of a paragraph, its own or those of its style."""
        number = value(paragraph, "pPr", "numPr", "numId")
        level = value(paragraph, "pPr", "numPr", "ilvl")
        chain = [*self._chain(value(paragraph, "pPr", "pStyle", default=self._usual))]
        for _, style in chain if not number else ():
            level = level or style.level
            if style.number:
                number = style.number
                break
        if not number or number == _OFF:
            return _OFF, 0
        if level or number not in self._lists:
            return number, whole(level, 0)
        names = {name for name, _ in chain}
        levels = self._lists[number].levels
        return number, next((at for at, each in levels.items() if each.style in names), 0)

    def _chain(self, name: str) -> Iterator[tuple[str, _Style]]:
        """Give a style and those that it is based on; a circle is gone round once."""
        seen: set[str] = set()
        while name in self._styles and name not in seen:
            seen.add(name)
            yield name, self._styles[name]
            name = self._styles[name].base


def _start(found: _List, level: int) -> int:
    usual = found.levels[level].start if level in found.levels else 1
    return found.starts.get(level, usual)


def _restarts(deeper: _Level | None, level: int) -> bool:
    if deeper is None or deeper.restart < 0:
        return True
    return level < deeper.restart


def _shown(found: _List, level: int, counts: dict[int, int]) -> str:
    of = found.levels[level]

    def number(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        form = found.levels[at].form if at in found.levels else "decimal"
        return written("decimal" if of.legal else form, counts.get(at, _start(found, at)))

    text = "" if of.form == "bullet" else _PLACE.sub(number, of.text)
    return f"{text} " if text[-1:].isalnum() and of.suffix != "nothing" else text


def _lists(root: Element) -> Iterator[tuple[str, _List]]:
    families = {attribute(each, "abstractNumId"): each for each in root.findall(W + "abstractNum")}
    linked = {value(each, "styleLink"): each for each in families.values()}
    for number in root.findall(W + "num"):
        name = value(number, "abstractNumId")
        family = families.get(name)
        if family is None:
            continue
        target = linked.get(value(family, "numStyleLink", default="-"), family)
        levels = dict(_levels(target))
        starts = {}
        for each in number.findall(W + "lvlOverride"):
            levels.update(_levels(each))
            start = whole(value(each, "startOverride"), -1)
            if start >= 0:
                starts[whole(attribute(each, "ilvl"), 0)] = start
        yield attribute(number, "numId"), _List(attribute(target, "abstractNumId"), levels, starts)


def _levels(parent: Element) -> Iterator[tuple[int, _Level]]:
    for each in parent.findall(W + "lvl"):
        yield (
            whole(attribute(each, "ilvl"), 0),
            _Level(
                form=value(each, "numFmt", default="decimal"),
                text=value(each, "lvlText"),
                start=whole(value(each, "start"), 1),
                restart=whole(value(each, "lvlRestart"), -1),
                legal=is_on(each, "isLgl"),
                suffix=value(each, "suff", default="tab"),
                style=value(each, "pStyle"),
            ),
        )


def _styles(root: Element) -> Iterator[tuple[str, _Style]]:
    for each in root.findall(W + "style"):
        yield (
            attribute(each, "styleId"),
            _Style(
                base=value(each, "basedOn"),
                number=value(each, "pPr", "numPr", "numId"),
                level=value(each, "pPr", "numPr", "ilvl"),
            ),
        )


def _usual(root: Element) -> str:
    """Give the style of the paragraphs that name none."""
    for each in root.findall(W + "style"):
        is_usual = attribute(each, "default") in {"1", "true", "on"}
        if is_usual and attribute(each, "type") in {"", "paragraph"}:
            return attribute(each, "styleId")
    return ""
