"""The outline of a document: its title, what stands before its parts, its chapters, its items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.importer.numbering import Marker, markers
from generator.importer.text import Text, joined

_PLAN = r"(工作要点|工作计划|工作安排|实施方案|工作方案|行动方案|行动计划|要点)"
_TITLE = re.compile(rf"[^\n。，；：]{{2,60}}?{_PLAN}(?!的)")
_YEAR = re.compile(r"(20\d{2}|二[〇○零]\w{2})年")
_REGION = re.compile(
    r"(?:年)?([\u4e00-\u9fffＸX某]{1,12}?(?:自治县|县|市|区|旗|街道|镇|乡|学校|大学|公司|集团))"
)
_BRACKETS = {"（": "）", "〔": "〕", "【": "】", "［": "］"}
_RESPONSIBLE = re.compile(r"牵头|负责|配合|会同|责任单位|落实|承担|参与|实施")
_LINE_OF_UNITS = re.compile(
    r"(?:^|[\n。；])((?:牵头|责任|配合|主办|协办|负责)(?:单位|部门|科室|处室|股室|领导|人)：[^\n]+)"
)
_TAIL_BEGINS = re.compile(
    r"(?:\n|(?<=[。）】〕］]))"
    r"(?=附件|附表|附：|联系人|抄送|[^\n。，]{2,20}(?:办公室|委员会|政府|局)\n?20\d\d年\d{1,2}月\d{1,2}日)"
)
_GENERAL = re.compile(r"^(?:总体|指导|工作|基本)(?:要求|思想|思路|目标|原则)|^目标任务$")
_AIM = re.compile(r"(?:总体|工作|主要)?目标(?:任务)?(?:是|为)?[：:]")
_UNIT = re.compile(
    r"(局|办|委|部|处|科|股|室|所|院|校|中心|大?队|镇|乡|街道|苏木|村|单位|部门|公司|车间|办公室|委员会)"
    r"(?:（[^）]*）)?等?$"
)
_ENDS = "。；\n"
_TITLE_AT_MOST = 60
_TAIL = "。；，\n "
_APART = 4
"""Characters between two words that nobody claimed, if they are told of as one."""
_SHARE = 0.5


@dataclass(frozen=True)
class Item:
    """An item as it stands: its number, its title, its body, and the note of who answers for it.

    `note` is without its brackets; None where there is none. `chapter` is the number of the
    chapter that it stands in, 0 where the document has none.
    """

    number: int
    written: int
    chapter: int
    title: Text
    body: Text
    note: Text | None


@dataclass(frozen=True)
class Chapter:
    """A chapter: its number, its title, and what stands in it before its first item."""

    number: int
    title: Text
    before: Text


@dataclass(frozen=True)
class Outline:
    """All of a document; `year` is 0 and `region` "" where it does not say them.

    `marks` are the numbers and labels by which its parts are known.
    """

    title: Text | None
    year: int
    region: str
    requirement: Text
    aim: Text
    marks: tuple[Text, ...]
    chapters: tuple[Chapter, ...]
    items: tuple[Item, ...]


def outline(text: Text) -> Outline | None:
    """Give the outline of a cleaned text; None where nothing in it is numbered."""
    text = _without_tail(text)
    levels = markers(text.words)
    if not levels:
        return None
    place = _level_of_items(text, levels)
    inner = levels[place]
    outer = levels[place - 1] if place else ()
    outside = _outside(levels, place)
    first = min(each.start for each in (*outside, *inner))
    title, rest = _title(text, first)
    before = text.cut(rest, first)
    requirement, label, aim = _requirement(before)
    numbers = [text.cut(each.start, each.end) for each in (*outside, *inner)]
    chapters = [*_chapters(text, outer, (*outside, *inner))]
    items = tuple(_items(text, outer, outside, inner))
    held = {each.chapter for each in items}
    general = [each for each in chapters if each.number not in held and each.before]
    for each in general:
        requirement, aim = _with_general(each, requirement, aim)
    return Outline(
        title=title,
        year=_year(title or before),
        region=_region(title),
        requirement=requirement,
        aim=aim,
        marks=(label, *numbers, *(each.title for each in general if _is_general(each))),
        chapters=tuple(each for each in chapters if not (each in general and _is_general(each))),
        items=items,
    )


def _without_tail(text: Text) -> Text:
    """Give a text without what follows the plan: attachments, whom to call, who signed when."""
    found = _TAIL_BEGINS.search(text.words, len(text) // 2)
    end = found.start() if found else len(text)
    return Text(text.words[:end], text.places[:end])


def _is_general(chapter: Chapter) -> bool:
    return _GENERAL.search(chapter.title.words) is not None


def _with_general(chapter: Chapter, requirement: Text, aim: Text) -> tuple[Text, Text]:
    """Give requirement and aim with those that a chapter of its own says."""
    if not _is_general(chapter):
        return requirement, aim
    if "目标" in chapter.title.words and "要求" not in chapter.title.words:
        return requirement, joined((aim, chapter.before))
    wanted, label, aims = _requirement(chapter.before)
    return joined((requirement, wanted)), joined((aim, label, aims))


def _level_of_items(text: Text, levels: Sequence[Sequence[Marker]]) -> int:
    """Give the innermost level whose parts name who answers for them; else the second, if any."""
    for place in reversed(range(len(levels))):
        blocks = [*_blocks(text, levels[place], _outside(levels, place))]
        noted = sum(_split_note(block)[1] is not None for block in blocks)
        if noted >= _SHARE * len(blocks):
            return place
    return min(1, len(levels) - 1)


def _outside(levels: Sequence[Sequence[Marker]], place: int) -> list[Marker]:
    return [each for level in levels[:place] for each in level]


def _blocks(text: Text, inner: Sequence[Marker], outer: Sequence[Marker]) -> Iterator[Text]:
    """Give what stands between each marker and the next of its own or an outer level."""
    ends = sorted([*(each.start for each in (*inner, *outer)), len(text)])
    for marker in inner:
        yield text.cut(marker.end, next(end for end in ends if end > marker.start))


def _items(
    text: Text, outer: Sequence[Marker], outside: Sequence[Marker], inner: Sequence[Marker]
) -> Iterator[Item]:
    blocks = _blocks(text, inner, outside)
    for place, (marker, block) in enumerate(zip(inner, blocks, strict=True), 1):
        body, note = _split_note(block)
        title, body = _heading(body)
        chapter = sum(each.start < marker.start for each in outer)
        yield Item(place, marker.number, chapter, title, body, note)


def _chapters(text: Text, outer: Sequence[Marker], marks: Sequence[Marker]) -> Iterator[Chapter]:
    starts = sorted([*(each.start for each in marks), len(text)])
    for place, marker in enumerate(outer, 1):
        head = text.cut(marker.end, next(start for start in starts if start > marker.start))
        title, before = _heading(head)
        yield Chapter(place, title, before)


def _heading(block: Text) -> tuple[Text, Text]:
    """Give the heading of a part and what follows it: up to the first stop or line."""
    ends = [at for mark in _ENDS if 0 < (at := block.words.find(mark)) <= _TITLE_AT_MOST]
    if ends:
        return block.cut(0, min(ends)), block.cut(min(ends) + 1, len(block))
    if len(block) <= _TITLE_AT_MOST:
        return block, block.cut(len(block), len(block))
    comma = block.words.find("，")
    end = comma if 0 < comma <= _TITLE_AT_MOST else 0
    return block.cut(0, end), block.cut(end + 1 if end else 0, len(block))


def _split_note(block: Text) -> tuple[Text, Text | None]:
    """Give a part without the note of who answers for it, and that note."""
    words = block.words.rstrip(_TAIL)
    if words and words[-1] in _BRACKETS.values():
        start = _opening(words)
        inside = words[start + 1 : -1] if start is not None else ""
        apart = start is not None and words[:start][-1:] in {*_ENDS}
        if start is not None and (_RESPONSIBLE.search(inside) or (apart and _is_of_units(inside))):
            return block.cut(0, start), block.cut(start + 1, len(words) - 1)
    lines = [*_LINE_OF_UNITS.finditer(block.words)]
    if lines:
        start = lines[0].start(1)
        return block.cut(0, start), block.cut(start, len(block))
    return block, None


def _is_of_units(words: str) -> bool:
    """Tell whether some words are names of units and nothing else."""
    names = [name for name in re.split("[、，；]", words) if name]
    named = sum(_UNIT.search(name) is not None for name in names)
    return bool(names) and named == len(names)


def _opening(words: str) -> int | None:
    """Give where the bracket opens that closes at the end; brackets may stand in each other."""
    depth = 0
    for at in range(len(words) - 1, -1, -1):
        depth += (words[at] in _BRACKETS.values()) - (words[at] in _BRACKETS)
        if depth == 0:
            return at
    return None


def _title(text: Text, first: int) -> tuple[Text | None, int]:
    """Give the document's title, and where it ends."""
    every = _TITLE.finditer(text.words, 0, first)
    found = next((each for each in [*every][::-1] if "《" not in each[0]), None)
    if found is None:
        return None, 0
    return text.cut(found.start(), found.end()), found.end()


def _requirement(before: Text) -> tuple[Text, Text, Text]:
    """Give what is required in all, the words that begin the aims, and the aims."""
    found = _AIM.search(before.words)
    start, end = found.span() if found else (len(before), len(before))
    return before.cut(0, start), before.cut(start, end), before.cut(end, len(before))


def _year(title: Text) -> int:
    found = _YEAR.search(title.words)
    return int(found[1]) if found and found[1].isdecimal() else 0


def _region(title: Text | None) -> str:
    found = _REGION.search(title.words) if title else None
    return found[1] if found else ""


def unclaimed(text: Text, found: Outline) -> Iterator[tuple[int, int]]:
    """Give the spans of the source whose words no part of an outline has, in its own offsets.

    The marks between parts, brackets and stops, are no words.
    """
    claimed: set[int] = set()
    parts = [found.title, found.requirement, found.aim, *found.marks]
    parts += [part for each in found.chapters for part in (each.title, each.before)]
    parts += [part for each in found.items for part in (each.title, each.body, each.note)]
    for part in parts:
        claimed.update(part.places if part else ())
    left = [
        at
        for at, word in zip(text.places, text.words, strict=True)
        if at not in claimed and word.isalnum()
    ]
    start = left[:1]
    for one, two in pairwise(left):
        if two > one + _APART:
            yield start[0], one + 1
            start = [two]
    if left:
        yield start[0], left[-1] + 1
