"""Dirt: what sharing sites, scanners and hard line ends did to a document is undone.

Nothing is dropped in silence: each character that does not go on is told of, with the reason.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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
    r"|[（(]\d{1,3}[）)]|[①-⑳]|第[一二三四五六七八九十]{1,3}[条章]|附件|责任单位|牵头单位|第[一二三四五六七八九十]{1,3}部分)"
)
_LABEL = re.compile(r"\s*[\u4e00-\u9fff]{2,6}[：:]")
_OF_UNITS = re.compile(r"\s*[\u4e00-\u9fff]{0,4}(?:单位|部门|领导|责任人|时限|时间)[：:]")
"""A line such as 责任单位：某局, or the first of several: names may follow, one a line."""
_ENDS = "。！？；：）)”】〕］]"
_FULL = str.maketrans("(),:;?![]", "（），：；？！［］")
_A_HEADING = 30
"""Characters of a line that may be one for itself without a mark at its end."""
_MOSTLY = 0.5


@dataclass(frozen=True)
class Dropped:
    """What was left out, by the offsets of the source, and why."""

    start: int
    end: int
    why: str


@dataclass(frozen=True)
class Cleaned:
    """The text that goes on, in paragraphs, and what was left out of it."""

    text: Text
    dropped: tuple[Dropped, ...]


def clean(source: Source) -> Cleaned:
    """Give the text of a document as its authors wrote it."""
    dropped: list[Dropped] = []
    lines = [*_without_sites(source.text, dropped)]
    lines = [*_without_pages(lines, dropped)]
    text = _in_one_width(joined(_rejoined(lines)), dropped)
    return Cleaned(text, tuple(sorted(dropped, key=lambda each: each.start)))


def _without_sites(text: str, dropped: list[Dropped]) -> Iterator[Text]:
    """Give the lines, but for those that a sharing site or a page has put there."""
    at = 0
    for line in text.split("\n"):
        places = tuple(range(at, at + len(line)))
        at += len(line) + 1
        if _SHARED.search(line):
            dropped.append(Dropped(places[0], places[-1] + 1, "分享网站加的字"))
        elif _BUTTONS.fullmatch(_BETWEEN_BUTTONS.sub("", line)):
            dropped.append(Dropped(places[0], places[-1] + 1, "网页上的按钮和链接"))
        elif line.strip() and _PAGE.fullmatch(line):
            dropped.append(Dropped(places[0], places[-1] + 1, "页码"))
        elif line.strip():
            yield Text(line, places)


def _without_pages(lines: Sequence[Text], dropped: list[Dropped]) -> Iterator[Text]:
    """Take the numbers of pages off the beginnings of lines that they broke in two.

    They run on from one to the next, and most of the lines before them end within a sentence:
    items that are numbered like this do not.
    """
    found = [_NUMBERED_LINE.match(line.words) for line in lines]
    numbered = [place for place, each in enumerate(found) if each]
    run = [int(each[1]) for each in found if each]
    broken = [_is_broken(lines[place - 1]) for place in numbered if place]
    is_pages = (
        len(run) > 1
        and run == [*range(run[0], run[0] + len(run))]
        and sum(broken) > _MOSTLY * len(broken)
    )
    for line, mark in zip(lines, found, strict=True):
        if is_pages and mark:
            dropped.append(Dropped(line.places[0], line.places[0] + mark.end(), "页码"))
            yield Text(line.words[mark.end() :], line.places[mark.end() :])
        else:
            yield line


def _rejoined(lines: Sequence[Text]) -> Iterator[Text]:
    """Give the lines as paragraphs: one that was broken for its length goes on."""
    for place, line in enumerate(lines):
        yield line
        after = lines[place + 1].words if place + 1 < len(lines) else ""
        ends = line.words.rstrip()[-1:] in {*_ENDS}
        short = len(line) < _A_HEADING and place == 0
        begins = _BEGINS.match(after) or _LABEL.match(after) or _OF_UNITS.match(line.words)
        if after and (ends or short or begins or _is_title(line)):
            yield Text("\n", (line.places[-1] + 1,))


def _is_broken(line: Text) -> bool:
    """Tell whether a line ends within a sentence; a title is none."""
    return line.words.rstrip()[-1] not in _ENDS and not _is_title(line)


def _is_title(line: Text) -> bool:
    begins = _BEGINS.match(line.words)
    rest = line.words[begins.end() :] if begins else "，"
    return len(line) < _A_HEADING and not any(mark in rest for mark in "，,。：:")


def _in_one_width(text: Text, dropped: list[Dropped]) -> Text:
    """Write digits half and marks full, without the spaces that no Chinese text has."""
    words, places = [], []
    for number, (written, at) in enumerate(zip(text.words, text.places, strict=True)):
        before = text.words[number - 1] if number else ""
        after = text.words[number + 1] if number + 1 < len(text) else ""
        if unicodedata.category(written) == "Cf":
            dropped.append(Dropped(at, at + 1, "看不见的字符"))
            continue
        between = _is_latin(before) and _is_latin(after)
        if written in " \t\u3000\xa0" and not between:
            continue  # a space is no word
        each = unicodedata.normalize("NFKC", written) if _is_wide(written) else written
        full = each if between else each.translate(_FULL)
        stop = each == "." and _is_han(before) and (not after or _is_han(after) or after in "(（\n")
        words.append("。" if stop else full)
        places.append(at)
    return Text("".join(words), tuple(places))


def _is_wide(each: str) -> bool:
    """Tell whether it is a digit or a Latin letter that is as wide as a Chinese character."""
    return "\uff10" <= each <= "\uff5a" and each.isalnum()


def _is_han(each: str) -> bool:
    return "\u4e00" <= each <= "\u9fff" or each in "）”】］"


def _is_latin(each: str) -> bool:
    return each.isascii() and each.isalnum()
