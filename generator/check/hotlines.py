"""Hotlines: each number that the site itself sends people to is there, and is there once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.load.loader import Document, Loaded
from generator.model.base import plain_number
from generator.model.library import Library
from generator.model.problem import Problem
from generator.model.site import CommonSite
from generator.model.vocabulary import HotlineRole


def check_hotlines(loaded: Loaded, library: Library, as_of: date) -> Iterator[Problem]:
    """Report roles that no hotline has (E332), and those that two have (E333)."""
    common = next(loaded.of_kind("common-site"))
    roles = {line.role for line in library.site.hotlines}
    for role in HotlineRole:
        if role not in roles:
            yield common.problem(
                ("hotlines",),
                "E332",
                f"没有写哪个电话管“{role.label}”，网页上要用",
                f"在管这件事的电话下面加一行 role: {role.value}",
            )
    for document in (common, next(loaded.of_kind("site"))):
        if "hotlines" in document.tree.data:
            yield from _twice(document)


def _twice(document: Document) -> Iterator[Problem]:
    """Report a role that two of the hotlines of one file have."""
    assert isinstance(document.value, CommonSite)
    written = {plain_number(row["number"]) for row in document.tree.data["hotlines"]}
    own = [line for line in document.value.hotlines if line.number in written]
    roles = [line.role for line in own]
    for index, line in enumerate(own):
        if line.role and line.role in roles[:index]:
            first = own[roles.index(line.role)]
            yield document.problem(
                ("hotlines", index, "role"),
                "E333",
                f"管“{line.role.label}”的电话写了两个，{first.number} 已经是了",
                "留一个 role，另一个删掉这一行",
            )
