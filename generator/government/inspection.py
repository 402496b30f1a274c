"""The self-inspection (政府网站自查): what the program can see of what inspectors look at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.documents.imprint import imprint_of
from generator.documents.outline import (
    Block,
    Bullets,
    Field,
    Form,
    Heading,
    Look,
    Note,
    Outline,
    Table,
    Title,
)
from generator.documents.outline import Column as Head
from generator.government.columns import Column, columns
from generator.government.pages import TAGS, Seen, of_government
from generator.model.address import HOME
from generator.model.library import Library
from generator.model.wording import chinese_date, some_of

TITLE = "政府网站自查"
_SOON = 7
_LISTED = 30
_GOOD, _MEND = "合格", "要改"
_BASIS = (
    "依据：《国务院办公厅秘书局关于印发政府网站与政务新媒体检查指标、监管工作年度考核指标的通知》"
    "（国办秘函〔2019〕19号）；《国务院办公厅关于印发政府网站发展指引的通知》（国办发〔2017〕47号）。"
    "检查时以原文和当地的要求为准。"
)
_UNSEEN = (
    "网站能不能打开、快不快：要在网上看。",
    "错别字、表述错误、泄密、敏感信息：要人读。",
    "外部网站的链接还能不能打开：自查时不联网，请点开看。",
    "咨询和留言的答复、办事服务：在整个政府网站上看，不在本栏目。",
)


def inspection(library: Library, seen: Seen, wanted: tuple[str, ...]) -> Outline:
    """Arrange the report on a live library and on the pages that were built of it.

    `wanted` is what is to be mended, as `todo` gives it.
    """
    day = library.day
    found = columns(library)
    imprint = imprint_of(library.site.issuer, title=TITLE, day=day, address=HOME)
    blocks: tuple[Block, ...] = (
        Title(
            f"{library.site.name}：{TITLE}表", under=f"{chinese_date(day)}，共 {seen.pages} 个网页"
        ),
        Heading("要改的"),
        Bullets(wanted or ("看得到的都合格。",)),
        Heading("一、栏目有没有内容、更新没有"),
        Note(
            "首页两周没有更新；空白栏目累计 5 个；两周没有更新的动态、要闻类栏目和 6 个月没有更新的"
            "通知公告、政策文件类栏目累计 5 个：有一样就单项否决（按整个政府网站合计）。月度主题、"
            "宣传活动、风险提示、工作要点这里按通知公告和政策文件类算；别的栏目，指标没有写天数。"
        ),
        Table(
            (
                Head("栏目", 3),
                Head("内容", 1.6, Look.CENTRED),
                Head("最近更新", 3.4),
                Head("还能放几天", 3, Look.CENTRED),
                Head("结论", 3),
            ),
            tuple(_column_row(column, day) for column in found),
        ),
        Heading("二、网页标签"),
        Table(
            (Head("标签", 3.4), Head("缺它的网页", 9), Head("结论", 2, Look.CENTRED)),
            tuple(_tag_row(tag, seen.untagged.get(tag, [])) for tag in TAGS),
        ),
        Heading("三、标识和备案"),
        Table(
            (Head("要有的", 5), Head("现在是", 7), Head("结论", 2, Look.CENTRED)),
            tuple(_given_row(*row) for row in _given(library)),
        ),
        Heading("四、链接"),
        Bullets(tuple(_links(seen, library.site.domain))),
        Heading("五、这里看不到、要人看的"),
        Bullets(_UNSEEN),
        Note(_BASIS),
        Form((Field("自查人、日期", 1), Field("审核人、日期", 1))),
    )
    return Outline(name=f"{TITLE}表", imprint=imprint, blocks=blocks)


def todo(library: Library, seen: Seen) -> tuple[str, ...]:
    """Give what is to be mended, in Chinese, what would fail an inspection first."""
    return tuple(_todo(library, seen, columns(library)))


def _todo(library: Library, seen: Seen, found: tuple[Column, ...]) -> Iterator[str]:
    day = library.day
    for column in found:
        left = column.left(day)
        if left is not None and left < 0:
            yield f"{column.title}超过期限 {-left} 天没有更新"
        elif left is not None and left <= _SOON:
            yield f"{column.title}再过 {left} 天不更新就超过期限"
    empty = [column.title for column in found if not column.count]
    if empty:
        yield f"空白栏目 {len(empty)} 个：{'、'.join(empty)}"
    if seen.dead:
        yield f"打不开的站内链接 {len(seen.dead)} 个"
    lacking = [tag for tag in TAGS if seen.untagged.get(tag)]
    if lacking:
        yield f"网页标签缺 {'、'.join(lacking)}"
    missing = [name for name, value in _given(library) if not value]
    if missing:
        yield f"还没有写：{'、'.join(missing)}"


def _column_row(column: Column, day: date) -> tuple[str, ...]:
    left = column.left(day)
    if not column.count:
        verdict = f"{_MEND}：空白栏目"
    elif left is not None and left < 0:
        verdict = f"{_MEND}：超过期限"
    else:
        verdict = _GOOD
    days = "—" if left is None else f"{left} 天" if left >= 0 else f"已超 {-left} 天"
    newest = chinese_date(column.newest) if column.newest else "没有"
    return column.title, str(column.count), newest, days, verdict


def _tag_row(tag: str, pages: list[str]) -> tuple[str, ...]:
    if not pages:
        return tag, "没有", _GOOD
    return tag, some_of(pages), _MEND


def _given(library: Library) -> Iterator[tuple[str, str]]:
    """Give what a government site has to show, and what this one has."""
    site, filing = library.site, library.site.filing
    yield "主办单位（publisher）", site.publisher
    yield "网址（url）", site.url or ""
    yield "政府网站标识码（filing.government）", filing.government or ""
    yield "ICP 备案号（filing.icp）", filing.icp or ""
    yield "公安联网备案号（filing.police）", filing.police or ""
    yield "公安备案图标（filing.police_icon）", filing.police_icon or ""
    yield "党政机关网站标识（filing.mark）", filing.mark or ""
    yield "政府网站找错（filing.corrections）", filing.corrections or ""


def _given_row(name: str, value: str) -> tuple[str, ...]:
    return name, value or "没有写", _GOOD if value else _MEND


def _links(seen: Seen, own: str) -> Iterator[str]:
    if not seen.dead:
        yield "站内链接全部能打开。"
    for page, link in seen.dead[:_LISTED]:
        yield f"打不开：{page} 里的 {link}"
    if len(seen.dead) > _LISTED:
        yield f"……共 {len(seen.dead)} 个打不开。"
    others = sorted(host for host in seen.outside if host != own and not of_government(host))
    if others:
        yield (
            f"链接到不是政府网站的 {len(others)} 个：{'、'.join(others)}。"
            "填了政府网站标识码的网站，点开前会先问读者。"
        )
    yield f"链接到政府网站 {sum(of_government(host) for host in seen.outside)} 个。"
