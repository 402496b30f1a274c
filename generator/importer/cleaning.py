"""Dirt: what sharing sites, scanners and hard line ends did to a document is undone.

Nothing is dropped in silence: each character that does not go on is told of, with the reason.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from opencc import OpenCC

from generator.importer.source import Source
from generator.importer.text import Text, joined

_SHARED = re.compile(r"由会员分享|在线阅读|珍藏版|文档下载|豆丁|道客巴巴|原创力文档|课桌文档")
_BUTTONS = re.compile(
    r"(?:打印(?:本页|页面)?|关闭(?:窗口|本页|页面)?|分享(?:到|至)?|收藏(?:本页)?|返回(?:顶部|首页)|字[体号][大中小]*"
    r"|新浪微博|微信|微博|QQ空间|(?:浏览|阅读|点击)(?:次数|量|数)\d*)+"
    r"|扫一扫.{0,20}|[上下]一[篇条]\S.*"
)
_BETWEEN_BUTTONS = re.compile(r"[\s【】\[\]|｜/、：:]+")
"""What a web page has around its article, where nothing tells where that begins and ends."""
_PAGE = re.compile(
    r"\s*[-—–－]?\s*(第\s*)?\d{1,3}(\s*页)?(\s*[/／共]\s*\d{1,3}\s*页?)?\s*[-—–－]?\s*"
)
_NUMBERED_LINE = re.compile(r"(\d{1,3})、")
_BEGINS = re.compile(
    r"\s*([一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,3}\s*[.．、]"
    r"|\d{1,2}[.．]\d{1,2}(?![\d.．%])|[（(]\d{1,3}[）)]|[①-⑳⑴-⒇⒈-⒛㈠-㈩]|第[一二三四五六七八九十]{1,3}[条章]"
    r"|附件|附表|抄送|责任单位|牵头单位|第[一二三四五六七八九十]{1,3}部分|[（(【\[〔](?:牵头|责任|主办)单位)"
)
_LABEL = re.compile(r"\s*[\u4e00-\u9fff]{2,6}[：:]")
_OF_UNITS = re.compile(r"\s*[\u4e00-\u9fff]{0,4}(?:单位|部门|领导|责任人|时限|时间)[：:]")
"""A line such as 责任单位：某局, or the first of several: names may follow, one a line."""
_ENDS = "。！？；：）)”】〕］]"
_FULL = str.maketrans("(),:;?![]", "（），：；？！［］")
_SPACES = " \t\u3000\xa0"
_LABELLED = re.compile(
    r"[ \t\u3000\xa0]+(?:牵头|主办|责任|配合|协办|参与|完成|办结|时限)"
    r"(?:单位|部门|科室|领导|人|时限|时间|要求)?[：:]"
)
_NUMBER_APART = re.compile(r"[.][ \t\u3000\xa0]+\d")
"""What follows the 1 of 1. 3D打印, which is no 1.3."""
_ODD = re.compile(
    r"[ \t\u3000\xa0(),:;?!\[\].\uff10-\uff5a\xad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b-\u200f"
    r"\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0001\U000e0020-\U000e007f]"
)
"""Characters that are not always written as they stand: spaces, half marks, wide digits."""
_INNER = "，,、。；;：:"
_A_HEADING = 30
"""Characters of a line that may be one for itself without a mark at its end."""
_A_NUMBERED_HEADING = 45
_SHORT = 16
"""Characters of a line that says nothing of how wide the lines of a document are."""
_SLACK = 3
_SOME = 3
_MOSTLY = 0.5
_FEW = 0.2
_MASKED = re.compile(
    r"(?<![A-Za-z0-9])[DＤ](?=[委政组员建工纪校内的]|中央|支部|和国家|史|风|外|旗|章|籍|代表|性)"
)
_MISREAD = re.compile(r"(?<![A-Za-z])[lIO](?=\d)|(?<=\d)[lIO](?![A-Za-z])")
_TOLD_OF_TRADITIONAL = 0.02


@dataclass(frozen=True)
class Dropped:
    """What was left out, by the offsets of the source, and why."""

    start: int
    end: int
    why: str


@dataclass(frozen=True)
class Cleaned:
    """The text that goes on, in paragraphs, what was left out of it, and what was written anew."""

    text: Text
    dropped: tuple[Dropped, ...]
    mended: tuple[str, ...] = ()


def clean(source: Source, *, without: Container[int] = ()) -> Cleaned:
    """Give the text of a document as its authors wrote it, `without` some of its lines."""
    dropped: list[Dropped] = []
    lines = [*_without_sites(source.text, dropped, without)]
    go_on: set[int] = set()
    lines = [*_without_pages(lines, dropped, go_on)]
    text = in_one_width(joined(_rejoined(lines, go_on)), dropped)
    mended: list[str] = []
    text = _simplified(_unmasked(_digits(text, mended), mended), mended)
    return Cleaned(text, tuple(sorted(dropped, key=lambda each: each.start)), tuple(mended))


def _without_sites(text: str, dropped: list[Dropped], without: Container[int]) -> Iterator[Text]:
    """Give the lines, but for those that a sharing site or a page has put there."""
    at = 0
    for number, line in enumerate(text.split("\n")):
        places = range(at, at + len(line))
        at += len(line) + 1
        if number in without:
            continue
        if _SHARED.search(line):
            dropped.append(Dropped(places[0], places[-1] + 1, "分享网站加的字"))
        elif _BUTTONS.fullmatch(_BETWEEN_BUTTONS.sub("", line)):
            dropped.append(Dropped(places[0], places[-1] + 1, "网页上的按钮和链接"))
        elif line.strip() and _PAGE.fullmatch(line):
            dropped.append(Dropped(places[0], places[-1] + 1, "页码"))
        elif line.strip():
            yield Text(line, places)


def _without_pages(
    lines: Sequence[Text], dropped: list[Dropped], go_on: set[int]
) -> Iterator[Text]:
    """Take the numbers of pages off the beginnings of lines that they broke in two.

    They run on from one to the next, and most of the lines before them end within a sentence:
    items that are numbered like this do not. The first characters of such lines, which go on
    with those before them, are put into `go_on`.
    """
    found = [_NUMBERED_LINE.match(line.words) for line in lines]
    numbered = [place for place, each in enumerate(found) if each]
    run = [int(each[1]) for each in found if each]
    broken = [_is_broken(lines[place - 1]) for place in numbered if place]
    is_one = len(run) == 1 and numbered[0] > 0 and len(lines[numbered[0] - 1]) > _A_HEADING
    is_pages = (
        (len(run) > 1 or is_one)
        and run == [*range(run[0], run[0] + len(run))]
        and sum(broken) > _MOSTLY * len(broken)
    )
    for place, (line, mark) in enumerate(zip(lines, found, strict=True)):
        if is_pages and mark and mark.end() < len(line):
            dropped.append(Dropped(line.places[0], line.places[0] + mark.end(), "页码"))
            if place and _is_broken(lines[place - 1]):
                go_on.add(line.places[mark.end()])
            yield Text(line.words[mark.end() :], line.places[mark.end() :])
        else:
            yield line


def _rejoined(lines: Sequence[Text], go_on: Container[int]) -> Iterator[Text]:
    """Give the lines as paragraphs: one that was broken for its length goes on."""
    width = _width(lines)
    alone = True
    for line, after in pairwise(lines):
        yield line
        if not after.places or after.places[0] not in go_on:
            alone = _ends(line, after, width, alone=alone)
            if alone:
                yield Text("\n", (line.places[-1] + 1,))
    yield from lines[-1:]


def _ends(line: Text, after: Text, width: int, *, alone: bool) -> bool:
    """Tell whether a paragraph ends with a line; `alone` tells whether the line begins one."""
    words = line.words.strip()
    if words[-1:] in {*_ENDS} or _BEGINS.match(after.words) or _LABEL.match(after.words):
        return True
    if width:
        return len(words) < width - _SLACK
    bare = len(words) < _A_HEADING and not any(mark in words for mark in _INNER)
    return (alone and bare) or _OF_UNITS.match(words) is not None or _is_title(line)


def _width(lines: Iterable[Text]) -> int:
    """Give how wide the lines are that were broken for their length; 0 where none were."""
    every = [line.words.strip() for line in lines]
    open_ = [len(words) for words in every if len(words) > _SHORT and words[-1] not in _ENDS]
    best = max((sum(wide - _SLACK <= each <= wide for each in open_), wide) for wide in [0, *open_])
    count, wide = best
    longer = sum(len(words) > wide + _SLACK for words in every)
    fits = count >= _SOME and count >= _MOSTLY * len(open_) and longer <= _FEW * len(every)
    return wide if fits else 0


def _digits(text: Text, mended: list[str]) -> Text:
    """Write 1 and 0 where a scanner read l and O beside other digits."""
    words, count = _MISREAD.subn(lambda found: "1" if found[0] in "lI" else "0", text.words)
    if count:
        mended.append(f"{count} 个认成字母的数字，改了回来")
    return Text(words, text.places)


def _unmasked(text: Text, mended: list[str]) -> Text:
    """Write 党 where a sharing site wrote D for it."""
    words, count = _MASKED.subn("党", text.words)
    if count:
        mended.append(f"{count} 处用字母 D 代替的“党”，改了回来")
    return Text(words, text.places)


def _simplified(text: Text, mended: list[str]) -> Text:
    """Write traditional characters as simplified ones, one for one."""
    words = "".join(map(_simple, text.words))
    changed = sum(one != two for one, two in zip(words, text.words, strict=True))
    if changed < max(_TOLD_OF_TRADITIONAL * len(text), 1):
        return text
    mended.append(f"{changed} 个繁体字，改成了简体")
    return Text(words, text.places)


@cache
def _simple(written: str) -> str:
    simple = _converter().convert(written)
    return simple if len(simple) == 1 else written


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


def _is_broken(line: Text) -> bool:
    """Tell whether a line ends within a sentence; a title is none."""
    return line.words.rstrip()[-1] not in _ENDS and not _is_title(line)


def _is_title(line: Text) -> bool:
    """Tell whether a numbered line is the title of a part, alone on it."""
    begins = _BEGINS.match(line.words)
    rest = line.words[begins.end() :] if begins else "。"
    return len(line) < _A_NUMBERED_HEADING and not any(mark in rest for mark in "。；;：:")


def in_one_width(text: Text, dropped: list[Dropped]) -> Text:
    """Write digits half and marks full, without the spaces that no Chinese text has."""
    words: list[str] = []
    places = array("I")
    done = 0
    for found in _ODD.finditer(text.words):
        number = found.start()
        words.append(text.words[done:number])
        places.extend(text.places[done:number])
        done = number + 1
        written = _in_one_width(text, number, dropped)
        if written:
            words.append(written)
            places.append(text.places[number])
    words.append(text.words[done:])
    places.extend(text.places[done:])
    return Text("".join(words), places)


def _in_one_width(text: Text, number: int, dropped: list[Dropped]) -> str:
    """Write one character as the others are; "" for what is none."""
    written, at = text.words[number], text.places[number]
    before = text.words[number - 1] if number else ""
    after = text.words[number + 1] if number + 1 < len(text) else ""
    if unicodedata.category(written) == "Cf":
        dropped.append(Dropped(at, at + 1, "看不见的字符"))
        return ""
    between = _is_latin(before) and _is_latin(after)
    if written in _SPACES and not between:
        begins = before and before not in _SPACES and _LABELLED.match(text.words, number)
        return "；" if begins else ""  # a space is no word
    each = unicodedata.normalize("NFKC", written) if _is_wide(written) else written
    full = each if between else each.translate(_FULL)
    stop = each == "." and _is_han(before) and (not after or _is_han(after) or after in "(（\n")
    apart = each == "." and before.isdigit() and _NUMBER_APART.match(text.words, number)
    return "。" if stop else "、" if apart else full


def _is_wide(each: str) -> bool:
    """Tell whether it is a digit or a Latin letter that is as wide as a Chinese character."""
    return "\uff10" <= each <= "\uff5a" and each.isalnum()


def _is_han(each: str) -> bool:
    return "\u4e00" <= each <= "\u9fff" or each in "）”】］"


def _is_latin(each: str) -> bool:
    return each.isascii() and each.isalnum()
