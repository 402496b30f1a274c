"""The columns of a table of tips, and where a sheet has them."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from generator.importer.tips.sheet import Row, Sheet, letter_of

_FIRST_ROWS = 20
_ASIDE = re.compile(r"\([^()]*\)|[\s*:·]+")


@dataclass(frozen=True)
class Column:
    """A column: the field of the model, its heading, other words for it, what to write in it."""

    field: str
    head: str
    also: tuple[str, ...]
    about: str


COLUMNS = (
    Column(
        "sector",
        "行业领域",
        ("领域", "行业", "行业/领域", "所属领域", "所属行业", "sector"),
        "从单子里选，或写它的名称、编号、一个俗名；一行只写一个",
    ),
    Column(
        "audience",
        "对谁说",
        ("对象", "人群", "受众", "说给谁听", "对谁", "适用对象", "适用人群", "audience"),
        "从单子里选；要写几个，用顿号隔开，例如：群众、老年人",
    ),
    Column(
        "text",
        "提示",
        ("安全提示", "内容", "提示内容", "安全提示内容", "提示语", "text"),
        "一行一条，一条只说一个动作，一句话",
    ),
    Column(
        "why",
        "为什么",
        ("原因", "理由", "为什么要这样做", "why"),
        "为什么要这样做，一句话",
    ),
    Column(
        "sources",
        "依据",
        ("法规依据", "依据条款", "出处", "来源", "source", "sources"),
        "写法律的名称和第几条，或它的编号，例如 {example}；几个之间用分号隔开。"
        "能写的都在“可以写的”这张表里，没有的先在 references.yml 里登记",
    ),
)

_FIELDS: Mapping[str, str] = {
    words: column.field for column in COLUMNS for words in (column.head, *column.also)
}
HEADS: Mapping[str, str] = {column.field: column.head for column in COLUMNS}


@dataclass(frozen=True)
class Heading:
    """The row of the headings; `places` are the numbers of the columns by field.

    `twice` are fields that have a second column, and `unread` the columns that are none of ours.
    """

    row: int
    places: Mapping[str, int]
    twice: Mapping[str, int]
    unread: Mapping[int, str]

    @property
    def missing(self) -> tuple[Column, ...]:
        """Give the columns that are not there."""
        return tuple(column for column in COLUMNS if column.field not in self.places)

    def near(self, column: Column) -> str:
        """Give the heading that was perhaps meant for one that is missing: D（依椐）."""
        words = {_plain(name): number for number, name in self.unread.items()}
        for known in (column.head, *column.also):
            for found in difflib.get_close_matches(known, words, n=1, cutoff=0.5):
                return f"{letter_of(words[found])}（{self.unread[words[found]]}）"
        return ""


def heading_of(sheet: Sheet) -> Heading | None:
    """Find the row of the headings: the first that has two of them."""
    for row in sheet.rows[:_FIRST_ROWS]:
        found = _heading(row)
        if len(found.places) > 1:
            return found
    return None


def _heading(row: Row) -> Heading:
    places: dict[str, int] = {}
    twice: dict[str, int] = {}
    unread: dict[int, str] = {}
    for number, cell in sorted(row.cells.items()):
        field = _FIELDS.get(_plain(cell.words))
        if field is None:
            unread[number] = " ".join(cell.words.split())
        elif field in places:
            twice[field] = number
        else:
            places[field] = number
    return Heading(row.number, places, twice, unread)


def _plain(words: str) -> str:
    return _ASIDE.sub("", unicodedata.normalize("NFKC", words)).casefold()
