"""Tables of tasks: a row a task, with who answers for it and by when, in columns of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.importer.cleaning import in_one_width
from generator.importer.outline import Chapter, Item, heading
from generator.importer.source import Source
from generator.importer.text import Text, joined

_COLUMNS = (
    ("number", re.compile(r"^(?:序号|编号|序|条目?)$")),
    ("time", re.compile(r"时限|期限|完成时间|时间要求|时间节点|时间安排|进度")),
    ("person", re.compile(r"领导|责任人|负责人|联系人|联络员|电话")),
    ("lead", re.compile(r"牵头|主办|主责")),
    ("supporting", re.compile(r"配合|协办|参与|参加|协同")),
    ("sharing", re.compile(r"责任|负责|落实单位|承办|实施单位|分工")),
    ("chapter", re.compile(r"类别|领域|板块|部分|方面|分类|类型|项目类")),
    ("text", re.compile(r"任务|内容|措施|事项|要点|工作|举措|项目|目标|要求")),
    ("other", re.compile(r"备注|说明")),
)
_LABELS = {
    "lead": "牵头单位",
    "sharing": "责任单位",
    "supporting": "配合单位",
    "time": "完成时限",
    "person": "责任领导",
}
_HEADS_AT_MOST = 3
_STROKES = ("|", "｜", "│")
_APART = re.compile(r"[\t|｜│]")
_RULE = re.compile(r"[:：\-—]{2,}")
_NUMBER = re.compile(r"^[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[）)]?[.．、]?")
_SAME = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Row:
    """A task of a table: its chapter's title, its own title, what is to be done, and the note."""

    chapter: Text | None
    title: Text
    body: Text
    note: Text | None


@dataclass(frozen=True)
class Tables:
    """The rows of all tables of tasks, the words of these tables, and the lines they stand in."""

    rows: tuple[Row, ...]
    words: tuple[Text, ...]
    lines: frozenset[int]


def tables(source: Source) -> Tables:
    """Find the tables of tasks of a document; other tables remain its text."""
    rows: list[Row] = []
    words: list[Text] = []
    lines: set[int] = set()
    for first, cells in _runs(source):
        head = _head(cells)
        if head is None:
            continue
        columns = [_column(cell.words) for cell in cells[head]]
        rows += _rows([*_whole(cells[head + 1 :], len(columns))], columns)
        words += [cell for row in cells for cell in row]
        lines.update(range(first, first + len(cells)))
    return Tables(tuple(rows), tuple(words), frozenset(lines))


def _runs(source: Source) -> Iterator[tuple[int, list[list[Text]]]]:
    """Give the runs of lines of cells, by the number of their first line.

    Cells are apart by tabs, as in what is copied out of a table, or by upright strokes.
    """
    run: list[list[Text]] = []
    at, first = 0, 0
    lines = [*source.text.split("\n"), ""]
    for number, line in enumerate(lines):
        is_within = bool(run) and line.strip() and number + 1 < len(lines)
        if _APART.search(line.strip()) or (is_within and _APART.search(lines[number + 1].strip())):
            first = first if run else number
            run.append(list(_cells(line, at)))
        elif run:
            yield first, run
            run = []
        at += len(line) + 1


def _cells(line: str, at: int) -> Iterator[Text]:
    start = 0
    for end in [*(each.start() for each in _APART.finditer(line)), len(line)]:
        cell = in_one_width(Text(line[start:end], range(at + start, at + end)), [])
        if not _RULE.fullmatch(cell.words) and not (start == 0 and line.startswith(_STROKES)):
            yield cell
        start = end + 1


def _whole(cells: Sequence[Sequence[Text]], width: int) -> Iterator[list[Text]]:
    """Give the rows, each of one that was broken within a cell put together again."""
    row: list[Text] = []
    for piece in cells:
        begun = sum(map(len, row)) > len(row[0]) if row else False
        if begun and len(row) < width and len(row) + len(piece) - 1 <= width + 1:
            row = [*row[:-1], joined([row[-1], piece[0]]), *piece[1:]]
            continue
        if row:
            yield row
        row = [*piece]
    if row:
        yield row


def _head(cells: Sequence[Sequence[Text]]) -> int | None:
    """Give the row that names the columns: a task, and who answers for it."""
    for place, row in enumerate(cells[:_HEADS_AT_MOST]):
        found = {_column(cell.words) for cell in row}
        if "text" in found and found & {"lead", "sharing", "supporting"}:
            return place
    return None


def _column(words: str) -> str:
    found = (name for name, pattern in _COLUMNS if pattern.search(words))
    return next(found, "other") if len(words) <= 16 else "other"


def _rows(cells: Sequence[Sequence[Text]], columns: Sequence[str]) -> Iterator[Row]:
    chapter: Text | None = None
    spread = _is_spread(cells, columns)
    for row in cells:
        filled = [cell for cell in row if cell.words]
        if len(filled) == 1:
            chapter = _bare(filled[0])
            continue
        given = [*zip(columns, row, strict=False)]
        texts = [cell for name, cell in given if name == "text" and cell.words]
        named = next((cell for name, cell in given if name == "chapter" and cell.words), None)
        if spread and len(texts) > 1:
            named, texts = texts[0], texts[1:]
        chapter = _bare(named) if named else chapter
        if texts:
            title, body = heading(_bare(texts[0]))
            yield Row(chapter, title, joined([body, *texts[1:]]), _note(given))


def _is_spread(cells: Sequence[Sequence[Text]], columns: Sequence[str]) -> bool:
    """Tell whether the first column of text goes over several rows, as a chapter does."""
    places = [place for place, name in enumerate(columns) if name == "text"]
    if len(places) < 2:
        return False
    first = [row[places[0]].words for row in cells if len(row) > places[0]]
    return any(one and one == two for one, two in pairwise(first))


def _bare(cell: Text) -> Text:
    found = _NUMBER.match(cell.words)
    numbered = found is not None and found[0][-1] in "、.．）)"
    return cell.cut(found.end(), len(cell)) if found and numbered else cell


def _note(given: Sequence[tuple[str, Text]]) -> Text | None:
    """Write the columns of who and when as the lines that documents without tables have."""
    parts: list[Text] = []
    for name, cell in given:
        if name in _LABELS and cell.words:
            label = f"{'；' if parts else ''}{_LABELS[name]}："
            parts += [Text(label, (cell.places[0],) * len(label)), cell]
    return joined(parts) if parts else None


def is_same(one: Text, two: Text) -> bool:
    """Tell whether a row and an item are of one task, by their titles."""
    first, second = (_SAME.sub("", each.words) for each in (one, two))
    shorter, longer = sorted((first, second), key=len)
    return len(shorter) > 3 and shorter in longer


def items_of(rows: Sequence[Row]) -> tuple[tuple[Chapter, ...], tuple[Item, ...]]:
    """Give the chapters and items of a document that is nothing but a table of tasks."""
    chapters: list[Chapter] = []
    items: list[Item] = []
    for row in rows:
        if row.chapter and (not chapters or chapters[-1].title.words != row.chapter.words):
            chapters.append(Chapter(len(chapters) + 1, row.chapter, row.chapter.cut(0, 0)))
        number = len(items) + 1
        items.append(Item(number, number, len(chapters), row.title, row.body, row.note))
    return tuple(chapters), tuple(items)
