"""What can be counted in an item: how often, and how much, in the words of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.importer.numerals import number_of
from generator.importer.text import Text
from generator.model.vocabulary import Period

_PERIODS = {
    Period.HALF_MONTHLY: "每半个?月|半月一",
    Period.TWO_MONTHLY: "每(?:两|二|2)个?月|双月",
    Period.DAILY: "每日|每天|逐日|日报|日调度",
    Period.WEEKLY: "每个?(?:周|星期)|周报|周调度|一周一",
    Period.MONTHLY: "每月度?|每个月|逐月|按月|月月|月度?(?:调度|通报|分析|会商|检查)|月报|一月一",
    Period.QUARTERLY: "每个?季度?|逐季度?|按季度?|季度?(?:调度|通报|分析|会商)|季报|一季度?一",
    Period.HALF_YEARLY: "每半年|半年一",
    Period.TERM: "每个?学期|一学期一",
    Period.THREE_YEARLY: "每(?:三|3)年",
    Period.YEARLY: (
        r"每年度?|每学年|一年一|按年度?(?=\w{0,6}[次])"
        r"|(?:全年|年内|年度内?|一年内)(?=[^，。]{0,14}\d+(?:\.\d+)?万?(?:[次场期批]|人次|家次))"
    ),
}
_PERIOD = re.compile("|".join(f"(?P<{period.name}>{words})" for period, words in _PERIODS.items()))
_NUMBER = r"\d{1,6}|[一二两三四五六七八九十]{1,3}"
_COUNT = re.compile(
    rf"(?P<least>至少|不少于|不低于|不得少于|最少)?(?:[\u4e00-\u9fff]{{0,8}}?)"
    rf"(?P<number>\d{{1,6}}\.\d+(?=万)|{_NUMBER})(?P<wan>万)?(?P<unit>人次|家次|户次|小时|学时|课时|[次批轮场期遍起户处家个节堂]"
    r"(?![^\u4e00-\u9fff]?[级性]))(?P<more>以上)?"
)
_LEAST = re.compile(r"至少|不少于|不低于|不得少于|最少")
_VERBS = (
    "完成|建成|新建|改建|扩建|建设|改造|整治|治理|创建|打造|配备|配齐|培训|轮训|排查|检查|抽查|执法|覆盖|"
    "更换|新增|推广|安装|加装|增设|设置|设立|组织|开展|举办|召开|举行|评选|培育|培养|淘汰|关闭|退出|"
    "整改|销号|查处|曝光|督办|检测|检验|评估|招录|招聘|购置|采购|发放|张贴|发送|播放|制作|拍摄"
)
_MUCH = re.compile(
    rf"(?:{_VERBS})(?P<what>[^，；。：\d“”《》]{{0,16}}?)(?P<least>不少于|至少|不低于|不得少于|达到|超过)?"
    r"(?P<number>\d{1,6}(?:\.\d+)?)(?P<wan>万)?余?多?"
    r"(?P<unit>平方米|公里|千米|人次|家次|户次|万元|场次|米|吨|[座个处家所台辆套户名人项条具次场期批部块面份幅盏支只艘间道口孔栋])"
    r"(?P<more>以上)?(?![一二三四五六七八九十\d]*级)"
)
_ONE = re.compile(rf"(?P<number>{_NUMBER})?(?P<unit>个)(?P<more>以上)?(?=主题)")
_CLAUSES = re.compile(r"[^，；。：\n]+")
_NAMES_NOBODY_NEW = re.compile(r"\d|[一二三]次")
_IS_SHARED = re.compile(r"^、[\u4e00-\u9fff]{2,12}$")
_NOBODY = re.compile(r"\d|对|在|将|按|严格|继续|持续|全年|年内|今年|本年|力争|确保|要|并|再")
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
            least = bool(found["more"] or _LEAST.search(found[0]))
            who = _actor(clause, found)
            much = _amount(found)
            demand = Demand(Period.ONCE, much, least, found["unit"], who, clause.words, clause)
            if _is_demand(demand):
                yield demand


def _amount(found: re.Match[str]) -> int:
    """Give the number of what was found, 1.2万 as 12000; 0 for what is no whole one."""
    given = found.groupdict()
    written, many = given["number"], 10_000 if given.get("wan") else 1
    if not written:
        return 1
    if "." in written:
        much = Decimal(written) * many
        return int(much) if much == int(much) else 0
    return number_of(written) * many


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
            number = _amount(count)
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
