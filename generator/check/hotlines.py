"""Hotlines: each number that the site itself sends people to is there, and is there once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.load.loader import Loaded
from generator.model.library import Library
from generator.model.problem import Problem
from generator.model.vocabulary import HotlineRole


def check_hotlines(loaded: Loaded, library: Library, as_of: date) -> Iterator[Problem]:
    """Report roles that no hotline has (E332), and those that two have (E333)."""
    site = next(loaded.of_kind("site"))
    roles = [line.role for line in library.site.hotlines]
    for role in HotlineRole:
        if role not in roles:
            yield site.problem(
                ("hotlines",),
                "E332",
                f"没有写哪个电话管“{role.label}”，网页上要用",
                f"在管这件事的电话下面加一行 role: {role.value}",
            )
    for index, line in enumerate(library.site.hotlines):
        if line.role and line.role in roles[:index]:
            first = library.site.hotlines[roles.index(line.role)]
            yield site.problem(
                ("hotlines", index, "role"),
                "E333",
                f"管“{line.role.label}”的电话写了两个，{first.number} 已经是了",
                "留一个 role，另一个删掉这一行",
            )
