"""Steps: one act each, written once, and each carried by one of the sources that are named."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from generator.load.loader import Document, Loaded
from generator.load.tree import Loc
from generator.model.library import Library
from generator.model.placeholder import is_placeholder
from generator.model.problem import Problem
from generator.model.situation import Procedure, Situation, Step

_TWO = re.compile(r"[。；;！!？?].|[，,、](?:再|然后|接着|随后|同时|并且|最后|之后)|，[^，]*，")
_PLAIN = re.compile(r"[^\w]|的|了|就|要|先|马上")
_EMPTY = re.compile(
    "没有|什么|地方|或者|接着|也不|(?<!所)有人|别人|自己|一个|哪里|多少|里面|外面|旁边|在哪|人都"
)
"""Words that say nothing of what is done: to share one with a gist is to share nothing."""
_SHARED = 3
"""So many steps in common make two situations one, or a procedure."""


def check_steps(loaded: Loaded, library: Library, as_of: date) -> Iterator[Problem]:
    """Report steps with two acts (E351), told twice (E352) or without a source (E353)."""
    documents = [
        document
        for document in loaded.documents
        if isinstance(document.value, Situation | Procedure)
    ]
    for document in documents:
        yield from _acts(document)
        yield from _sources(document, library)
    yield from _told_twice(documents)


def _steps(value: Situation | Procedure) -> Iterator[tuple[Loc, Step]]:
    """Give each step with its place, those of the variants too."""
    for place, step in enumerate(value.steps):
        yield ("steps", place), step
    if isinstance(value, Situation):
        for number, variant in enumerate(value.variants):
            for place, step in enumerate(variant.steps):
                yield ("variants", number, "steps", place), step


def _value(document: Document) -> Situation | Procedure:
    assert isinstance(document.value, Situation | Procedure)
    return document.value


def _acts(document: Document) -> Iterator[Problem]:
    for loc, step in _steps(_value(document)):
        if _TWO.search(step.text.rstrip("。！")):
            yield document.problem(
                (*loc, "text"),
                "E351",
                "一步里写了两个动作",
                "分成两步；一步只写一个动作，最多用一个逗号",
            )


def _told_twice(documents: list[Document]) -> Iterator[Problem]:
    """Report what a procedure teaches already, and steps that two situations have in common."""
    taught: dict[str, str] = {}
    for document in documents:
        if isinstance(document.value, Procedure):
            taught |= {_bare(step.text): document.value.title for _, step in _steps(document.value)}
    told: dict[str, list[tuple[Document, Loc]]] = defaultdict(list)
    for document in documents:
        if not isinstance(document.value, Situation):
            continue
        for loc, step in _steps(document.value):
            bare = _bare(step.text)
            if step.use or is_placeholder(step.text):
                continue
            if bare in taught:
                yield document.problem(
                    (*loc, "text"),
                    "E352",
                    f"这一步技能“{taught[bare]}”里已经有了",
                    "删掉这一步，在前一步写 use: 和技能的编号",
                )
            told[bare].append((document, loc))
    yield from _shared(told)


def _shared(told: Mapping[str, list[tuple[Document, Loc]]]) -> Iterator[Problem]:
    pairs: dict[tuple[str, str], list[tuple[Document, Loc]]] = defaultdict(list)
    for places in told.values():
        by_path = {document.name: (document, loc) for document, loc in places}
        paths = sorted(by_path)
        for number, first in enumerate(paths):
            for second in paths[number + 1 :]:
                pairs[first, second].append(by_path[second])
    for (first, _), places in sorted(pairs.items(), key=lambda pair: pair[0]):
        if len(places) >= _SHARED:
            document, loc = min(places, key=lambda place: str(place[1]))
            yield document.problem(
                (*loc, "text"),
                "E352",
                f"有 {len(places)} 步和 {first} 里的一样",
                "同一种情形就合成一个，不同的地方写进 variants；不是同一种就把相同的几步写成技能",
            )


def _bare(text: str) -> str:
    return _PLAIN.sub("", text)


def _sources(document: Document, library: Library) -> Iterator[Problem]:
    """Report steps that no gist of the sources mentions by as much as a word of two characters."""
    value = _value(document)
    gists = "".join(_gist(cite, library) for cite in value.sources)
    calls = library.site.hotlines
    for loc, step in _steps(value):
        if step.use or is_placeholder(step.text) or any(line.number in step.text for line in calls):
            continue
        words = _EMPTY.sub(" ", _bare(step.text)).split()
        if not any(word[at : at + 2] in gists for word in words for at in range(len(word) - 1)):
            yield document.problem(
                (*loc, "text"),
                "E353",
                "所列依据的要点里没有提到这一步",
                "在 sources 里补上写着这一步的依据（编号#条号），"
                "并在 references.yml 里登记那一条的要点",
            )


def _gist(cite: str, library: Library) -> str:
    id_, _, locator = cite.partition("#")
    reference = library.references.get(id_)
    if reference is None:
        return ""
    return reference.articles.get(locator, "") if locator else "".join(reference.articles.values())
