"""Lengths: short texts that stand on cards, banners and breadcrumbs are short enough to fit.

The models allow any sentence there; what fits is a matter of the page, so it is checked here,
after tokens such as {县名} have become the county's own name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from generator.load.loader import Loaded
from generator.model.library import Library
from generator.model.problem import Problem

LIMITS: Mapping[tuple[str, str], tuple[int, str]] = {
    ("theme", "slogan"): (20, "口号要一口气念完，只留最要紧的一件事"),
    ("theme", "summary"): (60, "一句话说这个月讲什么，细节写进 why_now"),
    ("campaign", "summary"): (60, "一句话介绍活动，细节写进 intro"),
    ("alert", "summary"): (60, "一句话说防什么、怎么防，细节写进 detail"),
    ("course", "summary"): (60, "一句话介绍给谁学、学什么，细节写进 objectives"),
    ("sector", "summary"): (40, "一句话介绍，细节写进 intro"),
    ("situation", "summary"): (40, "一句话说怎么认出来"),
    ("procedure", "summary"): (40, "一句话说什么时候用"),
    ("work-item", "short_title"): (12, "卡片和面包屑上只放得下短标题，全称写在 title"),
}
"""For a kind and a field: how many characters fit, and how to make it fit."""


def check_lengths(loaded: Loaded, library: Library, as_of: date) -> Iterator[Problem]:
    """Report texts that are longer than their place on the page (E316), and by how much."""
    for document in loaded.documents:
        for (kind, field), (limit, advice) in LIMITS.items():
            if kind not in {document.kind.name, document.kind.of}:
                continue
            if document.kind.of and not document.tree.has((field,)):
                continue  # inherited, and checked where it stands
            length = len(getattr(document.value, field))
            if length > limit:
                yield document.problem(
                    (field,),
                    "E316",
                    f"“{field}”有 {length} 字，超出 {length - limit} 字（最多 {limit} 字）",
                    advice,
                )
