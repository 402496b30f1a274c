"""What can be counted in an item: how often, and how much, in the words of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.importer.numerals import number_of
from generator.importer.text import Text
from generator.model.vocabulary import Period

_PERIODS = {
    Period.DAILY: "每日|每天|日报|日调度",
    Period.WEEKLY: "每周|周报|周调度",
    Period.MONTHLY: "每月|每个月|月度?调度|月报|一月一",
    Period.QUARTERLY: "每季度?|季度?调度|一季度一",
    Period.HALF_YEARLY: "每半年",
    Period.THREE_YEARLY: "每三年",
    Period.YEARLY: r"每年度?|一年一|全年(?=[^，。]{0,12}\d+(?:[次场期批]|人次))",
}
_PERIOD = re.compile("|".join(f"(?P<{period.name}>{words})" for period, words in _PERIODS.items()))
_NUMBER = r"\d{1,5}|[一二两三四五六七八九十]{1,2}"
_COUNT = re.compile(
    rf"(?P<least>至少|不少于|不低于)?(?:[\u4e00-\u9fff]{{0,6}}?)(?P<number>{_NUMBER})"
    r"(?P<unit>人次|家次|[次批轮场期遍起户处家](?![^\u4e00-\u9fff]?级))(?P<more>以上)?"
)
_LEAST = re.compile(r"至少|不少于|不低于")
_MUCH = re.compile(
    r"(?:完成|建成|新建|改造|整治|治理|创建|配备|培训|排查|覆盖|更换|新增|推广)(?:不少于|至少)?"
    r"(?P<number>\d{1,6})(?P<unit>公里|人次|家次|[座个处家所台辆套户名人项条具])"
)
_ONE = re.compile(rf"(?P<number>{_NUMBER})?(?P<unit>个)(?P<more>以上)?(?=主题)")
_CLAUSES = re.compile(r"[^，；。：\n]+")
_NAMES_NOBODY_NEW = re.compile(r"\d|[一二三]次")
_IS_SHARED = re.compile(r"^、[\u4e00-\u9fff]{2,12}$")
_NOBODY = re.compile(r"对|在|将|按|严格|继续|持续")
_AMOUNT = re.compile(rf"(?:至少|不少于|不低于)?(?:(?:{_NUMBER})(?:人次|[次批轮场期遍])(?:以上)?)?")
_URGING = re.compile(r"^(?:推动|督促|指导|要求|确保|组织|强化|落实)+")


@dataclass(frozen=True)
class Demand:
    """A demand: how often, how many, of what, and the clause that says so.

    `actor` are the words before it in the clause, "" where these are none that act; `action` is
    what is to be done, without how often; `least` says that it may be more.
    """

    period: Period
    number: int
    least: bool
    unit: str
    actor: str
    action: str
    clause: Text


def demands(body: Text) -> Iterator[Demand]:
    """Give every demand of an item, in the order of its text.

    Who is named once in a sentence is meant in what follows there too.
    """
    actor, end = "", 0
    for match in _CLAUSES.finditer(body.words):
        if "。" in body.words[end : match.start()]:
            actor = ""
        end = match.end()
        clause = body.cut(*match.span())
        for demand in filter(_is_demand, _often(clause)):
            actor = demand.actor or actor
            yield replace(demand, actor=actor)
        often = _PERIOD.search(clause.words) is not None
        for found in () if often else _MUCH.finditer(clause.words):
            least = _LEAST.search(found[0]) is not None
            number, who = int(found["number"]), _actor(clause, found)
            demand = Demand(Period.ONCE, number, least, found["unit"], who, clause.words, clause)
            if _is_demand(demand):
                yield demand


def _is_demand(demand: Demand) -> bool:
    """Tell whether it demands anything: 事故0次 is an aim, and 三五次 no number."""
    return demand.number > 0


def _often(clause: Text) -> Iterator[Demand]:
    """Give what a clause says is to be done again and again; once each time, if it says no more."""
    periods = [*_PERIOD.finditer(clause.words)]
    for place, found in enumerate(periods):
        period = Period[str(found.lastgroup)]
        end = periods[place + 1].start() if place + 1 < len(periods) else len(clause)
        counts = [*_COUNT.finditer(clause.words, found.end(), end)]
        counts = counts or [*_ONE.finditer(clause.words, found.end(), end)]
        actor = _actor(clause, found, periods[:place])
        action = _action(clause.words, found, end, whole=not actor and place == 0)
        if (
            not counts
            and place + 1 < len(periods)
            and _IS_SHARED.search(clause.words[found.end() : end])
        ):
            counts = [*_COUNT.finditer(clause.words, end)][:1]
        if not counts:
            yield Demand(period, 1, False, "次", actor, action, clause)
        for count in counts:
            least = bool(count["more"] or _LEAST.search(clause.words, found.end(), count.end()))
            number = number_of(count["number"]) if count["number"] else 1
            yield Demand(period, number, least, count["unit"], actor, action, clause)


def _actor(clause: Text, found: re.Match[str], before: Sequence[re.Match[str]] = ()) -> str:
    """Give who acts: the words before the demand, unless they say of what it is.

    Of a later demand it is who is named anew, after a 、, or who was named before.
    """
    start = clause.words.rfind("、", before[-1].end(), found.start()) + 1 if before else 0
    words = _URGING.sub("", clause.words[start : found.start()]) if start or not before else ""
    if before and (not words or _NAMES_NOBODY_NEW.search(words)):
        return _actor(clause, before[-1], before[:-1])
    return "" if _NOBODY.match(words) else words


def _action(words: str, found: re.Match[str], end: int, *, whole: bool) -> str:
    """Give what is done: what follows how often, up to the next demand, without the numbers."""
    if whole:
        return words
    rest = words[found.end() : end]
    if end < len(words):
        rest = rest.rpartition("、")[0] or rest
    said = _AMOUNT.sub("", rest).strip("、和及并，")
    return said or words
