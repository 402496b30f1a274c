"""The board as tables in a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from generator.editors.board import Board, Section


def tables(board: Board) -> Iterator[RenderableType]:
    """Give the board piece by piece: what is wrong first, then each section."""
    if board.errors:
        yield Text(
            f"内容有 {board.errors} 处错误，有错的文件没有列进来；运行 pingan check 看怎么改。",
            style="bold red",
        )
    for notice in board.notices:
        yield Text(notice, style="yellow")
    for section in board.sections:
        yield _table(section) if section.rows else _nothing(section)
    counts = "，".join(f"{each.title.split('（')[0]} {len(each.rows)}" for each in board.sections)
    yield Text(f"{board.day}：{counts}；错误 {board.errors}，提醒 {board.warnings}")


def _table(section: Section) -> Table:
    table = Table(
        title=f"{section.title} · {len(section.rows)}", title_justify="left", title_style="bold"
    )
    dated = any(row.day for row in section.rows)
    if dated:
        table.add_column("日期", no_wrap=True)
    table.add_column("种类", no_wrap=True)
    table.add_column("内容", overflow="fold")
    table.add_column("文件", overflow="fold", style="cyan")
    for row in section.rows:
        day = [str(row.day or "")] if dated else []
        table.add_row(*map(Text, [*day, row.kind, row.what, row.path]))
    return table


def _nothing(section: Section) -> Text:
    return Text(f"{section.title}：{section.empty}" if section.empty else section.title)
