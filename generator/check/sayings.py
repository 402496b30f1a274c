"""Sayings: one must not be taken for another's."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

from generator.load.loader import Loaded
from generator.model.library import Library
from generator.model.problem import Problem
from generator.model.situation import Procedure, Situation
from generator.store import Store

_SHARE = 4
_LEAST = 4
_NAMED = 3


def check_sayings(loaded: Loaded, library: Library, as_of: date, store: Store) -> Iterator[Problem]:
    """Warn where another situation would get a quarter of what people say of this one (W307).

    Each saying is judged by what was learned from others only, as a stranger would word it.
    """
    given = store.digests.of(_heard(library, as_of))
    misread = store.get("misread", given, lambda: _misread(loaded, library, as_of))
    taken: dict[str, Counter[str]] = defaultdict(Counter)
    said: dict[tuple[str, str], list[str]] = defaultdict(list)
    for about, taken_for, says in misread:
        taken[about][taken_for] += 1
        said[about, taken_for].append(says)
    for document in loaded.documents:
        value = document.value
        if not isinstance(value, Situation):
            continue
        for other, count in taken[value.id].most_common():
            if count >= _LEAST and count * _SHARE >= len(value.says):
                known = library.situations.get(other) or library.procedures[other]
                some = "、".join(f"“{says}”" for says in said[value.id, other][:_NAMED])
                yield document.problem(
                    ("says",),
                    "W307",
                    f"{count} 句说法会被搜索听成“{known.title}”：{some}",
                    "换成两边不一样的说法，再各多写几句；真分不清的，写进对方的 unlike",
                )


def _misread(loaded: Loaded, library: Library, as_of: date) -> list[tuple[str, str, str]]:
    """Give what is taken for another's: what it is about, what it is taken for, the words."""
    from generator.answers import learn_from  # noqa: PLC0415 - slow import
    from generator.answers.decide import id_of, is_card  # noqa: PLC0415 - slow import

    learned = learn_from(library.live(as_of), loaded.project.root / ".pingan")
    return [
        (id_of(each.about), id_of(each.taken_for), each.says)
        for each in learned.misread
        if is_card(each.about) and is_card(each.taken_for)
    ]


def _heard(library: Library, as_of: date) -> object:
    """Give all that is learned from, and from which day to which it is live."""
    told: tuple[Situation | Procedure, ...] = (
        *library.situations.values(),
        *library.procedures.values(),
    )
    titled = (*library.courses.values(), *library.themes.values(), *library.campaigns.values())
    return (
        [(each.id, each.says, getattr(each, "unlike", ())) for each in told],
        [(each.title, each.status, each.publish_on, each.expires_on) for each in (*told, *titled)],
        (library.answers, as_of),
    )
