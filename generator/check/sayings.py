"""Sayings: one must not be taken for another's."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

from generator.load.loader import Loaded
from generator.model.library import Library
from generator.model.problem import Problem
from generator.model.situation import Situation

_SHARE = 4
_LEAST = 4
_NAMED = 3


def check_sayings(loaded: Loaded, library: Library, as_of: date) -> Iterator[Problem]:
    """Warn where another situation would get a quarter of what people say of this one (W307).

    Each saying is judged by what was learned from others only, as a stranger would word it.
    """
    from generator.answers import learn_from  # noqa: PLC0415 - slow import
    from generator.answers.decide import card, id_of  # noqa: PLC0415 - slow import

    learned = learn_from(library.live(as_of), loaded.project.root / ".pingan")
    taken: dict[str, Counter[str]] = defaultdict(Counter)
    said: dict[tuple[str, str], list[str]] = defaultdict(list)
    for each in learned.misread:
        taken[each.about][each.taken_for] += 1
        said[each.about, each.taken_for].append(each.says)
    for document in loaded.documents:
        value = document.value
        if not isinstance(value, Situation):
            continue
        for other, count in taken[card(value.id)].most_common():
            if count >= _LEAST and count * _SHARE >= len(value.says):
                known = library.situations.get(id_of(other)) or library.procedures[id_of(other)]
                some = "、".join(f"“{says}”" for says in said[card(value.id), other][:_NAMED])
                yield document.problem(
                    ("says",),
                    "W307",
                    f"{count} 句说法会被搜索听成“{known.title}”：{some}",
                    "换成两边不一样的说法，再各多写几句；真分不清的，写进对方的 unlike",
                )
