"""Citations: every source exists, and names an article that we know."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from generator.check.by_document import ByDocument
from generator.load.loader import Document, Loaded
from generator.load.tree import Loc
from generator.model.library import Library
from generator.model.placeholder import is_placeholder
from generator.model.problem import Problem
from generator.model.reference import CiteFault, Reference, cite_fault

_Texts = Mapping[str, Reference]


def _references(loaded: Loaded, library: Library, as_of: date) -> _Texts:
    return library.references


def _of_citations(document: Document, references: _Texts) -> Iterator[Problem]:
    """Report unknown references, and missing or unknown articles."""
    for loc, cite in cites_in(document.tree.data):
        if is_placeholder(cite):
            continue  # not a wrong source but none yet: check_placeholders' business
        for code, message, hint in _faults(cite, references):
            yield document.problem(loc, code, message, hint)


check_citations = ByDocument("citations", _references, _of_citations)


def cites_in(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Give every entry of every `sources` list of a document's data with its place."""
    if isinstance(value, dict):
        for key, child in value.items():
            yield from cites_in(child, (*loc, key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            if loc and loc[-1] == "sources" and isinstance(child, str):
                yield (*loc, index), child
            else:
                yield from cites_in(child, (*loc, index))


def _faults(cite: str, references: _Texts) -> Iterator[tuple[str, str, str]]:
    id_, _, locator = cite.partition("#")
    fault = cite_fault(cite, references)
    if fault is CiteFault.UNKNOWN:
        near = difflib.get_close_matches(id_, references, n=1, cutoff=0.5)
        hint = f"是不是想写 {near[0]}？" if near else "先在 references.yml 里登记"
        yield "E305", f"依据“{id_}”没有登记", hint
        return
    reference = references[id_]
    if fault is CiteFault.UNKNOWN_ARTICLE:
        known = "、".join(reference.articles) or "无"
        yield (
            "E306",
            f"《{reference.title}》没有登记第 {locator} 条",
            f"已登记：{known}。核对原文后在 references.yml 的 articles 里补上",
        )
    if fault is CiteFault.NO_ARTICLE:
        yield "E307", f"引用《{reference.title}》没有写条号", f"写成 {id_}#条号"
