"""Absolutes: what stands in large letters promises and boasts nothing absolute.

第九条 of the Advertising Law (广告法) forbids 国家级、最高级、最佳 and their like. A promise of
absolute safety is worse than a boast: who believes it stops being careful. Ordinary advice
(最近的出口、第一时间、最高处、最佳逃生时间) and denials (没有绝对安全的充电) are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.load.loader import Document, Loaded
from generator.load.tree import Loc
from generator.model.library import Library
from generator.model.problem import Problem

_FIELDS = {"title", "short_title", "slogan", "summary", "tagline"}
_QUOTING = {"references", "work-plan"}

_BOAST = "不自夸，直接说有什么、怎么做"
_PROMISE = "安全没有绝对，改说做到哪一步，例如“查到位、改到位”"

_WORDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), suggestion)
    for pattern, suggestion in (
        (
            r"国家级(?!自然保护|森林公园|风景名胜|湿地|地质公园|文物|非物质|非遗|开发区|经济技术|新区)",
            "说清是哪个机关定的，例如“国务院安委办部署的”",
        ),
        (r"(?:世界|国际|全球|宇宙)级", _BOAST),
        (r"最高级(?!别)", _BOAST),
        (r"最佳(?!\w{0,4}(?:时间|时机|时期|时段|距离|位置|路线))", "改用“合适的”“有效的”"),
        (r"最(?:先进|权威|专业|优秀|顶尖|尖端|一流|完美)", _BOAST),
        (r"顶级|顶尖|极品", _BOAST),
        (r"第一品牌|领导品牌", _BOAST),
        (r"(?:全国|全省|全市|全县|全球|世界)第一(?=$|\W|的)", _BOAST),
        (r"(?:世界|国际|国内|全国|遥遥)领先", _BOAST),
        (r"独一无二|绝无仅有|史无前例|空前绝后|无与伦比|无可比拟", _BOAST),
        (r"万无一失", _PROMISE),
        (r"绝对(?:安全(?!距离)|可靠|有效|放心|保险|无害|没事|不会)", _PROMISE),
        (
            r"(?:百分之百|百分百|100\s*[%％])的?"
            r"(?:安全(?![带帽绳网员]|出口|头盔|培训|教育|检查|交底|考核|生产)"
            r"|有效|可靠|放心|保险|没事|不会|避免|杜绝)",
            _PROMISE,
        ),
        (r"零风险|(?:绝|毫)无风险", _PROMISE),
    )
)
_DENIED = re.compile(
    r"(?:没有|没法|无法|未必|谈不上|别信|别以为|莫以为|不要以为|不要相信|不是|并非|不等于|不存在"
    r"|不可能|不能保证|不敢说|不保证)[^，。；：！？、,;:!?\s]{0,6}$"
)


def check_absolutes(loaded: Loaded, library: Library, as_of: date) -> Iterator[Problem]:
    """Warn of absolute words in titles, slogans, summaries and posters (W305).

    Titles that must repeat an official text word for word are not looked at.
    """
    for document in loaded.documents:
        if document.kind.name in _QUOTING:
            continue
        for loc, text in document.tree.texts:
            if not _is_large(document, loc):
                continue
            for word, suggestion in absolute_words(text):
                yield document.problem(
                    loc, "W305", f"“{word}”是绝对化用语（参见《广告法》第九条）", suggestion
                )


def absolute_words(text: str) -> Iterator[tuple[str, str]]:
    """Give each absolute word that a text claims, and what to write instead."""
    for pattern, suggestion in _WORDS:
        for match in pattern.finditer(text):
            if not _DENIED.search(text, 0, match.start()):
                yield match.group(), suggestion


def _is_large(document: Document, loc: Loc) -> bool:
    """Tell whether a text stands in large letters: a title, slogan, summary or poster."""
    if loc == ("title",) and document.kind.name == "work-item":
        return False
    return loc[0] == "poster" or loc[-1] in _FIELDS
