"""Sources as people write them: 《消防法》第二十八条、fire-protection-law#28、GB 17761-2024."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.reference import CiteFault, Reference, cite_fault
from generator.model.wording import chinese_number, locator_label, short_title

_PIECES = re.compile(r"(?:《[^》]*》|[^;,、\n])+")
_NUMERALS = {chinese_number(number): str(number) for number in range(1, 2_000)}
_NUMBER = r"[0-9A-Za-z]+(?:[.\-][0-9A-Za-z]+)*|[零〇一二三四五六七八九十百千]+"
_ARTICLE = re.compile(
    rf"\s*(?:第|要点)?\s*(?P<number>{_NUMBER})\s*条(?!例)(?:之(?P<extra>[0-9一二三四五六七八九十]+))?"
    r"(?P<rest>.*)$"
)
_POINT = re.compile(r"\s*(?:要点|附录|\s)\s*(?P<number>[0-9A-Za-z]+(?:\.[0-9A-Za-z]+)*)$")
_PARAGRAPHS = re.compile(r"(?:第[^条款项目]{1,6}[款项目]\s*)*")
_VERSION = re.compile(r"\([^()]*(?:年|修正|修订|版)[^()]*\)$")
_LAWS = "中华人民共和国"
_MARKS = str.maketrans("", "", "《》")
_CLOSEST = 3
_NEAR = 0.5


@dataclass(frozen=True)
class _Written:
    """What a piece of a cell says: the name of a text, an article, and what nobody can read."""

    name: str
    locator: str = ""
    rest: str = ""


@dataclass(frozen=True)
class _Fault:
    """Why a piece cites nothing."""

    words: str


class KnownSources:
    """The references of a library, found by title, short title, number or id."""

    def __init__(self, references: Mapping[str, Reference]) -> None:
        """Take the references by id."""
        self._references = references
        self._by_name: dict[str, list[str]] = {}
        for reference in references.values():
            title = reference.title
            number, short = reference.number or title, short_title(reference)
            names = (title, title.removeprefix(_LAWS), number, short, reference.id)
            for name in dict.fromkeys(map(_plain, names)):
                self._by_name.setdefault(name, []).append(reference.id)

    def read(self, words: str) -> tuple[list[str], list[str]]:
        """Give the sources that a cell cites, each once, and what is wrong with the others.

        An article that stands alone is one of the text before it.
        """
        cites: list[str] = []
        faults: list[str] = []
        before = ""
        for piece in self._pieces(unicodedata.normalize("NFKC", words)):
            written = self._written(piece)
            found = self._cite(written, before, piece)
            if isinstance(found, _Fault):
                faults.append(found.words)
            else:
                cites.append(found)
                before = found.partition("#")[0]
        return [*dict.fromkeys(cites)], faults

    def _pieces(self, words: str) -> list[str]:
        if _plain(words) in self._by_name:
            return [words]
        pieces = [each.strip() for each in _PIECES.findall(words)]
        return [
            part
            for piece in pieces
            for part in (piece.split() if piece.count("#") > 1 else [piece])
            if part
        ]

    def _written(self, piece: str) -> _Written:
        """Tell name and article apart; a name that is known as it stands has no article."""
        if _plain(piece) in self._by_name:
            return _Written(piece)
        if "#" in piece:
            name, _, locator = piece.partition("#")
            return _Written(name, locator.strip())
        found = _ARTICLE.search(piece, piece.rfind("》") + 1)
        if found:
            number, extra = _digits(found["number"]), _digits(found["extra"] or "")
            rest = _PARAGRAPHS.sub("", found["rest"], count=1).strip()
            return _Written(piece[: found.start()], f"{number}-{extra}".strip("-"), rest)
        point = _POINT.search(piece)
        if point and _plain(piece[: point.start()]) in self._by_name:
            return _Written(piece[: point.start()], point["number"])
        return _Written(piece)

    def _cite(self, written: _Written, before: str, piece: str) -> str | _Fault:
        """Give the citation, or why there is none."""
        if written.rest:
            return _Fault(f"“{piece}”里的“{written.rest}”认不出来；几条分开写，用分号隔开")
        if not written.name.strip() and not before:
            return _Fault(f"“{piece}”前面没有写是哪一部法律")
        ids = self._by_name.get(_plain(written.name), []) if written.name.strip() else [before]
        if not ids:
            return _Fault(f"依据“{piece}”没有登记；{self._meant(written)}")
        suffix = f"#{written.locator}" if written.locator else ""
        cites = [f"{id_}{suffix}" for id_ in ids]
        good = [cite for cite in cites if cite_fault(cite, self._references) is None]
        if len(good) == 1:
            return good[0]
        if len(ids) > 1:
            return _Fault(f"“{piece}”有几件，写编号：{'、'.join(good or cites)}")
        return self._why(self._references[ids[0]], written.locator)

    def _why(self, reference: Reference, locator: str) -> _Fault:
        """Say why a text that is known cannot be cited so."""
        name = short_title(reference)
        fault = cite_fault(f"{reference.id}#{locator}".rstrip("#"), self._references)
        if fault is CiteFault.NO_ARTICLE:
            some = "、".join(_labels(reference, [*reference.articles][:_CLOSEST]))
            return _Fault(f"引用{name}要写到条，例如{some}")
        near = _closest(locator, [*reference.articles])
        known = f"；登记了的，接近的有{'、'.join(_labels(reference, near))}" if near else ""
        return _Fault(
            f"{name}没有登记{locator_label(reference, locator)}{known}。"
            "要引用它，先核对原文，在 references.yml 的 articles 里补上"
        )

    def _meant(self, written: _Written) -> str:
        name = _plain(written.name)
        parts = [each for each in self._by_name if len(name) > 1 and name in each]
        alike = difflib.get_close_matches(name, self._by_name, n=1, cutoff=_NEAR)
        for near in (*alike, *parts):
            reference = self._references[self._by_name[near][0]]
            known = written.locator in reference.articles
            article = locator_label(reference, written.locator) if known else ""
            return f"是不是{short_title(reference)}{article}？"
        return "先在 references.yml 里登记"


def _closest(locator: str, known: list[str]) -> list[str]:
    """Give the articles whose numbers are nearest, in their order."""
    if not locator.isdigit():
        return difflib.get_close_matches(locator, known, n=_CLOSEST, cutoff=0)
    numbers = sorted((each for each in known if each.isdigit()), key=int)
    near = sorted(numbers, key=lambda each: abs(int(each) - int(locator)))[:_CLOSEST]
    return sorted(near, key=int)


def _labels(reference: Reference, locators: list[str]) -> list[str]:
    return [locator_label(reference, locator) for locator in locators]


def _plain(name: str) -> str:
    """Give a name without marks, spaces and the version that stands behind it in brackets."""
    plain = "".join(unicodedata.normalize("NFKC", name).split()).strip("\"“”'.。")
    return (_VERSION.sub("", plain) or plain).translate(_MARKS).casefold()


def _digits(number: str) -> str:
    return _NUMERALS.get(number.replace("〇", "零"), number)
