"""What can be counted in an item: how often, and how much, in the words of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.importer.numerals import number_of
from generator.importer.text import Text
from generator.model.vocabulary import Period

_HAN = "一二三四五六七八九十两"
_PERIODS = {
    Period.HALF_MONTHLY: "每半个?月|半月一|每(?:两|二|2)周",
    Period.TWO_MONTHLY: "每(?:两|二|2)个?月|每?双月",
    Period.DAILY: (
        r"每日|每天|每晚|每夜|逐日|日报|(?<![\d每当次即])日(?:调度|巡查|排查|检查|巡检|报告)"
    ),
    Period.WEEKLY: (
        r"每个?(?:周|星期)|周报|一周一|(?<![\d每上下本])周(?:调度|检查|排查|研判|通报)"
    ),
    Period.MONTHLY: (
        r"每月度?|每个月|逐月|按月(?=调度|通报|检查|开展|组织|召开|报送|会商)|月月|月报|一月一"
        r"|月度(?:调度|通报|分析|会商|检查)"
        rf"|(?<![\d{_HAN}每全上下本当])月(?:调度|通报|分析|会商|检查|考评|考核|研判)"
    ),
    Period.QUARTERLY: (
        r"每个?季度?|每(?:三|3)个月|逐季度?|按季度?(?=调度|通报|检查|开展|组织|召开|报送|会商)"
        r"|(?<![一二三四上下本每])季度?(?:调度|通报|分析|会商|考评|考核)|季报|一季度?一"
    ),
    Period.HALF_YEARLY: "每半年|半年一|上[、和]?下半年各",
    Period.TERM: r"每个?学期|一学期一|本学期(?=[^，。]{0,12}\d)",
    Period.THREE_YEARLY: "每(?:三|3)年",
    Period.YEARLY: (
        r"每年度?|每学年|一年一|按年度?(?=\w{0,6}[次])"
        r"|全年(?=[^，。]{0,24}(?:\d+(?:\.\d+)?万?|[一二两三四五六七八九十]{1,3})(?:[次场期批轮家个条处座篇人项户天块]|人次|学时|课时|公里|平方米))"
    ),
}
_PERIOD = re.compile("|".join(f"(?P<{period.name}>{words})" for period, words in _PERIODS.items()))
_NUMBER = r"\d{1,6}|[一二两三四五六七八九十]{1,3}"
_COUNT = re.compile(
    rf"(?P<least>至少|不少于|不低于|不得少于|最少)?(?:[\u4e00-\u9fff]{{0,8}}?)"
    rf"(?P<number>\d{{1,6}}\.\d+(?=万)|{_NUMBER})(?P<wan>万)?(?:个(?=[课学]时|小时))?(?P<unit>人次|家次|户次|批次|场次|轮次|条次|小时|学时|课时|公里|[次批轮场期遍起户处家个节堂天人名条座项部篇支间所辆](?!(?<=次)(?:供水|污染|事故|灾害|伤害))"
    r"(?![^\u4e00-\u9fff]?[级性]))(?P<more>以上)?"
)
_TIMES = {
    "次",
    "批",
    "轮",
    "场",
    "期",
    "遍",
    "人次",
    "家次",
    "户次",
    "场次",
    "轮次",
    "课时",
    "学时",
}
_LEAST = re.compile(r"至少|不少于|不低于|不得少于|最少")
_VERBS = (
    "完成|建成|新建|改建|扩建|建设|改造|整治|治理|创建|打造|配备|配齐|培训|轮训|排查|检查|抽查|执法|覆盖|"
    "更换|新增|推广|安装|加装|增设|设置|设立|组织|开展|举办|召开|举行|评选|培育|培养|淘汰|关闭|退出|"
    "整改|销号|查处|曝光|督办|检测|检验|评估|招录|招聘|购置|采购|发放|张贴|发送|播放|制作|拍摄|"
    "实施|推动|聘请|组建|配置|增加|添置|发展|吸纳|选派|帮扶|走访|约谈|暗访|培训|储备|修建|建立|落实|打通|铺设|"
    "更新|拆除|腾退|验收|编制|修订|制定|出台|发布|推送|征集|表彰|奖励|授课|安排|增配|补充|清理|维修|维护|疏通|补建|投入|编印|印发|印制|入库|办(?=宣传|培训|专栏|班)|开设|吸收|选树|查改|回访|接入|惠及|配发|招收|新招|入户|清掏|检修|巡检|成立|划标|抽检|拆解"
)
_EACH = re.compile(r"(?:早|中|午|晚|上|下|午间|、|和){2,8}各")
_OTHERWISE = re.compile(
    r"\d+[-—~至到]\d+|不超过|不得超过|(?<=每周)[一二三四五六日天]|24小时|\d+(?:\.\d+)?(?:万?元|%|％|分钟|分|日内|天内|米内|度|小时)"
)
_NOT_A_COUNT = re.compile(r"不超过|不得超过|最多|\d[-—~至到]\d+\D{0,2}$|24小时$")
_WITHIN = "其中"
_LISTED = re.compile(r"[\u4e00-\u9fff（）]{2,18}\d+(?:\.\d+)?万?[\u4e00-\u9fff]{1,2}(?:以上)?")
"""A clause that only goes on listing how much, as the one before it."""
_VERB = re.compile(_VERBS)
_MUCH = re.compile(
    r"(?P<least>不少于|至少|不低于|不得少于|达到|(?<!不)(?<!不得)超过|达)?(?<![\d.第近前+“\-—~至])(?<!国道)(?<!省道)"
    r"(?P<number>\d{1,6}(?:\.\d+)?)(?P<wan>万)?(?:余|多)?(?:个(?=[课学]时))?"
    r"(?P<unit>立方米|平方米|公里|千米|人次|家次|户次|批次|场次|轮次|课时|学时|公顷|米|吨|亩"
    r"|[座个处家所台辆套户名人项条具次场期批部块面份幅盏支只艘间道口孔栋副根把盒瓶桶枚株头顶件轮组册])"
    r"(?P<more>以上)?(?![一二三四五六七八九十\d]*级|月|百分点|工作日|措施|硬措施|意见)"
)
_NOT_ASKED = re.compile(
    r"每[班餐次夜岗旬]|每\d+[天日年]|夜间|不超过|不得超过|最多|压减|减少|压降|已(?:经)?(?:完成|建成|累计|整治|改造)|去年|上年|截至"
)
"""What is not asked by the year: so much for each of some things, ceilings, what is done."""
_FOR_WHOM = re.compile(r"(?<![分定成作列])为$")
_MUCH_IN_CHARACTERS = re.compile(
    r"(?P<least>不少于|至少)?(?<![第每一二三四五六七八九十百])(?P<number>[二两三四五六七八九]百|[二两三四五六七八九]?十"
    r"[一二三四五六七八九]?|[三四五六七八九])(?P<wan>万)?(?P<unit>公里|人次|家次|座|处|辆|套|台|户|盏|名)(?P<more>以上)?"
)
_OF_WHAT_IS = re.compile(
    r"(?:全[县市区旗镇乡校厂院]|公司|现有|原有|已有|共有?|的|其中|涉及|这|原)$"
)
_ONE = re.compile(rf"(?P<number>{_NUMBER})?(?P<unit>个)(?P<more>以上)?(?=主题)")
_CLAUSES = re.compile(r"[^，；。：\n]+")
_NAMES_NOBODY_NEW = re.compile(r"\d|[一二三]次")
_IS_SHARED = re.compile(r"^[、（][\u4e00-\u9fff（）]{2,16}$")
_NOBODY = re.compile(
    r"\d|对|在|将|按|严格|继续|持续|全年|年内|年底|第|今年|本年|力争|确保|要|并|再|汛|春季|夏季|秋季|冬季|寒暑假|旺季|重点时段|坚持|建立|邀请|委托|配合|协调|与|为|面向|三年|旅游旺季|三年内|分行业|新$"
)
_AMOUNT = re.compile(rf"(?:至少|不少于|不低于)?(?:(?:{_NUMBER})(?:人次|[次批轮场期遍])(?:以上)?)?")
_COUNTED = re.compile(r"^(?:[①-⑳]|[一二三四五六七八九]是|\d{1,2}[、.．]|（\d{1,2}）)+")
_ACTS = re.compile(
    r"(?:[局办委部处科股室所院校站社厅团队镇乡村旗县市区组班会员长师者人]|公司|企业|集团|中心|街道|苏木|社区|单位|部门"
    r"|车间|学校|高校|中小学|幼儿园|学院|医院|机构|矿山|园区|银行|联盟|主任|书记|干部|领导|同志|教师|学生|家长"
    r"|经营者|商户|业主|班子|法院|检察院|政府|会议|媒体|平台|工会|司索工|司机|专干|指挥部|妇联|系统|大厦|平台公司|宾馆|饭店|商场|工地)(?:（[^）]*）)?(?:分别|各|要|应|须)?$"
)
"""How the name of who acts ends."""
_OBJECT = re.compile(r"(?<=.)(?:对|按照|在$|汛期|防火期|全年$|每年$|由(?=.))")
"""Where the name of who acts ends, if what it acts on or when follows."""
_URGING = re.compile(r"(?:推动|督促|指导|要求|确保|组织|强化|落实)+")


@dataclass(frozen=True)
class Demand:
    """A demand: how often, how many, of what, and the clause that says so.

    `actor` are the words before it that name who acts, "" where none do; `action` is
    what is to be done, without how often; `least` says that it may be more.
    """

    period: Period
    number: int | float
    least: bool
    unit: str
    actor: str | None
    action: str
    clause: Text


def demands(body: Text) -> Iterator[Demand]:
    """Give every demand of an item, in the order of its text.

    Who is named once in a sentence is meant in what follows there too.
    """
    actor, end = "", 0
    last: Demand | None = None
    for match in _CLAUSES.finditer(body.words):
        if "。" in body.words[end : match.start()]:
            actor, last = "", None
        end = match.end()
        clause = body.cut(*match.span())
        for demand in filter(_is_demand, _often(clause)):
            who = demand.actor
            actor = who or actor
            last = replace(demand, actor="" if who is None else actor)
            yield last
        often = _PERIOD.search(clause.words) is not None
        goes_on = last is not None and _LISTED.fullmatch(clause.words) is not None
        for found in () if often else _quantities(clause.words):
            if not (goes_on or _is_asked(found)):
                continue
            least = bool(found["more"] or _LEAST.search(found[0]))
            who = _doer(clause.words, found)
            much = _amount(found)
            demand = Demand(Period.ONCE, much, least, found["unit"], who, clause.words, clause)
            if last and clause.words.startswith(_WITHIN):
                demand = replace(demand, period=last.period, actor=last.actor)
            elif last and found["least"] and found["unit"] in _TIMES:
                demand = replace(demand, period=last.period)
            if _is_demand(demand):
                last = demand
                yield demand


def _times_a_day(words: str, count: re.Match[str]) -> int:
    """Give how often a day 早、中、晚各一次 means."""
    found = _EACH.search(words[: count.start("number")])
    return len(re.sub("[、和各]", "", found[0])) if found else 1


def _doer(words: str, found: re.Match[str]) -> str:
    """Give who does what is counted: the words before the verb, unless they say of what it is."""
    urging = _URGING.match(words, _begin(words))
    begin = urging.end() if urging else _begin(words)
    verb = _VERB.search(words, begin, found.start())
    return _who(words[begin : verb.start()] if verb else "") or ""


def _begin(words: str) -> int:
    """Give where a clause begins after 一是, ① or 3."""
    found = _COUNTED.match(words)
    return found.end() if found else 0


def _quantities(words: str) -> Iterator[re.Match[str]]:
    """Give every quantity, also in characters where nothing else can be meant: 三座."""
    found = [*_MUCH.finditer(words), *_MUCH_IN_CHARACTERS.finditer(words)]
    return iter(sorted(found, key=lambda each: each.start()))


def _is_asked(found: re.Match[str]) -> bool:
    """Tell whether a quantity is to be done: a verb stands before it, and it is none that is."""
    before = found.string[: found.start()]
    quoted = before.count("“") > before.count("”")
    if quoted or _OF_WHAT_IS.search(before) or _NOT_ASKED.search(before):
        return False
    return bool(found["least"] or _VERB.search(before) or _FOR_WHOM.search(before))


def _amount(found: re.Match[str]) -> int | float:
    """Give the number of what was found, 1.2万 as 12000."""
    given = found.groupdict()
    written, many = given["number"], 10_000 if given.get("wan") else 1
    if not written:
        return 1
    if "." in written:
        much = Decimal(written) * many
        return int(much) if much == int(much) else float(much)
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
        counts = [each for each in counts if each["unit"] in _TIMES] or counts
        counts = counts or [*_ONE.finditer(clause.words, found.end(), end)]
        actor = _actor(clause, found, periods[:place])
        action = _action(clause.words, found, end, whole=not actor and place == 0)
        if (
            not counts
            and place + 1 < len(periods)
            and _IS_SHARED.search(clause.words[found.end() : end])
        ):
            counts = [*_COUNT.finditer(clause.words, end)][:1]
        if not counts and not _OTHERWISE.search(clause.words, found.end(), end):
            yield Demand(period, 1, False, "次", actor, action, clause)
        for count in counts:
            if _NOT_A_COUNT.search(clause.words, found.end(), count.end()):
                continue
            least = bool(count["more"] or _LEAST.search(clause.words, found.end(), count.end()))
            number = _amount(count) * _times_a_day(clause.words, count)
            yield Demand(period, number, least, count["unit"], actor, action, clause)


def _actor(clause: Text, found: re.Match[str], before: Sequence[re.Match[str]] = ()) -> str | None:
    """Give who acts: the words before the demand, unless they say of what it is.

    Of a later demand it is who is named anew, after a 、, or who was named before.
    """
    start = clause.words.rfind("、", before[-1].end(), found.start()) + 1 if before else 0
    words = clause.words[start : found.start()] if start or not before else ""
    if before and (not words or _NAMES_NOBODY_NEW.search(words)):
        return _actor(clause, before[-1], before[:-1])
    return _who(words)


def _who(words: str) -> str | None:
    """Give who acts by the words before a demand; "" where they say nobody.

    None where they say of what it is: then nobody is meant who was named before, either.
    """
    words = words[_begin(words) :]
    urging = _URGING.match(words)
    words = words[urging.end() :] if urging else words
    if not words or _NOBODY.match(words):
        return ""
    who = _OBJECT.split(words)[0]
    return who if _ACTS.search(who) else None


def _action(words: str, found: re.Match[str], end: int, *, whole: bool) -> str:
    """Give what is done: what follows how often, up to the next demand, without the numbers."""
    if whole:
        return words
    rest = words[found.end() : end]
    if end < len(words):
        rest = rest.rpartition("、")[0] or rest
    said = _AMOUNT.sub("", rest).strip("、和及并，")
    return said or words
