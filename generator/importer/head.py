"""What stands before the parts of a document: the notice that sends it, its title, its year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.importer.text import Text, joined

_PLAN = (
    r"(?:工作要点|工作计划|工作安排|工作打算|工作思路|实施方案|实施意见|工作方案|行动方案|行动计划|"
    r"整治方案|任务分工|任务分解表|任务清单|责任清单|重点任务|重点工作|工作任务|工作部署|要点|方案|计划|措施)"
)
_NUMBER = (
    r"(?:第?[一二三四五六七八九十]{1,3}[、章条部]|（[一二三四五六七八九十\d]{1,3}）|\d{1,3}[.．、]"
    r"|附件|附表)"
)
_SPAN = r"(?:（[^）\n]{1,24}）)?"
_LOOSE = re.compile(rf"[^\n。，；：]{{2,60}}?{_PLAN}(?!的)")
_LINE = re.compile(
    rf"(?:(?<=\n)|^)(?!{_NUMBER})(?:(?![^\n]*(?:\d日|号)\n)[^\n。，；：《]{{2,40}}\n)?(?!{_NUMBER})"
    rf"[^\n。，；：《]{{0,60}}{_PLAN}\n?{_SPAN}(?=\n|$)"
)
_LETTER = re.compile(
    r"(?:(?<=\n)|^)(?:[^\n。；：]{2,40}(?:政府|委员会|办公室|[局厅部]|公司|大学|学院|医院|集团)\n)?"
    r"[^\n。；：《]{2,60}(?:\n[^\n。；：]{1,30})?的\n?(?:通知|意见)(?=\n|$)"
)
_ADDRESSEES = re.compile(r"\s*[^\n。]{2,120}：\n")
_SENT = re.compile(r"印发给?你们|现?(?:予以)?印发|转发给?你们|的通知(?=\n|$)")
_SIGNED = re.compile(r"\n(?:20\d\d年|[二〇○零]{2}\w{2}年)\d{1,2}月\d{1,2}日\n")
_YEARS = re.compile(r"(20\d\d)年?[—\-－~至到–]+(20\d\d)")
_YEAR = re.compile(
    r"(20\d{2})(?=[—\-－~至到–]+20\d\d年)|(20\d{2}|二[〇○零Ｏ0][一二三四五六七八九〇○零Ｏ0]{2})年"
)
_NUMERALS = str.maketrans("〇○零Ｏ一二三四五六七八九", "0000123456789")
_REGION = re.compile(
    r"(?:年(?:度)?)?([\u4e00-\u9fffＸX某×*]{1,12}?"
    r"(?:自治县|自治旗|县|旗|街道|镇|乡|开发区|新区|园区|区|市|学院|学校|大学|医院|公司|集团))"
)
_TO = re.compile(r"[，：\n]|人民政府|办事处")
_NOTICE_AT_MOST = 0.5
"""Of a document, how much may be the notice that sends it."""


@dataclass(frozen=True)
class Head:
    """The notice before the plan ("" without), the title, and where the text below it begins."""

    notice: Text
    title: Text | None
    end: int


def head(text: Text) -> Head:
    """Find the title, and what stands before it."""
    words = text.words
    sent = _sent_until(words)
    lines = [
        each for each in _LINE.finditer(words, sent) if not _TO.search(each[0].strip("\n")[:-1])
    ]
    lines += [] if lines else [*_LINE.finditer(words, sent)]
    first = (
        lines[0] if lines and lines[0].end() <= max(len(words) * _NOTICE_AT_MOST, 1500) else None
    )
    if first is None:
        return Head(text.cut(0, 0), *_without_a_line(text))
    title = _of_one_line(text.cut(first.start(), first.end()))
    return Head(text.cut(0, first.start()), title, first.end())


def addressees(words: str) -> int:
    """Give where the line ends that says to whom a letter goes; 0 where it says it to nobody."""
    found = _ADDRESSEES.match(words)
    return found.end() if found else 0


def _sent_until(words: str) -> int:
    """Give the end of the notice: where it is signed, or where it says that it sends something."""
    limit = int(len(words) * _NOTICE_AT_MOST)
    sent = list(_SENT.finditer(words, 0, limit))
    if not sent:
        return 0
    signed = _SIGNED.search(words, sent[0].end() - 1, limit)
    at = signed.end() - 1 if signed else sent[-1].end()
    return at if any(_LINE.finditer(words, at)) else 0


def _without_a_line(text: Text) -> tuple[Text | None, int]:
    """Find a title that runs on into the text, or that of a letter."""
    letter = _LETTER.search(text.words[: max(len(text) // 3, 300)])
    loose = next(
        (
            each
            for each in _LOOSE.finditer(text.words[: max(len(text) // 3, 300)])
            if "《" not in each[0]
        ),
        None,
    )
    found = letter if letter and (loose is None or letter.start() <= loose.start()) else loose
    if found is None:
        return None, 0
    return _of_one_line(text.cut(found.start(), found.end())), found.end()


def _of_one_line(text: Text) -> Text:
    parts: list[Text] = []
    start = 0
    for at in [*(at for at, each in enumerate(text.words) if each == "\n"), len(text)]:
        parts.append(text.cut(start, at))
        start = at + 1
    return joined(parts)


def years(words: str) -> Iterator[int]:
    """Give the years that some words name, also 二〇二七年."""
    for each in _YEAR.finditer(words):
        yield int((each[1] or each[2]).translate(_NUMERALS))


def covers(title: str, year: int) -> bool:
    """Tell whether a title is of several years (2026—2028年), of which one is the year."""
    found = _YEARS.search(title)
    return found is not None and int(found[1]) <= year <= int(found[2])


def region(title: Text | None) -> str:
    """Give the place or the body that a title names; "" where it names none."""
    found = _REGION.search(title.words) if title else None
    return found[1] if found else ""
