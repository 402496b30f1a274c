"""Links: every link from one page of the site to another leads to a page that exists.

Such a link is written `kind:id`, for instance `sector:fire`, either inside a text as
`[文字](sector:fire)`, as the link of a campaign's material, or as where a tile of the home page
leads to; a tile may also lead to a group of situations, `group:fire`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from datetime import date

from generator.check.relations import known_ids
from generator.check.texts import link_targets
from generator.load.loader import Document, Loaded
from generator.load.tree import Loc
from generator.model.campaign import Campaign
from generator.model.kind import Kind
from generator.model.kinds import COLLECTIONS, ENTITIES, kind_of
from generator.model.library import Library
from generator.model.problem import Problem
from generator.model.site import GROUP, CommonSite
from generator.model.situation import Situation
from generator.model.vocabulary import SituationGroup

_MATERIALS = {kind.singular: kind for kind in ENTITIES}
_SITUATION = kind_of(Situation).singular

_INTERNAL = re.compile(r"(?!tel:[0-9-]+$)([a-z-]+):([a-z0-9-]+)")


def check_links(loaded: Loaded, library: Library, as_of: date) -> Iterator[Problem]:
    """Report links that lead nowhere (E303), with the nearest page that exists as a hint.

    Addresses of other kinds (https, tel) and misshapen ones are `check_texts`' business.
    """
    known = known_ids(loaded, library)
    groups = _groups(loaded, library)
    for document in loaded.documents:
        for loc, text in document.tree.texts:
            for target in link_targets(text):
                match = _INTERNAL.fullmatch(target)
                if match:
                    yield from _dead(document, loc, (match[1], match[2]), COLLECTIONS, known)
        if isinstance(document.value, Campaign):
            inherited = "materials" not in document.tree.data
            for index, material in enumerate(() if inherited else document.value.materials):
                kind, _, id_ = material.link.partition(":")
                loc = ("materials", index, "link")
                yield from _dead(document, loc, (kind, id_), _MATERIALS, known)
        if isinstance(document.value, CommonSite):
            inherited = "urgent" not in document.tree.data
            for index, tile in enumerate(() if inherited else document.value.urgent):
                kind, _, id_ = tile.leads_to.partition(":")
                loc = ("urgent", index, "leads_to")
                if kind == GROUP:
                    yield from _no_group(document, loc, id_, groups)
                elif id_:
                    yield from _dead(document, loc, (kind, id_), COLLECTIONS, known)


def _groups(loaded: Loaded, library: Library) -> Mapping[str, str]:
    """Give the groups of the emergency page that have situations, with what they are called.

    While a situation has problems of its own, its group may be any.
    """
    unread = any(kind == _SITUATION for kind, _ in loaded.assumed)
    filled = {each.group for each in library.situations.values()}
    return {group: group.label for group in SituationGroup if unread or group in filled}


def _no_group(
    document: Document, loc: Loc, group: str, groups: Mapping[str, str]
) -> Iterator[Problem]:
    """Tell that the emergency page has no such group; nothing if it has."""
    if group not in groups:
        choices = "、".join(f"{each}（{label}）" for each, label in groups.items())
        yield document.problem(
            loc, "E303", f"紧急求助里没有“{group}”这一组情形", f"可用：{choices}"
        )


def _dead(
    document: Document,
    loc: Loc,
    link: tuple[str, str],
    kinds: Mapping[str, Kind],
    known: Mapping[str, set[str]],
) -> Iterator[Problem]:
    """Tell what is wrong with a link, given as kind and id; nothing if it leads somewhere."""
    kind, id_ = link
    if kind not in kinds:
        near = difflib.get_close_matches(kind, kinds, n=1, cutoff=0.5)
        choices = "、".join(f"{name}（{kinds[name].label}）" for name in kinds)
        hint = f"是不是想写 {near[0]}:{id_}？" if near else f"写成 类别:编号，类别可用：{choices}"
        yield document.problem(loc, "E303", f"站内链接没有“{kind}”这个类别", hint)
        return
    ids = known[kind]
    if id_ not in ids:
        near = difflib.get_close_matches(id_, ids, n=1, cutoff=0.5)
        yield document.problem(
            loc,
            "E303",
            f"链接“{kind}:{id_}”没有对应的页面（{kinds[kind].label}）",
            f"是不是想写 {kind}:{near[0]}？" if near else "先建立这一条，或删掉这个链接",
        )
