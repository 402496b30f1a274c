"""The report of an import: a page on which each character shows where it went, and a DOCX."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.documents.imprint import imprint_of
from generator.documents.maker import Maker
from generator.documents.outline import (
    Block,
    Bullets,
    Column,
    Field,
    Form,
    Heading,
    Look,
    Note,
    Outline,
    Table,
    Title,
)
from generator.importer.account import Span, Went, account
from generator.importer.reading import Doubt, Reading
from generator.importer.shown import NEXT, Row, doubts, head, rows, unknown
from generator.importer.source import Source
from generator.importer.units import KnownUnits, proposed
from generator.look import look_of
from generator.model.address import HOME
from generator.model.site import Site
from generator.model.wording import chinese_date
from generator.palette import palette_of
from generator.templates import Templates

TITLE = "工作要点导入核对"
ENDINGS = (".html", ".docx")
_TEMPLATE = "import.html.j2"
_NOTHING = "没有。"


@dataclass(frozen=True)
class Report:
    """All that a report is made of; `day` is the one on which it is made."""

    source: Source
    found: Reading
    known: KnownUnits
    day: date

    @property
    def rows(self) -> tuple[Row, ...]:
        """Give the items as they are listed."""
        return rows(self.found, self.known)

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """Give all that a person must look at."""
        return doubts(self.found)

    @property
    def spans(self) -> tuple[Span, ...]:
        """Give where each character went."""
        return tuple(account(self.source, self.found))


def page(report: Report, root: Path) -> str:
    """Give the page, in the look of the project at `root`; it needs no other file.

    Raises `BrokenTemplateError` where its template is broken.
    """
    look = look_of(root)
    text = report.source.text
    spans = report.spans
    values = {
        "palette": palette_of(look),
        "title": TITLE,
        "head": head(report.found),
        "file": report.source.name,
        "day": chinese_date(report.day),
        "rows": report.rows,
        "doubts": [(each, _span_at(report.source, spans, each)) for each in report.doubts],
        "spans": [(each, text[each.start : each.end]) for each in spans],
        "kinds": [each for each in Went if each is not Went.MARK],
        "first": _first(spans),
        "unknown": [proposed(each) for each in unknown(report.found, report.known)],
        "next": NEXT,
    }
    return Templates(look.reports, code="E404").render(_TEMPLATE, values)


def _first(spans: Sequence[Span]) -> dict[int, int]:
    """Give of each item the place of its first span, to which it leads."""
    first: dict[int, int] = {}
    for place, span in enumerate(spans):
        if span.item:
            first.setdefault(span.item, place)
    return first


def _span_at(source: Source, spans: Sequence[Span], doubt: Doubt) -> int:
    """Give the place of the span in which a doubt stands."""
    place = bisect_right(spans, source.offset(doubt.mark), key=lambda each: each.start)
    return max(place - 1, 0)


def document(report: Report, site: Site, root: Path) -> bytes:
    """Give the report as DOCX; raises what `Maker.document` raises."""
    imprint = imprint_of(site.issuer, title=TITLE, day=report.day, address=HOME)
    found = report.found
    said = [f"{report.source.name} 第 {each.mark.line} 行：{each.words}" for each in report.doubts]
    left = [f"第 {report.source.place(each.start).line} 行：{each.why}" for each in found.dropped]
    blocks: tuple[Block, ...] = (
        Title(TITLE, under=f"{head(found)}（{chinese_date(report.day)}）"),
        Heading(f"一、要看一看的 {len(said)} 处"),
        Bullets(tuple(said) or (_NOTHING,)),
        Heading("二、读到的条目"),
        Table(
            (
                Column("条", 1.2, Look.CENTRED),
                Column("标题", 5),
                Column("单位", 6.5),
                Column("数字和时限", 6.5),
                Column("要看的", 6),
            ),
            tuple(
                (
                    str(row.number),
                    row.title,
                    "\n".join(row.units),
                    "\n".join(row.figures),
                    "\n".join(each.words for each in row.doubts),
                )
                for row in report.rows
            ),
        ),
        Heading("三、去掉的"),
        Bullets(tuple(left) or (_NOTHING,)),
        Note(NEXT),
        Form((Field("核对人、日期", 1),)),
    )
    outline = Outline(name=TITLE, imprint=imprint, blocks=blocks, landscape=True)
    return Maker(site, root).document(outline, "docx")
