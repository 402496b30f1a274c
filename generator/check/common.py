"""Common content: what all counties share names none of them, and leans on nothing of one.

E326 is reported of a file of the common layer that has the county's name in it, that cites a
reference of the county's own, or that names or links to something that stands in the county's
folder. `{县名}` is no county's name: it stands for whichever is in hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from datetime import date
from typing import Any

from generator.check.by_document import ByDocument
from generator.check.citations import cites_in
from generator.check.relations import named_in
from generator.check.texts import link_targets
from generator.load.loader import Document, Loaded
from generator.load.tree import Mark
from generator.model.kind import Layer
from generator.model.kinds import COLLECTIONS
from generator.model.library import Library
from generator.model.problem import Problem

_A_NAME = 3
"""Characters of a county's name that is no ordinary word, as 城区 and 矿区 are."""
_LINKS = ("link", "leads_to")
"""The fields that are a link as a whole."""
_HINT = "改成哪个县都对的说法；只是本县的，写到县文件夹里"

Own = Mapping[str, Set[str]]
"""The ids of what is the county's, by the singular of their kinds."""


def _county(loaded: Loaded, library: Library, as_of: date) -> tuple[Own, str]:
    return _of_the_county(loaded), library.site.region.county


def _of_a_county(document: Document, given: tuple[Own, str]) -> Iterator[Problem]:
    """Report what in the common content is one county's."""
    own, county = given
    if document.layer is Layer.COMMON:
        if len(county) >= _A_NAME:
            yield from _names(document, county)
        yield from _leans(document, own)


check_common = ByDocument("common", _county, _of_a_county)


def _of_the_county(loaded: Loaded) -> Own:
    """Give what stands in the county's folder and not among the common content."""
    found: dict[Layer, dict[str, set[str]]] = {layer: {} for layer in Layer}
    for document in loaded.documents:
        kind = document.kind
        if not kind.singular:
            continue
        rows: Iterable[Any] = (
            getattr(document.value, kind.plural) if kind.listed else (document.value,)
        )
        found[document.layer].setdefault(kind.singular, set()).update(row.id for row in rows)
    common = found[Layer.COMMON]
    return {name: ids - common.get(name, set()) for name, ids in found[Layer.COUNTY].items()}


def _names(document: Document, county: str) -> Iterator[Problem]:
    """Report the county's name where it is written out, once a line."""
    for number, line in enumerate(document.text.splitlines(), 1):
        bare = "" if line.lstrip().startswith("#") else line.partition(" #")[0]
        place = bare.find(county)
        if place >= 0:
            yield document.problem(
                Mark(number, place + 1),
                "E326",
                f"各县共用的内容里写了“{county}”",
                "县名写成 {县名}，或者换成哪个县都对的说法",
            )


def _leans(document: Document, own: Own) -> Iterator[Problem]:
    for loc, cite in cites_in(document.tree.data):
        if cite.partition("#")[0] in own.get("reference", ()):
            yield document.problem(
                loc,
                "E326",
                f"各县共用的内容引用了本县的依据“{cite}”",
                "改用全国的依据；没有就写到县文件夹的年度版里",
            )
    named = [(loc, kind, id_) for loc, kind, id_ in named_in(document)]
    for loc, text in document.tree.texts:
        for target in [text] if loc[-1] in _LINKS else link_targets(text):
            kind, _, id_ = target.partition(":")
            named.append((loc, kind, id_))
    for loc, kind, id_ in named:
        if id_ in own.get(kind, ()):
            yield document.problem(
                loc,
                "E326",
                f"各县共用的内容用到了本县的“{id_}”（{COLLECTIONS[kind].label}）",
                _HINT,
            )
