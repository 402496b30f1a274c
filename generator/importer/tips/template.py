"""The empty table that editors fill in: headings, an example, lists to choose from, a guide."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator.documents.blank_table import BlankColumn, BlankTable, blank_xlsx
from generator.importer.tips.columns import COLUMNS, Column
from generator.importer.tips.reading import EXAMPLE, LONGEST
from generator.importer.tips.sheet import MOST_ROWS
from generator.importer.tips.sources import KnownSources
from generator.model.advice import Tip
from generator.model.library import Library
from generator.model.vocabulary import Audience
from generator.model.wording import cite_label

_WIDTHS = {"sector": 22, "audience": 22, "text": 52, "why": 40, "sources": 40}
_RULES = (
    ("例子", f"第一格以“{EXAMPLE}”开头的行不读；不用删，也可以改成自己的。"),
    ("都要写", "五列都要写，顺序可以换；多的列（序号、备注）不读。空行不要紧。"),
    ("多长", f"提示和为什么各不超过 {LONGEST} 字；一次最多 {MOST_ROWS} 行。"),
    ("格式", "写成文字，不写公式；格子里换行会连成一句，开头的“1.”去掉。"),
    ("导入", "先运行 pingan import tips 文件 --dry-run 看一遍，再去掉 --dry-run。"),
)


def template(root: Path, library: Library, day: date) -> bytes:
    """Make the table for a project; the same bytes for the same library and day."""
    sector = next(iter(library.sectors.values()), None)
    tip = sector.tips[0] if sector else None
    cite = cite_label(library, tip.sources[0]) if tip else "《安全生产法》第五十七条"
    columns = tuple(_column(column, library, cite) for column in COLUMNS)
    table = BlankTable(
        title="安全提示",
        author=library.site.issuer.publisher,
        day=day,
        columns=columns,
        example=_example(sector.title, tip, library) if sector and tip else (),
        rows=MOST_ROWS,
        rules=_RULES,
        lists=_lists(library, day),
    )
    return blank_xlsx(table, root, colour=library.site.colour)


def _column(column: Column, library: Library, cite: str) -> BlankColumn:
    choices = {
        "sector": tuple(sector.title for sector in library.sectors.values()),
        "audience": tuple(each.label for each in Audience),
    }
    return BlankColumn(
        head=column.head,
        width=_WIDTHS[column.field],
        about=column.about.format(example=cite),
        choices=choices.get(column.field, ()),
    )


def _example(title: str, tip: Tip, library: Library) -> tuple[str, ...]:
    return (
        f"{EXAMPLE}：{title}",
        "、".join(each.label for each in tip.audience),
        tip.text,
        tip.why,
        "；".join(cite_label(library, cite) for cite in tip.sources),
    )


def _lists(library: Library, day: date) -> tuple[tuple[str, int, tuple[str, ...]], ...]:
    """Give all that may be written, column by column: heading, width, words."""
    sources = [*_sources(library, day)]
    return (
        ("行业领域", 24, tuple(sector.title for sector in library.sectors.values())),
        ("对谁说", 20, tuple(each.label for each in Audience)),
        ("依据", 48, tuple(label for label, _ in sources)),
        ("这一条讲什么", 60, tuple(gist for _, gist in sources)),
    )


def _sources(library: Library, day: date) -> Iterator[tuple[str, str]]:
    """Give every source that may be cited on a day, as it may be written, and what it says.

    One whose name is another's too is written by its id.
    """
    known = KnownSources(library.references)
    for reference in library.references.values():
        if reference.status_on(day).has_ended:
            continue
        if not reference.kind.needs_article:
            yield _written(reference.id, library, known), ""
        for locator, gist in reference.articles.items():
            yield _written(f"{reference.id}#{locator}", library, known), gist


def _written(cite: str, library: Library, known: KnownSources) -> str:
    label = cite_label(library, cite)
    return label if known.read(label) == ([cite], []) else cite
