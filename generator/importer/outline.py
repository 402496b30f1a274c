"""The outline of a document: its title, what stands before its parts, its chapters, its items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from generator.importer.head import addressees, head, region, years
from generator.importer.notes import Noted, split_note
from generator.importer.numbering import Node, tree
from generator.importer.text import Text, joined

_DATE = (
    r"(?:20\d\d|[二〇○零][〇○零\d一二三四五六七八九]{3})年"
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日"
)
_TAIL_BEGINS = re.compile(
    r"(?:\n|(?<=[。）】〕］]))"
    r"(?=附件|附表|附：|联系人|抄送|(?:[^\n。，：]{2,24}\n)?"
    r"[^\n。，：]{2,24}(?:办公室|委员会|政府|局|公司|大学|学院|医院|中心|办事处)"
    rf"\n?{_DATE}|{_DATE}(?:\n|$))"
)
_CLOSING = re.compile(
    r"\n(?=本(?:方案|措施|要点|计划|意见|通知)(?:自|由)|请?各[^。\n]{2,40}(?:要|请|须|应|于)"
    r"[^。\n]{0,80}(?:报送|报|制定|分解|落实))"
)
_GENERAL = re.compile(
    r"^(?:(?:总体|指导|工作|基本|主要)(?:要求|思想|思路|目标|原则|依据)[和与、及]?)+(?:目标|要求|原则)?$"
    r"|^(?:目标|任务)?目标任务$|^目标$|^目的意义$"
)
_ORGANISING = re.compile(
    r"^(?:工作|有关|相关|几点|组织|实施|保障|时间|进度|强化|加强|工作保障|推进)*"
    r"(?:要求|措施|实施|领导|安排|步骤|保障|组织|机制|落实)(?:和要求|与要求|措施)?$"
)
_AIM = re.compile(r"(?:总体|工作|主要|年度)?目标(?:任务)?(?:是|为)?[：:]")
_ENDS = "。；\n"
_COLON = re.compile(r"[^，。；：\n]{2,24}：(?!$)")
_TITLE_AT_MOST = 60
_APART = 4
"""Characters between two words that nobody claimed, if they are told of as one."""
_SHARE = 0.5
_SOME = 0.3


@dataclass(frozen=True)
class Item:
    """An item as it stands: its number, its title, its body, and the note of who answers for it.

    `note` is without its brackets; None where there is none. `chapter` is the number of the
    chapter that it stands in, 0 where the document has none. `written` is the number that the
    document gives it; `remarks` say what was odd in it; `above` is the note of the parts that it
    stands in, `when` the line of its days.
    """

    number: int
    written: int
    chapter: int
    title: Text
    body: Text
    note: Text | None
    remarks: tuple[str, ...] = ()
    above: Text | None = None
    when: Text | None = None


@dataclass(frozen=True)
class Chapter:
    """A chapter: its number, its title, what stands in it before its first item.

    `written` is the number that the document gives it, 0 if it gives none; `note` says who
    answers for all of its items, None where it does not.
    """

    number: int
    title: Text
    before: Text
    note: Text | None = None
    written: int = 0


@dataclass(frozen=True)
class Outline:
    """All of a document; `year` is 0 and `region` "" where it does not say them.

    `notice` is what sends it, `others` are titles and texts of parts that hold no items, `tail`
    is what follows the plan, `table` are the words of tables of tasks, `marks` are the numbers
    and labels by which its parts are known.
    """

    title: Text | None
    year: int
    region: str
    notice: Text
    requirement: Text
    aim: Text
    marks: tuple[Text, ...]
    chapters: tuple[Chapter, ...]
    items: tuple[Item, ...]
    others: tuple[Text, ...]
    tail: Text
    table: tuple[Text, ...] = ()


@dataclass
class _Parts:
    """What was found while the parts were gone through."""

    text: Text
    notes: _Notes
    depth: int
    noted: bool
    many: bool
    end: int = 0
    chapters: list[Chapter] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    others: list[Text] = field(default_factory=list)
    requirement: list[Text] = field(default_factory=list)
    aim: list[Text] = field(default_factory=list)
    marks: list[Text] = field(default_factory=list)
    tail: list[Text] = field(default_factory=list)


def outline(text: Text) -> Outline | None:
    """Give the outline of a cleaned text; None where nothing in it is numbered."""
    above = head(text)
    rest = text.cut(above.end, len(text))
    body, tail = _without_tail(rest)
    nodes = tree(body.words)
    if not nodes:
        return None
    before = body.cut(0, nodes[0].marker.start)
    notes = _Notes(body)
    depth = notes.depth(nodes)
    parts = _Parts(body, notes, depth, notes.any_below(nodes), _has_many(nodes, depth), len(body))
    to = before.cut(0, addressees(before.words))
    required, label, aim = _requirement(before.cut(len(to), len(before)))
    parts.requirement.append(required)
    parts.aim.append(aim)
    parts.marks.append(label)
    _go_through(parts, nodes, 0, None, None)
    said = above.title or before
    return Outline(
        title=above.title,
        year=next(years(said.words), 0) or next(years(before.words), 0),
        region=region(above.title),
        notice=joined((above.notice, to)),
        requirement=joined(parts.requirement),
        aim=joined(parts.aim),
        marks=tuple(parts.marks),
        chapters=tuple(parts.chapters),
        items=tuple(parts.items),
        others=tuple(each for each in parts.others if each),
        tail=joined((*parts.tail, tail)),
    )


def _has_many(nodes: Sequence[Node], depth: int) -> bool:
    """Tell whether several of the outermost parts hold items two levels below."""
    deep = (any(each.children for each in node.children) for node in nodes)
    return depth > 1 and sum(deep) > 1


def bare(text: Text) -> Outline:
    """Give the outline of a document in whose text nothing is numbered."""
    above = head(text)
    rest = text.cut(above.end, len(text))
    nothing = text.cut(0, 0)
    return Outline(
        title=above.title,
        year=next(years(above.title.words if above.title else text.words), 0),
        region=region(above.title),
        notice=above.notice,
        requirement=rest,
        aim=nothing,
        marks=(),
        chapters=(),
        items=(),
        others=(),
        tail=nothing,
    )


def parts_of(found: Outline) -> Iterator[tuple[str, int | None, Text]]:
    """Give every part of an outline by its name, with the number of its item, if it has one."""
    if found.title:
        yield "title", None, found.title
    yield "notice", None, found.notice
    yield "requirement", None, found.requirement
    yield "aim", None, found.aim
    yield from (("mark", None, each) for each in found.marks)
    yield from (("other", None, each) for each in found.others)
    yield from (("table", None, each) for each in found.table)
    for chapter in found.chapters:
        yield "chapter", None, chapter.title
        yield "chapter", None, chapter.before
        if chapter.note:
            yield "note", None, chapter.note
    for item in found.items:
        yield "item-title", item.number, item.title
        yield "body", item.number, item.body
        if item.note:
            yield "note", item.number, item.note
        if item.when:
            yield "when", item.number, item.when


def _without_tail(text: Text) -> tuple[Text, Text]:
    """Give a text without what follows the plan: attachments, whom to call, who signed when."""
    found = _TAIL_BEGINS.search(text.words, len(text) // 2)
    end = found.start() if found else len(text)
    return Text(text.words[:end], text.places[:end]), text.cut(end, len(text))


class _Notes:
    """Which parts have a note of who answers for them, and which are divided by such notes."""

    def __init__(self, text: Text) -> None:
        """Take the text whose parts are asked about."""
        self.text = text
        self._found: dict[int, Noted] = {}
        self._divided: dict[int, bool] = {}

    def block(self, node: Node) -> Text:
        """Give all of a part but its number."""
        return self.text.cut(node.marker.end, node.end)

    def split(self, node: Node) -> Noted:
        """Divide a part from its note."""
        if node.marker.start not in self._found:
            self._found[node.marker.start] = split_note(self.block(node))
        return self._found[node.marker.start]

    def has(self, node: Node) -> bool:
        """Tell whether a part ends with a note."""
        return self.split(node).note is not None

    def any_below(self, nodes: Sequence[Node]) -> bool:
        """Tell whether any of some parts, or a part within them, has a note."""
        return any(self.has(node) or self.any_below(node.children) for node in nodes)

    def divide(self, node: Node) -> bool:
        """Tell whether the parts within a part are those that name who answers for them.

        Where only the last of them ends with a note, that is the note of the whole part.
        """
        if node.marker.start not in self._divided:
            inner = node.children[:-1]
            noted = sum(self.has(each) or self.divide(each) for each in inner)
            runs_on = bool(node.children) and node.children[0].marker.number > 1
            self._divided[node.marker.start] = runs_on or (
                bool(inner) and noted >= _SHARE * len(inner)
            )
        return self._divided[node.marker.start]

    def depth(self, nodes: Sequence[Node]) -> int:
        """Give at which depth items stand: where most parts are that name who answers for them."""
        counts: dict[int, list[bool]] = {}

        def count(level: Sequence[Node], depth: int, *, divided: bool) -> None:
            for node in level:
                inner = self.divide(node)
                if divided:
                    counts.setdefault(depth, []).append(not inner and self.has(node))
                count(node.children, depth + 1, divided=inner or depth == 0)

        count(nodes, 0, divided=True)
        best = max(counts, key=lambda depth: (sum(counts[depth]), depth))
        if sum(counts[best]) >= max(_SOME * len(counts[best]), 1):
            return best
        return 1 if any(node.children for node in nodes) else 0


def _go_through(
    parts: _Parts, nodes: Sequence[Node], depth: int, chapter: Chapter | None, note: Text | None
) -> None:
    """Take parts one after the other; `note` is that of the parts that they stand in."""
    for node in nodes:
        parts.marks.append(parts.text.cut(node.marker.start, node.marker.end))
        if depth >= parts.depth and not parts.notes.divide(node):
            _take_item(parts, node, chapter, note)
        elif node.children:
            _take_chapter(parts, node, depth, chapter, note)
        else:
            _take_leaf(parts, node, chapter, note)


def _take_leaf(parts: _Parts, node: Node, chapter: Chapter | None, note: Text | None) -> None:
    """Take a part outside the items that has none within it."""
    block = parts.notes.block(node)
    title, before = heading(block)
    if _GENERAL.match(title.words):
        _take_general(parts, title, before)
    elif chapter is not None:
        _take_item(parts, node, chapter, note)
    elif before and (parts.notes.has(node) or not (parts.noted or _ORGANISING.match(title.words))):
        number = len(parts.chapters) + 1
        new = Chapter(number, title, before.cut(0, 0), written=node.marker.number)
        parts.chapters.append(new)
        _take_item(parts, node, new, note)
    else:
        parts.others += [title, before]


def _take_general(parts: _Parts, title: Text, text: Text) -> None:
    """Take a chapter that says what is required in all, or what is aimed at."""
    parts.marks.append(title)
    if "目标" in title.words and "要求" not in title.words:
        parts.aim.append(text)
        return
    wanted, label, aims = _requirement(text)
    parts.requirement.append(wanted)
    parts.marks.append(label)
    parts.aim.append(aims)


def _take_chapter(
    parts: _Parts, node: Node, depth: int, chapter: Chapter | None, note: Text | None
) -> None:
    """Take a part that holds others: a chapter of items, or one of general words."""
    first = node.children[0].marker.start
    top = parts.text.cut(node.marker.end, first)
    title, before = heading(top)
    noted = parts.notes.any_below(node.children)
    if not noted and _GENERAL.match(title.words):
        _take_general(parts, title, before)
        for child in node.children:
            parts.marks.append(parts.text.cut(child.marker.start, child.marker.end))
            inner, rest = heading(parts.notes.block(child))
            if _GENERAL.match(inner.words):
                _take_general(parts, inner, rest)
            else:
                parts.requirement.append(parts.notes.block(child))
        return
    own = split_note(title)
    note = own.note or note
    deep = depth + 1 < parts.depth and any(child.children for child in node.children)
    if chapter is not None or (deep and not parts.many):
        parts.others += [title, before]
    else:
        number = len(parts.chapters) + 1
        chapter = Chapter(number, own.text, before, own.note, node.marker.number)
        parts.chapters.append(chapter)
    _go_through(parts, node.children, depth + 1, chapter, note)


def _take_item(parts: _Parts, node: Node, chapter: Chapter | None, note: Text | None) -> None:
    noted = parts.notes.split(node)
    text, remarks = noted.whole, noted.remarks
    if noted.more and noted.apart and node.end == parts.end:
        parts.tail.append(noted.more)
        text, remarks = noted.text, ()
    closing = _CLOSING.search(text.words) if node.end == parts.end else None
    if closing:
        parts.tail.append(text.cut(closing.start(), len(text)))
        text = text.cut(0, closing.start())
    title, body = heading(text)
    number = chapter.number if chapter else 0
    place = len(parts.items) + 1
    parts.items.append(
        Item(place, node.marker.number, number, title, body, noted.note, remarks, note, noted.when)
    )


def heading(block: Text) -> tuple[Text, Text]:
    """Give the heading of a part and what follows it: up to the first stop or line."""
    ends = [at for mark in _ENDS if 0 < (at := block.words.find(mark)) <= _TITLE_AT_MOST]
    colon = _COLON.match(block.words)
    if colon and (not ends or colon.end() <= min(ends)):
        return block.cut(0, colon.end() - 1), block.cut(colon.end(), len(block))
    if ends:
        return block.cut(0, min(ends)), block.cut(min(ends) + 1, len(block))
    if len(block) <= _TITLE_AT_MOST:
        return block, block.cut(len(block), len(block))
    found = re.compile("[，：]").search(block.words, 1, _TITLE_AT_MOST)
    end = found.start() if found else 0
    return block.cut(0, end), block.cut(end + 1 if end else 0, len(block))


def _requirement(before: Text) -> tuple[Text, Text, Text]:
    """Give what is required in all, the words that begin the aims, and the aims."""
    found = _AIM.search(before.words)
    start, end = found.span() if found else (len(before), len(before))
    return before.cut(0, start), before.cut(start, end), before.cut(end, len(before))


def unclaimed(text: Text, found: Outline) -> Iterator[tuple[int, int]]:
    """Give the spans of the source whose words no part of an outline has, in its own offsets.

    The marks between parts, brackets and stops, are no words.
    """
    claimed = bytearray(max(text.places, default=0) + 1)
    for _, _, part in parts_of(found):
        for at in part.places:
            if at < len(claimed):
                claimed[at] = True
    left = [
        at
        for at, word in zip(text.places, text.words, strict=True)
        if not claimed[at] and word.isalnum()
    ]
    start = left[:1]
    for one, two in pairwise(left):
        if two > one + _APART:
            yield start[0], one + 1
            start = [two]
    if left:
        yield start[0], left[-1] + 1
