"""Names that are not known, and those that were perhaps meant."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping

from generator.model.reference import CiteFault, Reference, cite_fault

_ARTICLE = re.compile(r"第?\s*([0-9][0-9.]*)\s*条?$")


def near_ids(wanted: str, titles: Mapping[str, str]) -> tuple[str, ...]:
    """Give up to five known ids that are spelt like `wanted`, or whose title has it."""
    by_title = [id_ for id_, title in titles.items() if len(wanted) > 1 and wanted in title]
    alike = difflib.get_close_matches(wanted, titles, n=5, cutoff=0.5)
    begun = [id_ for id_ in titles if wanted and id_.startswith(wanted)]
    return tuple(dict.fromkeys([*by_title, *alike, *begun]))[:5]


def near_lines(wanted: str, titles: Mapping[str, str]) -> tuple[str, ...]:
    """Give the near ids with their titles, one a line, for people to choose from."""
    return tuple(f"{id_}　{titles[id_]}" for id_ in near_ids(wanted, titles))


def source_fault(cite: str, references: Mapping[str, Reference]) -> tuple[str, ...]:
    """Say why a source cannot be cited and what was perhaps meant; nothing if it can."""
    id_, _, locator = cite.partition("#")
    fault = cite_fault(cite, references)
    if fault is None:
        return ()
    if fault is CiteFault.UNKNOWN:
        return (f"依据“{cite}”没有登记。", *_meant(cite, id_, references))
    reference = references[id_]
    if fault is CiteFault.UNKNOWN_ARTICLE:
        near = difflib.get_close_matches(locator, reference.articles, n=3, cutoff=0)
        return (
            f"《{reference.title}》没有登记第 {locator} 条；登记了的，接近的有：",
            *_articles(reference, near or reference.articles),
            "要引用别的条款，先核对原文，在 references.yml 的 articles 里补上。",
        )
    return (
        f"引用《{reference.title}》要写到条，例如：",
        *_articles(reference, list(reference.articles)[:5]),
    )


def _meant(cite: str, id_: str, references: Mapping[str, Reference]) -> tuple[str, ...]:
    """Give near references; 安全生产法第57条 and the like are understood too."""
    found = _ARTICLE.search(cite.replace("#", "第"))
    name = _ARTICLE.sub("", id_).strip("《》第 ") or id_
    titles = {reference.id: reference.title for reference in references.values()}
    near = near_ids(name, titles)
    if not near:
        return ("先在 references.yml 里登记。",)
    lines = []
    for each in near:
        article = found.group(1) if found and found.group(1) in references[each].articles else ""
        lines.append(f"  {each}{f'#{article}' if article else ''}　{titles[each]}")
    return ("是不是想写：", *lines)


def _articles(reference: Reference, locators: Iterable[str]) -> tuple[str, ...]:
    return tuple(
        f"  {reference.id}#{locator}　{reference.articles[locator]}" for locator in locators
    )
